// `OTTO` where outlines are of the one kind, the version 1.0 where they are of the other; then how many tables there are, of which no font has 256.
const signatures = [Buffer.from('OTTO\0'), Buffer.from([0, 1, 0, 0, 0])];

/**
 * The fonts that stand whole among some bytes, in order: OpenType files as ISO/IEC 14496-22 lays them out, each with a table directory and a
 * head that bears the magic number of the format. The engine has its fonts in its own file and cannot be asked for them, nor told to leave the
 * machine's alone; but fonts that are handed to it come before those of the machine.
 */
export function fontsAmong(bytes: Uint8Array): readonly Buffer[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const places = signatures.flatMap((signature) => placesOf(signature, buffer)).sort((one, other) => one - other);
  const fonts: Buffer[] = [];
  let end = 0;
  for (const at of places) {
    const length = at < end ? undefined : fontLength(buffer, at);
    if (length === undefined) continue;
    end = at + length;
    fonts.push(buffer.subarray(at, end));
  }
  return fonts;
}

function placesOf(signature: Buffer, buffer: Buffer): readonly number[] {
  const places: number[] = [];
  for (let at = buffer.indexOf(signature); at >= 0; at = buffer.indexOf(signature, at + 1)) places.push(at);
  return places;
}

const headerLength = 12;
const entryLength = 16;
const headTag = 0x68656164;
const headMagic = 0x5f0f3cf5;

/** How many bytes the font takes that begins at a place, with the last of its tables; nothing where none begins there. */
function fontLength(buffer: Buffer, at: number): number | undefined {
  const has = (length: number) => at + length <= buffer.length;
  if (!has(headerLength)) return undefined;
  const directory = headerLength + buffer.readUInt16BE(at + 4) * entryLength;
  if (!has(directory)) return undefined;
  let end = directory;
  let headed = false;
  let before = 0;
  for (let entry = at + headerLength; entry < at + directory; entry += entryLength) {
    const [tag, offset, length] = [0, 8, 12].map((skip) => buffer.readUInt32BE(entry + skip)) as [
      number,
      number,
      number,
    ];
    // Tables are listed by their names, each once.
    if (tag <= before || offset < directory || !has(offset + length)) return undefined;
    if (tag === headTag) headed = length >= 16 && buffer.readUInt32BE(at + offset + 12) === headMagic;
    end = Math.max(end, offset + length);
    before = tag;
  }
  return headed ? end : undefined;
}
