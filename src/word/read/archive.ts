import { Inflate } from 'fflate';
import { checksum } from './checksum.ts';
import { limits } from './limits.ts';
import { type Entry, listEntries } from './list-entries.ts';
import { otherFile } from './recognise.ts';
import { refuse, refuseOther, shown } from './unreadable.ts';

/** The parts of a file by their names, unpacked when asked for. */
export interface Archive {
  /** In the order of the file. */
  readonly names: readonly string[];
  /** The bytes of a part, its name in any case; undefined where there is none. Refuses what is damaged or too large. */
  readonly read: (name: string) => Uint8Array | undefined;
}

/** Bytes given to the unpacking at once, so that a part is left as soon as it is too large. */
const piece = 16 * 1024;

/**
 * Opens a zip archive (ISO/IEC 21320-1, as Open Packaging asks). Nothing is unpacked yet. Refuses what is no archive, what is cut off,
 * entries that bear one name, leave the archive or are encrypted, and more entries than `limits` allows.
 */
export function openArchive(bytes: Uint8Array): Archive {
  if (bytes.length > limits.fileBytes)
    refuse(`the file has more than ${limits.fileBytes / 1024 / 1024} MB; no document needs as much`);
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!zip) refuseOther(otherFile(bytes));
  const entries = new Map<string, Entry>();
  for (const entry of listEntries(bytes)) {
    const key = partKey(entry.name);
    if (entries.has(key))
      refuse(
        `two parts of the file are named “${shown(entry.name)}”, so it cannot be told which one counts; save it again in Word`,
      );
    entries.set(key, entry);
  }
  let unpacked = 0;
  const read = (name: string) => {
    const entry = entries.get(partKey(name));
    if (!entry) return undefined;
    unpacked += entry.size;
    if (unpacked > limits.unpackedBytes)
      refuse(`unpacked, its parts are larger than ${limits.unpackedBytes / 1024 / 1024} MB; no document needs as much`);
    return unpack(bytes, entry);
  };
  return { names: [...entries.values()].map((entry) => entry.name), read };
}

/** Part names are equal whatever their case, and some programs write `\` for `/`. */
function partKey(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();
}

function unpack(bytes: Uint8Array, entry: Entry): Uint8Array {
  const part = `the part “${shown(entry.name)}”`;
  if (entry.encrypted) refuse(`${part} is encrypted; open the file in Word and save it without a password`);
  if (entry.size > limits.partBytes)
    refuse(`${part} is larger than ${limits.partBytes / 1024 / 1024} MB; no document needs as much`);
  if (entry.size > limits.ratioBytes && entry.size > entry.packed * limits.ratio)
    refuse(`${part} is packed more than ${limits.ratio} times smaller than it is; no document is`);
  const packed = bytes.subarray(entry.start, entry.start + entry.packed);
  const whole = entry.method === 0 ? packed : inflate(packed, entry, part);
  if (whole.length !== entry.size || checksum(whole) !== entry.checksum)
    refuse(`${part} is damaged; get the file again, or open it in Word and save it`);
  return whole;
}

function inflate(packed: Uint8Array, entry: Entry, part: string): Uint8Array {
  if (entry.method !== 8)
    refuse(`${part} is packed in a way that Word does not use; open the file in Word and save it`);
  const whole = new Uint8Array(entry.size);
  let length = 0;
  const inflater = new Inflate((chunk) => {
    if (length + chunk.length > whole.length)
      refuse(`${part} is larger than the file says; it was tampered with or is damaged`);
    whole.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < packed.length; at += piece) {
    pushPiece(inflater, packed.subarray(at, at + piece), at + piece >= packed.length, part);
  }
  return whole.subarray(0, length);
}

function pushPiece(inflater: Inflate, bytes: Uint8Array, last: boolean, part: string): void {
  try {
    inflater.push(bytes, last);
  } catch (error) {
    // fflate's own errors carry a code; ours go on as they are.
    if (error instanceof Error && 'code' in error)
      refuse(`${part} is damaged; get the file again, or open it in Word and save it`);
    throw error;
  }
}
