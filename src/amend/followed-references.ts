import type { FollowedReference } from '../model/consequences.ts';
import type { Document } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import type { Span } from '../model/redline.ts';
import { passages } from '../provision/passages.ts';
import { walk } from '../provision/walk.ts';
import type { AmendedDocument } from './amend.ts';
import { locatorAt } from './innermost-provision.ts';
import { lastStartingAt } from './last-starting-at.ts';

/**
 * The citations of a document that follow a renumbering: what the redline marks as renumbered and that is no label itself, each once,
 * with the words around the number that make the citation readable.
 */
export function followedReferences({ before, after, redline }: AmendedDocument): readonly FollowedReference[] {
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
  const before = document.source.slice(from, start);
  const noun = /(?:\p{L}+ )?[\p{L}\d.()]*$/u.exec(before)?.[0] ?? '';
  const after = /^[\w.()]*\w\)?|^\)/.exec(document.source.slice(end, end + 20))?.[0] ?? '';
  return `${noun}${document.source.slice(start, end)}${after}`.replace(/\s+/g, ' ');
}
