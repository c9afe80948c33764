import { unzlibSync } from 'fflate';
import {
  isArray,
  isDictionary,
  isReference,
  nameOf,
  type PdfDictionary,
  type PdfValue,
  type Reader,
  readValue,
} from './values.ts';

/** The objects of a PDF, read as they are asked for. */
export interface PdfObjects {
  readonly trailer: PdfDictionary;
  /** What a value stands for: the object, where it is a reference to one. */
  readonly resolve: (value: PdfValue | undefined) => PdfValue;
  /** The content of the stream that a value refers to, decompressed. */
  readonly stream: (value: PdfValue | undefined) => string;
}

/** Reads the objects of a PDF through its table of cross-references. Throws where the file is not one, or keeps its objects otherwise. */
export function readObjects(bytes: Uint8Array): PdfObjects {
  const text = Buffer.from(bytes).toString('latin1');
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64));
  if (!text.startsWith('%PDF-') || !start) throw new Error('expected a PDF, found something else');
  const { offsets, trailer } = readTable({ text, at: Number(start[1]) });
  const known = new Map<number, PdfValue>();
  const resolve = (value: PdfValue | undefined): PdfValue => {
    if (!isReference(value)) return value ?? null;
    const kept = known.get(value.number);
    if (kept !== undefined) return kept;
    const read = readObject(text, offsets, value.number).value;
    known.set(value.number, read);
    return read;
  };
  return { trailer, resolve, stream: (value) => readStream(text, offsets, value, resolve) };
}

function readTable(reader: Reader): {
  readonly offsets: ReadonlyMap<number, number>;
  readonly trailer: PdfDictionary;
} {
  const offsets = new Map<number, number>();
  const { text } = reader;
  if (!text.startsWith('xref', reader.at)) throw new Error('expected a table of cross-references, found none');
  reader.at += 4;
  const section = /\s*(\d+) (\d+)\s*/y;
  const entry = /(\d{10}) (\d{5}) ([nf])\s*/y;
  for (section.lastIndex = reader.at; ; ) {
    const head = section.exec(text);
    if (!head) break;
    entry.lastIndex = section.lastIndex;
    for (let number = Number(head[1]); number < Number(head[1]) + Number(head[2]); number += 1) {
      const found = entry.exec(text);
      if (!found) throw new Error('expected an entry of the table of cross-references, found none');
      if (found[3] === 'n') offsets.set(number, Number(found[1]));
    }
    reader.at = entry.lastIndex;
    section.lastIndex = entry.lastIndex;
  }
  reader.at = text.indexOf('trailer', reader.at) + 7;
  const trailer = readValue(reader);
  if (!isDictionary(trailer)) throw new Error('expected a trailer, found none');
  return { offsets, trailer };
}

function readObject(
  text: string,
  offsets: ReadonlyMap<number, number>,
  number: number,
): { value: PdfValue; end: number } {
  const offset = offsets.get(number);
  const head = /\s*(\d+) \d+ obj/y;
  head.lastIndex = offset ?? text.length;
  if (Number(head.exec(text)?.[1]) !== number) throw new Error(`expected object ${number}, found none`);
  const reader: Reader = { text, at: head.lastIndex };
  return { value: readValue(reader), end: reader.at };
}

function readStream(
  text: string,
  offsets: ReadonlyMap<number, number>,
  value: PdfValue | undefined,
  resolve: PdfObjects['resolve'],
): string {
  if (!isReference(value)) throw new Error('expected a stream, found none');
  const { value: head, end } = readObject(text, offsets, value.number);
  const begin = /\s*stream\r?\n/y;
  begin.lastIndex = end;
  if (!isDictionary(head) || !begin.test(text)) throw new Error('expected a stream, found none');
  const length = resolve(head.get('Length'));
  const body = text.slice(begin.lastIndex, begin.lastIndex + (typeof length === 'number' ? length : 0));
  const filter = head.get('Filter');
  const filters = (isArray(filter) ? filter : [filter ?? null]).map(nameOf);
  if (filters.every((name) => name === undefined)) return body;
  if (filters.length > 1 || filters[0] !== 'FlateDecode')
    throw new Error(`expected FlateDecode, found ${filters.join()}`);
  return Buffer.from(unzlibSync(Buffer.from(body, 'latin1'))).toString('latin1');
}
