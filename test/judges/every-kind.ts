import type {
  Revision,
  WordBlock,
  WordDocument,
  WordInline,
  WordParagraph,
  WordRow,
} from '../../src/word/word-document.ts';
import { revision } from './generate-word.ts';

const came = revision('inserted');
const went = revision('deleted');
const away = revision('moved-from', 1);
const here = revision('moved-to', 1);

function run(text: string, revised?: Revision): WordInline {
  return { type: 'run', text, ...(revised ? { revision: revised } : {}) };
}

function paragraph(style: string, children: readonly WordInline[], more: Partial<WordParagraph> = {}): WordParagraph {
  return { type: 'paragraph', style, children, ...more };
}

function wholly(style: string, text: string, revised: Revision): WordParagraph {
  return paragraph(style, [run(text, revised)], { mark: revised });
}

function row(style: string, texts: readonly string[], more: Partial<WordRow> = {}): WordRow {
  return { cells: texts.map((text) => ({ blocks: [paragraph(style, [run(text)])] })), ...more };
}

function entry(text: string, revised?: Revision): WordInline {
  return { type: 'link', bookmark: 'p_1', children: [run(text, revised)] };
}

const blocks: readonly WordBlock[] = [
  { type: 'container', tag: 'front-matter', blocks: [paragraph('FrontMatter', [run('appendix: D')])] },
  paragraph('Heading1', [run('Appendix D: Registration')]),
  paragraph('TOCHeading', [run('Contents')]),
  paragraph('TOC2', [{ type: 'field-start', instruction: 'TOC \\n \\h \\o "2-3"' }, entry('5\tBecoming a Subscriber')]),
  paragraph('TOC3', [entry('5.2\tA heading that goes', went)], { mark: went }),
  paragraph('TOC3', [entry('5.2\tA heading that comes', came)], { mark: came }),
  paragraph('TOC2', [entry('6\tAn '), entry('old', went), entry('new', came), entry(' heading')]),
  paragraph('Separator', [{ type: 'field-end' }]),
  paragraph('Heading2', [run('5\tBecoming a Subscriber')], { bookmarks: ['p_1'] }),
  paragraph(
    'Provision',
    [
      { type: 'comment-start', comment: 0 },
      run('5.1\tKept words, then '),
      run('old ones', went),
      run('new ones', came),
      { type: 'comment-end', comment: 0 },
      run(', see section '),
      { type: 'link', bookmark: 'p_1', children: [run('5')] },
      run(' and '),
      { type: 'link', address: 'https://a.example/', tooltip: 'A title', children: [run('a page')] },
      { type: 'note-reference', footnote: 1, label: 'a' },
      { type: 'run', text: ' in code', style: 'CodeCharacter' },
      { type: 'span', tag: 'image a.png', children: [{ type: 'run', text: 'a picture', style: 'ImageText' }] },
    ],
    { bookmarks: ['p_2'] },
  ),
  paragraph('Item1', [run('(a)\tverify;')], { contextualSpacing: true }),
  paragraph('Item1', [run('a bullet')], { bullet: true, contextualSpacing: true }),
  wholly('Heading3', '5.2\tA heading that goes', went),
  wholly('Heading3', '5.2\tA heading that comes', came),
  paragraph('Normal', [run('Words under it.')]),
  wholly('Provision', '5.3\tWords that move.', away),
  paragraph('Provision', [run('5.4\tWords that stay.')]),
  wholly('Provision', '5.3\tWords that move.', here),
  { type: 'container', tag: 'code ts', blocks: [paragraph('Code', [run('const one = 1;')])] },
  {
    type: 'table',
    columns: [3000, 6000],
    rows: [
      row('TableHead', ['Term', 'Meaning'], { header: true }),
      row('TableText', ['CSR', 'a request']),
      row('TableText', ['SPOTI', 'an interface'], { revision: went }),
      row('TableText', ['DCC', 'a company'], { revision: came }),
    ],
  },
  paragraph('Heading2', [run('6\tAn '), run('old', went), run('new', came), run(' heading')]),
  paragraph('Normal', [run('The end.')]),
];

/** A document that holds one of every kind of thing that can be written, in ordinary places. */
export const everyKind: WordDocument = {
  type: 'word-document',
  properties: { title: 'Appendix D', author: 'Code Administrator', date: '2026-01-31T00:00:00Z' },
  header: [paragraph('Header', [run('Appendix D\tDP000')])],
  footer: [
    paragraph('Footer', [
      run('Page '),
      { type: 'field', instruction: 'PAGE', children: [{ type: 'run', text: '1' }] },
      run(' of '),
      { type: 'field', instruction: 'NUMPAGES', children: [{ type: 'run', text: '1' }] },
    ]),
  ],
  blocks,
  footnotes: [{ id: 1, blocks: [paragraph('FootnoteText', [run('The words of a note.')])] }],
  comments: [
    {
      id: 0,
      author: 'Code Administrator',
      initials: 'CA',
      paragraphs: [paragraph('CommentText', [run('The reason.')])],
    },
  ],
};
