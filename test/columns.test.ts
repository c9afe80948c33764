import { describe, expect, it } from 'vitest';
import { acceptRedline, rejectRedline } from '../src/compare/accept-redline.ts';
import { comparePack, renderHtml, renderMarkdown } from '../src/index.ts';
import { markedBlocks, markedSource, redlineOf } from './read-redline.ts';

const steps = [1, 2, 3].map((number) => ({
  Step: `5.${number}`,
  When: `On day ${number}`,
  Who: `Party ${number}`,
  Due: `Noon ${number}`,
}));

type Heading = keyof (typeof steps)[number];

const table = (...columns: readonly Heading[]) =>
  [columns, columns.map(() => '---'), ...steps.map((step) => columns.map((column) => step[column]))]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('');

describe('a column of a table', () => {
  it('put in marks its cells and no others, each with the pipe before it', () => {
    const redline = redlineOf(table('Step', 'When', 'Who'), table('Step', 'When', 'Due', 'Who'));
    expect(markedSource(redline)).toContain('| 5.1 | On day 1 {+| Noon 1 +}| Party 1 |\n');
    expect(markedBlocks(redline)).toEqual([
      'inserted cell: {+Due+}',
      'inserted cell: {+Noon 1+}',
      'inserted cell: {+Noon 2+}',
      'inserted cell: {+Noon 3+}',
    ]);
  });

  it('left out is told as one deletion', () => {
    const redline = redlineOf(table('Step', 'When', 'Who'), table('Step', 'Who'));
    expect(markedSource(redline)).toContain('| 5.3 [-| On day 3 -]| Party 3 |\n');
    expect(redline.changes).toMatchObject([{ type: 'deletion', before: 'the table', after: 'the table' }]);
  });

  it('stays one table, with a setting for every column that either text has', () => {
    const [block] = redlineOf(table('Step', 'Who'), table('Step', 'When', 'Who', 'Due')).blocks;
    if (block?.type !== 'table') throw new Error('not a table');
    expect(block.status).toBe('changed');
    expect(block.align).toEqual([null, null, null, null]);
    const [head] = block.children;
    expect(head && 'children' in head && head.children.map(({ status }) => status)).toEqual([
      'same',
      'inserted',
      'same',
      'inserted',
    ]);
  });

  it('put in first or last, or beside another, is found as well', () => {
    for (const after of [
      table('Due', 'Step', 'When'),
      table('Step', 'When', 'Due'),
      table('Due', 'Step', 'Who', 'When'),
    ]) {
      const redline = redlineOf(table('Step', 'When'), after);
      expect(markedBlocks(redline).filter((line) => !line.startsWith('inserted cell'))).toEqual([]);
      expect(acceptRedline(redline)).toBe(after);
      expect(rejectRedline(redline)).toBe(table('Step', 'When'));
    }
  });

  it('put in while words change elsewhere marks both, and no more', () => {
    const after = table('Step', 'When', 'Due', 'Who').replace('Party 2', 'User 2');
    const marked = markedBlocks(redlineOf(table('Step', 'When', 'Who'), after));
    expect(marked).toHaveLength(5);
    expect(marked).toContain('cell: [-Party-]{+User+} 2');
  });

  it('put in beside a row put in marks the column and the row', () => {
    const after = `${table('Step', 'When', 'Who')}| 5.9 | Never | Nobody at all |\n`;
    const marked = markedBlocks(redlineOf(table('Step', 'Who'), after));
    expect(marked.filter((line) => line.includes('Party') || line.includes('Step'))).toEqual([]);
    expect(marked).toContain('inserted cell: {+Nobody at all+}');
  });
});

describe('a table', () => {
  it('whose columns were padded anew has no change', () => {
    const before = table('Step', 'When');
    const after = before.replace(/ \|/g, '    |').replace(/---/g, '-----');
    const redline = redlineOf(before, after);
    expect(redline.changes).toEqual([]);
    expect(markedBlocks(redline)).toEqual([]);
  });

  it('whose first row is left out does not mark the line under its head with it', () => {
    const before = table('Step', 'When');
    const after = before.replace('| 5.1 | On day 1 |\n', '').replace('| --- | --- |', '|---|-----|');
    const rows = redlineOf(before, after).source.filter(({ type, text }) => type === 'deleted' && text.includes('5.1'));
    expect(rows.map(({ text }) => text)).toEqual(['| 5.1 | On day 1 |\n']);
  });
});

describe('a row that only one text has, where a column was added', () => {
  const before = '| Step | Who |\n|---|---|\n| 5.1 | The DCC, at its own cost. |\n| 5.2 | Each Party that applies. |\n';
  const after = '| Step | When | Who |\n|---|---|---|\n| 5.1 | At once | The DCC, at its own cost. |\n';
  const pack = comparePack(before, after);

  it('keeps its cells under their own heads on the page', () => {
    const page = String(renderHtml(pack).find(({ path }) => path === 'document.html')?.content);
    const omitted = /<tr[^>]*data-status="deleted"[^>]*>([\s\S]*?)<\/tr>/.exec(page)?.[1] ?? '';
    const cells = omitted.match(/<t[hd][^>]*>/g) ?? [];
    expect(cells).toHaveLength(3);
    expect(cells[1]).toContain('data-told');
    expect(omitted.indexOf('Each Party')).toBeGreaterThan(omitted.indexOf(cells[2] ?? '?'));
  });

  it('keeps them there in Markdown', () => {
    const text = String(renderMarkdown(pack)[0]?.content);
    expect(text).toMatch(/\| <del>5\.2<\/del> \| +\| <del>Each Party that applies\.<\/del> \|/);
  });
});
