import type { FollowedReference } from '../model/consequences.ts';
import type { Document } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import type { RedlineBlock, Run, Span, WordsBlock } from '../model/redline.ts';
import { passages } from '../provision/passages.ts';
import { walk } from '../provision/walk.ts';
import { lastStartingAt } from '../source/ordered-ranges.ts';
import type { AmendedDocument } from './amend.ts';
import { locatorAt } from './innermost-provision.ts';

/**
 * The citations of a document that follow a renumbering: what the redline marks as renumbered and that is no label itself, each once,
 * with the words around the number that make the citation readable.
 */
export function followedReferences(amended: AmendedDocument): readonly FollowedReference[] {
  return [...followedInPlace(amended), ...followedInMoves(amended)];
}

function followedInPlace({ before, after, redline }: AmendedDocument): readonly FollowedReference[] {
  const pairs = renumbered(redline.source);
  if (pairs.length === 0) return [];
  const labels = labelRanges(before);
  const at = locatorAt(after);
  return pairs
    .filter(({ old }) => old.start >= (labels[lastStartingAt(labels, old.start)]?.end ?? 0))
    .map(({ old, fresh }) => ({
      document: before.key,
      at: at(fresh.start),
      before: citationAround(before, old),
      after: citationAround(after, fresh),
    }));
}

// In what moved the source is put in as a whole: there the words of the blocks tell which numbers only changed.
function followedInMoves({ before, after, redline }: AmendedDocument): readonly FollowedReference[] {
  const at = locatorAt(after);
  let labels: readonly Range[] | undefined;
  return wordsBlocks(redline.blocks).flatMap((block): readonly FollowedReference[] => {
    const place = block.status === 'moved-to' ? block.after : undefined;
    const pairs = place ? renumberedRuns(block.runs) : [];
    if (!place || pairs.length === 0) return [];
    labels ??= labelRanges(after);
    const label = labels[lastStartingAt(labels, place.end)];
    const isLabelled = label !== undefined && label.start >= place.start;
    return pairs
      .filter(({ offset }) => offset > 0 || !isLabelled)
      .map(({ old, fresh }) => ({ document: before.key, at: at(place.start), before: old, after: fresh }));
  });
}

function wordsBlocks(blocks: readonly RedlineBlock[]): readonly WordsBlock[] {
  const found: WordsBlock[] = [];
  const open = [...blocks].reverse();
  for (let block = open.pop(); block; block = open.pop()) {
    if ('runs' in block) found.push(block);
    const children = 'children' in block ? block.children : [];
    for (let at = children.length - 1; at >= 0; at -= 1) open.push(children[at] as RedlineBlock);
  }
  return found;
}

/** A citation in the words of a block, as it was and as it is, and how many of the words after stand before its number. */
interface RenumberedWords {
  readonly offset: number;
  readonly old: string;
  readonly fresh: string;
}

function renumberedRuns(runs: readonly Run[]): readonly RenumberedWords[] {
  const found: RenumberedWords[] = [];
  let said = '';
  runs.forEach((run, index) => {
    const next = runs[index + 1];
    if (run.type === 'deleted' && run.relabel && next?.type === 'inserted' && next.relabel) {
      const rest = runs.slice(index + 2).find(({ type }) => type !== 'deleted')?.text ?? '';
      const around = (number: string) => withWordsAround(said, number, rest);
      found.push({ offset: said.length, old: around(run.text), fresh: around(next.text) });
    }
    if (run.type !== 'deleted') said = `${said}${run.text}`.slice(-60);
  });
  return found;
}

interface Renumbered {
  readonly old: Range;
  readonly fresh: Range;
}

function renumbered(spans: readonly Span[]): readonly Renumbered[] {
  const pairs: Renumbered[] = [];
  let [before, after] = [0, 0];
  spans.forEach(({ type, text, relabel }, index) => {
    const next = spans[index + 1];
    if (type === 'deleted' && relabel && next?.type === 'inserted' && next.relabel) {
      const old = { start: before, end: before + text.length };
      pairs.push({ old, fresh: { start: after, end: after + next.text.length } });
    }
    if (type !== 'inserted') before += text.length;
    if (type !== 'deleted') after += text.length;
  });
  return pairs;
}

function labelRanges(document: Document): readonly Range[] {
  return [...walk(document)].flatMap(({ provision: { labelRange } }) => (labelRange ? [labelRange] : []));
}

// The noun before the number and what is joined to it after: “paragraph 5.6(b)”.
function citationAround(document: Document, { start, end }: Range): string {
  const all = passages(document);
  const passage = all[lastStartingAt(all, start)];
  const from = Math.max(passage?.start ?? 0, start - 40);
  const { source } = document;
  return withWordsAround(source.slice(from, start), source.slice(start, end), source.slice(end, end + 20));
}

function withWordsAround(before: string, number: string, rest: string): string {
  const noun = /(?:\p{L}+ )?[\p{L}\d.()]*$/u.exec(before.slice(-40))?.[0] ?? '';
  const after = /^[\w.()]*\w\)?|^\)/.exec(rest.slice(0, 20))?.[0] ?? '';
  return `${noun}${number}${after}`.replace(/\s+/g, ' ');
}
