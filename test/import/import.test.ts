import { describe, expect, it } from 'vitest';
import { importDocument } from '../../src/import/import-document.ts';
import { deepestItem } from '../../src/import/place-items.ts';
import { parseDocument } from '../../src/source/parse.ts';
import type { WordInline } from '../../src/word/word-document.ts';
import { heading, imported, lines, markdown, numbered, paragraph, plain, run, table, word } from './word.ts';

describe('headings and numbers', () => {
  it('take the levels of the headings and the numbers that Word computes', () => {
    expect(markdown(heading(1, 'Subscribers', '5'), heading(2, 'Routes', '5.1'), plain('Words.'))).toBe(
      lines('# 5 Subscribers', '', '## 5.1 Routes', '', 'Words.'),
    );
  });

  it('turn the tab after a number that was typed into one space', () => {
    expect(markdown(heading(2, '5.1\tRoutes'), plain('5.1.1\tThe DCC shall answer.'))).toBe(
      lines('## 5.1 Routes', '', '5.1.1 The DCC shall answer.'),
    );
  });

  it('write the number of a paragraph as text, whatever list Word counts it in', () => {
    expect(markdown(numbered('5.1.1', 'The DCC shall answer.', 2))).toBe('5.1.1 The DCC shall answer.');
    expect(markdown(numbered('Article 3', 'The DCC shall answer.'))).toBe('Article 3 The DCC shall answer.');
  });

  it('take a label out of the marks that are set on it', () => {
    expect(markdown(plain([run('5.1.1', { bold: true }), run('\t'), run('Words.')]))).toBe('5.1.1 Words.');
  });

  it('are never guessed from looks, and a line that may be a heading is told', () => {
    const { markdown: text, told } = imported(plain([run('5.1 Routes', { bold: true })]), plain('Words.'));
    expect(text).toBe(lines('**5.1 Routes**', '', 'Words.', ''));
    expect(told).toEqual([
      {
        what: 'a line in bold that may be a heading, kept as a paragraph: it has no style of a heading',
        where: 'paragraph 1',
      },
    ]);
  });

  it('carry a heading that is too deep as level 6, and tell it', () => {
    const { markdown: text, told } = imported(heading(8, 'Deep'));
    expect(text).toBe('###### Deep\n');
    expect(told).toEqual([{ what: 'a heading of level 8, carried as level 6', where: 'paragraph 1' }]);
  });
});

describe('lists', () => {
  it('nest by how far items stand from the margin, and keep their labels as text', () => {
    const text = markdown(
      plain('5.1.1\tAn applicant may send its request:', 720),
      numbered('(a)', 'via the Internet;', 0, 1440),
      numbered('(b)', 'via the Gateway, where:', 0, 1440),
      numbered('(i)', 'it has the equipment; and', 0, 2160),
      numbered('(ii)', 'the equipment is tested; or', 0, 2160),
      numbered('(c)', 'by post,', 0, 1440),
      plain('and shall keep a record.', 720),
    );
    expect(text).toBe(
      lines(
        ...['5.1.1 An applicant may send its request:', ''],
        ...['- (a) via the Internet;', '- (b) via the Gateway, where:'],
        ...['  - (i) it has the equipment; and', '  - (ii) the equipment is tested; or', '- (c) by post,', ''],
        'and shall keep a record.',
      ),
    );
    const [document] = parseDocument(text, 'D.md').children;
    expect(document?.children.map(({ type }) => type)).toEqual(['item', 'item', 'item', 'paragraph']);
  });

  it('nest by the levels of Word where all stand equally far', () => {
    expect(
      markdown(numbered('(a)', 'one:', 0, 0), numbered('(i)', 'two;', 1, 0), numbered('(b)', 'three.', 0, 0)),
    ).toBe(lines('- (a) one:', '  - (i) two;', '- (b) three.'));
  });

  it('take labels that were typed before a tab for items', () => {
    expect(markdown(plain('(a)\tone; and', 720), plain('i.\ttwo;', 1440), plain('b)\tthree.', 720))).toBe(
      lines('- (a) one; and', '  - i. two;', '- b) three.'),
    );
  });

  it('keep the numbers of an ordered list as they were printed', () => {
    expect(markdown(numbered('3.', 'three'), numbered('4.', 'four'), numbered('7.', 'seven'))).toBe(
      lines('3. three', '4. four', '7. seven'),
    );
  });

  it('put a paragraph that stands under an item into it, and bullets into bullets', () => {
    expect(
      markdown(numbered('•', 'one', 0, 720), plain('more of one', 720), numbered('•', 'two', 0, 720), plain('after')),
    ).toBe(lines('- one', '', '  more of one', '- two', '', 'after'));
  });

  it('put a paragraph into an item that begins with its whole text', () => {
    expect(markdown(paragraph('item 1', '(a)\tone:'), paragraph('item 1 continued', 'more'), plain('after'))).toBe(
      lines('- (a) one:', '', '  more', '', 'after'),
    );
  });
});

