import type { Range } from '../model/range.ts';
import { namedNouns, provisionNouns } from '../provision/provision-nouns.ts';
import { readTokens, type Token } from '../provision/tokens.ts';

const nouns: readonly string[] = [
  ...provisionNouns,
  ...namedNouns,
  'table',
  'row',
  'definition',
  'heading',
  'sentence',
];

/**
 * The tokens of a part with the place in full where it says “that paragraph”: the one with this noun that the part before it names, or the opening of the
 * list, given as their places in the source. Where both name one, or none does, the words stay, and cannot be read: nobody can tell which is meant.
 */
export function withPlacesNamed(source: string, tokens: readonly Token[], named: readonly Range[]): readonly Token[] {
  const at = tokens.findIndex((token, index) => isThat(token) && nouns.includes(nounOf(tokens[index + 1])));
  if (at < 0) return tokens;
  const noun = nounOf(tokens[at + 1]);
  const [meant, ...others] = named.flatMap((range) => {
    const words = readTokens(source, range).filter(({ type }) => type !== 'end');
    return placesOf(words, noun);
  });
  const { start = 0, end = 0 } = { start: tokens[at]?.start, end: tokens[at + 1]?.end };
  if (!meant || others.length > 0) return tokens;
  // For messages they stand where the drafter wrote “that paragraph”.
  return [...tokens.slice(0, at), ...meant.map((token) => ({ ...token, start, end })), ...tokens.slice(at + 2)];
}

// From the noun on, so far as the place is written: `paragraph 5.1.2`, `item (b) of paragraph 5.1.1`.
function placesOf(words: readonly Token[], noun: string): readonly (readonly Token[])[] {
  return words.flatMap((token, index): readonly (readonly Token[])[] => {
    if (nounOf(token) !== noun) return [];
    const rest = words.slice(index);
    const length = rest.findIndex((one) => !belongs(one));
    return [length < 0 ? rest : rest.slice(0, length)];
  });
}

function belongs(token: Token): boolean {
  return (
    token.type === 'label' || token.type === 'quotation' || [...nouns, 'of', 'in', 'the', 'for'].includes(nounOf(token))
  );
}

function isThat({ type, text }: Token): boolean {
  return type === 'word' && text.toLowerCase() === 'that';
}

function nounOf(token: Token | undefined): string {
  return token?.type === 'word' ? token.text.toLowerCase() : '';
}
