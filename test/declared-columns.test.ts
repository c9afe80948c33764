import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as library from '../src/index.ts';

const fixture = (name: string, file: string) =>
  readFileSync(new URL(`fixtures/${name}/${file}`, import.meta.url), 'utf8');

const changesOf = (name: string) => {
  const result = library.apply(library.parseChange(fixture(name, 'change.md')), { D: fixture(name, 'D.md') });
  if (!result.ok) throw new Error(result.refusals.map(({ text }) => text).join(' '));
  const redline = result.redlines.D;
  if (!redline) throw new Error('no redline');
  expect(library.accept(redline)).toBe(fixture(name, 'after.md'));
  expect(library.reject(redline)).toBe(fixture(name, 'D.md'));
  return redline.changes.map(({ type, by }) => ({ type, by }));
};

describe('a column that an instruction puts in, takes out or substitutes', () => {
  it('is one insertion', () => {
    expect(changesOf('inserts-columns')).toEqual([
      { type: 'insertion', by: 1 },
      { type: 'insertion', by: 2 },
    ]);
  });

  it('is one deletion, beside what is changed in other columns', () => {
    expect(changesOf('omits-columns')).toEqual([
      { type: 'deletion', by: 1 },
      { type: 'substitution', by: 2 },
    ]);
    expect(changesOf('omits-the-last-column')).toEqual([{ type: 'deletion', by: 1 }]);
  });

  it('is told cell by cell where it is substituted, and what stays is not told', () => {
    expect(changesOf('substitutes-columns')).toEqual([
      { type: 'substitution', by: 1 },
      { type: 'insertion', by: 2 },
      { type: 'insertion', by: 1 },
      { type: 'deletion', by: 2 },
      { type: 'substitution', by: 3 },
    ]);
  });
});
