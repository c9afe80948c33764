import type { Document, Provision } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import type { Visit } from './walk.ts';

/** A citation by place: “the preceding paragraph”, “the item immediately below”, “the following two rows”. */
export interface RelativeCitation extends Range {
  readonly text: string;
  /** In the singular. */
  readonly noun: string;
  readonly direction: 'before' | 'after';
  /** How many provisions it means. */
  readonly count: number;
}

const noun = '(sub-?paragraph|paragraph|sub-?section|section|clause|item|step|row)';
const way = '(preceding|previous|foregoing|following|next)';
const side = '(?:immediately|directly) (above|before|preceding|below|after|following)';
const counts = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const count = `(${counts.join('|')})`;

/** The ways of saying it, with the places of the direction, the count and the noun among the groups. */
const patterns = [
  { words: String.raw`\bthe (?:immediately )?${way} ${noun}\b`, way: 1, noun: 2 },
  { words: String.raw`\bthe ${noun} ${side}\b`, way: 2, noun: 1 },
  { words: String.raw`\b(?:the )?(?:immediately )?${way} ${count} ${noun}s\b`, way: 1, count: 2, noun: 3 },
  { words: String.raw`\bthe ${count} (?:immediately )?${way} ${noun}s\b`, way: 2, count: 1, noun: 3 },
  { words: String.raw`\bthe ${count} ${noun}s ${side}\b`, way: 3, count: 1, noun: 2 },
].map((one) => ({ ...one, pattern: new RegExp(one.words, 'giu') }));
const backwards = /^(?:preceding|previous|foregoing|above|before)$/i;

/**
 * Finds the citations by place in running text, in order: of one provision, or of so many of them in words. Words that open what follows (“the
 * following two steps:”) cite nothing.
 */
export function relativeCitations(text: string): readonly RelativeCitation[] {
  return patterns
    .flatMap((one) =>
      [...text.matchAll(one.pattern)].map((match): RelativeCitation => {
        const { index, 0: words } = match;
        const counted = one.count === undefined ? undefined : match[one.count]?.toLowerCase();
        return {
          ...{ start: index, end: index + words.length, text: words },
          noun: (match[one.noun] ?? '').toLowerCase().replace('-', ''),
          direction: backwards.test(match[one.way] ?? '') ? 'before' : 'after',
          count: counted === undefined ? 1 : counts.indexOf(counted) + 2,
        };
      }),
    )
    .filter(({ count: number, direction, end }) => number === 1 || direction === 'before' || !opens(text, end))
    .sort((a, b) => a.start - b.start);
}

// The words end with a colon or a dash in the same sentence: what they announce stands there.
function opens(text: string, from: number): boolean {
  return /^[^.;]*[:—–]\s*$/.test(text.slice(from));
}

/**
 * The provisions beside the one that cites, in reading order: of what the words stand in, the innermost of the kind that the noun names (a paragraph
 * with a number, where one is around), and of those beside it the next of its kind, as many as are cited. Fewer where no more stand there.
 */
export function citedNeighbours(
  document: Document,
  { provision, parents }: Visit,
  { noun: name, direction, count: number }: Pick<RelativeCitation, 'noun' | 'direction' | 'count'>,
): readonly Provision[] {
  const chain = [...parents, provision];
  const isKind = kinds[name] ?? (() => false);
  const at = Math.max(
    chain.findLastIndex((one) => isKind(one) && one.label !== undefined),
    chain.some((one) => isKind(one) && one.label !== undefined) ? -1 : chain.findLastIndex(isKind),
  );
  const own = chain[at];
  if (!own) return [];
  const siblings = (chain[at - 1]?.children ?? document.children).filter(
    (one) => one.type === own.type && !one.header && (one.label === undefined) === (own.label === undefined),
  );
  const place = siblings.indexOf(own);
  return direction === 'before'
    ? siblings.slice(Math.max(0, place - number), place)
    : siblings.slice(place + 1, place + 1 + number);
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
