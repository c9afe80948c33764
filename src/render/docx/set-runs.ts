import type { Run } from '../../model/redline.ts';
import { type LabelPlace, readLabel } from '../../source/label.ts';
import { labelLength } from './label-tab.ts';
import type { CitationPlace } from './redline-citations.ts';

/** A run, or a part of one, with the bookmark that it leads to where it is a citation. */
export type SetRun = Run & { readonly bookmark?: string };

/** What words stand as in each text, as far as a label can open them; undefined where none does. */
export interface LabelPlaces {
  readonly before: LabelPlace | undefined;
  readonly after: LabelPlace | undefined;
}

/**
 * The runs with a tab for the single space after the label that opens them, in each of the texts that they are of. A space that is in both
 * texts is one only where a label ends there in both: where a paragraph was split, the other text has it between words.
 */
export function tabbedRuns(runs: readonly Run[], places: LabelPlaces): readonly Run[] {
  const [before, after] = [labelEnd(runs, 'inserted', places.before), labelEnd(runs, 'deleted', places.after)];
  return runs.map((run, index) => {
    const ends = [before, after].filter((end) => end?.run === index);
    const [end] = ends;
    const isShared = run.type !== 'same' || (ends.length === 2 && ends[0]?.at === ends[1]?.at);
    if (!end || !isShared || run.formats.length > 0) return run;
    return { ...run, text: `${run.text.slice(0, end.at)}\t${run.text.slice(end.at + 1)}` };
  });
}

/** The single space after the label that opens the text without the marks `other`, by its run. */
function labelEnd(
  runs: readonly Run[],
  other: Run['type'],
  place: LabelPlace | undefined,
): { readonly run: number; readonly at: number } | undefined {
  const own = runs.map((run) => (run.type === other ? '' : run.text));
  const text = own.join('');
  const at = place && labelLength(text, place);
  if (at === undefined || text[at] !== ' ' || text[at + 1] === ' ') return undefined;
  let start = 0;
  const run = own.findIndex((words) => {
    start += words.length;
    return at < start;
  });
  return { run, at: at - start + (own[run]?.length ?? 0) };
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
