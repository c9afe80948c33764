import type { Nodes, Root } from 'mdast';
import { parseMarkdown } from '../source/syntax.ts';
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
 * Tells of the contents that were left out: in a line how many entries they had, with what of their text is not that of a heading, such as the
 * numbers of pages; in another, which of these say what no heading of the tree says. Contents that say what the headings say and nothing besides, as those of the files that are made here do, are
 * not told: nothing of them is lost. Nor are those that say what the headings of `base` say, the text that the file was made from: they wait to be updated.
 */
export function tellContents(tree: Root, base: string | undefined, { contents, told }: Importing): void {
  if (contents.length === 0) return;
  const headings = headingsOf(tree);
  const former = base === undefined ? [] : headingsOf(parseMarkdown(base));
  const known = new Set(headings.map(({ letters }) => letters));
  for (const { paragraphs, where, after } of [...contents].reverse()) {
    const lines = linesOf(paragraphs);
    const isExpected = lines.length === 0 || saysNoMore(lines, headings) || saysNoMore(lines, former);
    if (!isExpected) told.splice(after, 0, ...toldOf(lines, known, where));
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
  const words = lines.map(({ text }) => lettersOf(text));
  if (!lines.every((line) => (isEntry(line) ? !line.captions : line.text === 'Contents'))) return false;
  const levels = lines.flatMap(({ level }) => level ?? []);
  const [least, most] = [
    levels.reduce((one, other) => Math.min(one, other), 9),
    levels.reduce((one, other) => Math.max(one, other), 0),
  ];
  const listed = headings.filter(({ level }) => level >= least && level <= most).map(({ letters }) => letters);
  const entries = words.filter((_, index) => isEntry(lines[index] as Line));
  return entries.length === listed.length && entries.every((entry, index) => entry === listed[index]);
}

function isEntry({ level }: Line): boolean {
  return level !== undefined;
}

function toldOf(lines: readonly Line[], known: ReadonlySet<string>, where: string): readonly Told[] {
  const isHeading = (text: string) => known.has(lettersOf(text));
  const entries = lines.filter(isEntry);
  const stale = entries.filter(({ text, captions }) => !captions && !isHeading(text) && !isHeading(withoutPage(text)));
  const rest = lines.filter((line) => !stale.includes(line) && !(isEntry(line) && isHeading(line.text)));
  const list = entries.some(({ captions }) => !captions) || entries.length === 0 ? 'contents' : 'figures or tables';
  return [
    { what: `a table of ${list} of ${count(entries)}, left out`, where, ...textOf(rest) },
    ...(stale.length > 0
      ? [{ what: `contents that say in ${count(stale)} ${outOfDate}`, where, ...textOf(stale) }]
      : []),
  ];
}

const outOfDate = 'what no heading says: update them, or give the headings the style of one';

function count({ length }: readonly Line[]): string {
  return `${length} ${length === 1 ? 'entry' : 'entries'}`;
}

function textOf(lines: readonly Line[]): Pick<Told, 'text'> {
  return lines.length === 0 ? {} : { text: lines.map(({ text }) => text).join('\n') };
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
