import type { Document, Provision } from '../model/document.ts';
import type { Renumber } from '../model/structural-operation.ts';
import { locate } from '../provision/locate.ts';
import { citedPath, numberOf } from '../provision/printed-numbers.ts';
import type { Target } from '../provision/target.ts';
import type { Visit } from '../provision/walk.ts';
import { isDocumentWideLabel, type LabelPlace, labelCore, readLabel } from '../source/label.ts';
import { numberSeries } from './number-series.ts';
import { printNewLabel } from './print-structural.ts';
import { referencesExcepted } from './references-excepted.ts';
import type { RefusalText } from './refusal.ts';
import { type Step, unlocated } from './steps.ts';

/** One provision that an instruction gives another number. */
export interface Renumbering {
  readonly instruction: Step;
  readonly document: Document;
  readonly visit: Visit;
  /** The label it is to have, as it will be printed. */
  readonly label: string;
  readonly referencesFollow: boolean;
  /** The provisions in which references stay. */
  readonly except?: readonly Provision[];
}

const anExample = 'say for example: Renumber paragraph 5.6 as 5.5';

/** Works out which provisions an instruction renumbers, and as what. Refuses what has no number, or a number of another kind. */
export function renumberingsOf(
  operation: Renumber,
  instruction: Step,
  document: Document,
): readonly Renumbering[] | RefusalText {
  const target = locate(document, operation.at);
  if (target.type === 'unlocated') return unlocated(target, document, operation);
  const { through } = operation;
  const except = referencesExcepted(operation, document);
  if (except && 'rule' in except) return except;
  const renumbering = (visit: Visit, as: readonly string[]): Renumbering | RefusalText => {
    const label = newLabel(visit, as, document);
    if (typeof label !== 'string') return label;
    return {
      instruction,
      document,
      visit,
      label,
      referencesFollow: operation.referencesFollow,
      ...(except && { except }),
    };
  };
  if (!through) return listed([renumbering(visitOf(target), operation.as)]);
  const last = locate(document, through.at);
  if (last.type === 'unlocated') return unlocated(last, document);
  const series = seriesOf(document, visitOf(target), visitOf(last));
  if ('rule' in series) return series;
  const labels = newLabels(operation.as, through.as, series.length);
  if (!labels) return wrongCount(document, series, operation.as, through.as);
  return listed(series.map((visit, index) => renumbering(visit, [...operation.as.slice(0, -1), labels[index] ?? ''])));
}

function listed(found: readonly (Renumbering | RefusalText)[]): readonly Renumbering[] | RefusalText {
  const refusal = found.find((one): one is RefusalText => 'rule' in one);
  return refusal ?? (found as readonly Renumbering[]);
}

function visitOf(target: Target): Visit {
  if (target.type !== 'document') return target;
  const provision: Provision = {
    type: 'other',
    ordinal: 1,
    start: 0,
    end: 0,
    words: { start: 0, end: 0 },
    children: [],
  };
  return { provision, parents: [] };
}

/** The label that a provision has after it is renumbered: its brackets, points and noun stay as they are printed. */
export function newLabel(
  { provision, parents }: Visit,
  as: readonly string[],
  document: Document,
): string | RefusalText {
  const { label, labelRange } = provision;
  const other = { document, range: provision };
  const wanted = as.at(-1) ?? '';
  if (label === undefined || !labelRange || provision.type === 'footnote')
    return {
      rule: 'no-number-there',
      text: 'expected a numbered provision, found one without a number',
      advice: anExample,
      other,
    };
  const around = citedPath([...parents, provision]).slice(0, -1);
  const given = as.slice(0, -1);
  const path = around.slice(around.length - given.length).map((one) => labelCore(one.label ?? ''));
  if (given.length > around.length || given.some((one, index) => labelCore(one) !== path[index]))
    return {
      rule: 'number-of-another-place',
      text: `expected a number in the same place, found ${printNewLabel(as)}`,
      advice: `renumbering moves nothing: name the new number alone, or say “Move … and renumber it ${wanted}”`,
      other,
    };
  const [own, next] = [numberOf(label), numberOf(wanted)];
  const at = label.lastIndexOf(own);
  const printed = label.slice(0, at) + next + label.slice(at + own.length);
  const sameKind = isDocumentWideLabel(label) === isDocumentWideLabel(wanted) && nounOf(label) === nounOf(wanted);
  if (!sameKind || !isReadAs(printed, placeOf(provision)))
    return {
      rule: 'number-of-another-kind',
      text: `expected a number like ${label}, found ${wanted}`,
      advice: 'a number keeps its kind: 5.5 for 5.6, (d) for (c), Annex B for Annex A',
      other,
    };
  if (printed === label)
    return {
      rule: 'no-effect',
      text: `the new number ${wanted} is the same as the old`,
      advice: 'take the instruction out; or, where it also moves, leave out the new number',
      other,
    };
  return printed;
}

function nounOf(label: string): string {
  return /^[a-z]+ /.exec(labelCore(label))?.[0] ?? '';
}

const places: Readonly<Partial<Record<Provision['type'], LabelPlace>>> = {
  section: 'heading',
  paragraph: 'paragraph',
  item: 'item',
  row: 'cell',
};

function placeOf({ type }: Provision): LabelPlace | undefined {
  return places[type];
}

function isReadAs(printed: string, place: LabelPlace | undefined): boolean {
  if (place === undefined) return false;
  return readLabel(place === 'cell' ? printed : `${printed} x`, place)?.label === printed;
}

// From the first to the last, what stands beside them and is numbered to the same depth.
function seriesOf(document: Document, first: Visit, last: Visit): readonly Visit[] | RefusalText {
  const siblings = first.parents.at(-1)?.children ?? document.children;
  const [from, to] = [siblings.indexOf(first.provision), siblings.indexOf(last.provision)];
  if (from < 0 || to < from)
    return {
      rule: 'not-a-series',
      text: 'expected provisions that stand side by side, the first before the last',
      advice: 'write an instruction for each',
      other: { document, range: last.provision },
    };
  const depth = depthOf(first.provision);
  return siblings
    .slice(from, to + 1)
    .filter((provision) => provision.label !== undefined && depthOf(provision) === depth)
    .map((provision) => ({ provision, parents: first.parents }));
}

/** How many parts a number has: three for `5.5.2`. */
export function depthOf({ label = '' }: Provision): number {
  return label.split('.').filter((part) => part !== '').length;
}

function newLabels(first: readonly string[], last: readonly string[], count: number): readonly string[] | undefined {
  const [from, to] = [first.at(-1) ?? '', last.at(-1) ?? ''];
  const numbers = numberSeries(numberOf(from), numberOf(to), count);
  const at = from.lastIndexOf(numberOf(from));
  return numbers?.map((number) => from.slice(0, at) + number + from.slice(at + numberOf(from).length));
}

function wrongCount(
  document: Document,
  series: readonly Visit[],
  first: readonly string[],
  last: readonly string[],
): RefusalText {
  const labels = series.map(({ provision }) => provision.label ?? '').join(', ');
  return {
    rule: 'wrong-number-of-numbers',
    text: `expected as many new numbers as there are provisions, found ${printNewLabel(first)} to ${printNewLabel(last)} for ${series.length} (${labels})`,
    advice: 'correct the last number, or write an instruction for each',
    other: { document, range: series[0]?.provision ?? { start: 0, end: 0 } },
  };
}
