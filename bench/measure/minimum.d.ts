export function fewestWords(before: string, after: string): number;
