// Controls, and marks that turn the direction of writing: what a document holds may be meant for the terminal, not its reader.
const unseen = /(?![\t\n])[\p{Cc}\u{202a}-\u{202e}\u{2066}-\u{2069}]/gu;

/** Text as it may be printed: characters that steer a terminal are written as escapes. */
export function visible(text: string): string {
  return text.replace(unseen, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
