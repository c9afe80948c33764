import type { Format } from '../../model/redline.ts';
import { isCheckComment } from '../../source/check-comment.ts';
import { safeAddress } from '../address.ts';
import { leadingLabel } from '../leading-label.ts';
import type { StandingRun } from '../standing-runs.ts';
import { drawnLine, drawnPlain, drawnText, mayEnd } from './drawn-text.ts';
import type { HangingLabel, Mark, Piece } from './sheet.ts';

const settings: Partial<Record<Format, 'strong' | 'emphasis' | 'struck' | 'code'>> = {
  strong: 'strong',
  emphasis: 'emphasis',
  struck: 'struck',
  code: 'code',
};

// So many letters of what is told stand together in a line.
const longestChunk = 40;

/** A run as it stands in one end of a move, with the place in the file that it cites. */
export type DrawnRun = StandingRun & { readonly to?: string };

/** What the words of a block may lead to, and whether they came with a move. */
export interface Words {
  readonly moved: boolean;
  /** The place of a footnote in the file, where it is there. */
  readonly footnote: (name: string) => string | undefined;
}

/** The runs of a block as pieces: neighbours with the same mark by the same instruction share one. */
export function runPieces(runs: readonly DrawnRun[], words: Words): readonly Piece[] {
  const pieces: Piece[] = [];
  const both = isMixed(runs);
  for (let start = 0; start < runs.length; ) {
    const first = runs[start] as DrawnRun;
    let end = start + 1;
    while (end < runs.length && sameMark(first, runs[end])) end += 1;
    pieces.push(...marked(first, runs.slice(start, end), words, both));
    start = end;
  }
  return pieces;
}

/** The lines of source that runs hold: a line ends where a run says so, and a sign says so where only one text has that end. */
export function sourceLines(runs: readonly DrawnRun[], words: Words): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [[]];
  const both = isMixed(runs);
  for (const run of runs) {
    run.text.split(/\r\n|\r|\n/).forEach((line, index) => {
      if (index > 0) {
        if (both && run.type !== 'same')
          lines.at(-1)?.push({ type: 'mark', mark: markOf(run, words.moved), pieces: [told('↵')] });
        lines.push([]);
      }
      if (line !== '') lines.at(-1)?.push(...inMark(run, drawnLine(line), words));
    });
  }
  return lines;
}

/** The label at the head of some runs, set apart to hang, and the runs without it. Where it only changes its number, it is both numbers. */
export function hangingLabel(
  kind: 'heading' | 'paragraph' | 'item',
  runs: readonly DrawnRun[],
  words: Words,
  room: number,
): { readonly label?: HangingLabel; readonly rest: readonly DrawnRun[] } {
  const label = leadingLabel(kind, runs);
  const [first, second] = runs;
  if (label === undefined || !first) return { rest: runs };
  const old = inMark(first, drawnText(label.trimEnd()), words);
  const replaced = first.type === 'deleted' && first.text === label.trimEnd() && second?.type === 'inserted';
  const fresh = replaced ? leadingLabel(kind, runs.slice(1)) : undefined;
  if (fresh === undefined || !second) return partLabel(old, label, runs, words, room);
  const both = [...old, { type: 'break' } as const, ...inMark(second, drawnText(fresh.trimEnd()), words)];
  return partLabel(both, fresh, runs.slice(1), words, room);
}

/** Parts the label from the first of the runs. The space after it stands in its column, and bears the mark of the words that it comes from. */
function partLabel(
  pieces: readonly Piece[],
  label: string,
  [first, ...more]: readonly DrawnRun[],
  words: Words,
  room: number,
): { readonly label: HangingLabel; readonly rest: readonly DrawnRun[] } {
  const rest =
    first && first.text.length > label.length ? { ...first, text: first.text.slice(label.length) } : undefined;
  const next = rest ?? more[0];
  const spaced = label.endsWith(' ') ? first : next && /^\s/.test(next.text) ? next : undefined;
  const space = spaced ? inMark(spaced, [{ type: 'gap' }], words) : [];
  const after = rest ? [rest, ...more] : more;
  const [opening, ...others] = after;
  const trimmed =
    opening && spaced === next && !label.endsWith(' ') ? { ...opening, text: opening.text.trimStart() } : opening;
  return {
    label: { pieces: [...pieces, ...space], wide: label.trimEnd().length > room },
    rest: trimmed === undefined ? [] : trimmed.text === '' ? others : [trimmed, ...others],
  };
}

