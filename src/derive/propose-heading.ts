import { headOf, type Pair } from './pair.ts';
import type { Proposer } from './proposal.ts';
import { proved } from './propose-provision.ts';
import { levelOf } from './relevel.ts';

/**
 * Writes “change the level of the heading of X to 3” where that is all that changes in a heading; where its number is printed
 * otherwise or it is given one, “for the heading of X substitute—” with its line. Undefined where only its words change.
 */
export const proposeHeading: Proposer = (pair, deriving) => {
  const { before, after } = deriving.correspondence;
  if (pair.before.type !== 'section') return undefined;
  const level = levelOf(pair.after, after);
  const numberStays = numberOf(pair.before, before.source) === numberOf(pair.after, after.source);
  if (numberStays && level === levelOf(pair.before, before)) return undefined;
  const of = deriving.locators.of(pair.before);
  if (!of) return undefined;
  const content = after.source.slice(pair.after.start, pair.after.words.end);
  return (
    proved({ type: 'set-level', at: of, level }, pair, deriving, headOf) ??
    proved({ type: 'substitute-provision', at: { type: 'heading', of }, content }, pair, deriving, headOf)
  );
};

// All that stands between the number signs and the words.
function numberOf({ start, words }: Pair['before'], source: string): string {
  return source.slice(start, words.start).replace(/^#*/, '');
}
