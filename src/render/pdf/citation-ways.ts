import type { PackDocument } from '../../model/pack.ts';
import type { Range } from '../../model/range.ts';
import type { RedlineBlock, Run } from '../../model/redline.ts';
import { nameProvision } from '../../provision/name-provision.ts';
import { references } from '../../provision/references.ts';

/** Where a citation of the text after leads: the place in the source at which it is written, and the provision that it cites. */
export interface CitationWay {
  readonly start: number;
  readonly end: number;
  /** The key of the document, and the fragment name of the provision in it; absent where the document itself is cited. */
  readonly document: string;
  readonly id?: string;
}

/** A run, or a part of one, that cites a place in the file. */
export type CitingRun = Run & { readonly to?: string };

/** Where the citations in the texts after lead, by the key of the document they stand in, in order of place. */
export function citationWays(documents: readonly PackDocument[]): ReadonlyMap<string, readonly CitationWay[]> {
  const names = new Map(documents.map(({ key, after }) => [key, nameProvision(after)]));
  const ways = new Map<string, CitationWay[]>(documents.map(({ key }) => [key, []]));
  for (const { start, end, document, cited, target } of references(documents.map(({ after }) => after))) {
    if (!cited || !target || target.type === 'unlocated') continue;
    const id = target.type === 'document' ? undefined : names.get(cited.key)?.get(target.provision)?.id;
    if (target.type !== 'document' && id === undefined) continue;
    ways.get(document.key)?.push({ start, end, document: cited.key, ...(id === undefined ? {} : { id }) });
  }
  for (const list of ways.values()) list.sort((one, other) => one.start - other.start || one.end - other.end);
  return ways;
}

/**
 * The runs of a block with the citations in them set apart, each with where it leads. A citation is known in the words by how often the same
 * words stand before it in the source; one that is written otherwise than it shows is left as it is.
 */
export function citingRuns(
  block: Extract<RedlineBlock, { readonly runs: readonly Run[] }>,
  source: string,
  ways: readonly CitationWay[],
  placeOf: (way: CitationWay) => string | undefined,
): readonly CitingRun[] {
  const { after, runs } = block;
  if (!after) return runs;
  const own = waysWithin(after, ways);
  if (own.length === 0) return runs;
  const text = runs.flatMap((run) => (run.type === 'deleted' ? [] : [run.text])).join('');
  const cuts = own.flatMap((way) => {
    const words = source.slice(way.start, way.end);
    const start = nthIndex(text, words, occurrences(source.slice(after.start, way.start), words));
    const to = placeOf(way);
    return start < 0 || to === undefined ? [] : [{ start, end: start + words.length, to }];
  });
  return cutRuns(runs, cuts);
}

function waysWithin({ start, end }: Range, ways: readonly CitationWay[]): readonly CitationWay[] {
  let from = 0;
  // A long document has thousands of ways, and each of its blocks asks.
  for (let until = ways.length; from < until; ) {
    const middle = (from + until) >> 1;
    if ((ways[middle]?.start ?? end) < start) from = middle + 1;
    else until = middle;
  }
  const own: CitationWay[] = [];
  for (let way = ways[from]; way && way.start < end; from += 1, way = ways[from]) if (way.end <= end) own.push(way);
  return own;
}

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly to: string;
}

function cutRuns(runs: readonly Run[], cuts: readonly Cut[]): readonly CitingRun[] {
  const pieces: CitingRun[] = [];
  let at = 0;
  for (const run of runs) {
    if (run.type === 'deleted') {
      pieces.push(run);
      continue;
    }
    const end = at + run.text.length;
    const edges = new Set([at, end, ...cuts.flatMap((cut) => [cut.start, cut.end])]);
    const inside = [...edges].filter((edge) => at <= edge && edge <= end).sort((one, other) => one - other);
    if (at === end) pieces.push(run);
    for (const [index, from] of inside.slice(0, -1).entries()) {
      const until = inside[index + 1] ?? end;
      const cut = cuts.find(({ start, end: last }) => start <= from && until <= last);
      pieces.push({ ...run, text: run.text.slice(from - at, until - at), ...(cut ? { to: cut.to } : {}) });
    }
    at = end;
  }
  return pieces;
}

function occurrences(text: string, words: string): number {
  return text.split(words).length - 1;
}

function nthIndex(text: string, words: string, count: number): number {
  let at = text.indexOf(words);
  for (let skipped = 0; skipped < count && at >= 0; skipped += 1) at = text.indexOf(words, at + 1);
  return at;
}
