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
  for (const edit of inOrder(edits) as readonly PlannedEdit[]) {
    const pair = furthest && `${nameOf(furthest)} ${nameOf(edit)}`;
    if (furthest && pair && overlaps(furthest, edit) && !said.has(pair)) {
      said.add(pair);
      refusals.push(...conflict(change, document, furthest, edit));
    }
    if (!furthest || edit.end > furthest.end) furthest = edit;
  }
  return refusals;
}

function overlaps(first: PlannedEdit, second: PlannedEdit): boolean {
  return second.start < first.end && second.end > first.start;
}

function conflict(change: Change, document: Document, first: PlannedEdit, second: PlannedEdit): readonly Refusal[] {
  const [earlier, later] = comesFirst(first, second) ? [first, second] : [second, first];
  const refused = refusedPart(change, later.by, later.part);
  const other = refusedPart(change, earlier.by, earlier.part);
  if (!refused || !other) return [];
  const inserts = later.start === later.end;
  const range = inserts
    ? { start: earlier.start, end: earlier.end }
    : { start: Math.max(first.start, second.start), end: Math.min(first.end, second.end) };
  const said = {
    earlier,
    range,
    document,
    earlierSays: `instruction ${nameOf(earlier)} (${printOperation(other.operation)})`,
  };
  return [refuse(change, refused, { ...textOf(said, later, refused.operation), other: { document, range } })];
}

interface Conflict {
  readonly earlier: PlannedEdit;
  readonly earlierSays: string;
  readonly range: Range;
  readonly document: Document;
}

function textOf({ earlier, earlierSays, document }: Conflict, later: PlannedEdit, operation: Operation): RefusalText {
  if (nameOf(earlier) === nameOf(later))
    return {
      rule: 'overlapping-instructions',
      text: 'it changes the same words twice',
      advice: 'name smaller provisions that do not hold one another',
    };
  if (omits(earlier) && earlier.start <= later.start && later.end <= earlier.end)
    return {
      rule: 'target-omitted',
      text: `it amends text that ${earlierSays} omits`,
      advice: 'Take one of the two out: what is omitted cannot be amended, nor can anything be inserted beside it',
    };
  return {
    rule: 'overlapping-instructions',
    text: `it touches text that ${earlierSays} already changes`,
    advice: oneOfTwo(document, earlier, later, operation),
  };
}

// One instruction in place of two, in the words of the document.
function oneOfTwo({ source }: Document, first: PlannedEdit, second: PlannedEdit, { at }: Operation): string {
  const words = source.slice(Math.min(first.start, second.start), Math.max(first.end, second.end)).trim();
  const general = 'Make one instruction of the two, or narrow them so that each has its own words';
  if (words === '' || words.includes('\n')) return general;
  const one = example({ type: 'substitute-words', at, words, replacement: '…', occurrence: { type: 'only' } });
  return one === undefined ? general : `${general}. For example: ${one}`;
}

function omits({ meant, text }: PlannedEdit): boolean {
  return text === '' && meant.type === 'blocks';
}

function comesFirst(one: PlannedEdit, other: PlannedEdit): boolean {
  return one.by < other.by || (one.by === other.by && (one.part ?? '') <= (other.part ?? ''));
}

function nameOf({ by, part = '' }: PlannedEdit): string {
  return `${by}${part}`;
}
