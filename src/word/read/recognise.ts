/** The first bytes of an OLE compound file: Word before 2007, and Word files under a password. */
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/**
 * What a file is that is no zip archive, in the words of a message that says what to do. Looks at the bytes only, never at a name.
 */
export function otherFile(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'it is empty; ask for it again';
  if (compound.every((byte, index) => bytes[index] === byte)) return compoundFile(bytes);
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).replace(/^ï»¿/, '').trimStart();
  if (start.startsWith('%PDF')) return 'it is a PDF; ask for the Word file it was made from';
  if (start.startsWith('{\\rtf')) return 'it is in Rich Text Format; open it in Word and save it as .docx';
  if (/^(?:<\?xml|<(?:pkg|w):)/.test(start))
    return 'it is a Word file as one XML text; open it in Word and save it as .docx';
  if (/^<(?:!doctype|html)/i.test(start)) return 'it is a web page; open it in Word and save it as .docx';
  if (isText(bytes))
    return 'it is plain text; a text in Markdown needs no importing, and any other is to be saved as .docx';
  return 'it is not a zip archive, as every .docx file is; open it in Word and save it as .docx';
}

function isText(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0');
  } catch {
    return false;
  }
}

function compoundFile(bytes: Uint8Array): string {
  if (holdsName(bytes, 'EncryptedPackage'))
    return 'it is protected by a password; open it in Word and save it without one';
  if (holdsName(bytes, 'WordDocument'))
    return 'it is in the format of Word before 2007 (.doc); open it in Word and save it as .docx';
  return 'it is an Office file of the old kind, or protected; open it in Word and save it as .docx';
}

/** Whether a name stands anywhere in the bytes in UTF-16, as the directory of a compound file writes it. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  const wanted = Array.from(name).flatMap((character) => [character.charCodeAt(0), 0]);
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
