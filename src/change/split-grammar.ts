import { provisionNouns } from '../provision/provision-nouns.ts';
import {
  attempt,
  rangeSince,
  skipLabel,
  skipMark,
  skipWord,
  takeQuotation,
  takeWord,
} from '../provision/sentence-reader.ts';
import { type ClauseReader, type ClauseRule, clauseOf } from './clause.ts';
import { readFollows, readNewLabel } from './renumber-grammar.ts';
import { joinTarget, type Named, readInner } from './target-grammar.ts';

/** Rule, after “split”: `paragraph 5.1.2 before “The DCC shall”; the second part becomes 5.1.2A`. */
export const readSplit: ClauseRule = (reader, outer) => {
  reader.form = 'split';
  const inner = readInner(reader);
  const target = inner && joinTarget(reader, outer, inner);
  const words = target && takeWord(reader, 'before') ? takeQuotation(reader) : undefined;
  if (!target || !words) return undefined;
  const becomes = attempt(reader, () => {
    if (!skipMark(reader, ';', ',')) return undefined;
    skipWord(reader, 'and');
    skipWord(reader, 'the');
    return takeWord(reader, 'second') && takeWord(reader, 'part') && takeWord(reader, 'becomes');
  });
  const as = becomes ? readNewLabel(reader) : undefined;
  if (becomes && !as) return undefined;
  const operation = { type: 'split', at: target.at, words: words.text } as const;
  return { ...clauseOf(as ? { ...operation, as } : operation, target.range), wordsRange: words.inside };
};

/** Rule, after “merge”: `paragraphs 5.1.2 and 5.1.3` · `paragraph 5.1.2 and paragraph 5.1.3; references follow`. */
export const readMerge: ClauseRule = (reader, outer) => {
  reader.form = 'merge';
  const pair = readPair(reader) ?? readBoth(reader);
  const first = pair && joinTarget(reader, outer, pair[0]);
  const second = pair && joinTarget(reader, outer, pair[1]);
  if (!first || !second) return undefined;
  const referencesFollow = readFollows(reader);
  return clauseOf({ type: 'merge', at: first.at, next: second.at, referencesFollow }, first.range);
};

type Pair = readonly [Named, Named];

function readPair(reader: ClauseReader): Pair | undefined {
  return attempt(reader, () => {
    skipWord(reader, 'the');
    const noun = skipWord(reader, ...provisionNouns.map((singular) => `${singular}s`))?.slice(0, -1);
    const first = noun === undefined ? undefined : readLabelled(reader, noun);
    const second =
      first && takeWord(reader, 'and', 'with') && noun !== undefined ? readLabelled(reader, noun) : undefined;
    return first && second && [first, second];
  });
}

function readLabelled(reader: ClauseReader, noun: string): Named | undefined {
  const from = reader.index;
  const label = skipLabel(reader);
  return label && { steps: [{ type: 'label', noun, labels: label.labels }], range: rangeSince(reader, from) };
}

function readBoth(reader: ClauseReader): Pair | undefined {
  const first = readInner(reader);
  const second = first && takeWord(reader, 'and', 'with') ? readInner(reader) : undefined;
  return first && second && [first, second];
}
