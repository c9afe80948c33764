import type { Range } from '../model/range.ts';
import { countWords, type TextChange } from './correspondence.ts';
import { type Enclosure, wholeEnclosures } from './enclosures.ts';
import { type Quotable, wholeWords } from './quotable.ts';
import { slideToPhrase } from './slide.ts';
import { splitChange } from './split-changes.ts';

/** What the changes of one provision's words stand in. */
export interface ChangeSetting {
  readonly quotable: Quotable;
  /** The source after, and what in the provision's words there is written with marks at both ends. */
  readonly after: string;
  readonly enclosuresAfter: readonly Enclosure[];
  /** The provision's words, before and after. */
  readonly bounds: TextChange;
  /** Each is a line of its own, and is changed whole: front matter. */
  readonly lines: boolean;
}

/** Words that stay between two changes, and are fewer than a reader wants two instructions for. */
const mostBetween = 3;

/**
 * Shapes the differences of a comparison as a drafter would tell them: whole words, phrases with their conjunction, and what has
 * only a few words between it as one.
 */
export function shapeChanges(changes: readonly TextChange[], setting: ChangeSetting): readonly TextChange[] {
  const { quotable, after } = setting;
  const joined: TextChange[] = [];
  for (const found of changes.flatMap((change) => splitChange(change, quotable.source, after))) {
    const last = joined.at(-1);
    const bounds = last ? openedAfter(last, setting.bounds) : setting.bounds;
    const slid = slideToPhrase(trimmed(found, quotable.source, after), quotable.source, after, bounds);
    const change = setting.lines ? wholeLines(slid, quotable.source, after) : grown(slid, quotable);
    if (last && areOne(last, change, setting)) joined[joined.length - 1] = joinChanges(last, change);
    else joined.push(change);
  }
  return wholeOnBothSides(joined, setting);
}

// Where a change grown whole would run into its neighbour, the two are one; what it then cuts is made whole in its turn.
function wholeOnBothSides(changes: readonly TextChange[], setting: ChangeSetting): readonly TextChange[] {
  const made = [...changes];
  for (let index = 0; index < made.length; ) {
    const change = made[index] as TextChange;
    const [previous, next] = [made[index - 1], made[index + 1]];
    const whole = wholeChange(change, setting);
    if (previous && whole.before.start < previous.before.end) {
      index -= 1;
      made.splice(index, 2, joinChanges(previous, change));
    } else if (next && whole.before.end > next.before.start) made.splice(index, 2, joinChanges(change, next));
    else if (sizeOf(whole) > sizeOf(change)) made[index] = whole;
    else index += 1;
  }
  return made;
}

function wholeChange(change: TextChange, setting: ChangeSetting): TextChange {
  const { before, after } = change;
  const { quotable, enclosuresAfter, bounds } = setting;
  const tag = isInTag(change, setting);
  const one = tag ? toSpaces(quotable.source, before) : wholeEnclosures(quotable.enclosures, before);
  const other = wholeEnclosures(enclosuresAfter, after);
  const left = Math.max(before.start - one.start, after.start - other.start);
  const right = Math.max(one.end - before.end, other.end - after.end);
  const start = Math.max(before.start - left, bounds.before.start);
  return around(change, { start, end: Math.min(before.end + right, bounds.before.end) });
}

// In code a change of more than words is told from one space to the next, so that no tag is parted.
function isInTag({ before, after }: TextChange, { quotable, after: source }: ChangeSetting): boolean {
  if (!quotable.isCode) return false;
  return /[<>]/.test(quotable.source.slice(before.start, before.end) + source.slice(after.start, after.end));
}

function toSpaces(source: string, range: Range): Range {
  let { start, end } = range;
  while (start > 0 && !/\s/.test(source.charAt(start - 1))) start -= 1;
  while (end < source.length && !/\s/.test(source.charAt(end))) end += 1;
  return { start, end };
}

