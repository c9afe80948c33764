/** Why a file is not read. Thrown inside the reader and turned into its answer; `message` is for the person who gave the file. */
export class Unreadable extends Error {}

/** Why a file is not read that is no Word file at all. */
export class OtherFile extends Unreadable {}

/** Stops reading what is no Word file, with what it is and what to do. */
export function refuseOther(message: string): never {
  throw new OtherFile(message);
}

/** Stops reading, with what was expected, what was found and what to do. */
export function refuse(message: string): never {
  throw new Unreadable(message);
}

/** Words of a hostile file as a message may show them: no control characters, not long. */
export function shown(words: string): string {
  const plain = Array.from(words.slice(0, 120), (character) => (isControl(character) ? '�' : character)).join('');
  return words.length > 120 ? `${plain}…` : plain;
}

/** Control characters, and those that turn the direction of what follows. */
function isControl(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (
    code < 0x20 ||
    (code >= 0x7f && code < 0xa0) ||
    (code >= 0x200e && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069)
  );
}
