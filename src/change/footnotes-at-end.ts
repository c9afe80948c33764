import { visit } from 'unist-util-visit';
import type { Document, Provision } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import { descendants } from '../provision/walk.ts';

/** A provision apart from the footnotes that stand at its end. */
export interface FootnotesAtEnd {
  /** The provision to the end of what is not such a footnote. */
  readonly range: Range;
  /** In the order of the text. */
  readonly footnotes: readonly Provision[];
}

/** Footnotes at the end of a text stand for all of it, though the last provision holds them. */
export function footnotesAtEnd({ source }: Document, provision: Provision): FootnotesAtEnd {
  const footnotes: Provision[] = [];
  let { end } = provision;
  for (const inside of [...descendants(provision)].reverse()) {
    if (inside.type !== 'footnote' || inside.end !== end) continue;
    footnotes.unshift(inside);
    end = source.slice(0, inside.start).trimEnd().length;
  }
  return { range: { start: provision.start, end }, footnotes };
}

/**
 * What goes where a provision is taken out: all of it, but for the footnotes at its end that are called from elsewhere, or by the text
 * that is put in its place.
 */
export function rangesGoingWith(document: Document, provision: Provision, instead = ''): readonly [Range, ...Range[]] {
  const { range, footnotes } = footnotesAtEnd(document, provision);
  const going = footnotes.filter(
    (footnote) => !instead.includes(footnote.label ?? '') && !isCalledOutside(document, footnote, provision),
  );
  return going.length === footnotes.length ? [provision] : [range, ...going];
}

function isCalledOutside({ tree }: Document, { label }: Provision, { start, end }: Provision): boolean {
  let found = false;
  visit(tree, 'footnoteReference', ({ identifier, label: name = identifier, position }) => {
    const at = position?.start.offset;
    if (at !== undefined && (at < start || at >= end) && `[^${name}]`.toLowerCase() === label?.toLowerCase())
      found = true;
  });
  return found;
}
