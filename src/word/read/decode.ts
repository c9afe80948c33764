import { refuse, shown } from './unreadable.ts';

/**
 * The characters of a part. Word files are in UTF-8 or UTF-16 (Open Packaging 6.1.4); anything else, and bytes that are no characters, is
 * refused.
 *
 * @param part its name, for messages
 */
export function decodePart(bytes: Uint8Array, part: string): string {
  const encoding = encodingOf(bytes);
  const text = decode(bytes, encoding, part);
  const declared = /^<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([^"']{0,40})["']/.exec(text.slice(0, 300))?.[1];
  const fits = declared === undefined || declared.toLowerCase().startsWith(encoding.slice(0, 6).replace(/-$/, ''));
  const plain = declared !== undefined && /^(?:us-)?ascii$/i.test(declared) && encoding === 'utf-8';
  if (!fits && !plain)
    refuse(
      `the part “${shown(part)}” is in ${shown(declared ?? '')}, where Word files are in UTF-8; open the file in Word and save it`,
    );
  return text;
}

/** By the byte order mark, or by how `<` and the character after it are written. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return 'utf-8';
}

function decode(bytes: Uint8Array, encoding: string, part: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return refuse(
      `the part “${shown(part)}” has bytes that are no characters in ${encoding.toUpperCase()}; open the file in Word and save it`,
    );
  }
}
