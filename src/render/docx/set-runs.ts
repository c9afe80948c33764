import type { Run } from '../../model/redline.ts';
import { type LabelPlace, readLabel } from '../../source/label.ts';
import { labelLength } from './label-tab.ts';
import type { CitationPlace } from './redline-citations.ts';

/** A run, or a part of one, with the bookmark that it leads to where it is a citation. */
export type SetRun = Run & { readonly bookmark?: string };

const sides = ['deleted', 'inserted'] as const;

/** The runs with a tab for the single space after the label that opens them, in each of the texts that they are of. */
export function tabbedRuns(runs: readonly Run[], place: LabelPlace): readonly Run[] {
  let set = runs;
  for (const other of sides) {
    const own = set.map((run) => (run.type === other ? '' : run.text));
    const text = own.join('');
    const at = labelLength(text, place);
    if (at !== undefined && text[at] === ' ' && text[at + 1] !== ' ') set = tabAt(set, own, at);
  }
  return set;
}

function tabAt(runs: readonly Run[], own: readonly string[], at: number): readonly Run[] {
  let start = 0;
  return runs.map((run, index) => {
    const within = at - start;
    start += own[index]?.length ?? 0;
    const holds = within >= 0 && within < (own[index]?.length ?? 0) && run.formats.length === 0;
    return holds ? { ...run, text: `${run.text.slice(0, within)}\t${run.text.slice(within + 1)}` } : run;
  });
}

/** Whether a label opens the words of one of the two texts, or is all there is of them. `other`: the marks that are left out. */
export function opensWithLabel(runs: readonly Run[], place: LabelPlace, other: Run['type']): boolean {
  return readLabel(runs.map((run) => (run.type === other ? '' : run.text)).join(''), place) !== undefined;
}

/** The runs with each citation that lies in one of them set apart. Offsets are of what is not deleted. */
export function citedRuns(runs: readonly Run[], places: readonly CitationPlace[]): readonly SetRun[] {
  if (places.length === 0) return runs;
  let start = 0;
  return runs.flatMap((run): readonly SetRun[] => {
    if (run.type === 'deleted') return [run];
    const from = start;
    start += run.text.length;
    const within = places.filter((place) => place.start >= from && place.end <= start);
    return run.link === undefined && within.length > 0 ? partsOf(run, from, within) : [run];
  });
}

function partsOf(run: Run, from: number, places: readonly CitationPlace[]): readonly SetRun[] {
  const parts: SetRun[] = [];
  let at = 0;
  for (const { start, end, bookmark } of places) {
    parts.push({ ...run, text: run.text.slice(at, start - from) });
    parts.push({ ...run, text: run.text.slice(start - from, end - from), bookmark });
    at = end - from;
  }
  return [...parts, { ...run, text: run.text.slice(at) }].filter(({ text }) => text !== '');
}
