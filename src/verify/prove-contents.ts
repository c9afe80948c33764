import type { FootnoteDefinition, Nodes } from 'mdast';
import type { Document } from '../model/document.ts';
import { carriedText } from '../word/write-xml.ts';
import type { HeadingShown, WordContents } from './read-contents.ts';
import { firstDifference, type ShownBlock, shownWords } from './shown-blocks.ts';

/**
 * What is wrong with the contents of a Word file that says `document`: they must list its headings, each by its words and level, and lead to
 * each; only the title may be left out, the one heading of the first level that opens the document. Where nothing is left to list there
 * need be none. `notes`: the labels of the footnotes that are Word's own, whose headings Word does not list.
 */
export function contentsProblem(
  document: Document,
  notes: readonly string[],
  { titles, instructions, entries, headings, strays }: WordContents,
): string | undefined {
  const all = headingsOf(document, notes);
  const stray = strays.find((text) => text.trim() !== '');
  if (stray !== undefined) return `expected nothing in the contents but entries, found “${stray}”`;
  const [first, last] = levelsOf(instructions[0]) ?? [1, 9];
  const isListed = ({ level }: HeadingShown) => level >= first && level <= last;
  const leftOut = all.filter((heading) => !isListed(heading));
  if (leftOut.some((heading) => heading !== all[0] || heading.level > 1))
    return `expected contents of every heading but the title, found contents of the levels ${first} to ${last}`;
  const wanted = all.filter(isListed);
  if (wanted.length === 0 || isTitle(all)) return entries.length === 0 ? undefined : 'expected no contents, found some';
  const shown = titles.filter((title) => title !== '');
  if (instructions.length !== 1 || shown.join() !== 'Contents')
    return `expected one field of contents under “Contents”, found ${instructions.length} under “${shown.join('”, “')}”`;
  const difference = firstDifference(wanted.map(asBlock), entries.map(asBlock));
  return (
    difference ??
    astray(
      entries,
      headings.filter((heading) => isListed(heading) && heading.text.trim() !== ''),
    )
  );
}

/** The headings that Word takes for contents: those with words, which are without the calls of footnotes. */
function headingsOf({ tree }: Document, notes: readonly string[]): readonly HeadingShown[] {
  const isOwn = (node: Nodes): node is FootnoteDefinition =>
    node.type === 'footnoteDefinition' && notes.includes(node.label ?? node.identifier);
  const found: HeadingShown[] = [];
  const collect = (node: Nodes): void => {
    if (node.type === 'heading') found.push({ level: node.depth, text: carriedText(shownWords(withoutCalls(node))) });
    else if ('children' in node) node.children.forEach(collect);
  };
  tree.children.filter((node) => !isOwn(node)).forEach(collect);
  return found.filter(({ text }) => text.trim() !== '');
}

function withoutCalls<Node extends Nodes>(node: Node): Node {
  if (!('children' in node)) return node;
  const children = (node.children as Nodes[]).filter(({ type }) => type !== 'footnoteReference').map(withoutCalls);
  return { ...node, children } as Node;
}

function isTitle([only, ...others]: readonly HeadingShown[]): boolean {
  return only?.level === 1 && others.length === 0;
}

function levelsOf(instruction = ''): readonly [number, number] | undefined {
  const [, first, last] = /\\o "(\d)-(\d)"/.exec(instruction) ?? [];
  return first === undefined || last === undefined ? undefined : [Number(first), Number(last)];
}

function asBlock({ level, text }: HeadingShown): ShownBlock {
  return { type: `entry of level ${level}`, text };
}

function astray(entries: WordContents['entries'], headings: WordContents['headings']): string | undefined {
  const wrong = entries.find(({ leadsTo }, index) => {
    const bookmarks = headings[index]?.bookmarks ?? [];
    return leadsTo.length === 0 || leadsTo.some((anchor) => !bookmarks.includes(anchor));
  });
  return (
    wrong &&
    `expected the entry “${wrong.text}” to lead to its heading, found that it leads to ${wrong.leadsTo.join(', ') || 'nothing'}`
  );
}
