import type { Pack } from '../../model/pack.ts';
import { changeRowsOf, onlyFollow, placeName } from '../change-rows.ts';
import { tellConsequences } from '../consequence-tables.ts';
import { documentName, inWords, shortName } from '../document-name.ts';
import { coverageSentences } from '../pack-sentences.ts';
import { instructionPlace, type PlacedDocument, placesOf, textPlace } from './document-text.ts';
import { drawnText } from './drawn-text.ts';
import { frontHeading, frontRow, paragraph, plainTable, strong } from './front-parts.ts';
import { proseBlocks } from './prose-blocks.ts';
import type { Piece, SheetBlock, SheetItem, SheetRow } from './sheet.ts';
import { measures } from './sheet.ts';

/** The documents, each with the page it begins on, how many changes there are in it, and its texts. */
export function documentsBlocks(documents: readonly PlacedDocument[]): readonly SheetBlock[] {
  const rows = documents.map((placed): readonly (readonly Piece[])[] => {
    const { document } = placed;
    const { before, after } = document.redline;
    const to = textPlace(placed);
    return [
      [{ type: 'link', to, pieces: drawnText(documentName(document)) }],
      [{ type: 'pages', places: [to] }],
      [String(document.redline.changes.length)],
      drawnText(document.frontMatter.version ?? before.version ?? ''),
      [{ type: 'code', pieces: [before.sha256.slice(0, 12)] }],
      [{ type: 'code', pieces: [after.sha256.slice(0, 12)] }],
    ];
  });
  const heads = ['Document', 'Page', 'Changes', 'Version', 'Text before', 'Text after'];
  return [
    frontHeading('The documents'),
    plainTable(heads, rows, [200, 34, 44, 44, 77, 77]),
    paragraph(
      ['Texts are named by the first letters of their sha256. The whole of each is told under “The exact texts”.'],
      'small',
    ),
  ];
}

/** The sha256 of each text, whole. */
export function hashBlocks(documents: readonly PlacedDocument[]): readonly SheetBlock[] {
  const hash = (sha256: string): readonly Piece[] => [{ type: 'code', pieces: [sha256] }];
  const rows = documents.flatMap(({ document }) => {
    const { before, after } = document.redline;
    const name = shortName(document);
    return [
      [drawnText(`${name}, before`), hash(before.sha256)],
      [drawnText(`${name}, after`), hash(after.sha256)],
    ];
  });
  return [frontHeading('The exact texts'), plainTable(['Text', 'sha256'], rows, [110, 366])];
}

/** Why the change is proposed, in its own words. */
export function whyBlocks({ change }: Pick<Pack, 'change'>): readonly SheetBlock[] {
  const blocks = change ? proseBlocks(change.prose, 2) : [];
  return blocks.length > 0 ? [frontHeading('Why'), ...blocks] : [];
}

/** What the drafter expects of the text after, whether it holds, and what was looked at. */
export function expectationBlocks({ change, expectations = [] }: Pack): readonly SheetBlock[] {
  if (expectations.length === 0) return [];
  const items = expectations.map(({ sentence, holds, finding }): SheetItem => {
    const found = [strong(holds ? 'Holds.' : 'Does not hold.'), ...drawnText(` ${finding}`)];
    return { blocks: [paragraph(drawnText(sentence)), paragraph(found, 'small')] };
  });
  return [
    frontHeading('What must be true afterwards'),
    paragraph([
      'The drafter wrote down what must be true of the text after. Each was checked before this file was made:',
    ]),
    { type: 'list', indent: 0, width: measures.item, items },
    ...synonymBlocks(change),
  ];
}

/** Which names mean the same in a change. */
export function synonymBlocks(change: Pack['change']): readonly SheetBlock[] {
  return (change?.synonyms ?? []).map(({ names }) =>
    paragraph(drawnText(`In this change ${inWords(names.map((name) => `“${name}”`))} mean the same.`), 'small'),
  );
}

/** What follows elsewhere: what was checked, and a table for each kind of consequence that there is. */
export function consequenceBlocks(pack: Pack, document?: string): readonly SheetBlock[] {
  const telling = tellConsequences(pack, document);
  if (!telling) return [];
  return [
    frontHeading('What follows elsewhere'),
    ...telling.sentences.map((sentence) => paragraph(drawnText(sentence))),
    ...telling.tables.flatMap(({ caption, heads, rows }) => [
      frontHeading(`${caption} (${rows.length})`, 2),
      plainTable(
        heads,
        rows.map((cells) => cells.map(({ words }) => drawnText(words))),
      ),
    ]),
  ];
}

/** What was compared, and what stands unchanged. */
export function coverageBlocks(documents: readonly PlacedDocument[]): readonly SheetBlock[] {
  const alone = documents.length === 1;
  return [
    frontHeading('What is not touched'),
    ...documents.map(({ document }) =>
      paragraph([
        ...(alone ? [] : [strong(`${shortName(document)}. `)]),
        ...drawnText(coverageSentences(document).join(' ')),
      ]),
    ),
  ];
}

/** Every change: its instruction, where and on which page it is, what is done, and why. */
export function changeBlocks(documents: readonly PlacedDocument[]): readonly SheetBlock[] {
  return [
    frontHeading('The changes'),
    ...documents.flatMap((placed) => [
      ...(documents.length > 1 ? [frontHeading(documentName(placed.document), 2)] : []),
      changeTable(placed),
    ]),
  ];
}

/** The changes of one document, a row an instruction. */
export function changeTable(placed: PlacedDocument): SheetBlock {
  const rows = changeRows(placed);
  const heads = ['No.', 'Where', 'Page', 'What is done', 'Reason'];
  const reasons = rows.some(({ cells }) => (cells[4]?.pieces.length ?? 0) > 0);
  if (reasons) return plainTable(heads, rows, [26, 96, 30, 170, 154]);
  const short = rows.map((row) => ({ ...row, cells: row.cells.slice(0, 4) }));
  return plainTable(heads.slice(0, 4), short, [26, 180, 30, 240]);
}

function changeRows(placed: PlacedDocument): readonly SheetRow[] {
  const placeOf = placesOf(placed);
  return changeRowsOf(placed.document).map(({ number, changes, words, reason }) => {
    const places = [...new Map(changes.map((change) => [placeOf(change) + placeName(change), change])).values()];
    const cells: readonly (readonly Piece[])[] = [
      [number === undefined ? '–' : String(number)],
      places.length === 0
        ? ['Changes nothing']
        : places.flatMap((change, index): readonly Piece[] => [
            ...(index === 0 ? [] : [{ type: 'break' } as const]),
            { type: 'link', to: placeOf(change), pieces: drawnText(placeName(change)) },
          ]),
      [{ type: 'pages', places: places.map(placeOf) }],
      [...drawnText(words), ...(onlyFollow(changes) ? [{ type: 'quiet', pieces: [' Consequential'] } as const] : [])],
      drawnText(reason),
    ];
    const ids = number === undefined ? [] : [instructionPlace(placed, number)];
    return frontRow(cells, ids);
  });
}
