import { applyChange } from '../change/apply.ts';
import type { Document } from '../model/document.ts';
import { type Asked, readBack } from './read-back.ts';
import type { Reading } from './reading.ts';

/** What comes of instructions that are printed, read again and carried out; or the numbers of those that would be read otherwise. */
export type AskedCarried = ReturnType<typeof applyChange> | { readonly misread: readonly number[] };

/** Prints instructions, reads them again and carries them out on the documents they are for. */
export type CarryAsked = (asked: readonly Asked[]) => AskedCarried;

/** Makes what carries instructions out on some documents. It remembers the last, which is often asked for again as what is proved in the end. */
export function carryingAsked(documents: ReadonlyMap<string, Document>, { read }: Reading): CarryAsked {
  let last: { readonly key: string; readonly carried: AskedCarried } | undefined;
  return (asked) => {
    const key = JSON.stringify(asked);
    if (last?.key === key) return last.carried;
    const change = readBack(asked);
    const carried = 'misread' in change ? change : applyChange(change, documents, read);
    last = { key, carried };
    return carried;
  };
}
