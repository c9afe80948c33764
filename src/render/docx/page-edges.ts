import type { Pack, PackDocument } from '../../model/pack.ts';
import type { WordDocument, WordParagraph, WordProperties } from '../../word/word-document.ts';
import { changeName, documentName } from '../document-name.ts';
import { authorshipOf, dateOf } from './authorship.ts';

/** Which of the two files of a document is meant. */
export type Kind = 'redline' | 'clean';

/** What stands on every page and in the properties of a file: which document and version it is, and of which change. */
export function pageEdges(
  pack: Pack,
  document: PackDocument,
  kind: Kind,
): Pick<WordDocument, 'properties' | 'header' | 'footer'> {
  return {
    properties: propertiesOf(pack, document, kind),
    header: [
      edge('Header', `${documentName(document)}\t${standing(pack, kind)}`),
      edge('Header', `${baselineWords(document)}\t${pack.change?.stage ?? ''}`),
    ],
    footer: [footerOf(pack)],
  };
}

function standing({ change }: Pack, kind: Kind): string {
  const name = change && changeName(change);
  if (kind === 'redline') return name === undefined ? 'Redline' : `Redline of ${name}`;
  return name === undefined ? 'Text after' : `Text as ${name} would leave it`;
}

function baselineWords({ frontMatter, redline }: PackDocument): string {
  const version = redline.before.version ?? frontMatter.version;
  return `Baseline${version === undefined ? '' : `: version ${version}`}, sha256 ${redline.before.sha256.slice(0, 12)}`;
}

function footerOf({ tool }: Pack): WordParagraph {
  const { children } = edge('Footer', `Made by ${tool.name} ${tool.version}\tPage `);
  return {
    type: 'paragraph',
    style: 'Footer',
    children: [...children, field('PAGE'), { type: 'run', text: ' of ' }, field('NUMPAGES')],
  };
}

function field(instruction: string): WordParagraph['children'][number] {
  return { type: 'field', instruction, children: [{ type: 'run', text: '1' }] };
}

function edge(style: 'Header' | 'Footer', text: string): WordParagraph {
  return { type: 'paragraph', style, children: [{ type: 'run', text }] };
}

function propertiesOf({ change }: Pack, document: PackDocument, kind: Kind): WordProperties {
  const { before, after } = document.redline;
  const date = dateOf(change);
  const entries: readonly (readonly [string, string | undefined])[] = [
    ['Change', change && changeName(change)],
    ['Stage', change?.stage],
    ['Version before', before.version ?? document.frontMatter.version],
    ['Text before (sha256)', before.sha256],
    ['Text after (sha256)', after.sha256],
  ];
  return {
    title: documentName(document),
    subject: change
      ? `${changeName(change)} ${change.title}: ${kind === 'redline' ? 'redline' : 'clean text'}`
      : kind === 'redline'
        ? 'Redline'
        : 'Clean text',
    author: authorshipOf(change).author,
    ...(date === undefined ? {} : { date }),
    language: 'en-GB',
    custom: entries.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }])),
  };
}
