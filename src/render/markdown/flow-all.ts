import type { RootContent } from 'mdast';
import type { RedlineBlock } from '../../model/redline.ts';
import { flow, type Writing } from './flow.ts';
import { type Circumstances, canKeep, opensOtherBlock, sourceOf } from './kept.ts';

/** The blocks of a text as mdast: neighbours that do not change are one piece of the source, byte for byte. */
export function flowAll(blocks: readonly RedlineBlock[], writing: Writing): RootContent[] {
  const { circumstances } = writing;
  const nodes: RootContent[] = [];
  for (let at = 0; at < blocks.length; ) {
    const end = keptUntil(blocks, at, circumstances);
    const first = blocks[at] as RedlineBlock;
    if (end === at) {
      nodes.push(...flow(first, writing));
      at += 1;
      continue;
    }
    writing.references.pause();
    const last = blocks[end - 1] as RedlineBlock;
    nodes.push({ type: 'html', value: circumstances.textAfter.slice(first.after?.start, last.after?.end) });
    at = end;
  }
  return nodes;
}

function keptUntil(blocks: readonly RedlineBlock[], start: number, circumstances: Circumstances): number {
  let end = start;
  while (end < blocks.length && keepsAt(blocks, end, end === start, circumstances)) end += 1;
  return end;
}

function keepsAt(blocks: readonly RedlineBlock[], at: number, opens: boolean, circumstances: Circumstances): boolean {
  const block = blocks[at] as RedlineBlock;
  if (!canKeep(block, circumstances)) return false;
  // What stands right after a definition can begin, for the parser, where the definition begins.
  if (opens && (block.after?.start ?? 0) < (blocks[at - 1]?.after?.end ?? 0)) return false;
  if (block.type === 'list' && besideChangedList(blocks, at, circumstances)) return false;
  // After a block that is written anew, what is indented could become part of that block or lose its shape.
  const source = sourceOf(block, circumstances);
  const indented = isIndented(block, circumstances) && (block.type === 'list' || /[\r\n]/.test(source));
  if (!opens) return true;
  // A list or quote that follows words at once is read by other rules than after a blank line.
  if (block.type === 'list' || block.type === 'quote') return !indented && followsBlankLine(block, circumstances);
  if (block.type === 'paragraph') return !indented && !opensOtherBlock.test(source);
  return !indented && !(block.type === 'code' && !/^[`~]/.test(source));
}

function followsBlankLine(block: RedlineBlock, { textAfter }: Circumstances): boolean {
  const start = block.after?.start ?? 0;
  return start === 0 || /\n[ \t\r]*\n$/.test(textAfter.slice(Math.max(0, start - 100), start));
}

// Two lists that touch differ by their bullets, which are the writer's to choose.
function besideChangedList(blocks: readonly RedlineBlock[], at: number, circumstances: Circumstances): boolean {
  return [blocks[at - 1], blocks[at + 1]].some(
    (neighbour) => neighbour?.type === 'list' && !canKeep(neighbour, circumstances),
  );
}

function isIndented(block: RedlineBlock, { textAfter }: Circumstances): boolean {
  return /[ \t]/.test(textAfter[(block.after?.start ?? 0) - 1] ?? '');
}
