/** Controls, marks that turn the direction of writing, and characters without width: what the eye cannot see can lie. */
export const unseen = /(?![\t\n\r])[\p{Cc}\p{Cf}]/u;

/** What a character is called where it cannot be shown: `U+202E`. */
export function codePointName(character: string): string {
  const digits = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `U+${digits.padStart(4, '0')}`;
}
