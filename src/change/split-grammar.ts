import { attempt, skipMark, skipWord, takeQuotation, takeWord } from '../provision/sentence-reader.ts';
import { type ClauseReader, type ClauseRule, clauseOf } from './clause.ts';
import { instructionForms } from './instruction-forms.ts';
import { readFollows, readNewLabel } from './renumber-grammar.ts';
import { joinOne, joinTarget, type Named, readInner } from './target-grammar.ts';

/** Rule, after “split”: `paragraph 5.1.2 before “The DCC shall”; the second part becomes 5.1.2A`. */
export const readSplit: ClauseRule = (reader, outer) => {
  reader.form = 'split';
  const inner = readInner(reader);
  const target = inner && joinOne(reader, outer, inner);
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

/** Rule, after “merge”: `paragraphs 5.1.2 and 5.1.3` · `paragraph 5.1.2 with paragraph 5.1.3; references follow`. */
export const readMerge: ClauseRule = (reader, outer) => {
  reader.form = 'merge';
  const both = readBoth(reader);
  const target = both && joinTarget(reader, outer, both);
  if (!target) return undefined;
  const [at, next, ...more] = target.at.type === 'several' ? target.at.locators : [target.at];
  if (!at || !next || more.length > 0 || at.type === 'range' || next.type === 'range') {
    reader.misfit = {
      ...target.range,
      text: 'Expected two provisions.',
      advice: `Say for example: ${instructionForms.merge}`,
    };
    return undefined;
  }
  return clauseOf({ type: 'merge', at, next, referencesFollow: readFollows(reader) }, target.range);
};

function readBoth(reader: ClauseReader): Named | undefined {
  const named = readInner(reader);
  if (!named || !skipWord(reader, 'with')) return named;
  const other = readInner(reader);
  return other && { places: [...named.places, ...other.places], range: { ...named.range, end: other.range.end } };
}