function sizeOf({ before }: TextChange): number {
  return before.end - before.start;
}

function openedAfter({ before, after }: TextChange, bounds: TextChange): TextChange {
  return { before: { ...bounds.before, start: before.end }, after: { ...bounds.after, start: after.end } };
}

// Marks without a word are no instruction by themselves; the same change made again is one that is made in each place.
function areOne(last: TextChange, change: TextChange, { quotable, after }: ChangeSetting): boolean {
  if (change.before.start < last.before.end) return true;
  const between = quotable.source.slice(last.before.end, change.before.start);
  const words = countWords(between);
  if (isMarks(last, quotable.source, after) || isMarks(change, quotable.source, after)) return words <= 8;
  if (/\n/.test(between)) return false;
  if (sameWords(last, change, quotable.source, after)) return words === 0;
  return words <= mostBetween;
}

function sameWords(one: TextChange, other: TextChange, before: string, after: string): boolean {
  const text = (source: string, { start, end }: Range) => source.slice(start, end).trim();
  return text(before, one.before) === text(before, other.before) && text(after, one.after) === text(after, other.after);
}

function isMarks(change: TextChange, before: string, after: string): boolean {
  const text = before.slice(change.before.start, change.before.end) + after.slice(change.after.start, change.after.end);
  return countWords(text) === 0;
}

// Whole words that both sides begin or end with are no part of the change, nor is the white space beside them.
function trimmed({ before: one, after: other }: TextChange, before: string, after: string): TextChange {
  const [text, version] = [before.slice(one.start, one.end), after.slice(other.start, other.end)];
  const most = Math.min(text.length, version.length);
  let lead = 0;
  while (lead < most && text[lead] === version[lead]) lead += 1;
  if (lead < text.length || lead < version.length) while (lead > 0 && !/\s/.test(text[lead - 1] ?? '')) lead -= 1;
  let trail = 0;
  while (trail < most - lead && text.at(-1 - trail) === version.at(-1 - trail)) trail += 1;
  const opens = (at: number) => /\s/.test(before.charAt(one.end - at)) && /\s/.test(after.charAt(other.end - at));
  while (trail > 0 && !opens(trail) && !opens(trail + 1)) trail -= 1;
  return {
    before: { start: one.start + lead, end: one.end - trail },
    after: { start: other.start + lead, end: other.end - trail },
  };
}

function grown(change: TextChange, quotable: Quotable): TextChange {
  if (change.before.start === change.before.end) return change;
  return around(change, wholeWords(quotable, change.before));
}

// A line that comes stands behind the end of the one before it, and one that goes takes its end along.
function wholeLines(change: TextChange, source: string, after: string): TextChange {
  const { before: one, after: other } = change;
  const opens = source.charAt(one.start - 1) === '\n';
  if (one.start === one.end && opens && after.charAt(other.end - 1) === '\n')
    return {
      before: { start: one.start - 1, end: one.end - 1 },
      after: { start: other.start - 1, end: other.end - 1 },
    };
  if (one.start === one.end && source.charAt(one.start) === '\n' && after.charAt(other.start) === '\n') return change;
  if (other.start === other.end && opens && source.charAt(one.end - 1) === '\n') return change;
  const next = source.indexOf('\n', change.before.end);
  const start = source.lastIndexOf('\n', change.before.start - 1) + 1;
  return around(change, { start, end: next < 0 ? source.length : next });
}

// What stands beside a change is the same on both sides, so that both grow alike.
function around(change: TextChange, before: Range): TextChange {
  const [left, right] = [change.before.start - before.start, before.end - change.before.end];
  return { before, after: { start: change.after.start - left, end: change.after.end + right } };
}

/** Two changes and what stands between them, as one. */
export function joinChanges(one: TextChange, other: TextChange): TextChange {
  const over = (a: Range, b: Range) => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });
  return { before: over(one.before, other.before), after: over(one.after, other.after) };
}
