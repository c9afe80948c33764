import { describe, expect, it } from 'vitest';
import { brokenConstructs, islands, wordsMarked } from '../../bench/measure/marks.js';
import { fewestWords } from '../../bench/measure/minimum.js';
import { compareDocuments } from '../../src/compare/compare-documents.ts';
import { parseDocument } from '../../src/source/parse.ts';
import { corpusPairs, hasCorpus } from '../corpus.ts';

describe('what a redline of the corpus marks', () => {
  const measured = corpusPairs().map(({ name, before, after }) => {
    const [one, other] = [parseDocument(before, 'before.md'), parseDocument(after, 'after.md')];
    const { source } = compareDocuments(one, other);
    return {
      name,
      words: wordsMarked(source),
      fewest: fewestWords(before, after),
      islands: islands(source),
      broken: brokenConstructs(source, 'before', one.tree) + brokenConstructs(source, 'after', other.tree),
    };
  });
  const total = (field: 'words' | 'fewest' | 'islands') => measured.reduce((sum, pair) => sum + pair[field], 0);

  it.skipIf(!hasCorpus)('is at most 1.072 times the fewest words there are', () => {
    expect(total('words') / total('fewest')).toBeLessThanOrEqual(1.072);
  });

  it.skipIf(!hasCorpus)('leaves few islands of one or two words', () => {
    expect(total('islands')).toBeLessThanOrEqual(25);
  });

  for (const { name, words, fewest, broken } of measured) {
    it(`cuts no construct of ${name}`, () => {
      expect(broken).toBe(0);
    });
    // Of a few words, one more is a large part.
    if (fewest >= 100)
      it(`is in proportion to the fewest words there are in ${name}`, () => {
        expect(words / fewest).toBeLessThanOrEqual(1.25);
      });
  }
});
