import { describe, expect, it } from 'vitest';
import type { WordBlock, WordInline, WordParagraph } from '../../src/word/word-document.ts';
import { lines, readParts, textOf } from './reading.ts';
import type { HandmadeParts } from './word-file.ts';

const run = (text: string, properties = '') =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

const paragraph = (content: string, properties = '') =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;

/** The only paragraph of a body. */
function only(made: HandmadeParts | string): WordParagraph {
  const { blocks } = readParts(made).document;
  expect(blocks).toHaveLength(1);
  return blocks[0] as WordParagraph;
}

/** The content of a body of one paragraph. */
const content = (inner: string, further: Omit<HandmadeParts, 'body'> = {}): readonly WordInline[] =>
  only({ body: paragraph(inner), ...further }).children;

const told = (made: HandmadeParts | string) => readParts(made).told;

const style = (id: string, name: string, properties: string, basedOn = '', type = 'paragraph') =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${basedOn === '' ? '' : `<w:basedOn w:val="${basedOn}"/>`}${properties}</w:style>`;

describe('runs', () => {
  it('are joined where only their sessions differ', () => {
    expect(
      content('<w:r w:rsidR="1"><w:t>one </w:t></w:r><w:r w:rsidR="2"><w:t xml:space="preserve"> two</w:t></w:r>'),
    ).toEqual([{ type: 'run', text: 'one two' }]);
  });

  it('keep the spaces at their ends only where the file says so', () => {
    expect(content('<w:r><w:t> a </w:t></w:r><w:r><w:t xml:space="preserve"> b </w:t></w:r>')).toEqual([
      { type: 'run', text: 'a b ' },
    ]);
  });

  it('have tabs, line breaks and hyphens as characters', () => {
    const inner =
      '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:cr/><w:br w:type="page"/><w:ptab/></w:r>';
    expect(textOf(content(inner))).toBe('a\tb\nc\u2011d\n\t');
  });

  it('leave out an optional hyphen, and tell it once for a paragraph', () => {
    const inner = `${run('con')}<w:r><w:softHyphen/></w:r>${run('veni')}<w:r><w:softHyphen/></w:r>${run('ent')}`;
    expect(textOf(content(inner))).toBe('convenient');
    expect(told(paragraph(inner))).toEqual([
      { what: 'an optional hyphen, which shows only where a line ends: it is left out', where: 'paragraph 1' },
    ]);
  });

  it('have the symbols of other fonts as characters that any font has', () => {
    const symbol = (font: string, code: string) => `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`;
    const inner =
      symbol('Symbol', 'F0B7') +
      symbol('Wingdings', 'F0FC') +
      symbol('Symbol', 'F061') +
      symbol('Wingdings', 'FE') +
      symbol('Symbol', 'F035') +
      symbol('Symbol', 'F020');
    expect(textOf(content(inner))).toBe('•✓α☑5 ');
    expect(textOf(content(run('\uf0fc', '<w:rFonts w:ascii="Wingdings"/>') + run('\uf0fc')))).toBe('✓\uf0fc');
    expect(told(paragraph(symbol('Some Font', 'F041')))).toEqual([
      { what: 'a symbol of the font “Some Font” that is not known', where: 'paragraph 1', text: '\uf041' },
    ]);
  });

  it('are bold, italic or struck by their own properties', () => {
    const inner =
      run('a', '<w:b/>') +
      run('b', '<w:i w:val="true"/>') +
      run('c', '<w:strike/>') +
      run('d', '<w:b w:val="0"/><w:i w:val="false"/>');
    expect(content(inner)).toEqual([
      { type: 'run', text: 'a', bold: true },
      { type: 'run', text: 'b', italic: true },
      { type: 'run', text: 'c', strike: true },
      { type: 'run', text: 'd' },
    ]);
  });

  it('are bold by a character style, by what it is based on, and not where they say so themselves', () => {
    const styles =
      style('Term', 'Term', '<w:rPr><w:b/></w:rPr>', '', 'character') +
      style('Used', 'Used Term', '<w:rPr><w:i/></w:rPr>', 'Term', 'character');
    const inner = run('a', '<w:rStyle w:val="Used"/>') + run('b', '<w:rStyle w:val="Used"/><w:b w:val="0"/>');
    expect(content(inner, { styles })).toEqual([
      { type: 'run', text: 'a', style: 'Used', styleName: 'used term', bold: true, italic: true },
      { type: 'run', text: 'b', style: 'Used', styleName: 'used term', italic: true },
    ]);
  });

  it('are not bold because their paragraph is, which the paragraph says', () => {
    const styles = style('Head', 'Head', '<w:rPr><w:b/></w:rPr>');
    const found = only({ body: paragraph(run('a') + run('b', '<w:b/>'), '<w:pStyle w:val="Head"/>'), styles });
    expect(found).toMatchObject({ styleSetting: { bold: true } });
    expect(found.children).toEqual([
      { type: 'run', text: 'a' },
      { type: 'run', text: 'b', bold: true },
    ]);
  });

  it('are code by the name of their style or by their letters of one width', () => {
    const styles = style('V', 'Verbatim Char', '', '', 'character');
    const inner =
      run('a', '<w:rStyle w:val="V"/>') +
      run('b', '<w:rFonts w:ascii="Courier New"/>') +
      run('c', '<w:rFonts w:ascii="Cambria"/>');
    expect(content(inner, { styles }).map((one) => one.type === 'run' && one.code)).toEqual([true, true, undefined]);
  });

  it('stand above or below the line', () => {
    const inner =
      run('2', '<w:vertAlign w:val="superscript"/>') +
      run('3', '<w:vertAlign w:val="subscript"/>') +
      run('4', '<w:vertAlign w:val="baseline"/>');
    expect(content(inner)).toMatchObject([{ position: 'raised' }, { position: 'lowered' }, { text: '4' }]);
  });

  it('stand above or below the line also where they are only moved from it, and by more than a sign is', () => {
    const inner =
      run('2', '<w:position w:val="8"/><w:sz w:val="19"/>') +
      run('3', '<w:position w:val="-6"/>') +
      run('4', '<w:position w:val="2"/>') +
      run('5', '<w:position w:val="x"/>');
    expect(content(inner)).toEqual([
      { type: 'run', text: '2', position: 'raised' },
      { type: 'run', text: '3', position: 'lowered' },
      { type: 'run', text: '45' },
    ]);
  });

  it('are told where they are hidden', () => {
    const made = paragraph(run('shown') + run('hidden', '<w:vanish/>'));
    expect(lines(readParts(made).document.blocks)).toEqual(['shown']);
    expect(told(made)).toEqual([{ what: 'hidden text', where: 'paragraph 1', text: 'hidden' }]);
  });
});

describe('paragraphs', () => {
  const styles =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>' +
    style('berschrift1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') +
    style('Kapitel', 'Kapitel', '<w:pPr><w:ind w:left="720"/><w:contextualSpacing/></w:pPr>', 'berschrift1') +
    style('H3', 'heading 3', '');

  it('have the style that the file takes for granted', () => {
    expect(only({ body: paragraph(run('x')), styles })).toMatchObject({ style: 'Standard', styleName: 'normal' });
  });

  it('are headings by their style, whatever its id, and by what it is based on', () => {
    expect(only({ body: paragraph('', '<w:pStyle w:val="berschrift1"/>'), styles })).toMatchObject({
      styleName: 'heading 1',
      outlineLevel: 1,
    });
    expect(only({ body: paragraph('', '<w:pStyle w:val="Kapitel"/>'), styles })).toMatchObject({
      styleName: 'kapitel',
      outlineLevel: 1,
      margin: 720,
      contextualSpacing: true,
    });
    expect(only({ body: paragraph('', '<w:pStyle w:val="H3"/>'), styles })).toMatchObject({ outlineLevel: 3 });
  });

  it('are headings by their own level, or not', () => {
    expect(only({ body: paragraph('', '<w:outlineLvl w:val="4"/>'), styles })).toMatchObject({ outlineLevel: 5 });
    expect(
      only({ body: paragraph('', '<w:pStyle w:val="berschrift1"/><w:outlineLvl w:val="9"/>'), styles }),
    ).not.toHaveProperty('outlineLevel');
  });

  it('say where they stand', () => {
    expect(only(paragraph('', '<w:ind w:start="1440" w:hanging="360"/><w:jc w:val="center"/>'))).toMatchObject({
      indent: { left: 1440, hanging: 360 },
      margin: 1440,
      align: 'center',
    });
  });

  it('bear the bookmarks that begin in them, and those between them and the paragraph above', () => {
    const body = `<w:bookmarkStart w:id="1" w:name="_Ref1"/>${paragraph('<w:bookmarkStart w:id="2" w:name="p_5_5"/><w:bookmarkStart w:id="3" w:name="_GoBack"/>')}`;
    expect(only(body).bookmarks).toEqual(['_Ref1', 'p_5_5']);
  });

  it('are bulleted with characters that any font has', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    expect(only({ body: paragraph('', '<w:numPr><w:numId w:val="1"/></w:numPr>'), numbering })).toMatchObject({
      numbering: { text: '•', level: 0, bullet: true },
    });
  });
});

describe('fields', () => {
  const character = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const instruction = (text: string) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
  const field = (text: string, result: string) =>
    character('begin') + instruction(text) + character('separate') + result + character('end');

  it('show what they showed last', () => {
    expect(content(run('see ') + field(' REF _Ref1 \\r \\h ', run('5.5.2')))).toEqual([
      { type: 'run', text: 'see ' },
      { type: 'field', instruction: 'REF _Ref1 \\r \\h', children: [{ type: 'run', text: '5.5.2' }] },
    ]);
    expect(content(`<w:fldSimple w:instr=" PAGE ">${run('7')}</w:fldSimple>`)).toEqual([
      { type: 'field', instruction: 'PAGE', children: [{ type: 'run', text: '7' }] },
    ]);
  });

  it('may stand in one another', () => {
    expect(content(field('IF ', run('a') + field('REF x', run('b')) + run('c')))).toEqual([
      { type: 'field', instruction: 'IF', children: [{ type: 'run', text: 'abc' }] },
    ]);
  });

  it('may stand in an instruction, and then are part of it, and told', () => {
    const inner = field('REF x', run('5.5'));
    const made = paragraph(
      `${character('begin')}${instruction('IF ')}${inner}${instruction(' = 1')}${character('separate')}${run('yes')}${character('end')}`,
    );
    expect(only(made).children).toEqual([
      { type: 'field', instruction: 'IF 5.5 = 1', children: [{ type: 'run', text: 'yes' }] },
    ]);
    expect(told(made)).toEqual([{ what: 'words in the instruction of a field', where: 'paragraph 1', text: '5.5' }]);
  });

  it('may be links', () => {
    const link = (text: string) => content(field(text, run('words')));
    const children = [{ type: 'run', text: 'words' }];
    expect(link(' HYPERLINK "https://a.example/x y" \\o "A tip" ')).toEqual([
      { type: 'link', address: 'https://a.example/x y', tooltip: 'A tip', children },
    ]);
    expect(link('HYPERLINK \\l "p_5_5"')).toEqual([{ type: 'link', bookmark: 'p_5_5', children }]);
    expect(link('HYPERLINK "a.docx" \\l "b" \\t "_blank"')).toEqual([{ type: 'link', address: 'a.docx#b', children }]);
  });

  it('that reach over several paragraphs leave each its words, and say of each what it stands in', () => {
    const body =
      paragraph(character('begin') + instruction('TOC \\o "1-3"') + character('separate') + run('1 One')) +
      paragraph(field('HYPERLINK \\l "_Toc2"', run('2 Two'))) +
      paragraph(run('3 Three') + character('end')) +
      paragraph(run('after'));
    const { blocks } = readParts(body).document;
    expect(lines(blocks)).toEqual(['1 One', '2 Two', '3 Three', 'after']);
    expect(blocks.map((block) => block.type === 'paragraph' && block.inField)).toEqual([
      'TOC \\o "1-3"',
      'TOC \\o "1-3"',
      'TOC \\o "1-3"',
      undefined,
    ]);
  });

  it('that are never closed do not swallow what follows', () => {
    const body = paragraph(character('begin') + instruction('REF x') + run('one')) + paragraph(run('two'));
    expect(lines(readParts(body).document.blocks)).toEqual(['one', 'two']);
    expect(lines(readParts(paragraph(character('end') + run('one') + character('separate'))).document.blocks)).toEqual([
      'one',
    ]);
  });

  it('may end outside of the link in which they began, and the other way round', () => {
    const hyperlink = (inner: string) => `<w:hyperlink w:anchor="x">${inner}</w:hyperlink>`;
    const across = content(
      hyperlink(run('a') + character('begin') + instruction('REF x') + character('separate') + run('b')) +
        run('c') +
        character('end') +
        run('d'),
    );
    expect(textOf(across)).toBe('abcd');
    const other = content(
      character('begin') +
        instruction('REF x') +
        character('separate') +
        run('a') +
        hyperlink(run('b') + character('end') + run('c')) +
        run('d'),
    );
    expect(textOf(other)).toBe('abcd');
  });

  it('are told where only Word can work out what they show', () => {
    const made = paragraph(
      character('begin') + instruction(' LISTNUM NumberDefault ') + character('end') + field('XE "term"', ''),
    );
    expect(told(made)).toEqual([
      { what: 'a field whose text is not in the file (LISTNUM NumberDefault)', where: 'paragraph 1' },
    ]);
  });

  it('keep the words and the mark of a footnote inside of them', () => {
    const body = paragraph(field('REF x', `${run('a')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('b')}`));
    const footnotes = `<w:footnote w:id="2">${paragraph(run('note'))}</w:footnote>`;
    expect(only({ body, footnotes }).children).toEqual([
      { type: 'run', text: 'a' },
      { type: 'note-reference', footnote: 1 },
      { type: 'run', text: 'b' },
    ]);
  });
});

describe('links and controls', () => {
  const relationships =
    '<Relationship Id="out" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://a.example/?a=1&amp;b=2" TargetMode="External"/>';

  it('lead to addresses outside, which are never fetched, and to bookmarks', () => {
    expect(
      content(
        `<w:hyperlink r:id="out" w:tooltip="A tip">${run('a')}</w:hyperlink><w:hyperlink w:anchor="p_1">${run('b')}</w:hyperlink>`,
        { relationships },
      ),
    ).toEqual([
      { type: 'link', address: 'https://a.example/?a=1&b=2', tooltip: 'A tip', children: [{ type: 'run', text: 'a' }] },
      { type: 'link', bookmark: 'p_1', children: [{ type: 'run', text: 'b' }] },
    ]);
  });

  it('are told where a link leads nowhere', () => {
    const made = paragraph(`<w:hyperlink r:id="none">${run('a')}</w:hyperlink>`);
    expect(only(made).children).toEqual([{ type: 'run', text: 'a' }]);
    expect(told(made)).toEqual([{ what: 'a link that leads nowhere, kept as its words', where: 'paragraph 1' }]);
  });

  it('keep the tag of a content control, and take away one without a tag', () => {
    const control = (tag: string, inner: string) =>
      `<w:sdt><w:sdtPr>${tag}</w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
    expect(content(control('<w:tag w:val="image"/>', run('a')) + control('', run('b')))).toEqual([
      { type: 'span', tag: 'image', children: [{ type: 'run', text: 'a' }] },
      { type: 'run', text: 'b' },
    ]);
    const body =
      control('<w:tag w:val="quote"/>', paragraph(run('a'))) +
      control('', paragraph(run('b'))) +
      control('<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>', paragraph(run('c')));
    expect(readParts(body).document.blocks).toMatchObject([
      { type: 'container', tag: 'quote' },
      { type: 'paragraph' },
      { type: 'container', tag: 'Table of Contents' },
    ]);
  });

  it('are looked into where another program put its own elements', () => {
    const inner = `<w:smartTag>${run('a')}</w:smartTag><w:customXml>${run('b')}</w:customXml><w:dir>${run('c')}</w:dir><w:bdo>${run('d')}</w:bdo><x:y xmlns:x="urn:x">${run('e')}</x:y>`;
    expect(textOf(content(inner))).toBe('abcde');
  });
});

