import type { Document } from '../model/document.ts';
import type { Locator } from '../model/locator.ts';
import type { Range } from '../model/range.ts';
import type { Visit } from './walk.ts';

/**
 * What a locator points at. A `provision` is the whole unit; `words` are only a part of it (its heading, its opening or
 * closing words, one of its sentences); `document` is everything.
 */
export type Target =
  | (Visit & { readonly type: 'provision' })
  | (Visit & { readonly type: 'words'; readonly part: WordsPart; readonly range: Range })
  | { readonly type: 'document' };

/** A part of a provision that is words only. */
type WordsPart = 'heading' | 'opening' | 'closing' | 'sentence';

/** Nothing stands there, or more than one thing does. `text` says so in a sentence; `advice` names the nearest that would fit. */
export interface Unlocated {
  readonly type: 'unlocated';
  readonly reason: 'missing' | 'ambiguous';
  readonly text: string;
  readonly advice?: string;
  /** Where the nearest stands, or where it was looked for. */
  readonly near?: Range;
  /** The locator that fits nothing, and the nearest that would fit. */
  readonly instead?: { readonly of: Locator; readonly nearest: Locator };
}

/** The one visit that is wanted, or why there is not exactly one. */
export function only(found: readonly Visit[], described: string, near: readonly string[]): Target | Unlocated {
  const [visit] = found;
  if (!visit) return missing(`expected ${described}, found none`, near);
  if (found.length === 1) return { ...visit, type: 'provision' };
  return {
    type: 'unlocated',
    reason: 'ambiguous',
    text: `expected ${described} in one place, found it in ${found.length}`,
    advice: 'name the provision it stands in',
  };
}

/** Says that nothing stands there, with the nearest that do. */
export function missing(text: string, near: readonly string[], at?: Range): Unlocated {
  const place = at ? { near: { start: at.start, end: at.end } } : {};
  if (near.length === 0) return { type: 'unlocated', reason: 'missing', text, ...place };
  const advice = `the nearest there ${near.length === 1 ? 'is' : 'are'} ${near.join(', ')}`;
  return { type: 'unlocated', reason: 'missing', text, advice, ...place };
}

/** What a document is called in messages. */
export function named(document: Document): string {
  return document.frontMatter.appendix ? `Appendix ${document.frontMatter.appendix}` : document.path;
}