function sameMark(left: DrawnRun, right: DrawnRun | undefined): boolean {
  return (
    left.type === right?.type && left.by === right.by && left.relabel === right.relabel && left.edited === right.edited
  );
}

// Words that are all of one text need no sign where a line of it ends.
function isMixed(runs: readonly DrawnRun[]): boolean {
  return runs.some(({ type }) => type !== runs[0]?.type);
}

function marked(run: DrawnRun, runs: readonly DrawnRun[], words: Words, both: boolean): readonly Piece[] {
  return inMark(
    run,
    runs.flatMap((one) => runContent(one, words, both)),
    words,
  );
}

function inMark(run: DrawnRun, pieces: readonly Piece[], { moved }: Words): readonly Piece[] {
  if (run.type === 'same' || pieces.length === 0) return pieces;
  const mark = markOf(run, moved);
  const marked: Piece[] = [];
  let inside: Piece[] = [];
  // What the file says of the words is no part of what is marked.
  for (const piece of [...pieces, undefined]) {
    const said = piece !== undefined && typeof piece !== 'string' && piece.type === 'told';
    if (piece !== undefined && !said) inside.push(piece);
    else {
      if (inside.length > 0) marked.push({ type: 'mark', mark, pieces: inside });
      inside = [];
      if (piece !== undefined) marked.push(piece);
    }
  }
  return marked;
}

function markOf({ type, relabel, edited }: DrawnRun, moved: boolean): Mark {
  if (relabel) return type === 'inserted' ? 'renumbered-to' : 'renumbered-from';
  if (moved && !edited) return type === 'inserted' ? 'moved-to' : 'moved-from';
  return type === 'inserted' ? 'inserted' : 'deleted';
}

function runContent(run: DrawnRun, words: Words, both: boolean): readonly Piece[] {
  let pieces = ownContent(run, words, both);
  for (const format of run.formats) {
    // A line through words that are marked would be taken for the mark.
    const type = run.type !== 'same' && format === 'struck' ? undefined : settings[format];
    if (type !== undefined) pieces = [{ type, pieces }];
  }
  return [...linked(run, pieces), ...remarks(run)];
}

function ownContent({ text, formats, link, type }: DrawnRun, { footnote }: Words, both: boolean): readonly Piece[] {
  const signed: readonly Piece[] = type === 'same' || !both ? [] : [told('↵')];
  if (formats.includes('break')) return [...signed, { type: 'break' }];
  if (formats.includes('html')) {
    if (/^<br ?\/?>$/i.test(text)) return [...signed, { type: 'break' }];
    return type === 'same' && isCheckComment(text) ? [] : [{ type: 'code', pieces: drawnText(text) }];
  }
  if (formats.includes('image')) return [{ type: 'image', pieces: drawnText(text) }];
  if (!formats.includes('footnote')) return drawnText(text);
  const to = footnote(link ?? text);
  const number = drawnText(text);
  return [{ type: 'raised', pieces: to === undefined ? number : [{ type: 'link', to, pieces: number }] }];
}

function linked({ link, formats, to }: DrawnRun, pieces: readonly Piece[]): readonly Piece[] {
  if (to !== undefined && link === undefined) return [{ type: 'link', to, pieces }];
  if (link === undefined || formats.includes('footnote') || formats.includes('image')) return pieces;
  const address = safeAddress(link);
  return address === undefined || address.startsWith('#') ? pieces : [{ type: 'link', address, pieces }];
}

// What would look alike in both texts is told in words.
function remarks({ type, link, formats, formatsBefore }: DrawnRun): readonly Piece[] {
  const set = formatsBefore && `[set ${formats.join(', ') || 'plain'}, before ${formatsBefore.join(', ') || 'plain'}]`;
  const struck = type !== 'same' && formats.includes('struck') ? '[struck through]' : undefined;
  const address = type === 'same' || link === undefined || formats.includes('footnote') ? undefined : `⟨${link}⟩`;
  return [set, struck, address].flatMap((words) => (words === undefined ? [] : [told(words)]));
}

/** Words that are not of the document's own text, among them. */
export function told(words: string, look?: 'tag' | 'count'): Piece {
  const chunks: string[] = [];
  for (const word of drawnPlain(words).split(/ |(?<=\u200b)/)) {
    const last = chunks.at(-1);
    const longer = last === undefined || last.endsWith(mayEnd) ? undefined : `${last} ${word}`;
    if (longer !== undefined && longer.length <= longestChunk) chunks[chunks.length - 1] = longer;
    else chunks.push(word);
  }
  return { type: 'told', chunks, ...(look ? { look } : {}) };
}
