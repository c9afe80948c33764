import type { Range } from '../model/range.ts';
import { firstEndingAfter } from '../source/ordered-ranges.ts';
import type { Follower } from './relabel-map.ts';
import type { Side, Unit } from './side.ts';

/** What is left of two units without the words at their ends that are equal: the ranges that an edit touches. */
export interface EditedPart {
  readonly before: Range;
  readonly after: Range;
}

/** The words of two units, and where these stand in their sources. */
interface Words {
  readonly before: string;
  readonly after: string;
  readonly unitBefore: Unit;
  readonly unitAfter: Unit;
}

const mostTries = 24;
/** The longest part whose markup is read, and the least that is worth cutting off. */
const mostRead = 20_000;
const leastCut = 48;
/** The characters of the longest quotation that is one token. */
const longestQuotation = 42;

const markup = /[*_`~[\]<>\\&]/;
const quotation = /[“‘"]/;
const set: ReadonlySet<string> = new Set(['paragraph', 'heading', 'cell']);

/**
 * Cuts off the equal words at the ends of two units before they are cut into tokens, between two words of which neither can be a
 * part of a construct, a quotation or a number with its unit. Nothing where too little could be cut off, or where a part cut off
 * holds a label or citation that follows. The tokens of the parts are those that the whole units have there.
 */
export function editedPart(
  before: Side,
  unitBefore: Unit,
  after: Side,
  unitAfter: Unit,
  followers: readonly Follower[],
): EditedPart | undefined {
  if (!isReadAlone(before, unitBefore) || !isReadAlone(after, unitAfter)) return undefined;
  const words: Words = {
    before: before.source.slice(unitBefore.start, unitBefore.end),
    after: after.source.slice(unitAfter.start, unitAfter.end),
    unitBefore,
    unitAfter,
  };
  const start = equalStart(words);
  const head = headLength(words.before, start);
  const end = equalEnd(words, start);
  const tail = differsInSpaces(words, start) && !onlySpaces(words, start, end) ? 0 : tailLength(words, head, end);
  const part: EditedPart = {
    before: { start: unitBefore.start + head, end: unitBefore.end - tail },
    after: { start: unitAfter.start + head, end: unitAfter.end - tail },
  };
  const most = Math.max(words.before.length, words.after.length) - head - tail;
  return head + tail < leastCut || most > mostRead || followsOutside(part.after, unitAfter, followers)
    ? undefined
    : part;
}

// Whole words that were read line by line, of which a part can be read by itself.
function isReadAlone(side: Side, { block, start, end }: Unit): boolean {
  const { words, checkbox, type } = block;
  return side.scanned && set.has(type) && !checkbox && words.start === start && words.end === end;
}

function equalStart({ before, after }: Words): number {
  const most = Math.min(before.length, after.length);
  let at = 0;
  while (at < most && before.charCodeAt(at) === after.charCodeAt(at)) at += 1;
  return at;
}

function equalEnd({ before, after }: Words, start: number): number {
  const most = Math.min(before.length, after.length) - start;
  let length = 0;
  while (length < most && before.charCodeAt(before.length - 1 - length) === after.charCodeAt(after.length - 1 - length))
    length += 1;
  return length;
}

// Where spaces or the delimiters of an emphasis are only written otherwise, tokens go on being equal: into the end, it may be.
function differsInSpaces({ before, after }: Words, at: number): boolean {
  const near = (text: string): boolean => /[\s>]/.test(text.slice(Math.max(0, at - 1), at + 1));
  const other = before.charAt(at) + after.charAt(at);
  return /^[*_]{2}$/.test(other) || (/[\s>]/.test(other) && near(before) && near(after));
}

// Nothing but one run of spaces is written otherwise.
function onlySpaces({ before, after }: Words, start: number, end: number): boolean {
  const blank = (text: string): boolean => /^[ \t\r\n]*$/.test(text.slice(start, text.length - end));
  return blank(before) && blank(after);
}

// Two words at least stay before the first difference: what is marked never begins where the part does.
function headLength(text: string, equal: number): number {
  let at = spaceBefore(text, spaceBefore(text, equal));
  for (let tries = 0; tries < mostTries && at >= leastCut; tries += 1) {
    at = spaceBefore(text, at);
    if (partsWords(text, at)) return markup.test(text.slice(0, at)) ? 0 : at + 1;
  }
  return 0;
}

function tailLength({ before, after }: Words, head: number, equal: number): number {
  const shift = after.length - before.length;
  let at = spaceAfter(before, spaceAfter(before, before.length - equal));
  for (let tries = 0; tries < mostTries && before.length - at >= leastCut; tries += 1) {
    at = spaceAfter(before, at);
    if (!partsWords(before, at) || !partsWords(after, at + shift)) continue;
    const behind = before.slice(at);
    const reaches = reachesOn(before.slice(head, at), behind) || reachesOn(after.slice(head, at + shift), behind);
    return reaches || markup.test(behind) ? 0 : before.length - at;
  }
  return 0;
}

// An address may hold spaces in its title, and so end far behind. An open bracket is read with a bare address behind it.
function reachesOn(part: string, behind: string): boolean {
  return part.includes('](') || (part.includes('[') && /:\/\/|www\.|@/i.test(behind));
}

function spaceBefore(text: string, at: number): number {
  return at <= 0 ? -1 : text.lastIndexOf(' ', at - 1);
}

function spaceAfter(text: string, at: number): number {
  const found = text.indexOf(' ', at + 1);
  return found < 0 ? text.length : found;
}

function partsWords(text: string, space: number): boolean {
  if (!isSmallLetter(text.charCodeAt(space - 1)) || !isSmallLetter(text.charCodeAt(space + 1))) return false;
  return !quotation.test(text.slice(Math.max(0, space - longestQuotation), space));
}

function isSmallLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function followsOutside(part: Range, unit: Range, followers: readonly Follower[]): boolean {
  const first = followers[firstEndingAfter(followers, unit.start)];
  if (first && first.start < part.start) return true;
  const next = followers[firstEndingAfter(followers, part.end)];
  return next !== undefined && next.start < unit.end;
}
