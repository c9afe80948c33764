import { describe, expect, it } from 'vitest';
import { acceptRedline, rejectRedline } from '../src/compare/accept-redline.ts';
import { compareDocuments } from '../src/compare/compare-documents.ts';
import { parseDocument } from '../src/source/parse.ts';
import { markedBlocks, markedSource, redlineOf, redlineOfEdits } from './read-redline.ts';

describe('the spans of a comparison', () => {
  const law = '5.1 The DCC shall keep a list.\n\n5.2 It shall publish it each day.\n\n5.3 Nothing more is asked.\n';

  it('give the text after when accepted and the text before when rejected', () => {
    const after = law.replace('a list', 'two lists').replace('5.3 Nothing more is asked.\n', '');
    const redline = redlineOf(law, after);
    expect(acceptRedline(redline)).toBe(after);
    expect(rejectRedline(redline)).toBe(law);
  });

  it('are the same outside the edits, and bear the instruction inside them', () => {
    const redline = redlineOfEdits(law, ['a list', 'two lists', 4], ['each day', 'each week', 9]);
    expect(markedSource(redline)).toBe(
      '5.1 The DCC shall keep [-a list-]4{+two lists+}4.\n\n5.2 It shall publish it each [-day-]9{+week+}9.\n\n5.3 Nothing more is asked.\n',
    );
  });

  it('take a paragraph left out as whole lines', () => {
    expect(markedSource(redlineOf(law, law.replace('5.2 It shall publish it each day.\n\n', '')))).toBe(
      '5.1 The DCC shall keep a list.\n\n[-5.2 It shall publish it each day.\n\n-]5.3 Nothing more is asked.\n',
    );
    const items = '- (a) one thing\n- (b) another thing\n- (c) a third thing\n';
    expect(markedSource(redlineOf(items, items.replace('- (b) another thing\n', '')))).toBe(
      '- (a) one thing\n[-- (b) another thing\n-]- (c) a third thing\n',
    );
  });

  it('pair alike blocks though others are put in and left out around them', () => {
    const before = 'Alpha goes away now.\n\nThe DCC shall tell each Party of every fault.\n\nOmega stays.\n';
    const after = 'Something new stands here.\n\nThe DCC shall tell each User of every fault.\n\nOmega stays.\n';
    expect(markedBlocks(redlineOf(before, after))).toEqual([
      'deleted paragraph: [-Alpha goes away now.-]',
      'inserted paragraph: {+Something new stands here.+}',
      'paragraph: The DCC shall tell each [-Party-]{+User+} of every fault.',
    ]);
  });

  it('keep a provision under its label among others that all changed', () => {
    const lines = (word: string) =>
      [1, 2, 3, 4, 5, 6].map((number) => `5.${number} ${word.repeat(number)} of it`).join('\n\n');
    expect(markedBlocks(redlineOf(lines('alpha'), lines('omega')))).toHaveLength(6);
    expect(markedBlocks(redlineOf(lines('alpha'), lines('omega')))[2]).toBe(
      'paragraph: 5.3 [-alphaalphaalpha-]{+omegaomegaomega+} of it',
    );
  });

  it('cut neither a character beyond the basic plane nor a CRLF', () => {
    expect(redlineOf('a 😀 b', 'a 😁 b').source.map(({ text }) => text)).toEqual(['a ', '😀', '😁', ' b']);
    expect(redlineOf('a\r\n\r\nb\r\n', 'a\r\rb\r\n').source.map(({ text }) => text)).not.toContain('\n');
  });

  it('show a text with itself as one span', () => {
    expect(redlineOf(law, law)).toMatchObject({ source: [{ type: 'same', text: law }], changes: [] });
    expect(redlineOf('', '')).toMatchObject({ source: [], blocks: [], changes: [] });
  });

  it('refuse edits that overlap, or that do not make the text after', () => {
    const edit = (start: number, end: number, text: string) => ({ start, end, text, by: 1 });
    expect(() => redlineOf('abc', 'xyc', [edit(0, 2, 'x'), edit(1, 2, 'y')])).toThrow('the edits overlap');
    expect(() => redlineOf('abc', 'abd', [edit(0, 1, 'x')])).toThrow('do not make the text after');
    expect(() => redlineOf('abc', 'abcd', [])).toThrow('do not make the text after');
  });

  it('say so where a part was too large to compare whole, and stay exact', () => {
    const before = Array.from({ length: 900 }, (_, index) => (index % 2 ? 'foo bar' : 'baz')).join('\n\n');
    const after = Array.from({ length: 900 }, (_, index) => (index % 3 ? 'foo bar' : 'baz')).join('\n\n');
    const redline = redlineOf(before, after);
    expect(redline.coverage.notCompared).toEqual([expect.stringContaining('blocks stand in parts too large')]);
    expect(acceptRedline(redline)).toBe(after);
    expect(rejectRedline(redline)).toBe(before);
  });
});

describe('a redline', () => {
  it('names both versions and their hashes', () => {
    const document = parseDocument('---\nversion: "1.0"\n---\n', 'D.md');
    const redline = compareDocuments(document, parseDocument('', 'E.md'));
    expect(redline.before).toMatchObject({ path: 'D.md', version: '1.0' });
    expect(redline.after).toEqual({
      path: 'E.md',
      sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    });
    const versions = { before: { path: 'x', sha256: '1' }, after: { path: 'y', sha256: '2' } };
    expect(compareDocuments(document, document, { versions })).toMatchObject(versions);
  });

  it('counts the blocks of each text and those that are unchanged', () => {
    const redline = redlineOf('One.\n\nTwo.\n\n- three\n', 'One.\n\n- three\n- four\n- five\n');
    expect(redline.coverage).toEqual({
      blocksBefore: 3,
      blocksAfter: 4,
      blocksUnchanged: 2,
      suppressed: 0,
      notCompared: [],
    });
  });
});
