import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ascend, numberSeries } from '../src/change/number-series.ts';
import * as library from '../src/index.ts';

const fixture = (name: string, file: string) =>
  readFileSync(new URL(`fixtures/${name}/${file}`, import.meta.url), 'utf8');

const carriedOut = (name: string, keys: readonly string[]) => {
  const change = library.parseChange(fixture(name, 'change.md'));
  const texts = Object.fromEntries(keys.map((key) => [key, fixture(name, `${key}.md`)]));
  const result = library.apply(change, texts);
  if (!result.ok) throw new Error(result.refusals.map(({ text }) => text).join(' '));
  return { texts, result };
};

describe('a renumbering that an instruction declares', () => {
  const { texts, result } = carriedOut('renumbers-sections-and-references-follow', ['D', 'K']);

  it('amends every document that cites, and gives both texts back', () => {
    for (const key of ['D', 'K']) {
      const redline = result.redlines[key];
      if (!redline) throw new Error(key);
      expect(library.accept(redline)).toBe(result.texts[key]);
      expect(library.reject(redline)).toBe(texts[key]);
    }
  });

  it('marks nothing but numbers, each with its instruction', () => {
    const marks = Object.values(result.redlines).flatMap(({ source }) => source.filter(({ type }) => type !== 'same'));
    expect(marks.length).toBeGreaterThan(20);
    for (const mark of marks) expect(mark).toMatchObject({ relabel: true, by: 1 });
    expect(marks.every(({ text }) => /^\(?[\d.()a-z]+$/.test(text))).toBe(true);
  });

  it('lists the labels once and every citation, all as consequential', () => {
    const changes = result.redlines.D?.changes ?? [];
    expect(changes[0]).toMatchObject({
      type: 'relabelling',
      before: 'Section 5.6 to section 5.7',
      after: 'Section 5.5 to section 5.6',
      by: 1,
    });
    expect(changes.every(({ kind }) => kind === 'consequential')).toBe(true);
    expect(result.redlines.K?.changes.map(({ before }) => before)).toEqual(['paragraph 2.1', 'paragraph 2.1']);
  });

  it('tells the instruction where its citations follow in another document', () => {
    const K = result.pack.documents.find(({ key }) => key === 'K');
    expect(K?.instructions.map(({ number }) => number)).toEqual([1]);
  });
});

describe('a series of numbers', () => {
  it('counts on in figures, letters and roman figures', () => {
    expect(numberSeries('5.5', '5.8', 4)).toEqual(['5.5', '5.6', '5.7', '5.8']);
    expect(numberSeries('c', 'e', 3)).toEqual(['c', 'd', 'e']);
    expect(numberSeries('iv', 'vi', 3)).toEqual(['iv', 'v', 'vi']);
    expect(numberSeries('i', 'ii', 2)).toEqual(['i', 'ii']);
    expect(numberSeries('A', 'B', 2)).toEqual(['A', 'B']);
  });

  it('is none where it is longer or shorter, or counts something else', () => {
    expect(numberSeries('5.5', '5.8', 3)).toBeUndefined();
    expect(numberSeries('5.5', '6.8', 4)).toBeUndefined();
    expect(numberSeries('5.5', '5.8A', 4)).toBeUndefined();
  });

  it('knows the order in which numbers count', () => {
    expect(ascend(['5.9', '5.9A', '5.10', '5.10.1'])).toBe(true);
    expect(ascend(['a', 'b', 'ba', 'c'])).toBe(true);
    expect(ascend(['iv', 'v', 'ix'])).toBe(true);
    expect(ascend(['5.7', '5.6'])).toBe(false);
  });
});