describe('tables', () => {
  it('keep the paragraphs of a cell apart', () => {
    expect(markdown(table(['Step', 'Obligation'], ['5.1.3.1', 'Refuse it, or\naccept it.']))).toBe(
      lines('| Step | Obligation |', '|---|---|', '| 5.1.3.1 | Refuse it, or<br>accept it. |'),
    );
  });

  it('keep the items of a cell readable', () => {
    const cell = { blocks: [plain('one of:'), numbered('(a)', 'this;'), numbered('•', 'that.')] };
    expect(
      markdown({
        ...table(['Step']),
        rows: [{ header: true, cells: [{ blocks: [plain('Step')] }] }, { cells: [cell] }],
      }),
    ).toBe(lines('| Step |', '|---|', '| one of:<br>(a) this;<br>• that. |'));
  });

  it('leave merged cells empty but for the first, and tell them', () => {
    const { markdown: text, told } = imported({
      type: 'table',
      columns: [],
      rows: [
        { header: true, cells: [{ blocks: [plain('A')] }, { blocks: [plain('B')] }, { blocks: [plain('C')] }] },
        { cells: [{ columns: 2, blocks: [plain('wide')] }, { blocks: [plain('c')] }] },
        { cells: [{ merged: true, blocks: [plain('')] }, { blocks: [plain('b')] }, { blocks: [plain('d')] }] },
      ],
    });
    expect(text).toBe(lines('| A | B | C |', '|---|---|---|', '| wide | | c |', '| | b | d |', ''));
    expect(told).toEqual([
      { what: 'a cell merged across 2 columns: its text stands in the first', where: 'table 1, row 2, cell 1' },
      { what: 'a cell merged with the one above: it is left empty', where: 'table 1, row 3, cell 1' },
    ]);
  });

  it('tell a table without a head, and a table in a cell, of which no word is lost', () => {
    const { markdown: text, told } = imported({
      type: 'table',
      columns: [],
      rows: [
        { cells: [{ blocks: [plain('a')] }] },
        { cells: [{ blocks: [table(['x', 'y'], ['1', '2']), plain('')] }] },
      ],
    });
    expect(text).toBe(lines('| a |', '|---|', '| x \\| y<br>1 \\| 2 |', ''));
    expect(told.map(({ what, where }) => `${where}: ${what}`)).toEqual([
      'table 1: a table without a head: its first row stands as one',
      'table 1, row 2, cell 1: a table in a cell, carried as lines of text',
    ]);
  });
});

describe('words', () => {
  it('keep emphasis where it stands, and leave white space out of it', () => {
    expect(
      markdown(plain([run('The '), run('DCC ', { bold: true }), run('shall', { italic: true }), run(' send it.')])),
    ).toBe('The **DCC** *shall* send it.');
  });

  it('put what reaches furthest outside', () => {
    const link: WordInline = { type: 'link', address: 'https://x.y', children: [run('here', { bold: true })] };
    expect(markdown(plain([run('See ', { bold: true }), link, run('.')]))).toBe('**See [here](https://x.y)**.');
  });

  it('escape what Markdown would read as more than words', () => {
    expect(markdown(plain('1. *stars* and [links](x) and <b>')), 'one line').toBe(
      '1\\. \\*stars\\* and [links]\\(x) and \\<b>',
    );
    expect(markdown(plain('# not a heading'), plain('- not an item'), plain('---'))).toBe(
      lines('\\# not a heading', '', '\\- not an item', '', '\\---'),
    );
  });

  it('show what a field showed, and what a link inside the document says', () => {
    const field: WordInline = { type: 'field', instruction: 'REF _Ref1 \\r', children: [run('5.1.2')] };
    const link: WordInline = { type: 'link', bookmark: 'p_5_1', children: [run('section 5.1')] };
    expect(markdown(plain([run('See paragraph '), field, run(' and '), link, run('.')]))).toBe(
      'See paragraph 5.1.2 and section 5.1.',
    );
  });

  it('leave an address as it stands, which Markdown reads as a link', () => {
    expect(markdown(plain('See https://x.y/a_b_c, www.x.y or a@b.c.'))).toBe(
      'See https://x.y/a_b_c, www.x.y or a@b.c.',
    );
    expect(markdown(plain([{ type: 'link', address: 'https://x.y', children: [run('https://x.y')] }]))).toBe(
      'https://x.y',
    );
  });

  it('keep apart what is raised or lowered, so that no number becomes another', () => {
    const raised = (text: string) => run(text, { position: 'raised' });
    expect(markdown(plain([run('10'), raised('2'), run(' on the 1'), raised('st'), run(' day')]))).toBe(
      '10<sup>2</sup> on the 1st day',
    );
  });

  it('leave out what was deleted', () => {
    const revision = { type: 'deleted', author: 'A' } as const;
    expect(markdown(plain([run('The DCC '), run('may ', { revision }), run('shall.')]))).toBe('The DCC shall.');
  });
});

