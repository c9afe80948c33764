import { describe, expect, it } from 'vitest';
import { comparePack } from '../src/library.ts';
import type { Pack } from '../src/model/pack.ts';
import type { RedlineBlock } from '../src/model/redline.ts';
import { renderDocx, wordDocuments } from '../src/render/docx/render-docx.ts';
import type { WordBlock, WordDocument, WordInline, WordParagraph } from '../src/word/word-document.ts';
import { deleted, handmadePack, heading, inserted, item, paragraph, parent, row, same, words } from './handmade.ts';

const redlineOf = (pack: Pack) => wordDocuments(pack)[0]?.document as WordDocument;
const cleanOf = (text: string) => wordDocuments(comparePack(text, text))[1]?.document as WordDocument;

function redline(blocks: readonly RedlineBlock[], more: Parameters<typeof handmadePack>[0] = {}): WordDocument {
  return redlineOf(handmadePack({ blocks, ...more }));
}

function paragraphs(blocks: readonly WordBlock[]): readonly WordParagraph[] {
  return blocks.flatMap((block) => {
    if (block.type === 'container') return paragraphs(block.blocks);
    if (block.type === 'paragraph') return [block];
    return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => paragraphs(cell.blocks)));
  });
}

function textOf(children: readonly WordInline[]): string {
  return children
    .map((child) => ('children' in child ? textOf(child.children) : child.type === 'run' ? child.text : ''))
    .join('');
}

/** Each paragraph on a line: its style, the revision of its end, its words with theirs. Without the contents. */
function told({ blocks }: WordDocument): readonly string[] {
  const text = paragraphs(blocks).filter(({ style }) => !/^(?:TOC|Separator)/.test(style));
  return text.map(({ style, mark, children }) => {
    const runs = children.map((child) => {
      if (child.type === 'comment-start') return '«';
      if (child.type === 'comment-end') return '»';
      const text = 'children' in child ? textOf(child.children) : child.type === 'run' ? child.text : '';
      const revision = 'revision' in child ? child.revision : undefined;
      return revision ? `[${revision.type}${revision.move ?? ''}: ${text}]` : text;
    });
    return `${style}${mark ? ` (${mark.type}${mark.move ?? ''})` : ''}: ${runs.join('')}`;
  });
}

const instructions = [
  { number: 1, words: 'In paragraph 1.1, for “four” substitute “three”.\n\n> more', reason: 'Three remain.' },
  { number: 2, words: 'Omit paragraph 1.2.' },
];

