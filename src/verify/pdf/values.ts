/** A value of a PDF, as ISO 32000-1, 7.3 writes it. Strings are their bytes, a character each. */
export type PdfValue =
  | null
  | boolean
  | number
  | { readonly type: 'string'; readonly bytes: string }
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'reference'; readonly number: number }
  | { readonly type: 'operator'; readonly name: string }
  | readonly PdfValue[]
  | PdfDictionary;

export type PdfDictionary = ReadonlyMap<string, PdfValue>;

/** Where reading has come to. */
export interface Reader {
  readonly text: string;
  at: number;
}

/** The values of a content stream, operators among them, in order. */
export function* contentValues(text: string): Generator<PdfValue> {
  const reader: Reader = { text, at: 0 };
  for (;;) {
    skipSpace(reader);
    if (reader.at >= text.length) return;
    yield readValue(reader);
  }
}

/** Whether a value is a dictionary. */
export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return value instanceof Map;
}

/** Whether a value is an array. */
export function isArray(value: PdfValue | undefined): value is readonly PdfValue[] {
  return Array.isArray(value);
}

/** The name that a value is; undefined where it is none. */
export function nameOf(value: PdfValue | undefined): string | undefined {
  return isTyped(value) && value.type === 'name' ? value.name : undefined;
}

/** The number of the object that a value refers to. */
export function referenceOf(value: PdfValue | undefined): number | undefined {
  return isReference(value) ? value.number : undefined;
}

/** A string of text as its characters: UTF-16 where it says so, else a byte each. */
export function textOf(value: PdfValue | undefined): string | undefined {
  if (!isTyped(value) || value.type !== 'string') return undefined;
  return value.bytes.startsWith('\xfe\xff') ? utf16(value.bytes.slice(2)) : value.bytes;
}

/** UTF-16, given as its bytes. */
export function utf16(bytes: string): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2)
    text += String.fromCharCode(bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1));
  return text;
}

type Typed = Extract<PdfValue, { readonly type: string }>;

function isTyped(value: PdfValue | undefined): value is Typed {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** Whether a value refers to an object. */
export function isReference(value: PdfValue | undefined): value is Extract<Typed, { type: 'reference' }> {
  return isTyped(value) && value.type === 'reference';
}

function skipSpace(reader: Reader): void {
  const space = /(?:[\0\t\n\f\r ]|%[^\r\n]*)*/y;
  space.lastIndex = reader.at;
  space.test(reader.text);
  reader.at = space.lastIndex;
}

/** Reads one value, and goes past it. Throws where there is none. */
export function readValue(reader: Reader): PdfValue {
  skipSpace(reader);
  const { text } = reader;
  if (text.startsWith('<<', reader.at)) return readDictionary(reader);
  const first = text[reader.at];
  if (first === '[') return readArray(reader);
  if (first === '(') return readString(reader);
  if (first === '<') return readHexString(reader);
  if (first === '/') return { type: 'name', name: readName(reader) };
  return readWord(reader);
}

function readDictionary(reader: Reader): PdfDictionary {
  const entries = new Map<string, PdfValue>();
  reader.at += 2;
  for (;;) {
    skipSpace(reader);
    if (reader.text.startsWith('>>', reader.at)) break;
    if (reader.text[reader.at] !== '/') throw new Error('expected a name in a dictionary, found none');
    const name = readName(reader);
    entries.set(name, readValue(reader));
  }
  reader.at += 2;
  return entries;
}

function readArray(reader: Reader): readonly PdfValue[] {
  const values: PdfValue[] = [];
  reader.at += 1;
  for (;;) {
    skipSpace(reader);
    if (reader.at >= reader.text.length) throw new Error('expected the end of an array, found none');
    if (reader.text[reader.at] === ']') break;
    values.push(readValue(reader));
  }
  reader.at += 1;
  return values;
}

function readName(reader: Reader): string {
  const name = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y;
  name.lastIndex = reader.at;
  const found = name.exec(reader.text)?.[1] ?? '';
  reader.at = name.lastIndex;
  return found.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function readString(reader: Reader): PdfValue {
  let bytes = '';
  let depth = 1;
  const { text } = reader;
  let at = reader.at + 1;
  for (; depth > 0; at += 1) {
    const character = text[at];
    if (character === undefined) throw new Error('expected the end of a string, found none');
    if (character === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0];
      const next = text[at + 1] ?? '';
      if (octal === undefined) bytes += next === '\n' ? '' : (escapes[next] ?? next);
      else bytes += String.fromCharCode(Number.parseInt(octal, 8) & 255);
      at += octal?.length ?? 1;
      continue;
    }
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth > 0) bytes += character;
  }
  reader.at = at;
  return { type: 'string', bytes };
}

function readHexString(reader: Reader): PdfValue {
  const end = reader.text.indexOf('>', reader.at);
  if (end < 0) throw new Error('expected the end of a string, found none');
  const digits = reader.text.slice(reader.at + 1, end).replace(/\s/g, '');
  reader.at = end + 1;
  return {
    type: 'string',
    bytes: Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1'),
  };
}

function readWord(reader: Reader): PdfValue {
  const reference = /(\d+) \d+ R(?![A-Za-z])/y;
  reference.lastIndex = reader.at;
  const target = reference.exec(reader.text);
  if (target) {
    reader.at = reference.lastIndex;
    return { type: 'reference', number: Number(target[1]) };
  }
  const word = /[^\0\t\n\f\r ()<>[\]{}/%]+/y;
  word.lastIndex = reader.at;
  const found = word.exec(reader.text)?.[0];
  if (found === undefined) throw new Error('expected a value, found none');
  reader.at = word.lastIndex;
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(found)) return Number(found);
  if (found === 'true' || found === 'false') return found === 'true';
  return found === 'null' ? null : { type: 'operator', name: found };
}
