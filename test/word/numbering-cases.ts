/** Lists made by hand, and the numbers that Word prints for them. */
export interface NumberingCase {
  /** What holds: `a level begins anew after the level above it`. */
  readonly claim: string;
  readonly numbering: string;
  readonly styles?: string;
  readonly body: string;
  /** The printed numbers, paragraph by paragraph; empty where there is none. */
  readonly expected: readonly string[];
  /** A judge that is known to print something else, and what. */
  readonly differs?: Readonly<Partial<Record<'docxodus' | 'libreoffice', readonly string[]>>>;
}

/** A level: `level(0, 'decimal', '%1.')`. */
export function level(depth: number, format: string, text: string, further = '', start = 1): string {
  return `<w:lvl w:ilvl="${depth}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${further}<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`;
}

/** The definition of a list. */
export function family(id: number, ...levels: readonly string[]): string {
  return `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels.join('')}</w:abstractNum>`;
}

/** A list that paragraphs name. */
export function list(id: number, familyId: number, overrides = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${familyId}"/>${overrides}</w:num>`;
}

/** A numbered paragraph. */
export function numbered(number: number, depth: number, text = 'words'): string {
  return `<w:p><w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${number}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

/** A paragraph in a style, with further properties. */
export function styled(style: string, properties = '', text = 'words'): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

/** A paragraph style. */
export function style(id: string, properties: string, basedOn = 'Normal'): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="${basedOn}"/><w:pPr>${properties}</w:pPr></w:style>`;
}

const normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>';

const numPr = (number: number, depth?: number) =>
  `<w:numPr>${depth === undefined ? '' : `<w:ilvl w:val="${depth}"/>`}<w:numId w:val="${number}"/></w:numPr>`;

const legal = family(0, level(0, 'decimal', '%1'), level(1, 'decimal', '%1.%2'), level(2, 'decimal', '%1.%2.%3'));

const clauses = family(0, level(0, 'decimal', '%1.'), level(1, 'lowerLetter', '(%2)'), level(2, 'lowerRoman', '(%3)'));

/** One paragraph after another in the levels given, of list 1. */
const depths = (...given: readonly number[]) => given.map((depth) => numbered(1, depth)).join('');

const single = (format: string, text = '%1', start = 1) => ({
  numbering: family(0, level(0, format, text, '', start)) + list(1, 0),
});

const many = (count: number) => depths(...Array.from({ length: count }, () => 0));

const plain = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

