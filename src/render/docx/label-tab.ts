import { type LabelPlace, readLabel } from '../../source/label.ts';
import type { WordInline, WordRun } from '../../word/word-document.ts';

/**
 * The same words with a tab for the single space after the label that opens them, so that the words hang. A tab that stands there
 * already is set apart, so that it is not taken for a space again.
 */
export function tabAfterLabel(children: readonly WordInline[], place: LabelPlace): readonly WordInline[] {
  const [first, ...rest] = children;
  if (first?.type !== 'run' || first.style !== undefined) return children;
  const length = labelLength(first.text, place);
  if (length === undefined) return children;
  const [label, after, words] = [first.text.slice(0, length), first.text[length], first.text.slice(length + 1)];
  if (after === '\t') {
    return [
      ...runs({ ...first, text: label }, { ...first, text: '\t', style: 'LineEnd' }, { ...first, text: words }),
      ...rest,
    ];
  }
  return after === ' ' ? [{ ...first, text: `${label}\t${words}` }, ...rest] : children;
}

function runs(...all: readonly WordRun[]): readonly WordRun[] {
  return all.filter(({ text }) => text !== '');
}

/** The length of the label that opens a text, as printed; undefined where none does or it is all there is. */
export function labelLength(text: string, place: LabelPlace): number | undefined {
  const length = readLabel(text, place)?.printedLength;
  return length === undefined || length >= text.length ? undefined : length;
}