describe('tables', () => {
  const cell = (inner: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
  const row = (inner: string, properties = '') => `<w:tr><w:trPr>${properties}</w:trPr>${inner}</w:tr>`;
  const table = (inner: string) =>
    `<w:tbl><w:tblPr><w:tblInd w:w="100"/></w:tblPr><w:tblGrid><w:gridCol w:w="900"/><w:gridCol w:w="800"/></w:tblGrid>${inner}</w:tbl>`;
  const plain = (text: string) => cell(paragraph(run(text)));
  const cellsOf = (block: WordBlock | undefined) =>
    block?.type === 'table'
      ? block.rows.map((each) => each.cells.map(({ blocks, ...rest }) => ({ text: lines(blocks).join('|'), ...rest })))
      : [];

  it('have rows, cells, widths and a head', () => {
    const [found] = readParts(
      table(row(plain('Term') + plain('Meaning'), '<w:tblHeader/>') + row(plain('a') + plain('b'))),
    ).document.blocks;
    expect(found).toMatchObject({ type: 'table', columns: [900, 800], indent: 100, rows: [{ header: true }, {}] });
    expect(cellsOf(found)).toEqual([
      [{ text: 'Term' }, { text: 'Meaning' }],
      [{ text: 'a' }, { text: 'b' }],
    ]);
  });

  it('have cells over several columns and several rows', () => {
    const merged = (value: string) => cell(paragraph(run('m')), `<w:vMerge ${value}/>`);
    const body = table(
      row(cell(paragraph(run('wide')), '<w:gridSpan w:val="2"/>')) +
        row(merged('w:val="restart"') + plain('a')) +
        row(merged('') + plain('b')),
    );
    expect(cellsOf(readParts(body).document.blocks[0])).toEqual([
      [{ text: 'wide', columns: 2 }],
      [{ text: 'm' }, { text: 'a' }],
      [{ text: 'm', merged: true }, { text: 'b' }],
    ]);
  });

  it('have cells merged across in the old way', () => {
    const body = table(
      row(
        cell(paragraph(run('a')), '<w:hMerge w:val="restart"/>') +
          cell(paragraph(run('b')), '<w:hMerge/>') +
          plain('c'),
      ),
    );
    expect(cellsOf(readParts(body).document.blocks[0])).toEqual([[{ text: 'a|b', columns: 2 }, { text: 'c' }]]);
  });

  it('keep the column that a row leaves out at its beginning, and end early where it does', () => {
    const body = table(row(plain('a'), '<w:gridBefore w:val="1"/><w:gridAfter w:val="2"/>'));
    expect(cellsOf(readParts(body).document.blocks[0])).toEqual([[{ text: '', columns: 1 }, { text: 'a' }]]);
  });

  it('may span no more columns than Word has', () => {
    const body = table(row(cell(paragraph(run('a')), '<w:gridSpan w:val="2000000000"/>')));
    expect(cellsOf(readParts(body).document.blocks[0])).toEqual([[{ text: 'a', columns: 63 }]]);
  });

  it('inside tables are kept, and told', () => {
    const body = table(row(cell(paragraph(run('outer')) + table(row(plain('inner'))))));
    const found = readParts(body);
    expect(lines(found.document.blocks)).toEqual(['outer', 'inner', '']);
    expect(found.told).toEqual([{ what: 'a table inside a table', where: 'table 1, row 1, cell 1' }]);
  });

  it('keep what another program left in them outside of every cell', () => {
    const body = table(`${paragraph(run('in the table'))}${row(`${plain('a')}${run('in the row')}`)}`);
    expect(lines(readParts(body).document.blocks)).toEqual(['a', 'in the table', 'in the row']);
  });
});

describe('notes', () => {
  const call = (kind: string, id: number, custom = '') =>
    `<w:r><w:${kind}Reference w:id="${id}"${custom === '' ? '' : ' w:customMarkFollows="1"'}/>${custom === '' ? '' : `<w:t>${custom}</w:t>`}</w:r>`;
  const note = (kind: string, id: number, text: string, mark = `<w:r><w:${kind}Ref/></w:r>`, type = '') =>
    `<w:${kind} w:id="${id}"${type}><w:p>${mark}${run(text)}</w:p></w:${kind}>`;

  it('are numbered in the order of their calls, whatever their ids', () => {
    const { document } = readParts({
      body: paragraph(call('footnote', 9) + call('footnote', 2)),
      footnotes:
        note('footnote', -1, 'line', '', ' w:type="separator"') +
        note('footnote', 2, ' two') +
        note('footnote', 9, ' nine'),
    });
    expect(document.footnotes.map(({ id, blocks }) => [id, ...lines(blocks)])).toEqual([
      [1, 'nine'],
      [2, 'two'],
    ]);
    expect((document.blocks[0] as WordParagraph).children).toEqual([
      { type: 'note-reference', footnote: 1 },
      { type: 'note-reference', footnote: 2 },
    ]);
  });

  it('may have a mark of their own, which is not repeated in their text', () => {
    const { document } = readParts({
      body: paragraph(call('footnote', 2, '*')),
      footnotes: note('footnote', 2, '* The note', ''),
    });
    expect((document.blocks[0] as WordParagraph).children).toEqual([
      { type: 'note-reference', footnote: 1, label: '*' },
    ]);
    expect(lines(document.footnotes[0]?.blocks ?? [])).toEqual(['The note']);
  });

  it('at the end of the document become footnotes, and that is told', () => {
    const { document, told: found } = readParts({
      body: paragraph(call('endnote', 2)),
      endnotes: note('endnote', 2, ' end'),
    });
    expect(document.footnotes.map(({ blocks }) => lines(blocks))).toEqual([['end']]);
    expect(found).toEqual([{ what: 'an endnote, kept as a footnote', where: 'footnote 1' }]);
  });

  it('that nothing calls are told, with their text', () => {
    expect(told({ body: paragraph(run('x')), footnotes: note('footnote', 2, 'lost') })).toEqual([
      { what: 'a footnote that nothing refers to', where: 'the document', text: 'lost' },
    ]);
  });

  it('of one id are told, but for the first', () => {
    const found = readParts({
      body: paragraph(call('footnote', 2)),
      footnotes: note('footnote', 2, ' first') + note('footnote', 2, ' second'),
    });
    expect(found.document.footnotes.map(({ blocks }) => lines(blocks))).toEqual([['first']]);
    expect(found.told).toMatchObject([{ what: 'a footnote that nothing refers to', text: ' second' }]);
  });

  it('that are called and not there are told', () => {
    const found = readParts({ body: paragraph(call('footnote', 2)) });
    expect(found.document.footnotes).toEqual([{ id: 1, blocks: [] }]);
    expect(found.told).toEqual([{ what: 'the call of a note that is not there', where: 'note 1' }]);
  });
});

describe('comments', () => {
  const comments =
    '<w:comment w:id="7" w:author="A Drafter" w:initials="AD" w:date="2026-01-31T00:00:00Z"><w:p><w:r><w:annotationRef/></w:r><w:r><w:t>Why?</w:t></w:r></w:p></w:comment>';
  const start = '<w:commentRangeStart w:id="7"/>';
  const end = '<w:commentRangeEnd w:id="7"/>';
  const called = '<w:r><w:commentReference w:id="7"/></w:r>';

  it('are kept with the words they speak of', () => {
    const { document } = readParts({
      body: paragraph(run('a') + start + run('b') + end + called + run('c')),
      comments,
    });
    expect(document.comments).toMatchObject([
      { id: 0, author: 'A Drafter', initials: 'AD', date: '2026-01-31T00:00:00Z' },
    ]);
    expect(lines(document.comments[0]?.paragraphs ?? [])).toEqual(['Why?']);
    expect((document.blocks[0] as WordParagraph).children).toMatchObject([
      { text: 'a' },
      { type: 'comment-start', comment: 0 },
      { text: 'b' },
      { type: 'comment-end', comment: 0 },
      { text: 'c' },
    ]);
  });

  it('may speak of a place, and of whole paragraphs', () => {
    expect(content(run('a') + called, { comments })).toMatchObject([
      { text: 'a' },
      { type: 'comment-start' },
      { type: 'comment-end' },
    ]);
    const { document } = readParts({
      body: start + paragraph(run('a')) + paragraph(run('b')) + end + paragraph(called),
      comments,
    });
    expect(document.blocks.map((block) => (block as WordParagraph).children.map(({ type }) => type))).toEqual([
      ['comment-start', 'run'],
      ['run', 'comment-end'],
      [],
    ]);
  });
});

describe('drawings', () => {
  const box = (text: string) => `<w:txbxContent>${paragraph(run(text))}</w:txbxContent>`;
  const shape = (text: string) =>
    `<w:drawing><wp:inline><wp:docPr id="1" name="x"/><a:graphic><a:graphicData><wps:wsp><wps:txbx>${box(text)}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>`;
  const old = (text: string) => `<w:pict><v:shape><v:textbox>${box(text)}</v:textbox></v:shape></w:pict>`;

  it('are told with the text of their boxes', () => {
    const made = paragraph(`<w:r><w:t>before</w:t>${shape('boxed')}<w:t>after</w:t></w:r>`);
    expect(lines(readParts(made).document.blocks)).toEqual(['beforeafter']);
    expect(told(made)).toEqual([{ what: 'a text box', where: 'paragraph 1', text: 'boxed' }]);
  });

  it('that are given twice, for new and for old programs, are told once', () => {
    const both = (requires: string) =>
      paragraph(
        `<w:r><mc:AlternateContent><mc:Choice Requires="${requires}">${shape('new')}</mc:Choice><mc:Fallback>${old('old')}</mc:Fallback></mc:AlternateContent></w:r>`,
      );
    expect(told(both('wps')).map(({ text }) => text)).toEqual(['new']);
    expect(told(both('unknown')).map(({ text }) => text)).toEqual(['old']);
  });

  it('are told with what describes them', () => {
    const picture =
      '<w:drawing><wp:inline><wp:docPr id="1" name="x" descr="A plan of the site"/><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing>';
    expect(told(paragraph(`<w:r>${picture}</w:r>`))).toEqual([
      { what: 'a picture', where: 'paragraph 1', text: 'A plan of the site' },
    ]);
    expect(told(paragraph('<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>'))).toMatchObject([
      { what: 'a line across the page' },
    ]);
    expect(told(paragraph('<w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject/></w:object></w:r>'))).toEqual([
      { what: 'an embedded object', where: 'paragraph 1' },
    ]);
  });

  it('inside of which another box is drawn are told each', () => {
    const nested = `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph(`${run('outer')}<w:r>${old('inner')}</w:r>`)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
    expect(told(paragraph(nested)).map(({ text }) => text)).toEqual(['inner', 'outer']);
  });
});

describe('what has no place in the text is told', () => {
  const relationships = [1, 2, 3]
    .map(
      (id) =>
        `<Relationship Id="h${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header${id}.xml"/>`,
    )
    .join('');
  const part = (text: string) =>
    `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${paragraph(run(text))}</w:hdr>`;
  const further = {
    'word/header1.xml': part('Every page'),
    'word/header2.xml': part('First page'),
    'word/header3.xml': part('Every page'),
  };
  const reference = (type: string, id: number) => `<w:headerReference w:type="${type}" r:id="h${id}"/>`;

  it('a header that only some pages have', () => {
    const body = `${paragraph(run('x'), `<w:sectPr>${reference('default', 3)}</w:sectPr>`)}<w:sectPr>${reference('default', 1)}${reference('first', 2)}</w:sectPr>`;
    const found = readParts({ body, relationships, further });
    expect(lines(found.document.header ?? [])).toEqual(['Every page']);
    expect(found.told).toEqual([{ what: 'a header of some pages', where: 'the headers', text: 'First page' }]);
  });

  it('an equation, whose characters are kept', () => {
    const made = paragraph('<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>');
    expect(lines(readParts(made).document.blocks)).toEqual(['a+b']);
    expect(told(made)).toMatchObject([{ what: 'an equation, kept as its characters in a row' }]);
  });

  it('files in files', () => {
    expect(told(`${paragraph(run('x'))}<w:altChunk r:id="x"/>`)).toEqual([
      { what: 'a file inside the file, which is not read', where: 'paragraph 1' },
    ]);
    expect(told(paragraph('<w:subDoc r:id="x"/>'))).toEqual([
      { what: 'a document in another file, which is not read', where: 'paragraph 1' },
    ]);
  });

  it('a reading above the line', () => {
    const made = paragraph(
      `<w:r><w:ruby><w:rt>${run('above')}</w:rt><w:rubyBase>${run('base')}</w:rubyBase></w:ruby></w:r>`,
    );
    expect(lines(readParts(made).document.blocks)).toEqual(['base']);
    expect(told(made)).toEqual([{ what: 'a reading above the line', where: 'paragraph 1', text: 'above' }]);
  });
});

describe('what a file says of itself', () => {
  it('is kept', () => {
    const core =
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Appendix D</dc:title><dc:creator>A Drafter</dc:creator><dcterms:created>2026-01-31T00:00:00Z</dcterms:created></cp:coreProperties>';
    const custom =
      '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property name="Version"><vt:lpwstr>1.0</vt:lpwstr></property></Properties>';
    const relationships = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="b" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="c" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="docProps/custom.xml"/></Relationships>`;
    const { document } = readParts({
      body: '',
      further: { 'docProps/core.xml': core, 'docProps/custom.xml': custom, '_rels/.rels': relationships },
      styles: '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>',
    });
    expect(document.properties).toEqual({
      title: 'Appendix D',
      author: 'A Drafter',
      date: '2026-01-31T00:00:00Z',
      language: 'en-GB',
      custom: [{ name: 'Version', value: '1.0' }],
    });
  });
});