describe('what no person makes', () => {
  it('loses its marks, and is told, where a paragraph changes its setting thousands of times', () => {
    const runs = Array.from({ length: 5000 }, (_, index) =>
      run('ab ', { bold: index % 2 === 0, italic: index % 3 === 0 }),
    );
    const { markdown: text, told } = imported(plain(runs));
    expect(text).toBe(`${'ab '.repeat(5000).trim()}\n`);
    expect(told).toEqual([
      {
        what: expect.stringContaining('a paragraph whose words change their setting'),
        where: 'paragraph 1',
      },
    ]);
  });

  it('is not believed where cells cover more columns than Word has', () => {
    const cells = Array.from({ length: 40 }, (_, index) => ({ columns: 1000, blocks: [plain(`c${index}`)] }));
    const { markdown: text } = imported({ type: 'table', columns: [], rows: [{ header: true, cells }] });
    const [head = ''] = text.split('\n');
    expect(head.split('|').length - 2).toBeLessThan(120);
    expect(head).toContain('| c0 |');
    expect(head).toContain('| c39 |');
  });

  it('stands beside the deepest item, and is told, where items stand thousands deep', () => {
    const deep = Array.from({ length: 3000 }, (_, index) => plain(`(a)\titem ${index}`, index * 300));
    const { markdown: text, told } = imported(...deep);
    const items = text.split('\n').filter((line) => line.includes('- (a) item'));
    expect(items).toHaveLength(3000);
    expect(items.at(-1)).toBe(`${'  '.repeat(deepestItem - 1)}- (a) item 2999`);
    const beyond = told.filter(({ what }) => what === 'an item more than 40 deep: it stands 40 deep');
    expect(beyond).toHaveLength(3000 - deepestItem);
    expect(beyond[0]).toMatchObject({ where: `paragraph ${deepestItem + 1}` });
  });
});

describe('other blocks', () => {
  it('take lines in a style of code for one block', () => {
    expect(markdown(paragraph('source code', '<a>\n  <b/>'), paragraph('source code', '</a>'))).toBe(
      lines('```', '<a>', '  <b/>', '</a>', '```'),
    );
  });

  it('take paragraphs in a style of quotes for one quote', () => {
    expect(markdown(paragraph('quote', 'one'), paragraph('quote', 'two'))).toBe(lines('> one', '>', '> two'));
  });

  it('put footnotes at the end, under the numbers of their calls', () => {
    const { markdown: text } = importDocument(
      word([plain([run('Words.'), { type: 'note-reference', footnote: 1 }])], {
        footnotes: [{ id: 1, blocks: [plain('A note.')] }],
      }),
    );
    expect(text).toBe(lines('Words.[^1]', '', '[^1]: A note.', ''));
  });

  it('say of a comment what it speaks of', () => {
    const { markdown: text, comments } = importDocument(
      word(
        [
          plain([
            run('The '),
            { type: 'comment-start', comment: 0 },
            run('DCC*'),
            { type: 'comment-end', comment: 0 },
            run(' shall.'),
          ]),
        ],
        { comments: [{ id: 0, author: 'A. Drafter', initials: 'AD', paragraphs: [plain('Who else?')] }] },
      ),
    );
    const [comment] = comments;
    expect(comment).toMatchObject({ author: 'A. Drafter', text: 'Who else?' });
    expect(text.slice(comment?.range?.start, comment?.range?.end)).toBe('DCC\\*');
  });
});

describe('a text that the file was made from', () => {
  const base = lines(
    ...['---', 'appendix: D', '---', '# Appendix D', ''],
    ...['Words.[^1] See <https://x.y>.', '', '[^1]: A note.', ''],
    ...['- (a) one;', '', '- (b) two.', '', '```xml', '<a/>', '```', '', 'The end.', ''],
  );
  const link: WordInline = { type: 'link', address: 'https://x.y', children: [run('https://x.y')] };
  const file = (end: string) =>
    word(
      [
        heading(1, 'Appendix D'),
        plain([run('Words.'), { type: 'note-reference', footnote: 1 }, run(' See '), link, run('.')]),
        numbered('(a)', 'one;'),
        numbered('(b)', 'two.'),
        paragraph('code', '<a/>'),
        plain(end),
      ],
      { footnotes: [{ id: 1, blocks: [plain('A note.')] }] },
    );

  it('gives the form that Word has none for, and no words', () => {
    expect(importDocument(file('The end.'), [], { base })).toEqual({
      markdown: base,
      told: [{ what: 'no front matter: it is taken from the other version', where: 'the file' }],
      comments: [],
    });
    expect(importDocument(file('Another end.'), [], { base }).markdown).toBe(base.replace('The end.', 'Another end.'));
  });

  it('is not needed', () => {
    expect(importDocument(file('The end.')).markdown).toBe(
      lines(
        ...['# Appendix D', '', 'Words.[^1] See https://x.y.', '', '- (a) one;', '- (b) two.', ''],
        ...['```', '<a/>', '```', '', 'The end.', '', '[^1]: A note.', ''],
      ),
    );
  });
});
