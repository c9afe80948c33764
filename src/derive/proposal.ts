import { omissionEdits } from '../change/omissions.ts';
import type { PlannedEdit, Work } from '../change/planned-edit.ts';
import { inOrder } from '../change/splice.ts';
import { stepsIn } from '../change/steps.ts';
import { sameTables } from '../change/tables-after.ts';
import { workOut } from '../change/work-out.ts';
import type { Instruction, Operation } from '../model/change.ts';
import type { Document, Provision } from '../model/document.ts';
import type { Edit, Range } from '../model/range.ts';
import type { LocatorFinder } from '../provision/locator-of.ts';
import type { Correspondence } from './correspondence.ts';
import type { Pair, Run } from './pair.ts';
import type { Written } from './written.ts';

/** All that proposers ask of. */
export interface Deriving {
  readonly correspondence: Correspondence;
  readonly locators: LocatorFinder;
}

/** One instruction proposed, the pair it is written for, and the part of the text after that it makes. */
export interface Proposal extends Written {
  readonly owner: Pair;
  /** What it asks of the text before. */
  readonly work: Work;
  /** What it stands between, where it takes provisions out or puts them in. */
  readonly run?: Run;
  /** What it takes out whole, or leaves only the number of. */
  readonly omitted?: Provision;
  /** The words that change, without those quoted around them only to name the place. */
  readonly bare?: { readonly words: string; readonly replacement: string; readonly at: Range };
}

/**
 * Writes the instructions for one pair and, through other proposers, for what stands in it: the finest first. Undefined where
 * it cannot, so that the next is asked. A further kind of operation is a further proposer.
 */
export type Proposer = (pair: Pair, deriving: Deriving) => readonly Proposal[] | undefined;

/** What an operation asks of the text before, as an instruction would; undefined where it would be refused. */
export function workOutOperation(document: Document, operation: Operation): Work | undefined {
  const range = { start: 0, end: 0 };
  const instruction: Instruction = {
    ...{ type: 'instruction', number: 1, documents: [document.key] },
    ...{ operation, targetRange: range, ...range },
  };
  const documents = new Map([[document.key, document]]);
  const works = stepsIn(instruction, document).map((step) => workOut(step, document, documents, sameTables));
  const found = works.filter((work): work is Work => 'edits' in work && 'omissions' in work);
  if (found.length < works.length) return undefined;
  return {
    edits: found.flatMap(({ edits }) => edits),
    omissions: found.flatMap(({ omissions }) => omissions),
  };
}

/** The edits that several proposals come to together, each by its number from 1, in the order of the text. */
export function editsOf(source: string, works: readonly Work[]): readonly PlannedEdit[] {
  const edits = works.flatMap((work, index) => work.edits.map((edit) => ({ ...edit, by: index + 1 })));
  const omissions = works.flatMap((work, index) => work.omissions.map((omission) => ({ ...omission, by: index + 1 })));
  return inOrder([...edits, ...omissionEdits(source, omissions)]) as readonly PlannedEdit[];
}

/** The part of the text before that a proposal reaches over. */
export function reachOf({ work }: Proposal): Range {
  const parts = [...work.edits, ...work.omissions];
  return {
    start: parts.reduce((least, { start }) => Math.min(least, start), Number.MAX_SAFE_INTEGER),
    end: parts.reduce((most, { end }) => Math.max(most, end), 0),
  };
}

/** A range of a text with the edits in it put in; undefined where they overlap or reach out of the range. */
export function spliceRange(source: string, range: Range, edits: readonly Edit[]): string | undefined {
  let at = range.start;
  let text = '';
  for (const edit of inOrder(edits)) {
    if (edit.start < at) return undefined;
    text += source.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return at > range.end ? undefined : text + source.slice(at, range.end);
}
