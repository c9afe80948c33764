import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { PackDocument } from '../../model/pack.ts';
import type { RedlineChange } from '../../model/redline.ts';
import { changeRowsOf, onlyFollow, placeName } from '../change-rows.ts';
import { instructionId } from './note.ts';

/** Where a change is shown. */
export type AnchorOf = (change: RedlineChange) => string;

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
  return changeRowsOf(document).map(({ number, changes, words, reason }) =>
    h('tr', { id: named && number !== undefined ? instructionId(number) : undefined }, [
      number === undefined ? h('td', '–') : h('th', { scope: 'row' }, String(number)),
      h('td', places(changes, anchorOf)),
      h('td', words, ...consequential(changes)),
      h('td', reason),
    ]),
  );
}

function places(changes: readonly RedlineChange[], anchorOf: AnchorOf): ElementContent[] {
  if (changes.length === 0) return ['Changes nothing'].map((value) => ({ type: 'text', value }));
  const links = new Map(changes.map((change) => [anchorOf(change) + placeName(change), change]));
  return [...links.values()].flatMap((change, index) => [
    ...(index === 0 ? [] : [h('br')]),
    h('a', { href: anchorOf(change) }, placeName(change)),
  ]);
}

function consequential(changes: readonly RedlineChange[]): ElementContent[] {
  return onlyFollow(changes) ? [{ type: 'text', value: ' ' }, h('span.kind', 'Consequential')] : [];
}
