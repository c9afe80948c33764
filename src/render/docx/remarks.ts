import type { PrintedInstruction } from '../../model/pack.ts';
import type { RedlineBlock, RedlineChange } from '../../model/redline.ts';
import type { WordComment, WordCommentMark, WordInline, WordParagraph } from '../../word/word-document.ts';
import { editSentence } from '../change-rows.ts';
import { inBrief } from '../in-brief.ts';
import { placeBefore } from '../place-before.ts';
import { type Authorship, authorshipFor } from './authorship.ts';

/** The comments of a redline: each stands at the first of some neighbouring blocks in which the same instructions do the same. */
export interface Remarks {
  /** The same words with a comment round what changes in them, where one begins there. */
  readonly around: (block: RedlineBlock, children: readonly WordInline[]) => readonly WordInline[];
  readonly comments: () => readonly WordComment[];
}

/** Starts the comments of a redline. */
export function startRemarks(
  instructions: readonly PrintedInstruction[],
  changes: readonly RedlineChange[],
  own: Authorship,
): Remarks {
  const known = new Map(instructions.map((instruction) => [instruction.number, instruction]));
  const comments: WordComment[] = [];
  let last: string | undefined;
  return {
    around: (block, children) => {
      const says = remarkOf(block, known, changes);
      if (says.length === 0) {
        last = undefined;
        return children;
      }
      const key = JSON.stringify(says);
      if (key === last) return children;
      last = key;
      const id = comments.length;
      comments.push({ id, ...commentAuthor(block, own), paragraphs: says.map(paragraphOf) });
      return enclosed(children, id, block.type === 'footnote' ? isCall : isMarked);
    },
    comments: () => comments,
  };
}

/** One paragraph of a comment: what leads it stands out. */
type Said = readonly [lead: string, words: string];

function remarkOf(
  block: RedlineBlock,
  known: ReadonlyMap<number, PrintedInstruction>,
  changes: readonly RedlineChange[],
): readonly Said[] {
  const follows = onlyRelabels(block);
  const said = numbersIn(block).flatMap((number): readonly Said[] => {
    if (follows) return [[`Consequential on instruction ${number}.`, '']];
    const instruction = known.get(number);
    if (!instruction) return [[`Instruction ${number}.`, '']];
    const { words, reason } = instruction;
    return [
      [`Instruction ${number}.`, inBrief(words)],
      ...(reason === undefined ? [] : [['Reason:', reason] as const]),
    ];
  });
  return [...deeds(block, changes), ...said];
}

// What Word does not show of itself, or not so that it can be seen at once.
function deeds(block: RedlineBlock, changes: readonly RedlineChange[]): readonly Said[] {
  const said: Said[] = [];
  const noun = block.type === 'row' ? 'Row moved' : 'Moved';
  if (block.status === 'moved-from') said.push([`${noun} from here.`, '']);
  if (block.status === 'moved-to') said.push([`${noun} to here.`, editsOf(block, changes)]);
  if ('ending' in block && block.ending !== undefined)
    said.push([block.ending === 'inserted' ? 'A new paragraph begins here.' : 'Two paragraphs are joined here.', '']);
  const was = 'runs' in block ? placeBefore(block) : undefined;
  if (was !== undefined) said.push([`${was.charAt(0).toUpperCase()}${was.slice(1)}.`, '']);
  return said;
}

function editsOf({ move }: RedlineBlock, changes: readonly RedlineChange[]): string {
  const moved = changes.find((change) => change.type === 'move' && change.move === move);
  return (moved?.edits ?? []).map(editSentence).join(' ');
}

function onlyRelabels(block: RedlineBlock): boolean {
  if (block.status === 'relabelled') return true;
  if (block.status !== 'changed' || 'ending' in block) return false;
  if ('children' in block) return block.children.every((child) => child.status === 'same' || onlyRelabels(child));
  if (!('runs' in block)) return false;
  const marked = block.runs.filter(({ type, formatsBefore }) => type !== 'same' || formatsBefore !== undefined);
  return marked.length > 0 && marked.every(({ relabel }) => relabel);
}

function numbersIn(block: RedlineBlock): readonly number[] {
  const found = new Set(block.by ?? []);
  const collect = (each: RedlineBlock): void => {
    for (const number of each.by ?? []) found.add(number);
    if ('runs' in each) for (const { by } of each.runs) if (by !== undefined) found.add(by);
    if ('children' in each) each.children.forEach(collect);
  };
  collect(block);
  return [...found].sort((one, other) => one - other);
}

function commentAuthor(block: RedlineBlock, own: Authorship): Pick<WordComment, 'author' | 'initials' | 'date'> {
  const authorship = authorshipFor(own, onlyRelabels(block) ? true : undefined);
  return { ...authorship, initials: initialsOf(authorship.author) };
}

function initialsOf(name: string): string {
  return (
    name
      .split(/\s+/)
      .flatMap((word) => word.match(/^\p{L}|^\d+/u) ?? [])
      .slice(0, 3)
      .join('')
      .toUpperCase() || 'R'
  );
}

function paragraphOf([lead, words]: Said): WordParagraph {
  return {
    type: 'paragraph',
    style: 'CommentText',
    children: [
      { type: 'run', text: lead, bold: true },
      ...(words === '' ? [] : [{ type: 'run', text: ` ${words}` } as const]),
    ],
  };
}

// Round what changes; round all of it where nothing in particular does.
function enclosed(
  children: readonly WordInline[],
  comment: number,
  isMeant: (inline: WordInline) => boolean,
): readonly WordInline[] {
  const first = children.findIndex(isMeant);
  const [from, to] = first < 0 ? [0, children.length] : [first, children.findLastIndex(isMeant) + 1];
  const mark = (type: WordCommentMark['type']): WordCommentMark => ({ type, comment });
  return [
    ...children.slice(0, from),
    mark('comment-start'),
    ...children.slice(from, to),
    mark('comment-end'),
    ...children.slice(to),
  ];
}

function isCall({ type }: WordInline): boolean {
  return type === 'note-reference';
}

function isMarked(inline: WordInline): boolean {
  if ('children' in inline) return inline.children.some(isMarked);
  return ('revision' in inline && inline.revision !== undefined) || ('before' in inline && inline.before !== undefined);
}
