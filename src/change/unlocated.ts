import type { Document } from '../model/document.ts';
import type { Unlocated } from '../provision/target.ts';
import type { RefusalText } from './refusal.ts';

/** The refusal of an instruction whose target is not there, or is there more than once. */
export function unlocatedRefusal({ reason, text, advice, near }: Unlocated, document: Document): RefusalText {
  return {
    rule: reason === 'missing' ? 'no-such-provision' : 'more-than-one-provision',
    text,
    advice,
    other: near && { document, range: near },
  };
}
