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
  const stray = strays.find((text) => text.trim() !== '');
  if (stray !== undefined) return `expected nothing in the contents but entries, found “${stray}”`;
  const wanted = listedHeadings(document, notes, instructions[0]);
  const shown = titles.filter((title) => title.trim() !== '').join('”, “');
  if (wanted.length === 0) return entries.length + shown.length === 0 ? undefined : 'expected no contents, found some';
  if (instructions.length !== 1 || shown !== 'Contents')
    return `expected one field of contents under “Contents”, found ${instructions.length} under “${shown}”`;
  const beyond = wanted.find(({ level }) => !isWithin(level, instructions[0]));
  if (beyond) return `expected contents of every level, found “${instructions[0]}”, which leaves “${beyond.text}” out`;
  const listed = headings.filter(({ level, text }) => isWithin(level, instructions[0]) && text.trim() !== '');
  return firstDifference(wanted.map(asBlock), entries.map(asBlock)) ?? astray(entries, listed);
}

/**
 * The headings that contents by such an instruction must list: those of its levels. Only of the title does it not hold: where the one heading
 * of the first level opens the document, it may be left out, and alone it needs no contents.
 */
export function listedHeadings(
  document: Document,
  notes: readonly string[],
  instruction: string | undefined,
): readonly HeadingShown[] {
  const all = headingsOf(document, notes);
  const [first, ...others] = all;
  if (first?.level !== 1 || others.some(({ level }) => level === 1)) return all;
  const isLeftOut = instruction === undefined ? others.length === 0 : !isWithin(1, instruction);
  return isLeftOut ? others : all;
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

/** Whether an instruction takes headings of a level: of all, where it names none. */
function isWithin(level: number, instruction = ''): boolean {
  const [, first, last] = /\\o "(\d)-(\d)"/.exec(instruction) ?? [];
  return first === undefined || (level >= Number(first) && level <= Number(last));
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
