import type { PackDocument } from '../../model/pack.ts';
import type { RedlineBlock, RedlineChange, WordsBlock } from '../../model/redline.ts';
import { inBrief } from '../in-brief.ts';
import { outlineFrom } from '../outline.ts';
import { findStops, type Stop, type Stops } from '../stops.ts';
import { type CitationWay, type CitingRun, citationWays, citingRuns } from './citation-ways.ts';
import { drawnPlain } from './drawn-text.ts';
import { footnoteNames } from './footnote-names.ts';
import type { Layout } from './layout.ts';
import { withLeadIns } from './lead-ins.ts';
import type { Note, Piece, SheetBlock } from './sheet.ts';
import { textBlocks } from './text-blocks.ts';

/** A document as it stands in a file: its stops, and what its places are called there. */
export interface PlacedDocument {
  readonly document: PackDocument;
  /** Where its citations lead, and the place in the file of each. */
  readonly ways: readonly CitationWay[];
  readonly placeOf: (way: CitationWay) => string | undefined;
  readonly stops: Stops;
  /** The name in the file of a place in this document. */
  readonly name: (id: string) => string;
}

/**
 * Finds the stops of some documents and where their citations lead; the stems tell the places of each from those of the others. `stopsOf` gives the
 * stops of a document where it does not stand in the file as a whole.
 */
export function placeDocuments(
  documents: readonly PackDocument[],
  stems: readonly string[],
  stopsOf = (document: PackDocument, _index: number): Stops => findStops(document.redline.blocks),
): readonly PlacedDocument[] {
  const ways = citationWays(documents);
  const stemOf = new Map(documents.map(({ key }, index) => [key, stems[index] ?? '']));
  const placeOf = ({ document, id }: CitationWay) => placeName(stemOf.get(document) ?? '', id ?? 'text');
  return documents.map((document, index) => ({
    document,
    ways: ways.get(document.key) ?? [],
    placeOf,
    stops: stopsOf(document, index),
    name: (id) => placeName(stemOf.get(document.key) ?? '', id),
  }));
}

function placeName(stem: string, id: string): string {
  return `${stem}:${id}`;
}

/** The name of the place where the text of a document begins. */
export function textPlace({ name }: PlacedDocument): string {
  return name('text');
}

/** The name of the row that tells an instruction in the list of changes. */
export function instructionPlace({ name }: PlacedDocument, number: number): string {
  return name(`instruction-${number}`);
}

/** The whole text of a document with its marks. */
export function documentText(placed: PlacedDocument): readonly SheetBlock[] {
  const { document } = placed;
  const layout = layoutOf(placed, sharing());
  return withLeadIns(document.redline.blocks.flatMap((block) => textBlocks(block, layout, { nested: false, at: 0 })));
}

/** Where each change of a document is shown. */
export function placesOf(placed: PlacedDocument): (change: RedlineChange) => string {
  const { stops, name } = placed;
  const names = new Map([...stops.anchors].map(([id, anchor]) => [id, name(anchor.slice(1))]));
  return (change) => {
    const own = change.id === undefined ? undefined : names.get(change.id);
    if (own !== undefined) return own;
    const stop = stops.all.find(({ by }) => change.by !== undefined && by.includes(change.by));
    return stop ? stopPlace(placed, stop) : textPlace(placed);
  };
}

/** The name of the place where a stop begins. */
export function stopPlace({ name }: PlacedDocument, stop: Stop): string {
  return name(`change-${stop.number}`);
}

/** What texts share that stand in one part of a file: the levels of their headings, and the names of their places. */
type Sharing = Pick<Layout, 'outline' | 'take'>;

/** The same for a part in which nothing stands yet. */
export function sharing(): Sharing {
  const taken = new Set<string>();
  const take = (names: readonly string[]) =>
    names.filter((one) => {
      if (taken.has(one)) return false;
      taken.add(one);
      return true;
    });
  return { outline: outlineFrom(2), take };
}

/** How the blocks of a document are laid out. */
export function layoutOf(placed: PlacedDocument, shared: Sharing): Layout {
  const { document, stops, name } = placed;
  const footnotes = footnoteNames(document.redline.blocks);
  const cited = new Map<WordsBlock, readonly CitingRun[]>();
  let waiting: string[] = [];
  return {
    ...shared,
    name,
    number: (instruction) => numberPiece(placed, instruction),
    footnote: (identifier) => (footnotes.has(identifier) ? name(`footnote-${identifier}`) : undefined),
    stopAt: (block: RedlineBlock) => {
      const stop = stops.at.get(block);
      return stop && { stop, note: noteOf(placed, stop, block), id: stopPlace(placed, stop) };
    },
    citing: (block) => {
      const runs = cited.get(block) ?? citingRuns(block, document.textAfter, placed.ways, placed.placeOf);
      cited.set(block, runs);
      return runs;
    },
    open: (block) => {
      if (block.id !== undefined) waiting.push(name(block.id));
    },
    opened: () => {
      const names = waiting;
      waiting = [];
      return names;
    },
    parted: false,
  };
}

function numberPiece(placed: PlacedDocument, number: number): Piece {
  const listed = placed.document.instructions.some((instruction) => instruction.number === number);
  return { type: 'number', number: String(number), ...(listed ? { to: instructionPlace(placed, number) } : {}) };
}

function noteOf(placed: PlacedDocument, stop: Stop, block: RedlineBlock): Note {
  const instructions = new Map(placed.document.instructions.map((one) => [one.number, one]));
  const move = block.move === undefined ? '' : ` (move ${block.move})`;
  return {
    deed: `${stop.deed}${move}`,
    reasons: stop.by.map((number) => {
      const instruction = instructions.get(number);
      const words = instruction?.reason ?? (instruction ? inBrief(instruction.words) : '');
      return {
        number: String(number),
        words: drawnPlain(words),
        ...(instruction ? { to: instructionPlace(placed, number) } : {}),
      };
    }),
  };
}
