import type { Change, Instruction, Operation, Together } from '../model/change.ts';
import type { Document } from '../model/document.ts';
import type { Locator, RangeLocator, SeveralLocator, TargetLocator } from '../model/locator.ts';
import type { Range } from '../model/range.ts';
import type { StructuralOperation } from '../model/structural-operation.ts';
import { locate } from '../provision/locate.ts';
import { printTarget } from '../provision/print-target.ts';
import type { Unlocated } from '../provision/target.ts';
import { example } from './example.ts';
import { instructionForms } from './instruction-forms.ts';
import { partLabel } from './part-label.ts';
import type { RefusalText } from './refusal.ts';
import { substitutedTogether } from './substituted-together.ts';

type Single<One> = One extends { readonly at: TargetLocator } ? Omit<One, 'at'> & { readonly at: Locator } : never;

/** An operation on one place. */
export type SingleOperation = Single<Exclude<Operation, Together | StructuralOperation>> | StructuralOperation;

/** One thing that an instruction asks of one place of one document; planning knows nothing else. */
export interface Step {
  readonly number: number;
  /** The part of the instruction that asks it: `(b)`, `(b)(ii)`. */
  readonly part?: string;
  /** The letter of the option it belongs to. */
  readonly option?: string;
  readonly targetRange: Range;
  readonly wordsRange?: Range;
  /** `unexpanded`: its range of provisions is not to be found. */
  readonly operation: SingleOperation | { readonly type: 'unexpanded'; readonly refusal: RefusalText };
}

/** An instruction without lists of parts, or one part of it. */
type Plain = Omit<Step, 'operation'> & { readonly operation: Exclude<Operation, Together> };

/** The steps of an instruction in one of its documents, in order: each part, each place of each target. */
export function stepsIn(instruction: Instruction, document: Document): readonly Step[] {
  return plainParts(instruction).flatMap((plain): readonly Step[] => {
    const { operation } = plain;
    const places = placesOf(operation.at, document);
    const repeated = repeatedSentence(operation);
    if (repeated) return [{ ...plain, operation: { type: 'unexpanded', refusal: repeated } }];
    if ('rule' in places) return [{ ...plain, operation: { type: 'unexpanded', refusal: places } }];
    const together =
      operation.type === 'substitute-provision' && places.length > 1
        ? substitutedTogether(operation.content, places)
        : undefined;
    if (together) return together.map((one) => ({ ...plain, operation: one }));
    return places.map((at) => ({ ...plain, operation: { ...operation, at } as SingleOperation }));
  });
}

/** The instruction with this number, or its part with this letter, for a refusal found after planning. */
export function refusedPart(change: Change, by: number, part: string | undefined): Plain | undefined {
  const instruction = change.instructions.find(({ number }) => number === by);
  if (!instruction) return undefined;
  const parts = plainParts(instruction);
  return parts.find((plain) => plain.part === part) ?? parts[0];
}

function plainParts(instruction: Instruction): readonly Plain[] {
  const { number, option, targetRange, wordsRange, operation } = instruction;
  const found: Plain[] = [];
  const collect = (
    asked: Pick<Instruction, 'operation' | 'targetRange' | 'wordsRange'>,
    label: string,
    depth: number,
  ) => {
    const { operation: own } = asked;
    if (own.type === 'together') {
      for (const [index, part] of own.parts.entries()) collect(part, `${label}${partLabel(depth, index)}`, depth + 1);
      return;
    }
    const { targetRange: at, wordsRange: words } = asked;
    const place = { targetRange: at, ...(words && { wordsRange: words }) };
    const owner = { number, ...(label !== '' && { part: label }), ...(option !== undefined && { option }) };
    found.push({ ...owner, ...place, operation: own });
  };
  collect({ operation, targetRange, ...(wordsRange && { wordsRange }) }, '', 0);
  return found;
}

