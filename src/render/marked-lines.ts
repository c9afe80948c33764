/** A piece of two texts at once. */
interface Piece {
  readonly type: 'same' | 'inserted' | 'deleted';
  readonly text: string;
}

/** A whole line of one text or both, with its line feed, save the last line of a text that does not end with one. */
export interface MarkedLine {
  readonly type: 'same' | 'inserted' | 'deleted';
  readonly text: string;
}

interface Pending {
  readonly lines: MarkedLine[];
  deleted: string[];
  inserted: string[];
}

/**
 * Reads pieces as lines: a line in which nothing is marked is `same`, any other stands once as `deleted` and once as
 * `inserted`, deleted lines first. What is not inserted joins to the text before, what is not deleted to the text
 * after. Takes any pieces; linear in their length.
 */
export function markedLines(pieces: readonly Piece[]): readonly MarkedLine[] {
  const pending: Pending = { lines: [], deleted: [], inserted: [] };
  let before = '';
  let after = '';
  for (const { type, text } of pieces) {
    for (const part of lineParts(text)) {
      const ends = part.endsWith('\n');
      if (type !== 'inserted') before += part;
      if (type !== 'deleted') after += part;
      if (!ends) continue;
      if (type === 'same') settle(pending, before, after);
      else if (type === 'deleted') pending.deleted.push(before);
      else pending.inserted.push(after);
      if (type !== 'inserted') before = '';
      if (type !== 'deleted') after = '';
    }
  }
  if (before !== '' || after !== '') settle(pending, before, after);
  flush(pending);
  return pending.lines;
}

function settle(pending: Pending, before: string, after: string): void {
  if (before === after) {
    flush(pending);
    pending.lines.push({ type: 'same', text: before });
    return;
  }
  if (before !== '') pending.deleted.push(before);
  if (after !== '') pending.inserted.push(after);
}

// A mark that starts in the middle of a line shifts whole lines; those that are equal at either end were not changed.
function flush(pending: Pending): void {
  const { lines, deleted, inserted } = pending;
  if (deleted.length === 0 && inserted.length === 0) return;
  const shorter = Math.min(deleted.length, inserted.length);
  let head = 0;
  while (head < shorter && deleted[head] === inserted[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && deleted[deleted.length - 1 - tail] === inserted[inserted.length - 1 - tail])
    tail += 1;
  for (const text of deleted.slice(0, head)) lines.push({ type: 'same', text });
  for (const text of deleted.slice(head, deleted.length - tail)) lines.push({ type: 'deleted', text });
  for (const text of inserted.slice(head, inserted.length - tail)) lines.push({ type: 'inserted', text });
  for (const text of deleted.slice(deleted.length - tail)) lines.push({ type: 'same', text });
  pending.deleted = [];
  pending.inserted = [];
}

function lineParts(text: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', start)) {
    parts.push(text.slice(start, feed + 1));
    start = feed + 1;
  }
  if (start < text.length) parts.push(text.slice(start));
  return parts;
}
