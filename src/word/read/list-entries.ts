import { limits } from './limits.ts';
import { refuse, shown } from './unreadable.ts';

/** An entry of a zip archive, as its directory has it. */
export interface Entry {
  readonly name: string;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly checksum: number;
  /** Bytes in the archive, and unpacked. */
  readonly packed: number;
  readonly size: number;
  /** Where its bytes begin. */
  readonly start: number;
}

const endMark = 0x06054b50;
const endLength = 22;
const directoryMark = 0x02014b50;
const directoryLength = 46;
const entryMark = 0x04034b50;
const entryLength = 30;
/** The comment of an archive has at most so many bytes, and the end stands before it. */
const longestComment = 0xffff;
/** Stands where the true number is in the further field for large archives. */
const elsewhere = 0xffffffff;

/** The entries of a zip archive, from its directory (APPNOTE 4.3.12 to 4.3.16). Folders are left out. */
export function listEntries(bytes: Uint8Array): readonly Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) refuse(`it has ${count} parts; ${limits.entries} at most are read`);
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + directoryLength > end || view.getUint32(at, true) !== directoryMark) refuseCutOff();
    const following =
      at +
      directoryLength +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
    if (following > end) refuseCutOff();
    const entry = readEntry(view, at);
    if (!/[\\/]$/.test(entry.name)) entries.push(entry);
    at = following;
  }
  return entries;
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - endLength - longestComment);
  for (let at = view.byteLength - endLength; at >= first; at -= 1) {
    if (view.getUint32(at, true) === endMark) return at;
  }
  return refuseCutOff();
}

function readEntry(view: DataView, at: number): Entry {
  const nameLength = view.getUint16(at + 28, true);
  const nameBytes = new Uint8Array(view.buffer, view.byteOffset + at + directoryLength, nameLength);
  const name = new TextDecoder().decode(nameBytes);
  if (climbsOut(name))
    refuse(`a part is named “${shown(name)}”, which leads out of the file; it was not made by Word, so it is not read`);
  const flags = view.getUint16(at + 8, true);
  const { packed, size, offset } = readSizes(view, at, nameLength);
  if (offset + entryLength > view.byteLength || view.getUint32(offset, true) !== entryMark) refuseCutOff();
  const start = offset + entryLength + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > view.byteLength) refuseCutOff();
  return {
    name,
    encrypted: (flags & 1) === 1,
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    packed,
    size,
    start,
  };
}

/** Sizes and place of an entry; some programs keep them in the field for archives above 4 GB though they are small (APPNOTE 4.5.3). */
function readSizes(view: DataView, at: number, nameLength: number) {
  const values = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  if (values.includes(elsewhere)) {
    const further = at + directoryLength + nameLength;
    const end = further + view.getUint16(at + 30, true);
    let from = findField(view, further, end);
    for (const [index, value] of values.entries()) {
      if (value !== elsewhere) continue;
      if (from + 8 > end) refuseCutOff();
      values[index] = Number(view.getBigUint64(from, true));
      from += 8;
    }
  }
  const [size = 0, packed = 0, offset = 0] = values;
  return { size, packed, offset };
}

/** Where the values of the field for large archives begin, among the further fields of an entry. */
function findField(view: DataView, start: number, end: number): number {
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 1) return at + 4;
  }
  return refuseCutOff();
}

function climbsOut(name: string): boolean {
  return /^[\\/]{2}|^[a-z]:|\0/i.test(name) || name.split(/[\\/]/).includes('..');
}

function refuseCutOff(): never {
  return refuse('the file is cut off or damaged; get it again, or open it in Word and save it');
}
