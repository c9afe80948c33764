import type { Change, Operation } from '../model/change.ts';
import type { Document } from '../model/document.ts';
import type { Refusal } from '../model/message.ts';
import type { Range } from '../model/range.ts';
import { example } from './example.ts';
import type { PlannedEdit } from './planned-edit.ts';
import { printOperation } from './print-operation.ts';
import { type RefusalText, refuse } from './refusal.ts';
import { inOrder } from './splice.ts';
import { refusedPart } from './steps.ts';

/**
 * Refuses each instruction whose edits touch text that another one changes. Edits that only meet at a point do not: insertions
 * at one point stand in the order of their instructions.
 */
export function conflicts(change: Change, document: Document, edits: readonly PlannedEdit[]): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const said = new Set<string>();
  let furthest: PlannedEdit | undefined;
  let previous: PlannedEdit | undefined;
  for (const edit of inOrder(edits) as readonly PlannedEdit[]) {
    const repeated = previous && isRepeated(previous, edit) ? previous : undefined;
    const other = repeated ?? (furthest && overlaps(furthest, edit) ? furthest : undefined);
    const pair = other && `${nameOf(other)} ${nameOf(edit)}`;
    if (other && pair && !said.has(pair)) {
      said.add(pair);
      refusals.push(...conflict(change, document, other, edit));
    }
    if (!furthest || edit.end > furthest.end) furthest = edit;
    previous = edit;
  }
  return refusals;
}

// One instruction that names a place twice, or a place and what it stands in, would insert twice at one point.
function isRepeated(first: PlannedEdit, second: PlannedEdit): boolean {
  return first.start === second.start && first.end === second.end && nameOf(first) === nameOf(second);
}

function overlaps(first: PlannedEdit, second: PlannedEdit): boolean {
  return (second.start < first.end && second.end > first.start) || parts(first, second) || parts(second, first);
}

// Blocks put in at the very edge of what is merged would part it again.
function parts({ start, end, meant }: PlannedEdit, merger: PlannedEdit): boolean {
  const inserts = start === end && meant.type === 'blocks';
  return inserts && merger.meant.type === 'merge' && merger.start <= start && start <= merger.end;
}

function conflict(change: Change, document: Document, first: PlannedEdit, second: PlannedEdit): readonly Refusal[] {
  const [earlier, later] = comesFirst(first, second) ? [first, second] : [second, first];
  const refused = refusedPart(change, later.by, later.part);
  const other = refusedPart(change, earlier.by, earlier.part);
  if (!refused || !other) return [];
  const inserts = [later, earlier].find(({ start, end }) => start === end);
  const range = inserts
    ? wordsAt(document, inserts === later ? earlier : later)
    : { start: Math.max(first.start, second.start), end: Math.min(first.end, second.end) };
  const said = {
    earlier,
    range,
    document,
    earlierType: other.operation.type,
    earlierSays: `instruction ${nameOf(earlier)} (${printOperation(other.operation)})`,
  };
  return [refuse(change, refused, { ...textOf(said, later, refused.operation), other: { document, range } })];
}

// Where nothing stands at a point, the words on both sides of it.
function wordsAt({ source }: Document, { start, end }: Range): Range {
  if (start < end) return { start, end };
  const before = /\S*\s*\S*$/.exec(source.slice(Math.max(0, start - 40), start))?.[0].length ?? 0;
  const after = /^\S*[ \t]*\S*/.exec(source.slice(start, start + 40))?.[0].length ?? 0;
  return { start: start - before, end: start + after };
}

interface Conflict {
  readonly earlier: PlannedEdit;
  readonly earlierSays: string;
  readonly earlierType: Operation['type'];
  readonly range: Range;
  readonly document: Document;
}

const takeOneOut = 'Take one of the two out: what is omitted cannot be amended, nor can anything be inserted beside it';

function textOf(
  { earlier, earlierSays, earlierType, document }: Conflict,
  later: PlannedEdit,
  operation: Operation,
): RefusalText {
  if (nameOf(earlier) === nameOf(later))
    return {
      rule: 'overlapping-instructions',
      text: 'it changes the same place twice',
      advice: 'Name each place once, and none that holds another',
    };
  if (parts(later, earlier) || parts(earlier, later))
    return {
      rule: 'parts-what-is-merged',
      text: parts(later, earlier)
        ? `it inserts between the provisions that ${earlierSays} merges`
        : `it merges provisions between which ${earlierSays} inserts`,
      advice: 'Insert after the second of the two, or take one of the instructions out',
    };
  if (omits(earlier) && earlier.start <= later.start && later.end <= earlier.end)
    return {
      rule: 'target-omitted',
      text: `it amends text that ${earlierSays} omits`,
      advice: takeOneOut,
    };
  if (omits(later) && earlier.move === undefined && later.start <= earlier.start && earlier.end <= later.end)
    return { rule: 'target-omitted', text: `it omits text that ${earlierSays} amends`, advice: takeOneOut };
  if (later.by !== earlier.by && [operation.type, earlierType].includes('substitute-column'))
    return {
      rule: 'overlapping-instructions',
      text: `it touches text that ${earlierSays} already changes`,
      advice: 'Give each cell its new words in the block quote of the column, and take the other instruction out',
    };
  return {
    rule: 'overlapping-instructions',
    text: `it touches text that ${earlierSays} already changes`,
    advice: oneOfTwo(document, earlier, later, operation),
  };
}

// One instruction in place of two, in the words of the document.
function oneOfTwo({ source }: Document, first: PlannedEdit, second: PlannedEdit, { type, at }: Operation): string {
  const words = source.slice(Math.min(first.start, second.start), Math.max(first.end, second.end)).trim();
  const general = 'Make one instruction of the two, or narrow them so that each has its own words';
  const onWords = first.meant.type === 'words' && second.meant.type === 'words';
  if (!onWords || type === 'substitute-column' || words === '' || words.includes('\n')) return general;
  const one = example({ type: 'substitute-words', at, words, replacement: '…', occurrence: { type: 'only' } });
  return one === undefined ? general : `${general}. For example: ${one}`;
}

// What is taken out to be put in elsewhere is not omitted.
function omits({ meant, text, move }: PlannedEdit): boolean {
  return text === '' && meant.type === 'blocks' && move === undefined;
}

function comesFirst(one: PlannedEdit, other: PlannedEdit): boolean {
  return one.by < other.by || (one.by === other.by && (one.part ?? '') <= (other.part ?? ''));
}

function nameOf({ by, part = '' }: PlannedEdit): string {
  return `${by}${part}`;
}
