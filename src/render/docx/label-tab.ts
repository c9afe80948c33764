import { type LabelPlace, readLabel } from '../../source/label.ts';
import type { WordInline, WordRun } from '../../word/word-document.ts';

/** The same words with a tab for the single space after the label that opens them, so that the words hang. */
export function tabAfterLabel(children: readonly WordInline[], place: LabelPlace): readonly WordInline[] {
  const [first, ...rest] = children;
  if (!isPlain(first)) return children;
  const length = labelLength(first.text, place);
  if (length === undefined || first.text[length] !== ' ') return children;
  return [{ ...first, text: `${first.text.slice(0, length)}\t${first.text.slice(length + 1)}` }, ...rest];
}

/** Whether a label opens these words, or is all there is of them. */
export function opensWithLabel([first]: readonly WordInline[], place: LabelPlace): boolean {
  return isPlain(first) && readLabel(first.text, place) !== undefined;
}

function isPlain(inline: WordInline | undefined): inline is WordRun {
  return inline?.type === 'run' && inline.style === undefined && !inline.bold && !inline.italic && !inline.strike;
}

/**
 * The length of the label from which the words after it hang, as printed; undefined where none opens the text or it is all there is. The
 * words after a name, as of `Annex A`, follow it at once: it is too long for the margin.
 */
export function labelLength(text: string, place: LabelPlace): number | undefined {
  const read = readLabel(text, place);
  return !read || read.printedLength >= text.length || read.label.includes(' ') ? undefined : read.printedLength;
}
