import type { TargetLocator } from '../model/locator.ts';
import type { Range } from '../model/range.ts';
import { attempt, nextToken, skipMark, skipWord } from '../provision/sentence-reader.ts';
import type { QuotationToken } from '../provision/tokens.ts';
import { type Clause, type ClauseReader, clauseOf, isWord, quotesWords, readActively, takeWords } from './clause.ts';
import { readInPlace } from './provision-grammar.ts';
import { isWordsTarget } from './target-words.ts';

/**
 * Rule, after what is omitted: `and substitute “Y”`, `, and insert “Y”`, `and replace it with—`: what comes in its place, so that the two are one
 * substitution. Of a provision with a number, quoted words are what it says from now on. Undefined where nothing of the kind follows.
 */
export function readInItsPlace(
  reader: ClauseReader,
  { operation, targetRange, wordsRange }: Clause,
): Clause | undefined {
  const target = { at: operation.at as TargetLocator, range: targetRange };
  return attempt(reader, () => {
    if (!('leaving' in operation) && operation.type === 'omit-provision')
      return readAnnounced(reader) ? readWhole(reader, target) : undefined;
    const words = readAnnounced(reader) ? readLast(reader) : undefined;
    if (!words) return undefined;
    const quoted = wordsRange && { wordsRange };
    if (operation.type === 'omit-words') {
      const made = { ...operation, type: 'substitute-words', replacement: words.text } as const;
      return { ...clauseOf(made, targetRange), ...quoted };
    }
    if (operation.type !== 'omit-stretch') return undefined;
    return {
      ...clauseOf({ ...operation, type: 'substitute-stretch', replacement: words.text }, targetRange),
      ...quoted,
    };
  });
}

function readAnnounced(reader: ClauseReader): true | undefined {
  // The comma may have been taken with where the words occur.
  const separated = skipMark(reader, ',', ';') ?? reader.tokens[reader.index - 1]?.text === ',';
  if (!skipWord(reader, 'and') && !separated) return undefined;
  readActively(reader, 'substitute', 'insert', 'replace');
  if (skipWord(reader, 'substitute', 'insert', 'add')) {
    skipWord(reader, 'therefor', 'instead');
    return true;
  }
  if (!skipWord(reader, 'replace')) return undefined;
  skipWord(reader, 'it', 'them', 'this');
  return skipWord(reader, 'with', 'by') ? true : undefined;
}

// Words that nothing says another place of.
function readLast(reader: ClauseReader): QuotationToken | undefined {
  const words = takeWords(reader);
  if (!words) return undefined;
  skipWord(reader, 'instead');
  const next = nextToken(reader);
  return isWord(next, 'for', 'after', 'before', 'at', 'in', 'into', 'between') ? undefined : words;
}

function readWhole(
  reader: ClauseReader,
  target: { readonly at: TargetLocator; readonly range: Range },
): Clause | undefined {
  const { at, range } = target;
  if (!quotesWords(reader)) return readInPlace(reader, target);
  const words = readLast(reader);
  if (!words) return undefined;
  if (isWordsTarget(at)) return clauseOf({ type: 'substitute-provision', at, content: words.text }, range);
  const label = at.type === 'label' ? (at.labels.at(-1) ?? '') : '';
  if (label === '' || !words.text.startsWith(label))
    return clauseOf({ type: 'omit-provision', at, leaving: words.text }, range);
  reader.misfit = {
    ...words.inside,
    text: `Expected the words without the number ${label}, which stays, found it among them.`,
    advice: 'Leave the number out, or give the new text in a block quote: For paragraph 5.6.2 substitute—',
  };
  return undefined;
}
