import type { OptionsPack, PrintedChoice } from '../../model/pack.ts';
import { commonTo } from '../common-to-options.ts';
import { documentName, shortName } from '../document-name.ts';
import { firstLine } from '../in-brief.ts';
import { changeParticulars, coverageSentences, optionsSummary } from '../pack-sentences.ts';
import { instructionPlace, type PlacedDocument, stopPlace, textPlace } from './document-text.ts';
import { drawnPlain, drawnText } from './drawn-text.ts';
import { factRows, footOf, headOf, notice, particulars } from './file-sheets.ts';
import { changeTable, synonymBlocks, whyBlocks } from './front-blocks.ts';
import { frontHeading, paragraph, plainTable, strong } from './front-parts.ts';
import { legendBlocks } from './legend-blocks.ts';
import { optionsText, type PlacedOptions } from './options-text.ts';
import type { Part, Piece, SheetBlock, SheetItem, SheetRow, Sheets } from './sheet.ts';
import { measures } from './sheet.ts';

/** The options of a change in one file: what is to be decided, what all share, and then each document under all options. */
export function optionsSheets(pack: OptionsPack, documents: readonly PlacedOptions[]): Sheets {
  const { change } = pack;
  const title = `${change.name}: ${change.title} (options)`;
  const all = documents.flatMap(({ options }) => options.map(({ placed }) => placed));
  const front: readonly SheetBlock[] = [
    { type: 'title', kicker: 'Options for a vote', words: drawnPlain(`${change.name}: ${change.title}`) },
    ...notice({ documents: all.map(({ document }) => document) }),
    { type: 'facts', rows: factRows(changeParticulars(pack)) },
    paragraph(drawnText(optionsSummary(pack)), 'lead'),
    frontHeading('What is to be decided'),
    ...documents.flatMap((document) => decisionBlocks(pack, document)),
    ...whyBlocks(pack),
    ...expectationBlocks(pack),
    ...legendBlocks(all),
    ...documents.flatMap((document) => commonBlocks(pack, document)),
    ...coverageBlocks(documents),
    ...hashBlocks(documents),
  ];
  const head = [headOf(pack), change.date ?? ''] as const;
  return {
    ...particulars(pack, title),
    parts: [{ head, foot: footOf(pack), blocks: front }, ...documents.map((document) => documentPart(pack, document))],
  };
}

function documentPart(pack: OptionsPack, document: PlacedOptions): Part {
  const placed = firstOf(document);
  const name = shortName(placed.document);
  return {
    head: [
      drawnPlain(`${headOf(pack)} · ${name}`),
      `text before ${placed.document.redline.before.sha256.slice(0, 12)}`,
    ],
    foot: footOf(pack),
    blocks: [
      {
        ...frontHeading(documentName(placed.document)),
        look: 'part',
        ids: [textPlace(placed)],
        pieces: drawnText(`${name}, under each option`),
      },
      ...optionsText(document),
    ],
  };
}

/** The choices in a document, a row each: what each option does and why, and on which page. */
function decisionBlocks({ choices }: OptionsPack, document: PlacedOptions): readonly SheetBlock[] {
  const placed = firstOf(document);
  const own = choices.filter(({ documents }) => documents.includes(document.key));
  const name = frontHeading(documentName(placed.document), 2);
  if (own.length === 0) return [name, paragraph(['All options say the same here.'])];
  const letters = document.options.map(({ letter }) => `Option ${letter}`);
  const reasons = own.some(({ reason }) => reason !== undefined);
  const rows = own.map((choice): SheetRow => {
    const stop = placed.stops.all.find(({ by }) => by.includes(choice.number));
    const place = stop ? stopPlace(placed, stop) : textPlace(placed);
    const cells: readonly (readonly Piece[])[] = [
      [{ type: 'link', to: place, pieces: [String(choice.number)] }],
      [{ type: 'pages', places: [place] }],
      ...choice.options.map(optionPieces),
      ...(reasons ? [drawnText(choice.reason ?? '')] : []),
    ];
    const ids = [instructionPlace(placed, choice.number)];
    return { ids, bar: false, long: true, cells: cells.map((pieces) => ({ pieces })) };
  });
  return [name, plainTable(['No.', 'Page', ...letters, ...(reasons ? ['Reason'] : [])], rows)];
}

function optionPieces({ words, reason }: PrintedChoice['options'][number]): readonly Piece[] {
  const line = words === undefined ? 'No change.' : firstLine(words);
  const content = words === undefined ? '' : words.slice(line.length).replace(/^> ?/gm, '').trim();
  return [
    ...drawnText(line),
    ...(content === '' ? [] : [{ type: 'break' } as const, { type: 'emphasis', pieces: drawnText(content) } as const]),
    ...(reason === undefined
      ? []
      : [{ type: 'break' } as const, { type: 'quiet', pieces: drawnText(`Reason: ${reason}`) } as const]),
  ];
}

function expectationBlocks({ change, options }: OptionsPack): readonly SheetBlock[] {
  const found = options.flatMap(({ letter, pack }) => (pack.expectations ?? []).map((one) => ({ ...one, letter })));
  const sentences = [...new Set(found.map(({ sentence }) => sentence))];
  if (sentences.length === 0) return [];
  const items = sentences.map((sentence): SheetItem => {
    const own = found.filter((one) => one.sentence === sentence);
    const findings = own.map(({ letter, holds, finding }) =>
      paragraph(
        [`Option ${letter}: `, strong(holds ? 'Holds.' : 'Does not hold.'), ...drawnText(` ${finding}`)],
        'small',
      ),
    );
    return { blocks: [paragraph(drawnText(sentence)), ...findings] };
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

function commonBlocks({ choices }: OptionsPack, document: PlacedOptions): readonly SheetBlock[] {
  const placed = firstOf(document);
  const common = commonTo(placed.document, new Set(choices.map(({ number }) => number)));
  if (common.instructions.length === 0) return [];
  const name = `Common to all options: ${shortName(placed.document)}`;
  return [frontHeading(name), changeTable({ ...placed, document: common })];
}

function coverageBlocks(documents: readonly PlacedOptions[]): readonly SheetBlock[] {
  const each = documents.flatMap(({ options }) =>
    options.map(({ letter, placed }) =>
      paragraph([
        strong(drawnPlain(`${shortName(placed.document)}, Option ${letter}. `)),
        ...drawnText(coverageSentences(placed.document).join(' ')),
      ]),
    ),
  );
  return [frontHeading('What is not touched'), ...each];
}

function hashBlocks(documents: readonly PlacedOptions[]): readonly SheetBlock[] {
  const row = (name: string, sha256: string) => [drawnText(name), [{ type: 'code', pieces: [sha256] } as const]];
  const rows = documents.flatMap((document) => {
    const own = firstOf(document).document;
    const name = shortName(own);
    const afters = document.options.map(({ letter, placed }) =>
      row(`${name}, after, Option ${letter}`, placed.document.redline.after.sha256),
    );
    return [row(`${name}, before`, own.redline.before.sha256), ...afters];
  });
  return [frontHeading('The exact texts'), plainTable(['Text', 'sha256'], rows, [140, 336])];
}

function firstOf({ options }: PlacedOptions): PlacedDocument {
  const [first] = options;
  if (!first) throw new RangeError('A change that offers options has one at least.');
  return first.placed;
}