describe('a redline in Word', () => {
  it('tracks words that only one text has, and hangs words from their label', () => {
    const document = redline([paragraph(same('1.1 Any of '), deleted('four'), inserted('three'), same(' routes.'))]);
    expect(told(document)).toEqual(['Provision: 1.1\tAny of [deleted: four][inserted: three] routes.']);
  });

  it('hangs words from a label that changes, in both texts', () => {
    const more = { relabel: true } as const;
    const document = redline([heading(2, deleted('5.6', 1, more), inserted('5.7', 1, more), same(' Records'))]);
    expect(told(document)).toEqual(['Heading2: «[deleted: 5.6][inserted: 5.7]»\tRecords']);
  });

  it('keeps the space after a label that is a name', () => {
    expect(told(redline([heading(2, same('Annex A Definitions'))]))).toEqual(['Heading2: Annex A Definitions']);
  });

  it('tracks the end of a paragraph that only one text has', () => {
    const document = redline([
      paragraph(inserted('New.')),
      words('paragraph', [same('One.')], { status: 'changed', ending: 'inserted' }),
      words('paragraph', [same('Two.')], { status: 'changed', ending: 'deleted' }),
      paragraph(same('Three.')),
    ]);
    expect(told(document).map((line) => line.replace(/[«»]/g, ''))).toEqual([
      'Normal (inserted): [inserted: New.]',
      'Normal (inserted): One.',
      'Normal (deleted): Two.',
      'Normal: Three.',
    ]);
  });

  it('says which instruction makes a change, and why, once for neighbours that it makes alike', () => {
    const document = redline([paragraph(deleted('a', 1)), paragraph(deleted('b', 1)), paragraph(deleted('c', 2))], {
      instructions,
    });
    const comments = document.comments.map((comment) => comment.paragraphs.map(({ children }) => textOf(children)));
    expect(comments).toEqual([
      ['Instruction 1. In paragraph 1.1, for “four” substitute “three”.', 'Reason: Three remain.'],
      ['Instruction 2. Omit paragraph 1.2.'],
    ]);
  });

  it('stands in the name of the proposer, and what only follows in a name of its own', () => {
    const document = redline(
      [paragraph(deleted('a'), inserted('b')), paragraph(deleted('5.1', 1, { relabel: true }), same(' c'))],
      { change: { proposer: 'SSC', date: '2019-05-28' } },
    );
    const authors = paragraphs(document.blocks).map(({ children }) =>
      children.flatMap((child) => ('revision' in child && child.revision ? [child.revision] : [])),
    );
    expect(authors[0]?.[0]).toEqual({ type: 'deleted', author: 'SSC', date: '2019-05-28T00:00:00Z' });
    expect(authors[1]?.[0]?.author).toBe('consequential');
    expect(document.comments[0]?.author).toBe('consequential');
    expect(document.properties.date).toBe('2019-05-28T00:00:00Z');
  });

  it('bears no date where the change has none', () => {
    const document = redline([paragraph(deleted('a'))], { change: {} });
    expect(JSON.stringify(document)).not.toContain('"date"');
  });

  it('parts a move by what was edited on the way, alike at both ends', () => {
    const runs = [same('2.1 The DCC shall '), deleted('soon '), inserted('promptly '), same('answer.')];
    const document = redline([
      words('paragraph', runs, { status: 'moved-from', move: 1 }),
      paragraph(same('Between.')),
      words('paragraph', runs, { status: 'moved-to', move: 1 }),
    ]);
    expect(told(document).map((line) => line.replace(/[«»]/g, ''))).toEqual([
      'Provision (moved-from2): [moved-from1: 2.1\tThe DCC shall ][deleted: soon ][moved-from2: answer.]',
      'ProvisionContinued: Between.',
      'Provision (moved-to2): [moved-to1: 2.1\tThe DCC shall ][inserted: promptly ][moved-to2: answer.]',
    ]);
  });

  it('tracks rows and columns, and says that a row moved', () => {
    const moved = { ...row([same('b')]), status: 'moved-from', move: 1 } as const;
    const document = redline([
      parent('table', [{ ...row([same('H')]), header: true }, row([inserted('a')]), moved], { align: ['center'] }),
    ]);
    const [table] = document.blocks;
    const rows = table?.type === 'table' ? table.rows : [];
    expect(rows.map(({ header, revision }) => [header, revision?.type])).toEqual([
      [true, undefined],
      [undefined, 'inserted'],
      [undefined, 'deleted'],
    ]);
    expect(paragraphs(document.blocks).every(({ align }) => align === 'center')).toBe(true);
    expect(document.comments.map(({ paragraphs: [first] }) => textOf(first?.children ?? []))).toEqual([
      'Row moved from here.',
    ]);
  });

  it('makes a paragraph of each line of code, so that a line comes or goes whole', () => {
    const document = redline([words('code', [same('a\n'), deleted('b\n'), same('c')], { language: 'xml' })]);
    expect(told(document)).toEqual(['Code: a', 'Code (deleted): [deleted: b]', 'Code: c']);
    expect(document.blocks.every(({ type }) => type === 'paragraph')).toBe(true);
  });

  it('shows bullets and labels of items, by their depth', () => {
    const nested = parent('item', [paragraph(same('(a) one')), parent('list', [item(same('two'))])]);
    const shown = paragraphs(redline([parent('list', [nested])]).blocks);
    expect(shown.map(({ style, bullet, children }) => [style, bullet, textOf(children)])).toEqual([
      ['Item1', undefined, '(a)\tone'],
      ['Item2', true, 'two'],
    ]);
  });

  it('has footnotes of Word where call and text come and go together, and no comment in one', () => {
    const call = (label: string) => same(label, { formats: ['footnote'], link: label });
    const note = (label: string) =>
      parent('footnote', [paragraph(deleted('old', 1), inserted('new', 1))], { identifier: label });
    const document = redline([paragraph(same('a'), call('1')), note('1')], { instructions });
    expect(document.footnotes).toHaveLength(1);
    expect(JSON.stringify(document.footnotes)).not.toContain('comment');
    expect(document.comments).toHaveLength(1);
    const twice = redline([paragraph(call('1'), call('1')), note('1')]);
    expect(twice.footnotes).toEqual([]);
    expect(told(twice).at(-1)).toContain('FootnoteText');
  });

  it('has two footnotes of Word where a call moves: one goes and one comes, each with the words of its text', () => {
    const runs = [same('2.1 Words'), same('1', { formats: ['footnote'], link: '1' })];
    const document = redline([
      words('paragraph', runs, { status: 'moved-from', move: 1 }),
      paragraph(same('Between.')),
      words('paragraph', runs, { status: 'moved-to', move: 1 }),
      parent('footnote', [paragraph(same('In '), deleted('ink'), inserted('blue'))], { identifier: '1' }),
    ]);
    const says = ({ blocks }: { readonly blocks: readonly WordBlock[] }) => told({ ...document, blocks });
    expect(document.footnotes.map((note) => [note.id, ...says(note)])).toEqual([
      [1, 'FootnoteText (deleted): [deleted: In ][deleted: ink]'],
      [2, 'FootnoteText (inserted): [inserted: In ][inserted: blue]'],
    ]);
    expect(told(document).join()).not.toContain('FootnoteText');
  });

  it('links a citation to the bookmark of what it cites', () => {
    const before = '# A\n\n1.1 See paragraph 1.2.\n\n1.2 End.\n';
    const document = redlineOf(comparePack(before, before.replace('End', 'The end')));
    const links = paragraphs(document.blocks).flatMap(({ children }) => children.filter(({ type }) => type === 'link'));
    const marks = paragraphs(document.blocks).flatMap(({ bookmarks = [] }) => bookmarks);
    expect(links).toMatchObject([{ bookmark: 'p_1_2', children: [{ text: '1.2' }] }]);
    expect(marks).toContain('p_1_2');
  });

  it('makes a link only of an address that a page may link to', () => {
    const run = (link: string) => same('here', { link });
    const document = redline([paragraph(run('https://a.example/'), run('javascript:alert(1)'))]);
    expect(paragraphs(document.blocks)[0]?.children.map(({ type }) => type)).toEqual(['link', 'run']);
  });

  it('says on every page which document, baseline and change it is', () => {
    const { header = [], footer = [], properties } = redline([], { change: { proposer: 'SSC' } });
    const { sha256 } = handmadePack({}).documents[0]?.redline.before ?? { sha256: '' };
    expect(header.map(({ children }) => textOf(children))).toEqual([
      'Appendix D: Registration Procedures\tRedline of DP074',
      `Baseline: version 1.0, sha256 ${sha256.slice(0, 12)}\tproblem statement`,
    ]);
    expect(textOf(footer[0]?.children ?? [])).toContain('Page 1 of 1');
    expect(properties).toMatchObject({
      title: 'Appendix D: Registration Procedures',
      author: 'SSC',
      language: 'en-GB',
    });
  });
});

