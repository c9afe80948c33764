import type { LabelLocator, Locator } from '../model/locator.ts';
import type { Range } from '../model/range.ts';
import { isItemLabel } from '../provision/label-path.ts';
import { provisionNouns } from '../provision/provision-nouns.ts';
import {
  attempt,
  expected,
  rangeSince,
  type SentenceReader,
  skipLabel,
  skipMark,
  skipWord,
  takeWord,
} from '../provision/sentence-reader.ts';
import { type ClauseReader, type ClauseRule, clauseOf } from './clause.ts';
import { joinTarget, type Named, readInner } from './target-grammar.ts';

/** Rule, after “renumber”: `paragraph 5.6 as 5.5` · `paragraphs 5.6 to 5.9 as 5.5 to 5.8; references follow`. */
export const readRenumber: ClauseRule = (reader, outer) => {
  reader.form = 'renumber';
  const series = readSeries(reader, outer);
  const target = series ?? readOne(reader, outer);
  if (!target || !takeWord(reader, 'as')) return undefined;
  const as = readNewLabel(reader);
  if (!as) return undefined;
  const { at, range } = target;
  if (!series) return clauseOf({ type: 'renumber', at, as, referencesFollow: readFollows(reader) }, range);
  const last = takeWord(reader, 'to') ? readNewLabel(reader) : undefined;
  if (!last) return undefined;
  const through = { at: series.last, as: last };
  return clauseOf({ type: 'renumber', at, as, through, referencesFollow: readFollows(reader) }, range);
};

/** Rule: the number a provision is to have: `5.5`, `(d)`, `5.5.1(d)`, `Annex B`; a noun before it says nothing more. */
export function readNewLabel(reader: ClauseReader): readonly string[] | undefined {
  const named = readInner(reader);
  const at = named && joinTarget(reader, undefined, named)?.at;
  if (!at) return undefined;
  return at.type === 'label' && !at.of ? at.labels : expected(reader, 'a number (as “5.5.2A” or “(d)”)');
}

/** Rule: `; references follow`, where it stands next. */
export function readFollows(reader: ClauseReader): boolean {
  const follows = attempt(reader, () => {
    if (!skipMark(reader, ';', ',') && !skipWord(reader, 'and')) return undefined;
    skipWord(reader, 'and');
    return takeWord(reader, 'references') && takeWord(reader, 'follow');
  });
  return follows !== undefined;
}

interface Target {
  readonly at: Locator;
  readonly range: Range;
}

function readOne(reader: ClauseReader, outer: Named | undefined): Target | undefined {
  const inner = readInner(reader);
  return inner && joinTarget(reader, outer, inner);
}

function readSeries(reader: ClauseReader, outer: Named | undefined): (Target & { last: LabelLocator }) | undefined {
  const from = reader.index;
  return attempt(reader, () => {
    skipWord(reader, 'the');
    const noun = skipWord(reader, ...provisionNouns.map((singular) => `${singular}s`))?.slice(0, -1);
    const first = noun === undefined ? undefined : skipLabel(reader);
    const last = first && takeWord(reader, 'to') ? takeLabel(reader) : undefined;
    if (noun === undefined || !first || !last) return undefined;
    const range = rangeSince(reader, from);
    const one = joinTarget(reader, outer, { steps: [{ type: 'label', noun, labels: first.labels }], range });
    const labels = isItemLabel(last[0] ?? '') ? [...first.labels.slice(0, -last.length), ...last] : last;
    const other = joinTarget(reader, outer, { steps: [{ type: 'label', noun, labels }], range });
    return one && other?.at.type === 'label' ? { ...one, last: other.at } : undefined;
  });
}

function takeLabel(reader: SentenceReader): readonly string[] | undefined {
  return skipLabel(reader)?.labels ?? expected(reader, 'a number (as “5.5.2”)');
}
