import type { Nodes, Root } from 'mdast';
import type { WordParagraph } from '../word/word-document.ts';
import type { Told } from './imported.ts';
import type { Importing } from './importing.ts';
import { shownText } from './shown-text.ts';
import { styleKey } from './style-name.ts';

/** Contents that were met, and left out: they are told when all headings are known. */
export interface ContentsMet {
  readonly paragraphs: readonly WordParagraph[];
  readonly where: string;
  /** How much was told before. */
  readonly after: number;
}

interface Line {
  /** As a person reads it. */
  readonly text: string;
  /** Of an entry: the level that its style says; 0 where it says none. Of what stands above the entries: undefined. */
  readonly level: number | undefined;
  /** It lists figures, tables or the like, and no headings. */
  readonly captions: boolean;
}

/** Takes note of contents, which no Markdown holds: they say what the headings say. The last paragraphs counted are theirs. */
export function meetContents(paragraphs: readonly WordParagraph[], importing: Importing): void {
  const { place, counts, told } = importing;
  const [first, last] = [counts.paragraphs - paragraphs.length + 1, counts.paragraphs];
  const where = place ?? (first < last ? `paragraphs ${first} to ${last}` : `paragraph ${last}`);
  importing.contents.push({ paragraphs, where, after: told.length });
}

/**
 * Tells of the contents that were left out: in a line how many entries they had, with their text; in another, which of these say what no
 * heading of the tree says. Contents that say what the headings say and nothing besides, as those of the files that are made here do, are
 * not told: nothing of them is lost.
 */
export function tellContents(tree: Root, { contents, told }: Importing): void {
  const headings = headingsOf(tree);
  for (const { paragraphs, where, after } of [...contents].reverse()) {
    const lines = linesOf(paragraphs);
    if (lines.length > 0 && !saysNoMore(lines, headings)) told.splice(after, 0, ...toldOf(lines, headings, where));
  }
}

interface HeadingWords {
  readonly level: number;
  readonly letters: string;
}

function headingsOf(tree: Root): readonly HeadingWords[] {
  const found: HeadingWords[] = [];
  const collect = (node: Nodes): void => {
    if (node.type === 'heading') found.push({ level: node.depth, letters: lettersOf(textIn(node)) });
    else if ('children' in node) node.children.forEach(collect);
  };
  collect(tree);
  return found.filter(({ letters }) => letters !== '');
}

function textIn(node: Nodes): string {
  if ('children' in node) return node.children.map(textIn).join('');
  return 'value' in node ? node.value : 'alt' in node ? (node.alt ?? '') : '';
}

// Programs put tabs and spaces of their own between a number and what follows.
function lettersOf(text: string): string {
  return text.replace(/\s+/g, '');
}

function linesOf(paragraphs: readonly WordParagraph[]): readonly Line[] {
  const first = paragraphs.findIndex((paragraph) => levelOf(paragraph) !== undefined);
  return paragraphs.flatMap((paragraph, index): readonly Line[] => {
    const text = shownText([paragraph]);
    if (text === '') return [];
    const level = levelOf(paragraph) ?? (first >= 0 && index > first ? 0 : undefined);
    return [{ text, level, captions: /\\[ac]\b/.test(paragraph.inField ?? '') }];
  });
}

function levelOf({ style, styleName, inField }: WordParagraph): number | undefined {
  const key = styleKey(styleName ?? style);
  const digit = /^(?:toc|contents)(\d)$/.exec(key)?.[1];
  if (digit !== undefined) return Number(digit);
  return inField !== undefined && !/^(?:toc|contents)heading$/.test(key) ? 0 : undefined;
}

function saysNoMore(lines: readonly Line[], headings: readonly HeadingWords[]): boolean {
  const entries = lines.filter(isEntry);
  const titles = lines.filter((line) => !isEntry(line));
  const levels = entries.map(({ level = 0 }) => level);
  const [least, most] = [Math.min(...levels), Math.max(...levels)];
  const listed = headings.filter(({ level }) => level >= least && level <= most).map(({ letters }) => letters);
  return (
    titles.every(({ text }) => text === 'Contents') &&
    entries.length === listed.length &&
    entries.every(({ text, captions }, index) => !captions && lettersOf(text) === listed[index])
  );
}

function isEntry({ level }: Line): boolean {
  return level !== undefined;
}

function toldOf(lines: readonly Line[], headings: readonly HeadingWords[], where: string): readonly Told[] {
  const entries = lines.filter(isEntry);
  const known = new Set(headings.map(({ letters }) => letters));
  const isKnown = (text: string) => known.has(lettersOf(text)) || known.has(lettersOf(withoutPage(text)));
  const stale = entries.filter(({ text, captions }) => !captions && !isKnown(text));
  const count = (number: number) => `${number} ${number === 1 ? 'entry' : 'entries'}`;
  const list = entries.some(({ captions }) => !captions) || entries.length === 0 ? 'contents' : 'figures or tables';
  const textOf = (some: readonly Line[]) => some.map(({ text }) => text).join('\n');
  return [
    { what: `a table of ${list} of ${count(entries.length)}, left out`, where, text: textOf(lines) },
    ...(stale.length === 0
      ? []
      : [
          {
            what: `contents that say in ${count(stale.length)} what no heading says: update them, or give the headings the style of one`,
            where,
            text: textOf(stale),
          },
        ]),
  ];
}

/** An entry without the number of a page at its end, which a tab or dots part from the words. Read from the end, since the file is anybody's. */
function withoutPage(text: string): string {
  let number = text.length;
  while (number > 0 && /[\dA-Za-z]/.test(text.charAt(number - 1))) number -= 1;
  let words = number;
  while (words > 0 && /[\s.…·_]/.test(text.charAt(words - 1))) words -= 1;
  const between = text.slice(words, number);
  const isPage = /^(?:\d+|[ivxlc]+)$/i.test(text.slice(number));
  return isPage && (between.includes('\t') || between.length > 2) ? text.slice(0, words) : text;
}
