import { applyChange } from '../change/apply.ts';
import type { Document } from '../model/document.ts';
import type { Proposal } from './proposal.ts';
import { readBack } from './read-back.ts';
import type { Reading } from './reading.ts';

/** What comes of proposals that are printed, read again and carried out: a text, or the numbers of those at fault. */
export type Carried = { readonly result: Document } | { readonly blamed: readonly number[] };

/** Prints proposals as instructions, reads them again and carries them out. */
export type Carry = (proposals: readonly Proposal[]) => Carried;

/** Carries proposals out on the document that they were written for. */
export function carryOut(before: Document, { read }: Reading): Carry {
  return (proposals) => {
    const change = readBack(proposals.map(({ operation }) => ({ operation, document: before.key })));
    if ('misread' in change) return { blamed: change.misread };
    const applied = applyChange(change, new Map([[before.key, before]]), read);
    if (!applied.ok) return { blamed: applied.refusals.map(({ instruction }) => instruction) };
    return { result: applied.documents.get(before.key)?.after ?? before };
  };
}
