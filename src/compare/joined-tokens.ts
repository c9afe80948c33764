import { type Side, tokensIn, type Unit } from './side.ts';
import { type Token, tokenizeCode } from './tokens.ts';

/** The tokens of units on both sides that are compared as one. Code is lines beside code, and words beside words. */
export function tokensOfBoth(
  before: readonly [Side, readonly Unit[]],
  after: readonly [Side, readonly Unit[]],
): readonly [before: readonly Token[], after: readonly Token[]] {
  const both = [...before[1], ...after[1]];
  const words = both.some(isCode) && !both.every(isCode);
  return [joinedTokens(...before, words), joinedTokens(...after, words)];
}

function isCode({ block }: Unit): boolean {
  return block.type === 'code';
}

/**
 * The tokens of units that follow one another as one list, complete over all of them: between two units stands one `break` with
 * all that parts them in the source, the blank line and the marker of an item included.
 */
function joinedTokens(side: Side, units: readonly Unit[], words: boolean): readonly Token[] {
  const joined: Token[] = [];
  units.forEach((unit, index) => {
    const last = units[index - 1];
    if (last) joined.push({ type: 'break', start: last.end, end: unit.start, key: 'break', words: 0 });
    const shift = joined.length;
    const own = words && isCode(unit) ? tokenizeCode(side.source, unit) : tokensIn(side, unit.block.leafFrom, unit);
    for (const token of own)
      joined.push(token.mate === undefined || shift === 0 ? token : { ...token, mate: token.mate + shift });
  });
  return joined;
}
