import { printRoman, romanValue } from '../source/roman.ts';

/** A number of a list as a count: `3`, `c`, `iii`. */
interface Counted {
  readonly kind: 'number' | 'letter' | 'roman';
  readonly value: number;
}

/**
 * The numbers from the first to the last, where they are just so many: `5.5` to `5.8` in four, `c` to `e` in three, `iv` to `vi` in three.
 * Only the last part counts on; what stands before it must be the same. Undefined where no such series exists.
 */
export function numberSeries(first: string, last: string, count: number): readonly string[] | undefined {
  const [head, own] = splitLast(first);
  const [lastHead, lastOwn] = splitLast(last);
  if (head !== lastHead) return undefined;
  for (const from of countings(own)) {
    const to = countings(lastOwn).find(({ kind }) => kind === from.kind);
    if (!to || to.value - from.value + 1 !== count) continue;
    const capital = /^[A-Z]/.test(own);
    const numbers = Array.from({ length: count }, (_, index) => printCounted({ ...from, value: from.value + index }));
    return numbers.map((number) => head + (capital ? number.toUpperCase() : number));
  }
  return undefined;
}

/** Whether numbers stand in the order in which they count: `5.9`, `5.9A`, `5.10`; `a`, `ba`, `c`; `iv`, `v`, `ix`. */
export function ascend(numbers: readonly string[]): boolean {
  const roman = numbers.every((number) => romanPlace(number) > 0);
  return numbers.slice(1).every((number, index) => isBefore(numbers[index] ?? '', number, roman));
}

function isBefore(one: string, other: string, roman: boolean): boolean {
  if (roman) return romanPlace(one) < romanPlace(other);
  const [parts, others] = [partsOf(one), partsOf(other)];
  for (const [index, part] of parts.entries()) {
    const against = others[index];
    if (against === undefined) return false;
    if (part !== against) return typeof part === typeof against && part < against;
  }
  return parts.length < others.length;
}

// `iva` comes after `iv` and before `v`.
function romanPlace(number: string): number {
  const [, numerals = '', letter = ''] = /^([ivxl]{2,})([a-h])$/i.exec(number) ?? [];
  const value = romanValue(number) || romanValue(numerals);
  return value > 0 ? value + (letter === '' ? 0 : (letter.toLowerCase().charCodeAt(0) - 96) / 10) : 0;
}

function partsOf(number: string): readonly (number | string)[] {
  return (number.match(/\d+|[A-Za-z]+/g) ?? []).map((part) => (/^\d/.test(part) ? Number(part) : part));
}

function splitLast(number: string): readonly [string, string] {
  const point = number.lastIndexOf('.') + 1;
  return [number.slice(0, point), number.slice(point)];
}

function countings(number: string): readonly Counted[] {
  if (/^\d+$/.test(number)) return [{ kind: 'number', value: Number(number) }];
  const lower = number.toLowerCase();
  const letter = /^[a-z]$/.test(lower) ? [{ kind: 'letter' as const, value: lower.charCodeAt(0) - 96 }] : [];
  const value = romanValue(lower);
  return value > 0 ? [...letter, { kind: 'roman', value }] : letter;
}

function printCounted({ kind, value }: Counted): string {
  if (kind === 'number') return String(value);
  return kind === 'letter' ? String.fromCharCode(96 + value) : printRoman(value);
}
