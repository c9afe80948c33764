import type { Pack, PackDocument } from '../../model/pack.ts';
import { changeName, documentName, shortName } from '../document-name.ts';
import { changeParticulars, packSummary, specimenWords } from '../pack-sentences.ts';
import { documentText, type PlacedDocument, textPlace } from './document-text.ts';
import { drawnPlain, drawnText } from './drawn-text.ts';
import {
  changeBlocks,
  consequenceBlocks,
  coverageBlocks,
  documentsBlocks,
  expectationBlocks,
  hashBlocks,
  whyBlocks,
} from './front-blocks.ts';
import { frontHeading, paragraph, strong } from './front-parts.ts';
import { legendBlocks } from './legend-blocks.ts';
import type { Part, Piece, SheetBlock, Sheets } from './sheet.ts';

// The level of the headings that the contents go down to.
const contentsDepth = 3;

/** What a file is of, and what makes it. */
type Subject = Pick<Pack, 'change' | 'tool'>;

/** A document and the pages that show its text: the same in the file of a change and in its own. */
export interface DrawnDocument {
  readonly placed: PlacedDocument;
  readonly text: Part;
}

/** Everything about a change in one file: what it is and why, what follows, every change, and then every document. */
export function packSheets(pack: Pack, drawn: readonly DrawnDocument[]): Sheets {
  const documents = drawn.map(({ placed }) => placed);
  const name = pack.change ? changeName(pack.change) : 'Redlines';
  const title = pack.change ? `${name}: ${pack.change.title}` : 'Redlines';
  const front: readonly SheetBlock[] = [
    { type: 'title', kicker: 'Redline', words: drawnPlain(title) },
    ...notice(pack),
    { type: 'facts', rows: factRows(changeParticulars(pack)) },
    paragraph(drawnText(packSummary(pack)), 'lead'),
    ...documentsBlocks(documents),
    ...whyBlocks(pack),
    ...expectationBlocks(pack),
    ...legendBlocks(documents),
    ...consequenceBlocks(pack),
    ...coverageBlocks(documents),
    ...changeBlocks(documents),
    ...hashBlocks(documents),
  ];
  const head = [headOf(pack), pack.change?.date ?? ''] as const;
  return {
    ...particulars(pack, title),
    parts: [{ head, foot: footOf(pack), blocks: front }, ...drawn.map(({ text }) => text)],
  };
}

/** One document: its particulars, the marks, its changes, and then its text. */
export function documentSheets(pack: Pack, { placed, text }: DrawnDocument): Sheets {
  const { document } = placed;
  const { before, after } = document.redline;
  const name = pack.change ? `${changeName(pack.change)} ${pack.change.title}` : undefined;
  const title = `${documentName(document)} (redline)`;
  const front: readonly SheetBlock[] = [
    {
      type: 'title',
      kicker: drawnPlain(name === undefined ? 'Redline' : `Redline · ${name}`),
      words: drawnPlain(documentName(document)),
    },
    ...notice({ ...pack, documents: [document] }),
    {
      type: 'facts',
      rows: [
        ...factRows([...changeParticulars(pack), ['Version before', versionOf(document)]]),
        ['Text before', [{ type: 'code', pieces: [before.sha256] }]],
        ['Text after', [{ type: 'code', pieces: [after.sha256] }]],
      ],
    },
    ...legendBlocks([placed]),
    ...changeBlocks([placed]),
    ...consequenceBlocks(pack, document.key),
    ...coverageBlocks([placed]),
    frontHeading('Contents'),
    { type: 'contents', depth: contentsDepth, entries: text.blocks.flatMap(contentsEntries) },
  ];
  return { ...particulars(pack, title), parts: [{ ...text, blocks: front }, text] };
}

/** The text of a document with its marks: the pages that the file of a change and its own file share. */
export function documentPart(pack: Pack, placed: PlacedDocument): Part {
  const { document } = placed;
  const { before } = document.redline;
  const version = versionOf(document);
  const left = [headOf(pack), shortName(document), ...(version === undefined ? [] : [`version ${version}`])];
  const heading = frontHeading(documentName(document));
  return {
    head: [drawnPlain(left.join(' · ')), `text before ${before.sha256.slice(0, 12)}`],
    foot: footOf(pack),
    blocks: [
      {
        ...heading,
        look: 'part',
        ids: [textPlace(placed)],
        pieces: drawnText(`${shortName(document)}, with its changes`),
      },
      ...documentText(placed),
    ],
  };
}

function contentsEntries(block: SheetBlock): readonly (readonly [level: number, title: string])[] {
  if (block.type === 'heading')
    return block.look === undefined && block.level <= contentsDepth ? [[block.level, block.title]] : [];
  if (block.type === 'list') return block.items.flatMap(({ blocks }) => blocks.flatMap(contentsEntries));
  if (block.type === 'table') return (block.lead ?? []).flatMap(contentsEntries);
  return 'blocks' in block ? block.blocks.flatMap(contentsEntries) : [];
}

/** What the file says of itself. */
export function particulars({ change, tool }: Subject, title: string): Omit<Sheets, 'parts'> {
  const date = /^(\d{4})-(\d{2})-(\d{2})/.exec(change?.date ?? '');
  const author = change?.proposer ?? tool.name;
  return {
    title,
    author,
    ...(date ? { date: [Number(date[1]), Number(date[2]), Number(date[3])] as const } : {}),
  };
}

/** The notice that documents are specimens, where one is. */
export function notice({ documents }: Pick<Pack, 'documents'>): readonly SheetBlock[] {
  const words = specimenWords(documents);
  return words === undefined ? [] : [paragraph([strong('Specimen. '), ...drawnText(words)], 'notice')];
}

/** Facts by their names; those that are not known are left out. */
export function factRows(
  entries: readonly (readonly [string, string | undefined])[],
): readonly (readonly [string, readonly Piece[]])[] {
  return entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, drawnText(value)] as const]));
}

/** What stands at the head of each page. */
export function headOf({ change }: Subject): string {
  return change ? drawnPlain(`${changeName(change)} · ${change.stage}`) : 'Redline';
}

/** What stands at the foot of each page. */
export function footOf({ tool, change }: Subject): string {
  const origin = change ? 'the text before and the amending instructions' : 'the two texts';
  return `Made by ${tool.name} ${tool.version} from ${origin}. It states no law.`;
}

function versionOf({ frontMatter, redline }: PackDocument): string | undefined {
  return frontMatter.version ?? redline.before.version;
}