describe('a clean text in Word', () => {
  it('keeps what Word has no element for in spans and containers', () => {
    const text = '**~~a~~** ~~**b**~~ ![c](d "e") [f][g]\n\n```ts x\nh\n```\n\n[g]: i\n';
    const document = cleanOf(text);
    const tags = JSON.stringify(document).match(/"tag":"(?:[^"\\]|\\.)*"/g);
    expect(tags?.map((tag) => JSON.parse(`{${tag}}`).tag)).toEqual([
      'strong',
      'delete',
      'delete',
      'strong',
      'image {"url":"d","title":"e"}',
      'linkReference {"identifier":"g","label":"g","referenceType":"full"}',
      'code ts x',
    ]);
  });

  it('leaves plain nesting to the runs', () => {
    expect(JSON.stringify(cleanOf('**a *b* c** [*d* e](https://f.example)\n'))).not.toContain('"span"');
  });

  it('says of lists whether their items stand apart', () => {
    const tight = paragraphs(cleanOf('- a\n- b\n').blocks);
    const loose = paragraphs(cleanOf('- a\n\n- b\n').blocks);
    expect(tight.map(({ contextualSpacing }) => contextualSpacing)).toEqual([true, true]);
    expect(loose.map(({ contextualSpacing }) => contextualSpacing)).toEqual([false, false]);
  });

  it('remembers where the text of a footnote stood', () => {
    const marks = (text: string) => paragraphs(cleanOf(text).blocks).flatMap(({ bookmarks = [] }) => bookmarks);
    expect(marks('a[^x]\n\n[^x]: note\n\nb\n')).toContain('note_at_x');
    expect(marks('a[^x]\n\nb\n\n[^x]: note\n')).not.toContain('note_at_x');
  });

  it('parts the lines of a cell, and the lines of the source', () => {
    const document = cleanOf('| a |\n|---|\n| b<br>c |\n\nd\ne\n');
    expect(told(document)).toEqual(['TableHead: a', 'TableText: b', 'TableText: c', 'Normal: d e']);
    expect(JSON.stringify(document)).toContain('"style":"LineEnd"');
  });
});

describe('the Word files of a pack', () => {
  it('are two for each document, and the same bytes each time', () => {
    const pack = comparePack('# A\n\nOne.\n', '# A\n\nTwo.\n', { path: 'a.md' });
    const files = renderDocx(pack);
    expect(files.map(({ path }) => path)).toEqual(['a.redline.docx', 'a.clean.docx']);
    expect(renderDocx(pack)).toEqual(files);
  });
});
