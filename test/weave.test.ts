import { describe, expect, it } from 'vitest';
import type { RedlineBlock } from '../src/model/redline.ts';
import { markedBlocks, redlineOf, redlineOfEdits } from './read-redline.ts';

const blocksOf = (before: string, after: string) => redlineOf(before, after).blocks;
const marked = (before: string, after: string) => markedBlocks(redlineOf(before, after));

/** The status of every block with the types of the blocks around it, in reading order. */
function statuses(blocks: readonly RedlineBlock[], around = ''): readonly string[] {
  return blocks.flatMap((block) => {
    const path = `${around}${block.type}`;
    return [`${path} ${block.status}`, ...('children' in block ? statuses(block.children, `${path} `) : [])];
  });
}

describe('the tree of a redline', () => {
  it('says which blocks are the same, changed, inserted and deleted, outermost first', () => {
    const before = '# T\n\nOne stays.\n\n- (a) the first item\n- (b) the second item\n\nTwo goes away.\n';
    const after = '# T\n\nOne stays.\n\n- (a) the first item here\n- (b) the second item\n- (c) a third\n';
    expect(statuses(blocksOf(before, after))).toEqual([
      'heading same',
      'paragraph same',
      'list changed',
      'list item changed',
      'list item paragraph changed',
      'list item same',
      'list item paragraph same',
      'list item inserted',
      'list item paragraph inserted',
      'paragraph deleted',
    ]);
  });

  it('says where each block stands in each text', () => {
    const [, gone, kept] = blocksOf('# T\n\nAll gone now.\n\nIt stays.\n', '# T\n\nIt stays.\n');
    expect(gone).toMatchObject({ status: 'deleted', before: { start: 5, end: 18 } });
    expect(gone).not.toHaveProperty('after');
    expect(kept).toMatchObject({ status: 'same', before: { start: 20, end: 29 }, after: { start: 5, end: 14 } });
  });

  it('marks every run of a block that stands in one text only', () => {
    expect(marked('Stays.\n', 'Stays.\n\nA **new** paragraph.\n')).toEqual([
      'inserted paragraph: {+A +}{+new+}{+ paragraph.+}',
    ]);
  });

  it('has front matter as its first block, with the words that changed in a line', () => {
    const before = '---\ntitle: T\nversion: "1.0"\n---\n\nBody.\n';
    const redline = redlineOf(before, before.replace('1.0', '2.0'));
    expect(redline.blocks[0]).toMatchObject({ type: 'front-matter', status: 'changed' });
    expect(markedBlocks(redline)).toEqual(['front-matter: title: T\nversion: [-"1.0"-]{+"2.0"+}']);
  });

  it('keeps every kind of block of either text', () => {
    const text = [
      '> quoted\n',
      '[^1]: note\n\n',
      '```js\ncode\n```\n',
      '<div>\nx\n</div>\n',
      '---\n',
      '[a]: /url "t"\n',
      '| h |\n|---|\n| c |\n',
      '1. one\n',
    ];
    const types = (blocks: readonly RedlineBlock[]) => blocks.map(({ type }) => type);
    const all = ['quote', 'footnote', 'code', 'html', 'rule', 'link-definition', 'table', 'list'];
    expect(types(blocksOf(text.join('\n'), ''))).toEqual(all);
    expect(types(blocksOf('', text.join('\n')))).toEqual(all);
    expect(blocksOf('', text.join('\n'))).toMatchObject([
      {},
      { identifier: '1' },
      { language: 'js', runs: [{ text: 'code' }] },
      { runs: [{ text: '<div>\nx\n</div>' }] },
      {},
      { runs: [{ text: '[a]: /url "t"' }] },
      { align: [null], children: [{ header: true }, {}] },
      { first: 1 },
    ]);
  });

  it('shows an item replaced under its label as changed', () => {
    expect(marked('- (a) one thing; and\n- (b) another\n', '- (a) [No longer in use]\n- (b) another\n')).toEqual([
      'paragraph: (a) [-one thing; and-]{+[No longer in use]+}',
    ]);
  });

  it('cuts a list in two where a paragraph is put between its items, so that the items stay the same', () => {
    const before = '- (a) the first item\n- (b) the second item\n- (c) the third item\n';
    const after = '- (a) the first item\n- (b) the second item\n\nand so on\n\n- (c) the third item\n';
    const expected = ['inserted paragraph: {+and so on+}'];
    expect(marked(before, after)).toEqual(expected);
    expect(marked(after, before)).toEqual(['deleted paragraph: [-and so on-]']);
    expect(statuses(blocksOf(before, after)).filter((line) => line.startsWith('list '))).not.toContain('list deleted');
  });

  it('shows code in another language as deleted and inserted', () => {
    expect(marked('```js\nx\n```\n', '```ts\nx\n```\n')).toEqual(['deleted code: [-x-]', 'inserted code: {+x+}']);
  });

  it('sets each new block after the old one whose place it takes', () => {
    const before = '5.1 Alpha beta gamma.\n\n5.2 Delta epsilon zeta.\n';
    const after = '5.3 Eta theta iota.\n\n5.4 Kappa lambda mu.\n';
    const edits = [
      { start: 0, end: 21, text: '5.3 Eta theta iota.', by: 1 },
      { start: 23, end: 46, text: '5.4 Kappa lambda mu.', by: 2 },
    ];
    expect(markedBlocks(redlineOf(before, after, edits))).toEqual([
      'deleted paragraph: [-5.1 Alpha beta gamma.-]1',
      'inserted paragraph: {+5.3 Eta theta iota.+}1',
      'deleted paragraph: [-5.2 Delta epsilon zeta.-]2',
      'inserted paragraph: {+5.4 Kappa lambda mu.+}2',
    ]);
  });

  it('gathers the instructions of a block, ascending', () => {
    const redline = redlineOfEdits(
      '- (a) one two three\n- (b) four five six\n',
      ['five', '5', 2],
      ['two', '2', 7],
      ['one', '1', 3],
    );
    expect(redline.blocks[0]).toMatchObject({ by: [2, 3, 7], children: [{ by: [3, 7] }, { by: [2] }] });
  });
});

