import { newLabels } from '../change/new-labels.ts';
import { numberSeries } from '../change/number-series.ts';
import { printNewLabel } from '../change/print-structural.ts';
import { depthOf, newLabel, type Renumbering } from '../change/renumber.ts';
import type { Provision } from '../model/document.ts';
import type { LabelLocator, TargetLocator } from '../model/locator.ts';
import type { Renumber } from '../model/structural-operation.ts';
import { parseLocator } from '../provision/locator-grammar.ts';
import { numberOf } from '../provision/printed-numbers.ts';
import { descendants } from '../provision/walk.ts';
import { isDocumentWideLabel, labelCore } from '../source/label.ts';
import type { Version } from './find-versions.ts';
import { referencesThatStay } from './references-that-stay.ts';
import type { Structural, Structure } from './structural.ts';

/** A provision that only changes its number, and where it is named by it. */
interface Shift extends Version {
  readonly at: LabelLocator;
  readonly as: readonly string[];
}

/**
 * Writes “renumber paragraphs 5.6 to 5.9 as 5.5 to 5.8” for the numbers that change in provisions that stay, with references following
 * where `follow`, and “omit” for what goes and leaves one of these numbers free. A number that begins with one that changes needs no instruction.
 */
export function proposeRenumberings(structure: Structure, follow: boolean): readonly Structural[] {
  const shifts = shiftsIn(structure);
  if (shifts.length === 0) return [];
  const staying = follow ? stayingIn(structure, shifts) : () => undefined;
  return [
    ...omissions(structure, shifts),
    ...runsOf(shifts, structure).map((run) => renumber(run, follow, staying(run))),
  ];
}

type Run = readonly Shift[];

// Where the citations of what a run renumbers stay, when all that is renumbered is.
function stayingIn(structure: Structure, shifts: readonly Shift[]): (run: Run) => TargetLocator | undefined {
  const instruction = { number: 0 } as Renumbering['instruction'];
  const { before: document } = structure;
  const renumberings = shifts.map(({ before: visit, after: { provision } }): Renumbering => {
    return { instruction, document, visit, label: provision.label ?? '', referencesFollow: true };
  });
  const labels = newLabels(document, renumberings);
  return (run) => referencesThatStay(new Set(run.map(({ before }) => before.provision)), labels, structure);
}

// From the shortest numbers to the longest: what follows from one that is renumbered is none of its own.
function shiftsIn({ before, versions, locators }: Structure): readonly Shift[] {
  const shifts: Shift[] = [];
  const renumberings: Renumbering[] = [];
  const staying = [...versions.staying.values()].filter(isRelabelled);
  const depths = [...new Set(staying.map(({ before: { provision } }) => depthOf(provision)))].sort((a, b) => a - b);
  for (const depth of depths) {
    const implied = newLabels(before, renumberings);
    for (const version of staying) {
      const { provision } = version.before;
      const label = version.after.provision.label ?? '';
      if (depthOf(provision) !== depth || implied.get(provision)?.label === label) continue;
      const at = locators.of(provision);
      const as = parseLocator(printNewLabel([label]));
      if (newLabel(version.before, [label], before) !== label || at?.type !== 'label') continue;
      if (!as.ok || as.locator.type !== 'label' || as.locator.of) continue;
      shifts.push({ ...version, at, as: as.locator.labels });
      const instruction = { number: 0 } as Renumbering['instruction'];
      renumberings.push({ instruction, document: before, visit: version.before, label, referencesFollow: false });
    }
  }
  return shifts;
}

function isRelabelled({ before, after }: Version): boolean {
  const [one, other] = [before.provision, after.provision];
  if (one.label === undefined || other.label === undefined || one.type === 'footnote') return false;
  return numberOf(one.label) !== numberOf(other.label);
}

// Side by side, numbered to the same depth, and counting on both before and after.
function runsOf(shifts: readonly Shift[], { before }: Structure): readonly (readonly Shift[])[] {
  const byProvision = new Map(shifts.map((shift) => [shift.before.provision, shift]));
  const runs: Shift[][] = [];
  const seen = new Set<Shift>();
  for (const shift of shifts) {
    if (seen.has(shift)) continue;
    const { provision, parents } = shift.before;
    const siblings = (parents.at(-1)?.children ?? before.children).filter(
      (one) => one.label !== undefined && depthOf(one) === depthOf(provision),
    );
    const run = [shift];
    for (let index = siblings.indexOf(provision) + 1; index < siblings.length; index += 1) {
      const next = byProvision.get(siblings[index] as Provision);
      if (!next || seen.has(next) || !isSeries([...run, next])) break;
      run.push(next);
    }
    for (const one of run) seen.add(one);
    runs.push(run);
  }
  return runs;
}

function isSeries(run: readonly Shift[]): boolean {
  const [first, last] = [run[0] as Shift, run.at(-1) as Shift];
  if (first.at.of || last.at.of || first.at.noun !== last.at.noun) return false;
  const labels = run.map(({ as }) => as.at(-1) ?? '');
  const series = numberSeries(numberOf(labels[0] ?? ''), numberOf(labels.at(-1) ?? ''), run.length);
  return series?.every((number, index) => number === numberOf(labels[index] ?? '')) ?? false;
}

function renumber(run: Run, referencesFollow: boolean, stay: TargetLocator | undefined): Structural {
  const [first, last] = [run[0] as Shift, run.at(-1) as Shift];
  const through = run.length > 1 ? { through: { at: last.at, as: last.as } } : {};
  const except = stay && { except: stay };
  const operation: Renumber = { type: 'renumber', at: first.at, as: first.as, ...through, referencesFollow, ...except };
  const { labelRange, start } = first.after.provision;
  return { operation, about: first.before.provision, after: labelRange ?? { start, end: start } };
}

// What has no version, and a number that another takes over.
function omissions({ before, after, versions, locators }: Structure, shifts: readonly Shift[]): readonly Structural[] {
  const wanted = new Set(shifts.map(({ after: { provision } }) => labelCore(provision.label ?? '')));
  const kept = new Set<Provision>([
    ...versions.staying.keys(),
    ...versions.moved.map((version) => version.before.provision),
    ...versions.merges.map(([, second]) => second.provision),
  ]);
  const gone: Provision[] = [];
  const visit = (provisions: readonly Provision[], free: (label: string) => boolean): void => {
    for (const provision of provisions) {
      const { label } = provision;
      const isFree = label !== undefined && provision.type !== 'footnote' && free(labelCore(label));
      if (isFree && !kept.has(provision) && ![...descendants(provision)].some((one) => kept.has(one)))
        gone.push(provision);
      else visit(provision.children, freeIn(provision.children));
    }
  };
  const freeIn = (siblings: readonly Provision[]) => {
    const own = new Set(
      shifts.flatMap(({ before: one, after: { provision } }) =>
        siblings.includes(one.provision) ? [labelCore(provision.label ?? '')] : [],
      ),
    );
    return (label: string) => (isDocumentWideLabel(label) ? wanted : own).has(label);
  };
  visit(before.children, freeIn(before.children));
  const end = { start: after.source.length, end: after.source.length };
  return gone.flatMap((provision): readonly Structural[] => {
    const at = locators.of(provision);
    return at ? [{ operation: { type: 'omit-provision', at }, about: provision, after: end }] : [];
  });
}
