/** Every format, in the order in which they are made. `text` is the clean text after. */
export const formats = ['html', 'md', 'json', 'diff', 'text', 'docx', 'pdf'] as const;

/** The name of a format that can be asked for. */
export type Format = (typeof formats)[number];

/** Whether a word is the name of a format. */
export function isFormat(word: string): word is Format {
  return (formats as readonly string[]).includes(word);
}