// “For the second and third sentences substitute “X””: the drafter means one text in place of both.
function repeatedSentence({ type, at }: Operation): RefusalText | undefined {
  if (type !== 'substitute-provision' || at.type !== 'several') return undefined;
  const holders = at.locators.flatMap((one) => (one.type === 'sentence' ? [JSON.stringify(one.of)] : []));
  if (new Set(holders).size === holders.length) return undefined;
  return {
    rule: 'several-sentences',
    text: 'expected one sentence of a paragraph to be replaced, found several: the new words would stand in place of each',
    advice: `name the words that go by where they begin and end: ${instructionForms['substitute-stretch']}`,
  };
}

/** The places that a target names, one by one: of a range, each provision that stands in it. */
export function placesOf(at: TargetLocator, document: Document): readonly Locator[] | RefusalText {
  if (at.type !== 'several' && at.type !== 'range') return [at];
  const places: Locator[] = [];
  for (const member of at.type === 'several' ? at.locators : [at]) {
    const found = member.type === 'range' ? placesBetween(member, document) : [member];
    if ('rule' in found) return found;
    places.push(...found);
  }
  return places;
}

// A range is named by its ends: what stands between them, each numbered, under one parent.
function placesBetween(range: RangeLocator, document: Document): readonly Locator[] | RefusalText {
  const from = locate(document, range.from);
  const to = locate(document, range.to);
  if (from.type === 'unlocated') return unlocated(from, document);
  if (to.type === 'unlocated') return unlocated(to, document);
  if (from.type !== 'provision' || to.type !== 'provision') return notARange(range, 'one of them is no provision');
  const siblings = from.parents.at(-1)?.children ?? document.children;
  const first = siblings.indexOf(from.provision);
  const last = siblings.indexOf(to.provision);
  if (last < 0) return notARange(range, 'they do not stand under one heading or in one list', [range.from, range.to]);
  if (last <= first)
    return notARange(range, 'the second does not come after the first', [{ ...range, from: range.to, to: range.from }]);
  const between = siblings.slice(first, last + 1);
  const unnumbered = between.find(({ label }) => label === undefined);
  if (unnumbered)
    return {
      ...notARange(range, 'something without a number stands between them'),
      other: { document, range: unnumbered },
    };
  const outer = range.from.labels.slice(0, -1);
  return between.map(({ label = '' }) => ({ ...range.from, labels: [...outer, label] }));
}

function notARange(range: RangeLocator, reason: string, right: SeveralLocator['locators'] = []): RefusalText {
  const [only] = right;
  const shown = only && printTarget(right.length === 1 ? only : { type: 'several', locators: right });
  return {
    rule: 'not-a-range',
    text: `expected ${printTarget(range)} to follow one another, but ${reason}`,
    advice: shown ? `Name each provision, or say “${shown}”` : 'Name each provision by its number',
  };
}

/** Why a place cannot be found, as a refusal, with the drafter's own instruction on the nearest place that would fit. */
export function unlocated(target: Unlocated, document: Document, operation?: SingleOperation): RefusalText {
  const { instead } = target;
  const right = instead && operation && { ...operation, at: replaced(operation.at, instead.of, instead.nearest) };
  const shown = right && example(right);
  return {
    rule: target.reason === 'missing' ? 'no-such-provision' : 'more-than-one-provision',
    text: target.text,
    advice:
      [target.advice, otherAppendix(operation) ?? (shown && `For example: ${shown}`)].filter(Boolean).join('. ') ||
      undefined,
    other: target.near && { document, range: target.near },
  };
}

// A drafter who names an appendix may mean another document.
function otherAppendix(operation: SingleOperation | undefined): string | undefined {
  const [first = ''] = operation?.at.type === 'label' ? operation.at.labels : [];
  if (!/^Appendix [A-Z0-9]+$/.test(first)) return undefined;
  return `To amend another appendix of the Code, put the instruction under its heading: “## ${first}”, or, where it is for several, under “## Several appendices”`;
}

function replaced(at: Locator, one: Locator, other: Locator): Locator {
  if (at === one) return other;
  return 'of' in at && at.of ? ({ ...at, of: replaced(at.of, one, other) } as Locator) : at;
}

/** The part of the instruction that asks a step, as its edits carry it. */
export function partOf({ part }: Step): { readonly part?: string } {
  return part === undefined ? {} : { part };
}
