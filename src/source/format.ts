import type { Root, RootContent } from 'mdast';
import { rangeOf } from './index-provisions.ts';
import { parseMarkdown, stringifyMarkdown } from './syntax.ts';

/**
 * Writes Markdown in canonical form: `-` bullets, one space after them, `# ` headings, fenced code, `| a | b |` tables with
 * `|---|---|`, one blank line between blocks and none before a tight item, no escape that is not needed. Line endings
 * become line feeds and a byte order mark goes; front matter, the numbers of ordered lists and bare addresses stay as printed.
 *
 * It never changes meaning: the tree of the result is the tree of the text, positions aside. A block that cannot be
 * written so (adjacent lists that would fuse, code that would join a list, line breaks in odd places) keeps its source, and
 * where even that does not give the same tree the whole text is given back as it came. Formatting twice changes nothing.
 */
export function formatMarkdown(text: string): string {
  return canonicalText(parseMarkdown(text), text);
}

/** The canonical form of a text whose tree is already known; see `formatMarkdown`. `parse` parses what is written, to prove it. */
export function canonicalText(tree: Root, text: string, parse = parseMarkdown): string {
  return canonicalTree(tree, text, parse).text;
}

/** A text in canonical form, and its tree: what proves the form is not parsed again. */
export interface CanonicalTree {
  readonly text: string;
  readonly tree: Root;
}

/** The canonical form of a text whose tree is already known, with the tree that it has then; see `formatMarkdown`. */
export function canonicalTree(tree: Root, text: string, parse = parseMarkdown): CanonicalTree {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (plain !== text) return canonicalTree(parse(plain), plain, parse);
  const first = stringifyMarkdown(tree, text);
  // The usual case, and the only one that need not be proved.
  if (first === text) return { text, tree };
  const kept = new Set<number>();
  let written = first;
  for (let round = 0; round < 4; round += 1) {
    const again = parse(written);
    const differing = differingBlocks(tree, again);
    if (differing.length === 0) return sameTree(tree, again) ? { text: written, tree: again } : { text, tree };
    for (const index of differing) kept.add(index);
    written = stringifyMarkdown(keepSource(tree, text, kept), text);
  }
  return { text, tree };
}

function keepSource(tree: Root, text: string, kept: ReadonlySet<number>): Root {
  const children = tree.children.map((block, index): RootContent => {
    if (!kept.has(index)) return block;
    const { start, end } = rangeOf(block);
    return { type: 'html', value: text.slice(start, end) };
  });
  return { type: 'root', children };
}

// Where blocks fused or fell apart, everything between the first and the last that is the same is in doubt.
function differingBlocks(tree: Root, again: Root): readonly number[] {
  const wanted = tree.children;
  const found = again.children;
  if (wanted.length === found.length) {
    return wanted.flatMap((block, index) => (sameTree(block, found[index]) ? [] : [index]));
  }
  let from = 0;
  while (from < wanted.length && sameTree(wanted[from], found[from])) from += 1;
  let after = 0;
  while (after < wanted.length - from && sameTree(wanted.at(-1 - after), found.at(-1 - after))) after += 1;
  const first = Math.max(0, from - 1);
  const last = Math.min(wanted.length, wanted.length - after + 1);
  return Array.from({ length: last - first }, (_, index) => first + index);
}

/** Whether two pieces of mdast say the same, positions aside. */
export function sameTree(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((value, index) => sameTree(value, b[index]));
  }
  const one = a as Readonly<Record<string, unknown>>;
  const other = b as Readonly<Record<string, unknown>>;
  for (const key in one) if (key !== 'position' && !sameTree(one[key], other[key])) return false;
  for (const key in other) if (key !== 'position' && !(key in one)) return false;
  return true;
}
