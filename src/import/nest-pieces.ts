import type { Link, Nodes, PhrasingContent } from 'mdast';
import type { WordLink, WordSpan } from '../word/word-document.ts';
import { withBareAddresses } from './bare-addresses.ts';
import type { Mark, Piece } from './piece.ts';
import { imageOf, linkReferenceOf, spanMeaning } from './span-tag.ts';

type Around = WordLink | WordSpan;

/** What is known around the pieces that are put together. */
export interface Nesting {
  /** The label of the footnote that a call calls. */
  readonly noteLabel: (footnote: number) => string;
  /** Whether a footnote of this label is defined. */
  readonly isNote: (label: string) => boolean;
  /** How a link is written that stands there without brackets. */
  readonly printed: Map<Nodes, string>;
}

/**
 * Puts pieces together as mdast. Word has settings and links, which cross; Markdown has marks in one another: what reaches furthest
 * stands outside, and of what reaches equally far italic, bold, strike and link, from outside in.
 */
export function nestPieces(pieces: readonly Piece[], nesting: Nesting): PhrasingContent[] {
  const worded = pieces.filter(({ type }) => type !== 'comment-start' && type !== 'comment-end');
  return withBareAddresses(nest(worded, { level: 0, open: [], inLink: false, nesting }), nesting.printed);
}

interface Place {
  /** How many of what stands around the pieces are open already. */
  readonly level: number;
  readonly open: readonly Mark[];
  readonly inLink: boolean;
  readonly nesting: Nesting;
}

function nest(pieces: readonly Piece[], place: Place): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at] as Piece;
    const around = piece.around[place.level];
    const mark = outermostMark(pieces, at, place);
    const reach = around ? reachOf(pieces, at, (one) => isSame(one.around[place.level], around)) : 0;
    if (mark && mark.end >= reach) {
      const inside = nest(pieces.slice(at, mark.end), { ...place, open: [...place.open, mark.mark] });
      out.push({ type: mark.mark, children: inside } as PhrasingContent);
      at = mark.end;
    } else if (around) {
      for (const node of holderOf(around, pieces.slice(at, reach), place)) out.push(node);
      at = reach;
    } else {
      append(out, piece, place.nesting);
      at += 1;
    }
  }
  return out;
}

// A mark may not end inside a link.
function outermostMark(
  pieces: readonly Piece[],
  at: number,
  { level, open }: Place,
): { readonly mark: Mark; readonly end: number } | undefined {
  const piece = pieces[at] as Piece;
  let best: { readonly mark: Mark; readonly end: number } | undefined;
  for (const mark of piece.marks) {
    if (open.includes(mark)) continue;
    const end = wholeLinks(
      pieces,
      at,
      reachOf(pieces, at, (one) => one.marks.includes(mark)),
      level,
    );
    if (end > at && end > (best?.end ?? at)) best = { mark, end };
  }
  return best;
}

function wholeLinks(pieces: readonly Piece[], at: number, end: number, level: number): number {
  const cut = pieces[end]?.around[level];
  if (!cut || !isSame(pieces[end - 1]?.around[level], cut)) return end;
  let start = end;
  while (start > at && isSame(pieces[start - 1]?.around[level], cut)) start -= 1;
  return start;
}

function reachOf(pieces: readonly Piece[], at: number, belongs: (piece: Piece) => boolean): number {
  let end = at;
  while (end < pieces.length && belongs(pieces[end] as Piece)) end += 1;
  return end;
}

// Programs break one link into several where its setting changes.
function isSame(one: Around | undefined, other: Around): boolean {
  if (one === other) return true;
  return (
    one?.type === 'link' && other.type === 'link' && one.address === other.address && one.tooltip === other.tooltip
  );
}

function holderOf(around: Around, pieces: readonly Piece[], place: Place): readonly PhrasingContent[] {
  const inside = { ...place, level: place.level + 1 };
  if (around.type === 'link')
    return place.inLink ? nest(pieces, inside) : [linkOf(around, pieces, { ...inside, inLink: true })];
  switch (spanMeaning(around.tag)) {
    case 'mark':
      return [{ type: around.tag as Mark, children: nest(pieces, inside) }];
    case 'linkReference': {
      const children = nest(pieces, { ...inside, inLink: true });
      const reference = linkReferenceOf(around.tag, children);
      return reference ? [reference] : children;
    }
    default:
      return nest(pieces, inside);
  }
}

function linkOf(around: WordLink, pieces: readonly Piece[], place: Place): PhrasingContent {
  const { address = '', tooltip } = around;
  const children = nest(pieces, place);
  const link: Link = { type: 'link', url: address, title: tooltip ?? null, children };
  const [only] = children;
  const text = children.length === 1 && only?.type === 'text' ? only.value : undefined;
  if (text === undefined || tooltip !== undefined || !isItsAddress(text, address)) return link;
  const outside = pieces[0]?.around[place.level - 2];
  const form = outside?.type === 'span' ? spanMeaning(outside.tag) : undefined;
  if (form === 'autolink') place.nesting.printed.set(link, `<${text}>`);
  else if (form !== 'resource') place.nesting.printed.set(link, text);
  return link;
}

function isItsAddress(text: string, address: string): boolean {
  return text === address || `mailto:${text}` === address || (/^www\./i.test(text) && `http://${text}` === address);
}

function append(out: PhrasingContent[], piece: Piece, nesting: Nesting): void {
  const last = out.at(-1);
  switch (piece.type) {
    case 'note':
      out.push(noteCall(nesting.noteLabel(piece.footnote)));
      return;
    case 'mark':
      if (nesting.isNote(piece.text)) out.push(noteCall(piece.text));
      else addText(out, piece.text);
      return;
    case 'image':
      out.push(imageOf(piece.tag, piece.text));
      return;
    case 'break':
      out.push({ type: 'break' });
      return;
    case 'html':
      out.push({ type: 'html', value: piece.text });
      return;
    case 'code':
      if (last?.type === 'inlineCode') last.value += piece.text;
      else out.push({ type: 'inlineCode', value: piece.text });
      return;
    default:
      addText(out, piece.text);
  }
}

function addText(out: PhrasingContent[], text: string): void {
  const last = out.at(-1);
  if (last?.type === 'text') last.value += text;
  else out.push({ type: 'text', value: text });
}

function noteCall(label: string): PhrasingContent {
  return { type: 'footnoteReference', identifier: label.toLowerCase(), label };
}
