import type { PdfObjects } from './objects.ts';
import { contentValues, isArray, isDictionary, type PdfDictionary, type PdfValue, textOf, utf16 } from './values.ts';

/** The words of a page, by the number that marks them as content. */
export type PageWords = ReadonlyMap<number, string>;

/** What a code of a font reads as. */
type Letters = ReadonlyMap<number, string>;

/** What is open while a page is read: content that has a number, or that reads as something else than its letters. */
interface Opened {
  readonly number?: number;
  readonly actual?: string;
}

/** The words that a page shows, in the order in which it shows them. What is not marked as content is an artifact, and left out. */
export function pageWords(page: PdfDictionary, objects: PdfObjects): PageWords {
  const words = new Map<number, string>();
  const fonts = fontsOf(page, objects);
  const open: Opened[] = [];
  let operands: PdfValue[] = [];
  let letters: Letters = new Map();
  const add = (text: string) => {
    const number = open.findLast((one) => one.number !== undefined)?.number;
    if (number !== undefined) words.set(number, (words.get(number) ?? '') + text);
  };
  for (const value of contentValues(contentOf(page, objects))) {
    const operator = operatorOf(value);
    if (operator === undefined) {
      operands.push(value);
      continue;
    }
    if (operator === 'Tf') letters = fonts.get(nameIn(operands[0])) ?? new Map();
    else if (operator === 'BMC') open.push({});
    else if (operator === 'BDC') open.push(openedBy(operands[1]));
    else if (operator === 'EMC') {
      const closed = open.pop();
      if (closed?.actual !== undefined) add(closed.actual);
    } else if (['Tj', 'TJ', "'", '"'].includes(operator) && open.every(({ actual }) => actual === undefined))
      add(
        operands
          .flatMap((operand) => (isArray(operand) ? operand : [operand]))
          .map((one) => shown(one, letters))
          .join(''),
      );
    operands = [];
  }
  return words;
}

function operatorOf(value: PdfValue): string | undefined {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'operator'
    ? value.name
    : undefined;
}

function nameIn(value: PdfValue | undefined): string {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'name' ? value.name : '';
}

function openedBy(properties: PdfValue | undefined): Opened {
  if (!isDictionary(properties)) return {};
  const number = properties.get('MCID');
  const actual = textOf(properties.get('ActualText'));
  return { ...(typeof number === 'number' ? { number } : {}), ...(actual === undefined ? {} : { actual }) };
}

function shown(value: PdfValue, letters: Letters): string {
  if (typeof value !== 'object' || value === null || !('type' in value) || value.type !== 'string') return '';
  let text = '';
  for (let at = 0; at + 1 < value.bytes.length; at += 2)
    text += letters.get(value.bytes.charCodeAt(at) * 256 + value.bytes.charCodeAt(at + 1)) ?? '';
  return text;
}

function contentOf(page: PdfDictionary, objects: PdfObjects): string {
  const contents = page.get('Contents');
  return (isArray(contents) ? contents : [contents]).map(objects.stream).join('\n');
}

function fontsOf(page: PdfDictionary, { resolve, stream }: PdfObjects): ReadonlyMap<string, Letters> {
  const resources = resolve(page.get('Resources'));
  const fonts = isDictionary(resources) ? resolve(resources.get('Font')) : null;
  if (!isDictionary(fonts)) return new Map();
  return new Map(
    [...fonts].map(([name, value]) => {
      const font = resolve(value);
      const map = isDictionary(font) ? font.get('ToUnicode') : undefined;
      return [name, map === undefined ? new Map() : lettersOf(stream(map))];
    }),
  );
}

/** What the codes of a font read as, from its map to Unicode (ISO 32000-1, 9.10.3). */
function lettersOf(map: string): Letters {
  const letters = new Map<number, string>();
  const bytes = (hex: string) => utf16(Buffer.from(hex, 'hex').toString('latin1'));
  for (const [, body = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', text = ''] of body.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>/g))
      letters.set(Number.parseInt(code, 16), bytes(text));
  for (const [, body = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', text = ''] of body.matchAll(
      /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g,
    )) {
      const first = Number.parseInt(from, 16);
      const start = Number.parseInt(text, 16);
      for (let code = first; code <= Number.parseInt(to, 16); code += 1)
        letters.set(code, bytes((start + code - first).toString(16).padStart(text.length, '0')));
    }
  return letters;
}
