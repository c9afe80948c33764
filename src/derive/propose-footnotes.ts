import { visit } from 'unist-util-visit';
import { findWords } from '../change/find-words.ts';
import type { Document, Provision } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import { joinLines } from '../provision/quotation.ts';
import { walk } from '../provision/walk.ts';
import { contentOf } from './propose-provision.ts';
import { isSmall } from './quotable.ts';
import type { Structural, Structure } from './structural.ts';

/**
 * Writes “omit the footnote “1””, with which its calls go, for each that the text after does not have; and “after “words” insert the
 * footnote—” for each that is new and stands after all others.
 */
export function proposeFootnotes(structure: Structure): readonly Structural[] {
  const { before, after, locators } = structure;
  const [old, now] = [footnotesOf(before), footnotesOf(after)];
  const end = { start: after.source.length, end: after.source.length };
  const omitted = [...old].flatMap(([name, about]): readonly Structural[] => {
    const at = now.has(name) ? undefined : locators.of(about);
    return at ? [{ operation: { type: 'omit-provision', at }, about, after: end }] : [];
  });
  const names = [...now.keys()];
  const fresh = names.slice(names.findLastIndex((name) => old.has(name)) + 1);
  return [...omitted, ...fresh.flatMap((name) => inserted(name, now.get(name) as Provision, structure))];
}

// By their names as calls have them, in the order of the text.
function footnotesOf(document: Document): ReadonlyMap<string, Provision> {
  const found = new Map<string, Provision>();
  for (const { provision } of walk(document))
    if (provision.type === 'footnote' && provision.label) found.set(provision.label.toLowerCase(), provision);
  return found;
}

function inserted(name: string, footnote: Provision, structure: Structure): readonly Structural[] {
  const { after, before, locators } = structure;
  const call = firstCall(name, after);
  const holder = call && holderOf(call, structure);
  const at = holder && locators.of(holder);
  if (!call || !holder || !at || holder.type === 'section') return [];
  for (const anchor of wordsBefore(call, after.source)) {
    if (isSmall(anchor) || findWords(before.source, holder.words, anchor).whole.length !== 1) continue;
    const content = contentOf(after, footnote);
    const operation = { type: 'insert-footnote', at, anchor, occurrence: { type: 'only' }, content } as const;
    return [{ operation, about: holder, after: footnote, more: [call] }];
  }
  return [];
}

function firstCall(name: string, { tree }: Document): Range | undefined {
  let found: Range | undefined;
  visit(tree, 'footnoteReference', ({ identifier, label = identifier, position }) => {
    const [start, end] = [position?.start.offset, position?.end.offset];
    if (found || start === undefined || end === undefined || `[^${label}]`.toLowerCase() !== name) return;
    found = { start, end };
  });
  return found;
}

// The innermost provision around a call that is a version of one in the text before.
function holderOf({ start, end }: Range, { versions }: Structure): Provision | undefined {
  let [found, size] = [undefined as Provision | undefined, Number.POSITIVE_INFINITY];
  for (const { before, after } of versions.staying.values()) {
    const { words } = after.provision;
    if (words.start > start || words.end < end || words.end - words.start >= size) continue;
    [found, size] = [before.provision, words.end - words.start];
  }
  return found;
}

/** How many words may name the place of a call. */
const mostWords = 8;

function* wordsBefore({ start }: Range, source: string): Generator<string> {
  const text = source.slice(Math.max(0, start - 400), start);
  for (let count = 1; count <= mostWords; count += 1) {
    const words = new RegExp(`(?<=^|\\s)(?:\\S+\\s+){${count - 1}}\\S+$`).exec(text)?.[0];
    if (words === undefined) return;
    if (/[\p{L}\p{N}]/u.test(words)) yield joinLines(words);
  }
}
