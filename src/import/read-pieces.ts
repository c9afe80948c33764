import type { WordInline, WordLink, WordRun, WordSpan } from '../word/word-document.ts';
import type { Mark, Piece } from './piece.ts';
import { spanMeaning } from './span-tag.ts';
import { styleKey } from './style-name.ts';

type Around = Piece['around'];
type Plain = Pick<Piece, 'marks' | 'around'>;

/** Takes the inline content of a paragraph apart into pieces, in order. What was deleted or moved away is left out. */
export function readPieces(children: readonly WordInline[], around: Around = []): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const child of children) readInline(child, around, pieces);
  return pieces;
}

function readInline(child: WordInline, around: Around, into: Piece[]): void {
  switch (child.type) {
    case 'run':
      if (!isGone(child.revision)) for (const piece of runPieces(child, around)) into.push(piece);
      return;
    case 'link':
    case 'span':
      for (const inside of child.children) readInline(inside, keepsAround(child) ? [...around, child] : around, into);
      return;
    case 'field':
      for (const run of child.children) readInline(run, around, into);
      return;
    case 'note-reference':
      if (!isGone(child.revision)) {
        const { footnote, label } = child;
        into.push({ type: 'note', text: '', marks: [], around, footnote, ...(label !== undefined && { label }) });
      }
      return;
    case 'comment-start':
    case 'comment-end':
      into.push({ type: child.type, text: '', marks: [], around, comment: child.comment });
  }
}

function isGone(revision: WordRun['revision']): boolean {
  return revision?.type === 'deleted' || revision?.type === 'moved-from';
}

// A link to a place in the document is a reference that Markdown has in words; a span without a meaning here holds words.
function keepsAround(child: WordLink | WordSpan): boolean {
  return child.type === 'link' ? child.address !== undefined : spanMeaning(child.tag) !== undefined;
}

function runPieces(run: WordRun, around: Around): readonly Piece[] {
  const marks = marksOf(run, around);
  const key = styleKey(run.styleName ?? run.style ?? '');
  const plain = { marks, around };
  if (key === 'imagetext') {
    const holder = around.findLast((one): one is WordSpan => one.type === 'span');
    if (holder && spanMeaning(holder.tag) === 'image')
      return [{ type: 'image', text: run.text, tag: holder.tag, ...plain }];
  }
  if (key === 'lineend') return lineEnd(run.text, plain);
  if (key === 'taskbox' && /^\[[ xX]\] ?$/.test(run.text)) return [{ type: 'task', text: run.text, ...plain }];
  if (key === 'footnotereference') return [{ type: 'mark', text: run.text, ...plain }];
  if (key === 'htmlcharacter') return [{ type: 'html', text: run.text, ...plain }];
  const words = splitBreaks(run.code || key === 'codecharacter' ? 'code' : 'words', run.text, plain);
  return run.position ? setOff(run, words, plain) : words;
}

// 10² must not become 102; of 1st nothing is lost. Markdown has no mark for it, but HTML has.
function setOff({ position, text }: WordRun, words: readonly Piece[], plain: Plain): readonly Piece[] {
  if (/^\s*(?:st|nd|rd|th)?\s*$/i.test(text)) return words;
  const tag = position === 'raised' ? 'sup' : 'sub';
  return [{ type: 'html', text: `<${tag}>`, ...plain }, ...words, { type: 'html', text: `</${tag}>`, ...plain }];
}

// Only the space that was put there is the end of a line: what was typed after it took on its style.
function lineEnd(text: string, plain: Plain): readonly Piece[] {
  if (text === '\t') return [{ type: 'tab', text, ...plain }];
  if (!text.startsWith(' ')) return splitBreaks('words', text, plain);
  return [{ type: 'line-end', text: '\n', ...plain }, ...splitBreaks('words', text.slice(1), plain)];
}

// A mark that stands around the run as a span of its own is not given a second time.
function marksOf({ italic, bold, strike }: WordRun, around: Around): readonly Mark[] {
  const marks = [italic && 'emphasis', bold && 'strong', strike && 'delete'] as const;
  return marks.filter(
    (mark): mark is Mark => Boolean(mark) && !around.some((one) => one.type === 'span' && one.tag === mark),
  );
}

function splitBreaks(type: 'words' | 'code', text: string, plain: Plain): readonly Piece[] {
  return text
    .split('\n')
    .flatMap((line, index): readonly Piece[] => [
      ...(index > 0 ? [{ type: 'break', text: '\n', ...plain } as const] : []),
      ...(line === '' ? [] : [{ type, text: line, ...plain }]),
    ]);
}
