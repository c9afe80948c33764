import type { Operation } from '../model/change.ts';
import type { Document, Provision } from '../model/document.ts';
import type { Locator } from '../model/locator.ts';
import type { Range } from '../model/range.ts';
import { headOf, type Pair } from './pair.ts';
import { type Deriving, type Proposal, type Proposer, spliceRange, workOutOperation } from './proposal.ts';

/** The source of a range of blocks, set at the margin: what an instruction gives as its block quote. */
export function contentOf({ source }: Document, { start, end }: Range): string {
  const line = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
  const content = source.slice(start, end);
  return /^[ \t]+$/.test(line) ? content.replaceAll(`\n${line}`, '\n') : content;
}

/** Writes “omit X and leave “[No longer in use]””, where the text after keeps the number and leaves words in brackets. */
export const proposeLeaving: Proposer = (pair, deriving) => {
  const { before, after } = pair;
  if (before.label === undefined) return undefined;
  const row = after.type === 'row' || after.type === 'definition';
  const left = row ? after.children[1] : after;
  if (!left || (!row && after.children.length > 0)) return undefined;
  const { source } = deriving.correspondence.after;
  const leaving = source.slice(left.words.start, left.words.end);
  // With what ends an item of a list, where it is one.
  if (!/^\[[^[\]\n]+\](?:[.,;]|; (?:and|or))?$/.test(leaving)) return undefined;
  const at = deriving.locators.of(before);
  const written = at && proved({ type: 'omit-provision', at, leaving }, pair, deriving);
  return written?.map((proposal) => ({ ...proposal, omitted: before }));
};

/** Writes “for X substitute—” with the whole of the new provision. */
export const proposeWhole: Proposer = (pair, deriving) => {
  const at = deriving.locators.of(pair.before);
  if (!at) return undefined;
  const { after } = deriving.correspondence;
  if (at.type === 'closing' || at.type === 'cell') return proposeOwnWords(pair, deriving);
  return proved({ type: 'substitute-provision', at, content: contentOf(after, pair.after) }, pair, deriving);
};

/** Writes “for the heading of X substitute “…””, or for its opening words, its closing words or a cell: all of its own words. */
export const proposeOwnWords: Proposer = (pair, deriving) => {
  const { before, after } = pair;
  const locator = deriving.locators.of(before);
  if (!locator || before.type === 'code' || before.type === 'other') return undefined;
  const { source } = deriving.correspondence.after;
  const content = source.slice(after.words.start, after.words.end);
  if (/\n/.test(content) || content.trim() === '') return undefined;
  const at = ownWordsOf(before, locator);
  return at && proved({ type: 'substitute-provision', at, content }, pair, deriving, headOf);
};

function ownWordsOf(before: Provision, of: Locator): Locator | undefined {
  if (before.type === 'section') return { type: 'heading', of };
  if (of.type === 'closing' || of.type === 'cell') return of;
  return before.children.some(({ type }) => type === 'item') ? { type: 'opening', of } : undefined;
}

/** An operation as the proposal for a pair, where what it makes of the text before is the text after, byte for byte; else undefined. */
export function proved(
  operation: Operation,
  pair: Pair,
  { correspondence }: Deriving,
  part: (provision: Provision) => Range = (provision) => provision,
): readonly Proposal[] | undefined {
  const { before, after } = correspondence;
  const work = workOutOperation(before, operation);
  if (!work) return undefined;
  const [range, wanted] = [part(pair.before), part(pair.after)];
  if (spliceRange(before.source, range, work.edits) !== after.source.slice(wanted.start, wanted.end)) return undefined;
  return [{ operation, owner: pair, work, after: wanted }];
}
