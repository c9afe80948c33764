import type { PackDocument } from '../../model/pack.ts';
import type { RedlineBlock, WordsBlock } from '../../model/redline.ts';
import { looksLikeMark } from './phrasing.ts';

/** What a text holds that decides whether its unchanged blocks can keep their bytes. */
export interface Circumstances {
  readonly textAfter: string;
  /** An address that references share has changed, so that links cannot go on referring to it. */
  readonly definitionsChange: boolean;
  /** The opening brackets of labels that the text may define. */
  readonly brackets: RegExp;
  /** The text begins with a line that the parser takes for unfinished front matter, and reads on by other rules. */
  readonly unfinished: boolean;
}

/** The circumstances of one document. */
export function circumstancesOf({ redline, textAfter }: PackDocument): Circumstances {
  const brackets = redline.blocks.some(holdsDefinition) ? /\[/ : /\[(?=\^)/;
  const unfinished = /^\uFEFF?---/.test(textAfter) && !redline.blocks.some(({ type }) => type === 'front-matter');
  return { textAfter, definitionsChange: redline.blocks.some(holdsChangedDefinition), brackets, unfinished };
}

function holdsDefinition(block: RedlineBlock): boolean {
  return block.type === 'link-definition' || ('children' in block && block.children.some(holdsDefinition));
}

function holdsChangedDefinition(block: RedlineBlock): boolean {
  if (block.status === 'same') return false;
  return block.type === 'link-definition' || ('children' in block && block.children.some(holdsChangedDefinition));
}

/**
 * Whether an unchanged block can stand in a redline as its source has it, with everything in it: nothing in it may be
 * taken for a mark, depend on what changes elsewhere, or swallow what follows it.
 */
export function canKeep(block: RedlineBlock, circumstances: Circumstances): boolean {
  if (block.status !== 'same' || !block.after || circumstances.unfinished) return false;
  if ('children' in block) return block.children.every((child) => canKeep(child, circumstances));
  if (!('runs' in block)) return true;
  if (block.type === 'code') return !isDiff(block) && isClosedCode(sourceOf(block, circumstances));
  if (block.type === 'html') return isPlainHtml(wordsOf(block));
  return block.runs.every(
    ({ text, formats, link }) =>
      !(formats.includes('html') && looksLikeMark(text)) && !(circumstances.definitionsChange && link !== undefined),
  );
}

/** Whether a block of code could be taken for lines told by a redline. */
export function isDiff({ language }: WordsBlock): boolean {
  return language?.split(' ', 1)[0] === 'diff';
}

/** Raw HTML that ends where it seems to, holds no mark, and is no comment of a redline. */
export function isPlainHtml(html: string): boolean {
  if (looksLikeMark(html) || html.startsWith('<!-- redline:')) return false;
  const opening = htmlEnds.find(([start]) => start.test(html));
  return opening === undefined || opening[1].test(html);
}

// HTML blocks that go on to the end of the text unless they are closed (CommonMark 4.6, kinds 1 to 5).
const htmlEnds: readonly (readonly [RegExp, RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?:\s|>|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
  [/^ {0,3}<![A-Za-z]/, />/],
];

/** Words that are a paragraph only because of what stands before them: alone they would open another block. */
export const opensOtherBlock = /^(?:(?:[-+*]|#{1,6}|\d{1,9}[.)])(?:\s|$)|[>|]|```|~~~)/;

/** The bytes of a block in the text after. */
export function sourceOf(block: RedlineBlock, { textAfter }: Circumstances): string {
  return block.after ? textAfter.slice(block.after.start, block.after.end) : '';
}

/** The words of a block of lines. */
export function wordsOf(block: WordsBlock): string {
  return block.runs.map((run) => run.text).join('');
}

function isClosedCode(source: string): boolean {
  const fence = /^\s*(`{3,}|~{3,})/.exec(source)?.[1];
  if (fence === undefined) return true;
  const last = source
    .slice(source.lastIndexOf('\n') + 1)
    .trimEnd()
    .replace(/^[\s>]+/, '');
  return source.includes('\n') && last.length >= fence.length && last === (fence[0] ?? '').repeat(last.length);
}
