import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as library from '../src/index.ts';
import type { RedlineBlock } from '../src/model/redline.ts';

const fixture = (name: string, file: string) =>
  readFileSync(new URL(`fixtures/${name}/${file}`, import.meta.url), 'utf8');

const redlineOf = (name: string) => {
  const change = library.parseChange(fixture(name, 'change.md'));
  const result = library.apply(change, { D: fixture(name, 'D.md') });
  if (!result.ok) throw new Error(result.refusals.map(({ text }) => text).join(' '));
  const redline = result.redlines.D;
  if (!redline) throw new Error('no redline');
  expect(library.accept(redline)).toBe(fixture(name, 'after.md'));
  expect(library.reject(redline)).toBe(fixture(name, 'D.md'));
  return redline;
};

const allBlocks = (blocks: readonly RedlineBlock[]): readonly RedlineBlock[] =>
  blocks.flatMap((block) => [block, ...('children' in block ? allBlocks(block.children) : [])]);

describe('a move that an instruction declares', () => {
  it('is one move, with its reason, and shows what was edited in it', () => {
    const redline = redlineOf('moves-a-paragraph-and-renumbers-it');
    expect(redline.changes.map(({ type }) => type)).toEqual(['move']);
    expect(redline.changes[0]).toMatchObject({
      before: 'paragraph 5.7.2',
      after: 'paragraph 5.4.1A',
      by: 1,
      reason: 'The record is part of the request.',
      edits: [{ inserted: 'that was ' }],
    });
  });

  it('lists each citation that follows inside it, with where it stood and where it stands', () => {
    const redline = redlineOf('moves-a-provision-that-cites-what-is-renumbered');
    const following = redline.changes.filter(({ type, before }) => type === 'relabelling' && before !== 'Section 5.6');
    const places = following.map(({ before, after, by, kind }) => `${before} > ${after} by ${by}, ${kind}`);
    expect(places.slice(0, 5)).toEqual([
      'paragraph 5.7.1 > paragraph 5.7.1 by 1, consequential',
      'paragraph 5.4.2 > paragraph 5.4.2 by 1, consequential',
      ...Array(3).fill('paragraph 5.4.1 > paragraph 5.4.3 by 1, consequential'),
    ]);
    expect(places).toHaveLength(8);
  });

  it('counts no citation that follows inside it among its edits', () => {
    const redline = redlineOf('moves-a-provision-that-cites-what-is-renumbered');
    const moves = redline.changes.filter(({ type }) => type === 'move');
    expect(moves.map(({ edits }) => edits)).toEqual([undefined, undefined]);
  });

  it('marks both ends with one number in the spans and in the blocks', () => {
    const redline = redlineOf('moves-a-paragraph-and-renumbers-it');
    const ends = redline.source.filter(({ move }) => move === 1).map(({ type }) => type);
    expect(new Set(ends)).toEqual(new Set(['inserted', 'deleted']));
    expect(redline.source.filter(({ type, move }) => type !== 'same' && move === undefined)).toEqual([]);
    const statuses = allBlocks(redline.blocks).flatMap(({ move, status }) => (move === 1 ? [status] : []));
    expect(new Set(statuses)).toEqual(new Set(['moved-from', 'moved-to']));
  });

  it('shows the new number as a number that changed', () => {
    const redline = redlineOf('moves-a-paragraph-and-renumbers-it');
    const runs = allBlocks(redline.blocks).flatMap((block) =>
      'runs' in block && block.status === 'moved-to' ? block.runs : [],
    );
    expect(runs.filter(({ relabel }) => relabel).map(({ text }) => text)).toEqual(['5.7.2', '5.4.1A']);
  });

  it('is shown for items, rows and definitions, however short', () => {
    const { changes } = redlineOf('moves-items-rows-and-definitions');
    expect(changes.map(({ type, before, after, by }) => ({ type, before, after, by }))).toEqual([
      { type: 'move', before: 'paragraph 5.7.2(a)', after: 'paragraph 5.6.1(c)', by: 4 },
      { type: 'move', before: 'step 5.6.2.1', after: 'step 5.6.2.1', by: 2 },
      { type: 'move', before: 'paragraph 5.6.1(b)(ii)', after: 'paragraph 5.7.2(d)', by: 1 },
      { type: 'move', before: 'the definition of “Answer”', after: 'the definition of “Answer”', by: 3 },
    ]);
    expect(changes.flatMap(({ edits }) => edits ?? [])).toEqual([]);
  });

  it('keeps what was put in, left out or changed on the way apart, with its instruction', () => {
    const { changes, blocks } = redlineOf('moves-a-provision-that-other-instructions-change');
    expect(changes.map(({ type, before, after, by }) => ({ type, before, after, by }))).toEqual([
      { type: 'substitution', before: 'paragraph 5.4.1', after: 'paragraph 5.4.1', by: 5 },
      { type: 'deletion', before: 'paragraph 5.6.1(b)(i)', by: 2 },
      { type: 'move', before: 'paragraph 5.6.1', after: 'paragraph 5.7.1A', by: 1 },
      { type: 'insertion', after: 'paragraph 5.7.1A(aa)', by: 3 },
      { type: 'relabelling', before: 'paragraph 5.4.1', after: 'paragraph 5.4.1', by: 1 },
      { type: 'relabelling', before: 'paragraph 5.7.1', after: 'paragraph 5.7.1', by: 1 },
    ]);
    expect(changes.flatMap(({ edits }) => edits ?? [])).toEqual([{ deleted: 'each', inserted: 'every' }]);
    const marks = allBlocks(blocks).flatMap((block) =>
      'runs' in block && block.status === 'moved-to' ? block.runs.filter(({ type }) => type !== 'same') : [],
    );
    expect(marks.map(({ text, by }) => ({ text, by }))).toEqual([
      { text: '5.6.1', by: 1 },
      { text: '5.7.1A', by: 1 },
      { text: 'each', by: 4 },
      { text: 'every', by: 4 },
    ]);
  });

  it('takes a section with all under it', () => {
    const { changes } = redlineOf('moves-a-section-with-all-under-it');
    expect(changes.map(({ type, before, by }) => ({ type, before, by }))).toEqual([
      { type: 'move', before: 'Section 5.6', by: 1 },
    ]);
  });
});
