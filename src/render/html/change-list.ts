import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { PackDocument } from '../../model/pack.ts';
import type { MoveEdit, RedlineChange } from '../../model/redline.ts';
import { inBrief } from './in-brief.ts';
import { instructionId } from './note.ts';

/** Where a change is shown. */
export type AnchorOf = (change: RedlineChange) => string;

/** One row of a list of changes: what one instruction does, or one change that no instruction asks for. */
interface Row {
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

/** The head of a list of changes, and its rows for one document: instruction, where, what is done, why. */
export function changeListHead(): Element {
  const heads = ['No.', 'Where', 'What is done', 'Reason'];
  return h(
    'thead',
    h(
      'tr',
      heads.map((head) => h('th', { scope: 'col' }, head)),
    ),
  );
}

/** The rows of a list of changes for one document. `named` gives each row the fragment name that notes link to. */
export function changeRows(document: PackDocument, anchorOf: AnchorOf, named: boolean): Element[] {
  return rowsOf(document).map(({ number, changes, words, reason }) =>
    h('tr', { id: named && number !== undefined ? instructionId(number) : undefined }, [
      number === undefined ? h('td', '–') : h('th', { scope: 'row' }, String(number)),
      h('td', places(changes, anchorOf)),
      h('td', words, ...consequential(changes)),
      h('td', reason),
    ]),
  );
}

function rowsOf(document: PackDocument): readonly Row[] {
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

function editSentence({ deleted, inserted }: MoveEdit): string {
  if (deleted === undefined) return `Inserted “${inserted ?? ''}”.`;
  return inserted === undefined ? `Omitted “${deleted}”.` : `For “${deleted}” substituted “${inserted}”.`;
}

function places(changes: readonly RedlineChange[], anchorOf: AnchorOf): ElementContent[] {
  if (changes.length === 0) return ['Changes nothing'].map((value) => ({ type: 'text', value }));
  const links = new Map(changes.map((change) => [anchorOf(change) + placeName(change), change]));
  return [...links.values()].flatMap((change, index) => [
    ...(index === 0 ? [] : [h('br')]),
    h('a', { href: anchorOf(change) }, placeName(change)),
  ]);
}

function placeName({ before, after }: RedlineChange): string {
  if (before !== undefined && after !== undefined && before !== after) return `${before} → ${after}`;
  return after ?? before ?? 'the document';
}

function consequential(changes: readonly RedlineChange[]): ElementContent[] {
  const all = changes.length > 0 && changes.every((change) => change.kind === 'consequential');
  return all ? [{ type: 'text', value: ' ' }, h('span.kind', 'Consequential')] : [];
}