export const numberingCases: readonly NumberingCase[] = [
  {
    claim: 'levels count on, and begin anew after the level above',
    numbering: legal + list(1, 0),
    body: depths(0, 1, 2, 2, 1, 2, 0, 1),
    expected: ['1', '1.1', '1.1.1', '1.1.2', '1.2', '1.2.1', '2', '2.1'],
  },
  {
    claim: 'letters and numerals stand as their level says',
    numbering: clauses + list(1, 0),
    body: depths(0, 1, 2, 2, 1, 0, 1),
    expected: ['1.', '(a)', '(i)', '(ii)', '(b)', '2.', '(a)'],
  },
  {
    claim: 'a list may start at another number',
    ...single('decimal', '%1.', 5),
    body: many(2),
    expected: ['5.', '6.'],
  },
  {
    claim: 'a list may start at nought',
    ...single('decimal', '%1.', 0),
    body: many(2),
    expected: ['0.', '1.'],
  },
  {
    claim: 'after z comes aa, then bb',
    ...single('lowerLetter', '(%1)', 25),
    body: many(4),
    expected: ['(y)', '(z)', '(aa)', '(bb)'],
  },
  {
    claim: 'capital letters and capital numerals are printed',
    numbering: family(0, level(0, 'upperRoman', '%1.', '', 9), level(1, 'upperLetter', '%2)')) + list(1, 0),
    body: depths(0, 1, 0, 1),
    expected: ['IX.', 'A)', 'X.', 'A)'],
  },
  {
    claim: 'ordinals are printed',
    ...single('ordinal', '%1', 1),
    body: many(4),
    expected: ['1st', '2nd', '3rd', '4th'],
  },
  {
    claim: 'ordinals of the teens end in th',
    ...single('ordinal', '%1', 11),
    body: many(3),
    expected: ['11th', '12th', '13th'],
  },
  {
    claim: 'numbers are printed in words',
    ...single('cardinalText', 'Part %1', 20),
    body: many(2),
    expected: ['Part Twenty', 'Part Twenty-one'],
  },
  {
    claim: 'ordinals are printed in words',
    ...single('ordinalText', '%1'),
    body: many(3),
    expected: ['First', 'Second', 'Third'],
  },
  {
    claim: 'a nought stands before one digit',
    ...single('decimalZero', '%1', 9),
    body: many(2),
    expected: ['09', '10'],
  },
  {
    claim: 'a level may begin at a number of its own in one list',
    numbering:
      legal + list(1, 0) + list(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'),
    body: numbered(1, 0) + numbered(1, 0) + numbered(2, 0) + numbered(2, 0),
    expected: ['1', '2', '7', '8'],
  },
  {
    claim: 'a list that begins anew is gone on with by the other list of the family',
    numbering:
      legal + list(1, 0) + list(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
    body: numbered(1, 0) + numbered(2, 0) + numbered(2, 0) + numbered(1, 0),
    expected: ['1', '1', '2', '3'],
  },
  {
    claim: 'two lists of one family count on together',
    numbering: legal + list(1, 0) + list(2, 0),
    body: numbered(1, 0) + numbered(2, 0) + numbered(1, 0),
    expected: ['1', '2', '3'],
  },
  {
    claim: 'two families count each for itself',
    numbering: legal + family(1, level(0, 'lowerLetter', '(%1)')) + list(1, 0) + list(2, 1),
    body: numbered(1, 0) + numbered(2, 0) + numbered(2, 0) + numbered(1, 0),
    expected: ['1', '(a)', '(b)', '2'],
  },
  {
    claim: 'a list may say a level anew',
    numbering:
      legal + list(1, 0) + list(2, 0, `<w:lvlOverride w:ilvl="1">${level(1, 'lowerLetter', '%1(%2)')}</w:lvlOverride>`),
    body: numbered(2, 0) + numbered(2, 1) + numbered(2, 1),
    expected: ['1', '1(a)', '1(b)'],
  },
  {
    claim: 'a level that never begins anew counts through',
    numbering:
      family(0, level(0, 'decimal', '%1.'), level(1, 'decimal', '%2', '<w:lvlRestart w:val="0"/>')) + list(1, 0),
    body: depths(0, 1, 1, 0, 1),
    expected: ['1.', '1', '2', '2.', '3'],
    differs: { libreoffice: ['1.', '1', '2', '2.', '1'] },
  },
  {
    claim: 'a level may begin anew only after the first level',
    numbering:
      family(
        0,
        level(0, 'decimal', '%1'),
        level(1, 'decimal', '%1.%2'),
        level(2, 'lowerLetter', '(%3)', '<w:lvlRestart w:val="1"/>'),
      ) + list(1, 0),
    body: depths(0, 1, 2, 1, 2, 0, 1, 2),
    expected: ['1', '1.1', '(a)', '1.2', '(b)', '2', '2.1', '(a)'],
    differs: { libreoffice: ['1', '1.1', '(a)', '1.2', '(a)', '2', '2.1', '(a)'] },
  },
  {
    claim: 'a legal level prints all numbers in digits',
    numbering:
      family(0, level(0, 'upperRoman', 'Article %1.'), level(1, 'decimal', '%1.%2', '<w:isLgl/>')) + list(1, 0),
    body: depths(0, 0, 1, 1),
    expected: ['Article I.', 'Article II.', '2.1', '2.2'],
    differs: { libreoffice: ['Article I.', 'Article II.', 'II.1', 'II.2'] },
  },
  {
    claim: 'a level that is left out above counts as begun',
    numbering: legal + list(1, 0),
    body: depths(1, 1, 2),
    expected: ['1.1', '1.2', '1.2.1'],
  },
  {
    claim: 'headings are numbered by their styles',
    numbering:
      family(
        0,
        level(0, 'decimal', '%1', '<w:pStyle w:val="Heading1"/>'),
        level(1, 'decimal', '%1.%2', '<w:pStyle w:val="Heading2"/>'),
        level(2, 'decimal', '%1.%2.%3', '<w:pStyle w:val="Clause"/>'),
      ) + list(1, 0),
    styles: normal + style('Heading1', numPr(1)) + style('Heading2', numPr(1, 1)) + style('Clause', numPr(1, 2)),
    body:
      styled('Heading1') +
      styled('Heading2') +
      styled('Clause') +
      styled('Clause') +
      styled('Heading2') +
      styled('Clause'),
    expected: ['1', '1.1', '1.1.1', '1.1.2', '1.2', '1.2.1'],
  },
  {
    claim: 'a style is numbered by the style it is based on',
    numbering: family(0, level(0, 'decimal', '%1.', '<w:pStyle w:val="Clause"/>')) + list(1, 0),
    styles: normal + style('Clause', numPr(1)) + style('ClauseBold', '', 'Clause'),
    body: styled('Clause') + styled('ClauseBold') + styled('Clause'),
    expected: ['1.', '2.', '3.'],
  },
  {
    claim: 'a paragraph with the number nought is in no list',
    numbering: family(0, level(0, 'decimal', '%1.', '<w:pStyle w:val="Clause"/>')) + list(1, 0),
    styles: normal + style('Clause', numPr(1)),
    body: styled('Clause') + styled('Clause', numPr(0, 0)) + styled('Clause'),
    expected: ['1.', '', '2.'],
  },
  {
    claim: 'a style with the number nought takes its paragraphs out of the list',
    numbering: family(0, level(0, 'decimal', '%1.', '<w:pStyle w:val="Clause"/>')) + list(1, 0),
    styles: normal + style('Clause', numPr(1)) + style('ClausePlain', numPr(0), 'Clause'),
    body: styled('Clause') + styled('ClausePlain') + styled('Clause'),
    expected: ['1.', '', '2.'],
  },
  {
    claim: 'a paragraph may have a list other than that of its style',
    numbering: legal + family(1, level(0, 'lowerLetter', '(%1)')) + list(1, 0) + list(2, 1),
    styles: normal + style('Clause', numPr(1)),
    body: styled('Clause') + styled('Clause', numPr(2, 0)) + styled('Clause'),
    expected: ['1', '(a)', '2'],
  },
  {
    claim: 'a paragraph may stand on another level of the list of its style',
    numbering: legal + list(1, 0),
    styles: normal + style('Clause', numPr(1)),
    body: styled('Clause') + styled('Clause', '<w:numPr><w:ilvl w:val="1"/></w:numPr>') + styled('Clause'),
    expected: ['1', '1.1', '2'],
    differs: { docxodus: ['1', '', '2'] },
  },
  {
    claim: 'a list may be defined by a numbering style',
    numbering:
      '<w:abstractNum w:abstractNumId="5"><w:multiLevelType w:val="multilevel"/><w:numStyleLink w:val="LegalList"/></w:abstractNum>' +
      `<w:abstractNum w:abstractNumId="6"><w:multiLevelType w:val="multilevel"/><w:styleLink w:val="LegalList"/>${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '(%2)')}</w:abstractNum>` +
      list(1, 6) +
      list(2, 5),
    styles: `${normal}<w:style w:type="numbering" w:styleId="LegalList"><w:name w:val="Legal List"/><w:pPr>${numPr(1)}</w:pPr></w:style>`,
    body: numbered(2, 0) + numbered(2, 1) + numbered(2, 0),
    expected: ['1.', '(a)', '2.'],
  },
  {
    claim: 'rows of a table are numbered in their order',
    numbering: legal + list(1, 0),
    body: `${numbered(1, 0)}<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="100"/><w:gridCol w:w="100"/></w:tblGrid>${[1, 2]
      .map(() => `<w:tr><w:tc>${numbered(1, 1)}</w:tc><w:tc>${plain('x')}</w:tc></w:tr>`)
      .join('')}</w:tbl>${numbered(1, 0)}`,
    expected: ['1', '1.1', '', '1.2', '', '2'],
  },
  {
    claim: 'words around the numbers are printed',
    numbering: family(0, level(0, 'decimal', 'Part %1 —'), level(1, 'upperLetter', 'Section %1-%2:')) + list(1, 0),
    body: depths(0, 1, 1),
    expected: ['Part 1 —', 'Section 1-A:', 'Section 1-B:'],
  },
  {
    claim: 'a level without a number prints its words alone',
    numbering: family(0, level(0, 'none', 'Note'), level(1, 'decimal', '%2.')) + list(1, 0),
    body: depths(0, 1),
    expected: ['Note', '1.'],
  },
  {
    claim: 'a number typed as text stays text',
    numbering: legal + list(1, 0),
    body: numbered(1, 0) + plain('5.5.2A Where the DCC') + numbered(1, 0),
    expected: ['1', '', '2'],
  },
  {
    claim: 'unnumbered paragraphs do not break a list',
    numbering: clauses + list(1, 0),
    body: numbered(1, 0) + numbered(1, 1) + plain('words between') + numbered(1, 1),
    expected: ['1.', '(a)', '', '(b)'],
  },
  {
    claim: 'an empty numbered paragraph counts',
    numbering: legal + list(1, 0),
    body: `${numbered(1, 0)}<w:p><w:pPr>${numPr(1, 0)}</w:pPr></w:p>${numbered(1, 0)}`,
    expected: ['1', '2', '3'],
  },
  {
    claim: 'a list that begins anew at a deeper level keeps the level above',
    numbering:
      clauses + list(1, 0) + list(2, 0, '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="3"/></w:lvlOverride>'),
    body: numbered(1, 0) + numbered(1, 1) + numbered(2, 1) + numbered(2, 1),
    expected: ['1.', '(a)', '(c)', '(d)'],
  },
  {
    claim: 'after a level left out above, that level counts on',
    numbering: legal + list(1, 0),
    body: depths(1, 0, 1),
    expected: ['1.1', '2', '2.1'],
  },
  {
    claim: 'a level left out above stands at its start',
    numbering: family(0, level(0, 'decimal', '%1', '', 3), level(1, 'decimal', '%1.%2')) + list(1, 0),
    body: depths(1, 1, 0),
    expected: ['3.1', '3.2', '4'],
  },
  {
    claim: 'the level that names a style comes before the level that the style names',
    numbering:
      family(
        0,
        level(0, 'decimal', '%1'),
        level(1, 'decimal', '%1.%2'),
        level(2, 'decimal', '%1.%2.%3', '<w:pStyle w:val="Clause"/>'),
      ) + list(1, 0),
    styles: normal + style('Clause', numPr(1, 0)),
    body: numbered(1, 0) + numbered(1, 1) + styled('Clause') + styled('Clause'),
    expected: ['1', '1.1', '1.1.1', '1.1.2'],
    differs: { docxodus: ['1', '1.1', '2', '3'], libreoffice: ['1', '1.1', '2', '3'] },
  },
  {
    claim: 'a style based on a numbered one may stand on a level of its own',
    numbering:
      family(
        0,
        level(0, 'decimal', '%1', '<w:pStyle w:val="One"/>'),
        level(1, 'decimal', '%1.%2', '<w:pStyle w:val="Two"/>'),
      ) + list(1, 0),
    styles: normal + style('One', numPr(1)) + style('Two', '<w:numPr><w:ilvl w:val="1"/></w:numPr>', 'One'),
    body: styled('One') + styled('Two') + styled('Two') + styled('One'),
    expected: ['1', '1.1', '1.2', '2'],
  },
  {
    claim: 'a level with a start of its own in one list begins there each time',
    numbering: clauses + list(1, 0, '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="3"/></w:lvlOverride>'),
    body: depths(0, 1, 1, 0, 1),
    expected: ['1.', '(c)', '(d)', '2.', '(c)'],
    differs: { libreoffice: ['1.', '(c)', '(d)', '2.', '(a)'] },
  },
  {
    claim: 'a list that says a level anew may say where it starts',
    numbering:
      clauses +
      list(
        1,
        0,
        `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/>${level(0, 'upperLetter', 'Annex %1')}</w:lvlOverride>`,
      ),
    body: depths(0, 0, 1),
    expected: ['Annex D', 'Annex E', '(a)'],
  },
  {
    claim: 'a list that begins anew does so only once',
    numbering:
      legal + list(1, 0) + list(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
    body: numbered(1, 0) + numbered(1, 0) + numbered(2, 0) + numbered(1, 0) + numbered(2, 0),
    expected: ['1', '2', '1', '2', '3'],
  },
  {
    claim: 'capital letters go on with two',
    ...single('upperLetter', '%1', 26),
    body: many(3),
    expected: ['Z', 'AA', 'BB'],
  },
  {
    claim: 'a level may print the number above it alone',
    numbering: family(0, level(0, 'decimal', '%1'), level(1, 'decimal', '(%1)')) + list(1, 0),
    body: depths(0, 1, 1),
    expected: ['1', '(1)', '(1)'],
  },
  {
    claim: 'hidden numbers are not printed',
    numbering:
      family(
        0,
        `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:rPr><w:vanish/></w:rPr></w:lvl>`,
      ) + list(1, 0),
    body: many(1),
    expected: [''],
    differs: { docxodus: ['1.'], libreoffice: ['1.'] },
  },
  {
    claim: 'hundreds and thousands are printed in words',
    ...single('cardinalText', '%1', 1999),
    body: many(2),
    expected: ['One thousand nine hundred ninety-nine', 'Two thousand'],
  },
  {
    claim: 'ordinals of hundreds are printed in words',
    ...single('ordinalText', '%1', 120),
    body: many(2),
    expected: ['One hundred twentieth', 'One hundred twenty-first'],
  },
  {
    claim: 'a list without a definition numbers nothing',
    numbering: legal + list(1, 9),
    body: numbered(1, 0) + numbered(3, 0),
    expected: ['', ''],
    differs: { libreoffice: ['1.', ''] },
  },
];
