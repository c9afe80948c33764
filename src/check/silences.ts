import type { Html, Nodes } from 'mdast';
import type { Document } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import { isCheckComment, readCheckComment } from '../source/check-comment.ts';
import { rangeOf } from '../source/index-provisions.ts';
import type { Finding } from './rule.ts';

/** A comment in a document that silences rules at a place. */
export interface Silence {
  readonly document: Document;
  /** Where the comment is written. */
  readonly comment: Range;
  readonly rules: readonly string[];
  readonly reason: string;
  /** What it is about: the block after it, else the block that it stands in. */
  readonly over: Range;
}

/**
 * The silences of a document: comments `<!-- check: allow RULE: reason -->`. One on its own lines is about the block that follows it (a
 * whole list or table, where one follows), or, as the last of an item or quotation, about that; one inside words, about their block or row.
 * Those that cannot be read, or give no reason, silence nothing; `unread` are the findings that say so.
 */
export function silencesOf(document: Document): {
  readonly silences: readonly Silence[];
  readonly unread: readonly Finding[];
} {
  const silences: Silence[] = [];
  const unread: Finding[] = [];
  if (!document.source.includes('<!--')) return { silences, unread };
  for (const { node, over } of comments(document)) {
    const comment = rangeOf(node);
    const read = readCheckComment(node.value);
    if (read && read.reason !== '' && read.at === undefined)
      silences.push({ document, comment, over, rules: read.rules, reason: read.reason });
    else unread.push({ document, ...comment, text: problemOf(read), advice: form });
  }
  return { silences, unread };
}

const form =
  'Write `<!-- check: allow RULE: why it is right here -->`, with the name of a rule, before the block or in it.';

function problemOf(read: ReturnType<typeof readCheckComment>): string {
  if (!read) return 'This comment is for the checker, but does not say which rule it allows.';
  if (read.at !== undefined) return 'A comment in a document is about the place where it stands, and names no other.';
  return `This comment allows ${read.rules.join(', ')} without a reason.`;
}

const blocks = new Set(['paragraph', 'heading', 'tableRow', 'listItem', 'blockquote', 'footnoteDefinition']);

function comments({ tree }: Document): readonly { readonly node: Html; readonly over: Range }[] {
  const found: { readonly node: Html; readonly over: Range }[] = [];
  const open: { readonly node: Nodes; readonly block: Nodes }[] = [{ node: tree, block: tree }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, block } = next;
    if (!('children' in node)) continue;
    const own = blocks.has(node.type) ? node : block;
    const inWords = node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
    node.children.forEach((child, index) => {
      if (child.type !== 'html') open.push({ node: child, block: own });
      else if (isCheckComment(child.value)) {
        const after = inWords ? undefined : node.children.slice(index + 1).find(({ type }) => type !== 'html');
        found.push({ node: child, over: rangeOf(after ?? own) });
      }
    });
  }
  return found.sort((a, b) => rangeOf(a.node).start - rangeOf(b.node).start);
}

/** Finds the silence that is about a finding of a rule, if one is: the last that begins before it and reaches it. */
export type SilenceOf = (rule: string, finding: Finding) => Silence | undefined;

/** Prepares to find silences by document and rule, so that many of them and many findings take no more than each alone. */
export function silencesBy(silences: readonly Silence[]): SilenceOf {
  const groups = new Map<Document, Map<string, { readonly silence: Silence; readonly reach: number }[]>>();
  for (const silence of silences.toSorted((a, b) => a.over.start - b.over.start)) {
    const byRule = groups.get(silence.document) ?? new Map();
    groups.set(silence.document, byRule);
    for (const rule of silence.rules) {
      const group = byRule.get(rule) ?? [];
      byRule.set(rule, group);
      group.push({ silence, reach: Math.max(silence.over.end, group.at(-1)?.reach ?? 0) });
    }
  }
  return (rule, { document, start }) => {
    const group = groups.get(document)?.get(rule) ?? [];
    let at = lastStarting(group, start);
    // Blocks nest: one that ends before the finding may stand in one that does not.
    while (at >= 0 && (group[at]?.reach ?? 0) >= start) {
      const silence = group[at]?.silence;
      if (silence && silence.over.end >= start) return silence;
      at -= 1;
    }
    return undefined;
  };
}

function lastStarting(group: readonly { readonly silence: Silence }[], start: number): number {
  let [low, high] = [0, group.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((group[middle]?.silence.over.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
