import type { OmitStretch, SubstituteStretch } from '../model/change.ts';
import type { Range } from '../model/range.ts';
import { printQuotation } from '../provision/quotation.ts';
import { descendants } from '../provision/walk.ts';
import { noEffect, type Outcome, oneEdit, type Placed } from './placed.ts';
import type { RefusalText } from './refusal.ts';
import { boundsOf, onlyPlace, withAdjoiningSpace } from './words-found.ts';

/** Works out “for the words from X to Y substitute Z”: one edit, both ends taken. */
export function substituteStretch(operation: SubstituteStretch, placed: Placed): Outcome {
  const range = stretchOf(operation, placed);
  if ('rule' in range) return range;
  if (placed.document.source.slice(range.start, range.end) === operation.replacement) return noEffect;
  return oneEdit({ ...range, text: operation.replacement, by: placed.instruction.number, meant: { type: 'words' } });
}

/** Works out “omit the words from X to Y”: one edit, with one adjoining space. */
export function omitStretch(operation: OmitStretch, placed: Placed): Outcome {
  const range = stretchOf(operation, placed);
  if ('rule' in range) return range;
  const whole = withAdjoiningSpace(placed.document, range, boundsOf(placed));
  return oneEdit({ ...whole, text: '', by: placed.instruction.number, meant: { type: 'words' } });
}

// Each end must be the only one of its words: the first in the provision, the second after the first.
function stretchOf({ from, to }: SubstituteStretch | OmitStretch, placed: Placed): Range | RefusalText {
  const bounds = endsOf(placed);
  const first = from === undefined ? { start: bounds.start, end: bounds.start } : onlyPlace(placed, from, bounds);
  if ('rule' in first) return first;
  const rest = { start: first.end, end: bounds.end };
  const last = to === undefined ? { start: bounds.end, end: bounds.end } : onlyPlace(placed, to, rest);
  if ('rule' in last) return from === undefined || to === undefined ? last : afterFirst(last, from, to);
  const range = { start: first.start, end: last.end };
  if (inOneRun(placed, range)) return range;
  return {
    rule: 'more-than-one-run-of-words',
    text: 'expected words of one paragraph, item, heading or cell, found words that run on into another',
    advice: 'name the smallest provision that has the words, or write an instruction for each of them',
    other: { document: placed.document, range },
  };
}

// The second end is looked for after the first only.
function afterFirst(refusal: RefusalText, from: string, to: string): RefusalText {
  const where = `after ${printQuotation(from)}`;
  if (refusal.rule !== 'words-not-found') return { ...refusal, text: `${refusal.text} ${where}` };
  return {
    ...refusal,
    text: `expected the words ${printQuotation(to)} ${where}, did not find them there`,
    advice: 'Name first the words with which it begins, then those with which it ends',
  };
}

// A paragraph begins with its words and not with its label; the end of what has a list is the end of the list.
function endsOf(placed: Placed): Range {
  const bounds = boundsOf(placed);
  const { target } = placed;
  if (target.type !== 'provision') return bounds;
  return { start: Math.max(bounds.start, Math.min(target.provision.words.start, bounds.end)), end: bounds.end };
}

function inOneRun({ target, document }: Placed, range: Range): boolean {
  if (target.type === 'words') return true;
  const held = target.type === 'provision' ? [target.provision, ...descendants(target.provision)] : [];
  const runs = target.type === 'document' ? document.children.flatMap((child) => [child, ...descendants(child)]) : held;
  return runs.some(
    ({ words, type }) =>
      type !== 'row' && type !== 'definition' && words.start <= range.start && range.end <= words.end,
  );
}
