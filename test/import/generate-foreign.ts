import fc from 'fast-check';
import type {
  WordBlock,
  WordDocument,
  WordInline,
  WordLink,
  WordParagraph,
  WordRun,
  WordTable,
} from '../../src/word/word-document.ts';

/** Words of people, and what Markdown, HTML and our own conventions take for more than words. */
const bit = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('the DCC', 'shall', 'CSR', 'send', 'é😀', '“x”—', '5.5.2(b)', 'and') },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...[
        '*',
        '**',
        '_',
        '__',
        '`',
        '``',
        '~',
        '~~',
        '#',
        '# ',
        '1. ',
        '12) ',
        '- ',
        '+ ',
        '> ',
        '|',
        '\\',
        '\\|',
        '=',
        '===',
      ],
      ...[
        '---',
        '***',
        '```',
        '~~~',
        '    ',
        '\t',
        '\n',
        '  \n',
        '<b>',
        '</div>',
        '<!--',
        '&amp;',
        '&#35;',
        '[x](y)',
        '![a](b)',
      ],
      ...[
        '[^1]',
        '[^1]: ',
        '[a]: b',
        '[ ] ',
        '[x] ',
        'http://x.y/z_a_b',
        'www.a.b',
        'a@b.c',
        '\u00a0',
        '\u2028',
        '5.5.2\t',
        '(a)\t',
      ],
      ...['(a) ', 'i.\t', '• ', '\ufeff', '\u200b', '\0'],
    ),
  },
);

const words = fc.array(bit, { maxLength: 6 }).map((bits) => bits.join(''));

const run: fc.Arbitrary<WordRun> = fc.record(
  {
    type: fc.constant('run' as const),
    text: words,
    bold: fc.boolean(),
    italic: fc.boolean(),
    strike: fc.boolean(),
    code: fc.constant(true),
    style: fc.constantFrom(
      'CodeCharacter',
      'HtmlCharacter',
      'TaskBox',
      'LineEnd',
      'ImageText',
      'FootnoteReference',
      'X',
    ),
  },
  { requiredKeys: ['type', 'text'] },
);

const link: fc.Arbitrary<WordLink> = fc
  .tuple(fc.constantFrom('http://x.y', '', 'a b', '<>', 'mailto:a@b.c'), fc.array(run, { maxLength: 2 }), fc.boolean())
  .map(([address, children, inside]) => ({
    type: 'link',
    ...(inside ? { bookmark: 'p_1' } : { address }),
    children,
  }));

const inline: fc.Arbitrary<WordInline> = fc.oneof(
  { weight: 8, arbitrary: run },
  { weight: 1, arbitrary: link },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom('strong', 'emphasis', 'image {"url":"u"}', 'linkReference {}', 'image nonsense', 'other'),
        fc.array(fc.oneof(run, link), { maxLength: 2 }),
      )
      .map(([tag, children]): WordInline => ({ type: 'span', tag, children })),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(run, { maxLength: 2 })
      .map((children): WordInline => ({ type: 'field', instruction: 'REF _x', children })),
  },
);

const styleNames = [
  ...[
    'normal',
    'list paragraph',
    'heading 2',
    'heading 8',
    'title',
    'provision',
    'provision continued',
    'item 1',
    'item 2',
  ],
  ...['item 1 continued', 'numbered item 1', 'quote', 'code', 'html text', 'front matter', 'rule', 'link definition'],
  ...['toc 1', 'toc 2', 'toc heading', 'footnote text', 'caption', 'body text'],
];

const paragraph: fc.Arbitrary<WordParagraph> = fc
  .tuple(
    fc.constantFrom(...styleNames),
    fc.array(inline, { maxLength: 4 }),
    fc.option(fc.constantFrom('5.5.2', '(a)', 'i.', '3.', '12)', '•', '', 'Article 1', 'a)', '5.'), { freq: 1 }),
    fc.nat(4),
    fc.option(fc.constantFrom('TOC \\o "1-3" \\h', 'TOC \\c "Figure"', 'INDEX'), { freq: 20 }),
  )
  .map(([styleName, children, number, level, inField]) => ({
    type: 'paragraph',
    style: 'S',
    styleName,
    ...(/heading (\d)/.test(styleName) && { outlineLevel: Number(styleName.slice(-1)) }),
    ...(number !== null && { numbering: { text: number, level, bullet: number === '•' } }),
    ...(inField !== null && { inField }),
    margin: level * 360,
    children,
  }));

const table: fc.Arbitrary<WordTable> = fc
  .array(
    fc.array(fc.tuple(fc.array(paragraph, { minLength: 1, maxLength: 2 }), fc.option(fc.integer({ min: 1, max: 3 }))), {
      minLength: 1,
      maxLength: 3,
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((rows) => ({
    type: 'table',
    columns: [1000, 1000, 1000],
    rows: rows.map((cells) => ({
      cells: cells.map(([blocks, columns]) => ({ blocks, ...(columns !== null && { columns }) })),
    })),
  }));

const tags = [
  'code xml',
  'code',
  'html',
  'quote',
  'front-matter',
  'item 1',
  'list',
  'loose',
  'footnote 1',
  'told',
  'Table of Contents',
  'x',
];

const { block } = fc.letrec<{ block: WordBlock }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small' },
    { weight: 8, arbitrary: paragraph },
    { weight: 1, arbitrary: table },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...tags), fc.array(tie('block'), { maxLength: 3 }))
        .map(([tag, blocks]): WordBlock => ({ type: 'container', tag, blocks })),
    },
  ),
}));

/** A Word document as any program might have left it: nothing about it need be well formed, and its words are hard for Markdown. */
export const foreignDocument: fc.Arbitrary<WordDocument> = fc
  .tuple(fc.array(block, { maxLength: 8 }), fc.option(fc.constantFrom('', '\t7', '....12', ' and more')))
  .map(([blocks, ending]) => ({
    type: 'word-document',
    properties: {},
    blocks: ending === null ? blocks : [...contentsOf(blocks, ending), ...blocks],
    footnotes: [],
    comments: [],
  }));

/** Entries of the headings among some blocks, each with such an ending. */
function contentsOf(blocks: readonly WordBlock[], ending: string): readonly WordParagraph[] {
  return blocks.flatMap((own): readonly WordParagraph[] => {
    if (own.type !== 'paragraph' || own.outlineLevel === undefined) return [];
    const children: readonly WordInline[] = [...own.children, { type: 'run', text: ending }];
    return [{ type: 'paragraph', style: 'S', styleName: `toc ${own.outlineLevel}`, children }];
  });
}
