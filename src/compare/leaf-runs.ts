import type { Range } from '../model/range.ts';
import type { Run } from '../model/redline.ts';
import { changedRuns } from './changed-runs.ts';
import { displayWords, type Piece } from './display.ts';
import { displayLines } from './display-lines.ts';
import type { Block } from './outline.ts';
import { markedRuns, sameFormats, sameRuns } from './runs.ts';
import type { Side } from './side.ts';
import type { PlacedSpan } from './span-places.ts';
import { spansOfPair } from './span-places.ts';

/** The runs of a leaf that stands in one text only. `marks`: the spans of that text in it. */
export function loneRuns(
  side: Side,
  leaf: Block,
  type: 'inserted' | 'deleted',
  marks: readonly PlacedSpan[],
): readonly Run[] {
  return markedRuns(type, displayLeaf(side, leaf, marks.length > 1), marks);
}

/** The runs of a leaf that stands in both texts. */
export function pairRuns(
  before: Side,
  after: Side,
  leafBefore: Block,
  leafAfter: Block,
  spans: readonly PlacedSpan[],
): readonly Run[] {
  const inside = spansOfPair(spans, leafBefore.words, leafAfter.words);
  const [only] = inside;
  if (inside.length <= 1 && (!only || only.type === 'same')) {
    const shown = displayLeaf(after, leafAfter, false);
    if (only && readsAlike(after.source, leafBefore.words, leafAfter.words, only)) return sameRuns(shown);
    if (showSame(displayLeaf(before, leafBefore, false), shown)) return sameRuns(shown);
  }
  const runs = changedRuns(displayLeaf(before, leafBefore, true), displayLeaf(after, leafAfter, true), inside);
  return leafAfter.type === 'code' || leafAfter.type === 'html' || leafAfter.type === 'front-matter'
    ? withLinesApart(runs)
    : withInstruction(runs, inside);
}

/** The runs of a part of a leaf of each text: of what was split or joined, and of words that became another kind of block. */
export function partRuns(
  before: Side,
  after: Side,
  partBefore: LeafPart,
  partAfter: LeafPart,
  spans: readonly PlacedSpan[],
): readonly Run[] {
  const inside = spansOfPair(spans, partBefore.range, partAfter.range);
  const [one, other] = [displayPart(before, partBefore), displayPart(after, partAfter)];
  return withInstruction(changedRuns(one, other, inside), inside);
}

/** A part of the words of a leaf. */
export interface LeafPart {
  readonly leaf: Block;
  readonly range: Range;
}

// What stands for its range as a whole belongs to the part in which it begins.
function displayPart(side: Side, { leaf, range }: LeafPart): readonly Piece[] {
  return displayLeaf(side, leaf, true).flatMap((piece) => {
    const [start, end] = [Math.max(piece.start, range.start), Math.min(piece.end, range.end)];
    if (!piece.exact) return piece.start >= range.start && piece.start < range.end ? [piece] : [];
    if (start >= end) return [];
    return [{ ...piece, start, end, text: piece.text.slice(start - piece.start, end - piece.start) }];
  });
}

function displayLeaf(side: Side, leaf: Block, precise: boolean): readonly Piece[] {
  if (leaf.type === 'paragraph' || leaf.type === 'heading' || leaf.type === 'cell')
    return displayWords(leaf, side.source, side.outline.definitions, precise);
  return leaf.type === 'rule' || leaf.children.length > 0 || !hasLines(leaf) ? [] : displayLines(leaf, side.source);
}

function hasLines({ type }: Block): boolean {
  return type === 'code' || type === 'html' || type === 'front-matter' || type === 'link-definition';
}

// Equal source reads alike, but for brackets, which are a link or not by what is defined elsewhere.
function readsAlike(source: string, before: Range, after: Range, span: PlacedSpan): boolean {
  const aligned = before.start - span.before === after.start - span.after;
  if (!aligned || before.end - before.start !== after.end - after.start) return false;
  return !source.slice(after.start, after.end).includes('[');
}

function showSame(one: readonly Piece[], other: readonly Piece[]): boolean {
  return (
    one.length === other.length &&
    one.every((piece, index) => {
      const match = other[index] as Piece;
      const [setting, matching] = [piece.setting, match.setting];
      return (
        piece.text === match.text && setting.key === matching.key && sameFormats(setting.formats, matching.formats)
      );
    })
  );
}

// A change of how words are set bears the instruction where only one is at work in the block.
function withInstruction(runs: readonly Run[], spans: readonly PlacedSpan[]): readonly Run[] {
  const numbers = new Set(spans.flatMap(({ type, by }) => (type === 'same' || by === undefined ? [] : [by])));
  const [by] = numbers;
  if (by === undefined || numbers.size > 1) return runs;
  return runs.map((run) => (run.formatsBefore === undefined ? run : { ...run, by }));
}

// Where the last line is replaced, the old and the new each begin on a line of their own.
function withLinesApart(runs: readonly Run[]): readonly Run[] {
  const [before, deleted, inserted] = runs.slice(-3);
  if (before?.type !== 'same' || deleted?.type !== 'deleted' || inserted?.type !== 'inserted') return runs;
  if (!before.text.endsWith('\n') || deleted.text.endsWith('\n')) return runs;
  const kept = before.text.slice(0, -1);
  const lines = [
    { ...deleted, text: `\n${deleted.text}` },
    { ...inserted, text: `\n${inserted.text}` },
  ];
  return [...runs.slice(0, -3), ...(kept === '' ? [] : [{ ...before, text: kept }]), ...lines];
}
