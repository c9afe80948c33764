import type { PackDocument } from '../model/pack.ts';
import type { MoveEdit, RedlineChange } from '../model/redline.ts';
import { inBrief } from './in-brief.ts';

/** One row of a list of changes: what one instruction does, or one change that no instruction asks for. */
export interface ChangeRow {
  readonly number?: number;
  readonly changes: readonly RedlineChange[];
  readonly words: string;
  readonly reason: string;
}

const kinds: Record<RedlineChange['type'], string> = {
  insertion: 'Insertion.',
  deletion: 'Deletion.',
  substitution: 'Substitution.',
  move: 'Move.',
  relabelling: 'Renumbering.',
  formatting: 'Setting of words changed.',
  split: 'Paragraph split.',
  merge: 'Paragraphs joined.',
};

/** The rows of a list of the changes of one document: its instructions first, then what no instruction asks for. */
export function changeRowsOf(document: PackDocument): readonly ChangeRow[] {
  const { changes } = document.redline;
  const known = new Set(document.instructions.map(({ number }) => number));
  const instructed = document.instructions.map(({ number, words, reason }) => ({
    number,
    changes: changes.filter((change) => change.by === number),
    words: inBrief(words),
    reason: reason ?? '',
  }));
  const others = changes
    .filter((change) => change.by === undefined || !known.has(change.by))
    .map((change) => ({
      ...(change.by === undefined ? {} : { number: change.by }),
      changes: [change],
      words: [kinds[change.type], ...(change.edits ?? []).map(editSentence)].join(' '),
      reason: change.reason ?? '',
    }));
  return [...instructed, ...others];
}

/** What was done to words of a block that moved, in a sentence. */
export function editSentence({ deleted, inserted }: MoveEdit): string {
  if (deleted === undefined) return `Inserted “${inserted ?? ''}”.`;
  return inserted === undefined ? `Omitted “${deleted}”.` : `For “${deleted}” substituted “${inserted}”.`;
}

/** Where a change is, in words. */
export function placeName({ before, after }: RedlineChange): string {
  if (before !== undefined && after !== undefined && before !== after) return `${before} → ${after}`;
  return after ?? before ?? 'the document';
}

/** Whether all of these changes only follow from others. */
export function onlyFollow(changes: readonly RedlineChange[]): boolean {
  return changes.length > 0 && changes.every((change) => change.kind === 'consequential');
}
