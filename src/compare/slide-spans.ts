import type { Span } from '../model/redline.ts';

/**
 * Slides what was put in or taken out whole, so that it begins with a heading where it can: of two sections that end alike, the last
 * words of the one before would else be marked, and those of the section itself not. Takes spans in order and complete, and gives such.
 */
export function slideToHeadings(spans: readonly Span[]): readonly Span[] {
  const slid = [...spans];
  for (let index = 1; index + 1 < slid.length; index += 1) {
    const [before, marked, after] = [slid[index - 1] as Span, slid[index] as Span, slid[index + 1] as Span];
    if (before.type !== 'same' || marked.type === 'same' || after.type !== 'same') continue;
    const length = slideLength(marked.text, before.text, after.text);
    if (length === 0) continue;
    const head = marked.text.slice(0, length);
    slid[index - 1] = { ...before, text: before.text + head };
    slid[index] = { ...marked, text: marked.text.slice(length) + head };
    slid[index + 1] = { ...after, text: after.text.slice(length) };
  }
  return slid.filter(({ text }) => text !== '');
}

const heading = /\n\n(#{1,6}) [^\n]*(?=\n\n)/g;

// Up to the first heading of the highest level in it; what stands before that must be what follows it. The last section of a text
// has no blank line after it: there the blank line before the heading is a part of the section.
function slideLength(marked: string, before: string, after: string): number {
  if (!before.endsWith('\n\n') || marked.startsWith('#') || !marked.endsWith('\n\n')) return 0;
  const headings = [...marked.matchAll(heading)];
  const highest = Math.min(...headings.map(([, hashes]) => hashes?.length ?? 0));
  const first = headings.find(([, hashes]) => hashes?.length === highest);
  if (!first) return 0;
  if (after.startsWith(marked.slice(0, first.index + 2))) return first.index + 2;
  return after.trimEnd() === marked.slice(0, first.index) ? first.index : 0;
}
