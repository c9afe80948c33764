import type { Document, Provision } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import type { Visit } from './walk.ts';

/** A citation by place: “the preceding paragraph”, “the item immediately below”. */
export interface RelativeCitation extends Range {
  readonly text: string;
  readonly noun: string;
  readonly direction: 'before' | 'after';
}

const noun = '(sub-?paragraph|paragraph|sub-?section|section|clause|item|step|row)';
const pattern = new RegExp(
  String.raw`\bthe (?:immediately )?(preceding|previous|foregoing|following|next) ${noun}\b|` +
    String.raw`\bthe ${noun} (?:immediately|directly) (above|before|preceding|below|after|following)\b`,
  'giu',
);
const backwards = /^(?:preceding|previous|foregoing|above|before)$/i;

/** Finds the citations by place in running text, in order: of one provision, not of several. */
export function relativeCitations(text: string): readonly RelativeCitation[] {
  return [...text.matchAll(pattern)].map(({ index, 0: words, 1: way, 2: named, 3: other, 4: side }) => ({
    start: index,
    end: index + words.length,
    text: words,
    noun: (named ?? other ?? '').toLowerCase().replace('-', ''),
    direction: backwards.test(way ?? side ?? '') ? 'before' : 'after',
  }));
}

/**
 * The provision beside the one that cites: of what the words stand in, the innermost of the kind that the noun names (a paragraph with a number, where one is around), and of
 * those beside it the next of its kind.
 */
export function citedNeighbour(
  document: Document,
  { provision, parents }: Visit,
  { noun: name, direction }: Pick<RelativeCitation, 'noun' | 'direction'>,
): Provision | undefined {
  const chain = [...parents, provision];
  const isKind = kinds[name] ?? (() => false);
  const at = Math.max(
    chain.findLastIndex((one) => isKind(one) && one.label !== undefined),
    chain.some((one) => isKind(one) && one.label !== undefined) ? -1 : chain.findLastIndex(isKind),
  );
  const own = chain[at];
  if (!own) return undefined;
  const siblings = (chain[at - 1]?.children ?? document.children).filter(
    (one) => one.type === own.type && !one.header && (one.label === undefined) === (own.label === undefined),
  );
  return siblings[siblings.indexOf(own) + (direction === 'before' ? -1 : 1)];
}

const isParagraph = ({ type }: Provision) => type === 'paragraph';
const isItem = ({ type }: Provision) => type === 'item';
const isSection = ({ type }: Provision) => type === 'section';
const isRow = ({ type, header }: Provision) => type === 'row' && !header;

const kinds: Readonly<Record<string, (provision: Provision) => boolean>> = {
  paragraph: isParagraph,
  clause: isParagraph,
  section: isSection,
  subsection: isSection,
  subparagraph: isItem,
  item: isItem,
  step: isRow,
  row: isRow,
};