describe('a table', () => {
  const table = (...rows: readonly string[]) => `| Route | Use |\n|---|---|\n${rows.join('\n')}\n`;

  it('pairs the cells of a row by their column, though they share no words', () => {
    expect(marked(table('| SPOTI | Yes |', '| Portal | Yes |'), table('| SPOTI | No |', '| Portal | Yes |'))).toEqual([
      'cell: [-Yes-]{+No+}',
    ]);
  });

  it('has whole rows deleted and inserted', () => {
    const rows = statuses(
      blocksOf(table('| SPOTI | Yes |', '| Portal | No |'), table('| Portal | No |', '| Web | No |')),
    );
    expect(rows.filter((line) => line.startsWith('table row ') && !line.includes('cell'))).toEqual([
      'table row same',
      'table row deleted',
      'table row same',
      'table row inserted',
    ]);
  });

  it('has one head row where all its words changed', () => {
    const [changed] = blocksOf(table('| SPOTI | Yes |'), table('| SPOTI | Yes |').replace('Route | Use', 'Way | Aim'));
    expect(changed).toMatchObject({
      status: 'changed',
      children: [{ status: 'changed', header: true }, { status: 'same' }],
    });
  });

  it('stays one table where its number of columns changes', () => {
    const after = '| Route | Use | Since |\n|---|---|---|\n| SPOTI | Yes | 2018 |\n';
    expect(blocksOf(table('| SPOTI | Yes |'), after).map(({ type, status }) => `${type} ${status}`)).toEqual([
      'table changed',
    ]);
  });

  it('keeps rows of empty cells, and fills and empties a cell', () => {
    const empty = table('| | |', '| a | |');
    expect(redlineOf(empty, empty).coverage.blocksUnchanged).toBe(6);
    expect(marked(empty, table('| | |', '| a | b |'))).toEqual(['cell: {+b+}']);
    expect(marked(table('| | |', '| a | b |'), empty)).toEqual(['cell: [-b-]']);
  });
});
