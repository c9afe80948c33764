import type { Range } from '../model/range.ts';
import type { Region } from './compare-region.ts';
import { editedPart } from './edited-part.ts';
import { tokensOfBoth } from './joined-tokens.ts';
import { compareRelabelled } from './relabel-tokens.ts';
import { partOfBlock } from './scanned-block.ts';
import type { Side, Unit } from './side.ts';
import { tidyChanges } from './tidy.ts';
import type { Extent } from './tidy-sentences.ts';
import { type Token, tokenizeLeaf } from './tokens.ts';
import { type ComparedTokens, writeChanges } from './write-changes.ts';

/**
 * Compares the words of a unit with those of its partner, or of several that follow one another with those of one, and writes the
 * spans, complete and in order.
 */
export function compareWords(region: Region, unitsBefore: readonly Unit[], unitsAfter: readonly Unit[]): void {
  if (unitsBefore.length === 1 && unitsAfter.length === 1 && comparedInPart(region, unitsBefore, unitsAfter)) return;
  const [before, after] = tokensOfBoth([region.before, unitsBefore], [region.after, unitsAfter]);
  const [first, last] = [unitsBefore[0] as Unit, unitsBefore.at(-1) as Unit];
  const extent = {
    opens: first.start === wordsOf(region.before, first)?.start,
    closes: last.end === wordsOf(region.before, last)?.end,
  };
  const { changes, limited } = comparedTokens(region, before, after, extent);
  region.limited.words += limited;
  writeChanges(region, { before, after, changes });
}

// Only what an edit touches is cut into tokens. Not done where a mark would reach an end of that: what stands beyond may count.
function comparedInPart(region: Region, [one]: readonly Unit[], [other]: readonly Unit[]): boolean {
  if (!one || !other) return false;
  const part = editedPart(region.before, one, region.after, other, region.followers ?? []);
  if (!part) return false;
  const before = tokensOfPart(region.before, one, part.before);
  const after = tokensOfPart(region.after, other, part.after);
  const { changes, limited } = comparedTokens(region, before, after, { opens: true, closes: true });
  const [first, last] = [changes[0], changes.at(-1)];
  if (one.start < part.before.start && first?.beforeFrom === 0) return false;
  if (part.before.end < one.end && last?.beforeTo === before.length) return false;
  region.limited.words += limited;
  region.writer.same(region.before.source.slice(one.start, part.before.start));
  writeChanges(region, { before, after, changes });
  region.writer.same(region.before.source.slice(part.before.end, one.end));
  return true;
}

function tokensOfPart({ source }: Side, { block }: Unit, range: Range): readonly Token[] {
  return tokenizeLeaf(source, partOfBlock(block, range), range.start === block.words.start);
}

function comparedTokens(
  region: Region,
  before: readonly Token[],
  after: readonly Token[],
  extent: Extent,
): Pick<ComparedTokens, 'changes'> & { readonly limited: number } {
  const { changes, limited } = compareRelabelled(region.after, before, after, region.followers ?? []);
  return { changes: tidyChanges(changes, before, after, extent), limited };
}

function wordsOf({ outline }: Side, { block }: Unit): Range | undefined {
  return outline.leaves[block.leafFrom]?.words;
}
