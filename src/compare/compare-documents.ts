import { createHash } from 'node:crypto';
import type { Document } from '../model/document.ts';
import type { Edit } from '../model/range.ts';
import type { Redline, Version } from '../model/redline.ts';
import { attributeMoved } from './attribute-moved.ts';
import { nameBlocks } from './block-names.ts';
import { listChanges } from './changes.ts';
import type { Region } from './compare-region.ts';
import { countCoverage } from './coverage.ts';
import { listDeclaredRelabellings } from './declared-relabellings.ts';
import { findMoves, type Move } from './find-moves.ts';
import { markMoves } from './mark-moves.ts';
import { movedBlocks, shownMoves } from './moved-blocks.ts';
import { movedCitations } from './moved-citations.ts';
import { movesFromEdits } from './moves-from-edits.ts';
import type { Reasons } from './open-list.ts';
import { listRelabellings } from './relabel-changes.ts';
import { noRelabelling } from './relabel-map.ts';
import { sideOf } from './side.ts';
import { placeSpans } from './span-places.ts';
import { createSpanWriter } from './span-writer.ts';
import { writeSpansFromEdits } from './spans-from-edits.ts';
import { writeSpansFromTexts } from './spans-from-texts.ts';
import { weave } from './weave.ts';

/** What is known of the two texts besides the texts. */
export interface CompareOptions {
  /** The edits of the text before that made the text after. Without them, what corresponds is found by comparing. */
  readonly edits?: readonly Edit[];
  readonly reasons?: Reasons;
  /** The versions the redline names; without them, those of the documents, and the sha256 of their texts. */
  readonly versions?: { readonly before: Version; readonly after: Version };
}

/**
 * Makes the redline of two versions of a document. Takes any two documents; every text is accounted for in the redline, byte for
 * byte. Throws where edits are given that overlap or that do not make the text after of the text before.
 */
export function compareDocuments(before: Document, after: Document, options: CompareOptions = {}): Redline {
  const [sideBefore, sideAfter] = [sideOf(before), sideOf(after)];
  const region: Region = {
    before: sideBefore,
    after: sideAfter,
    writer: createSpanWriter(),
    limited: { blocks: 0, words: 0 },
  };
  const edited = options.edits ? writeSpansFromEdits(region, options.edits) : [];
  const relabelling = options.edits ? noRelabelling : writeSpansFromTexts(region, before, after);
  const declared = movesFromEdits({ side: sideBefore, document: before }, { side: sideAfter, document: after }, edited);
  const source = attributeMoved(sideBefore, sideAfter, region.writer.spans(), declared.moves);
  const spans = placeSpans(source);
  const names = nameBlocks(before, after);
  const reasons = options.reasons ?? new Map();
  // What the edits say was deleted and inserted, no move may say again.
  const found = options.edits ? declared.moves : findMoves(sideBefore, sideAfter, spans);
  const weaveWith = (moves: readonly Move[]) =>
    weave({
      before: sideBefore,
      after: sideAfter,
      spans,
      names,
      moved: movedBlocks(sideBefore, sideAfter, moves, declared.followers),
    });
  const woven = weaveWith(found);
  const shown = shownMoves(woven);
  const moves = found.filter(({ number }) => shown.has(number));
  const blocks = moves.length === found.length ? woven : weaveWith(moves);
  return {
    schema: 'sec-redline/redline@1',
    before: options.versions?.before ?? versionOf(before),
    after: options.versions?.after ?? versionOf(after),
    source: markMoves(sideBefore, sideAfter, source, moves),
    blocks,
    changes: [
      ...listChanges(blocks, names, reasons),
      ...(options.edits
        ? listDeclaredRelabellings(edited, movedCitations(sideBefore, sideAfter, moves), blocks, names, reasons)
        : listRelabellings(relabelling, spans, blocks, names)),
    ],
    coverage: countCoverage(sideBefore, sideAfter, spans, blocks, region.limited),
  };
}

function versionOf({ path, source, frontMatter }: Document): Version {
  const sha256 = createHash('sha256').update(source, 'utf8').digest('hex');
  return { path, ...(frontMatter.version === undefined ? {} : { version: frontMatter.version }), sha256 };
}
