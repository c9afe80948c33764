import { attempt, nextToken, takeWord } from '../provision/sentence-reader.ts';
import type { QuotationToken } from '../provision/tokens.ts';
import {
  type Clause,
  type ClauseReader,
  clauseOf,
  isWord,
  quotesWords,
  skipTheFollowing,
  takeWords,
  takeWordsIn,
  tokenAhead,
} from './clause.ts';
import { announcesColumn, columnByName } from './column-grammar.ts';
import { instructionForms } from './instruction-forms.ts';
import { readInPlace } from './provision-grammar.ts';
import { readStretchFor } from './stretch-grammar.ts';
import { joinTarget, type Named, readInner } from './target-grammar.ts';
import { isWordsTarget } from './target-words.ts';
import { substitution } from './words-grammar.ts';

type Outer = Named | undefined;

/**
 * Rule, after “substitute”: `“Y” for “X”`, `“Y” for the words from “X” to “Z”`, `“Y” for the heading of section 5`; or, before a block
 * quote, `the following for paragraph 5.6.2—`.
 */
export function readSubstitutedFor(reader: ClauseReader, outer: Outer): Clause | undefined {
  const block = isWord(nextToken(reader), 'for') || isWord(tokenAhead(reader, 1), 'following');
  if (block) return readBlockFor(reader, outer);
  if (announcesColumn(reader)) {
    const { start, end } = nextToken(reader);
    reader.misfit = { start, end, ...columnByName };
    return undefined;
  }
  reader.form = 'substitute-words';
  const replacement = takeWords(reader);
  if (!replacement || !takeWord(reader, 'for')) return undefined;
  if (!quotesWords(reader)) return readQuotedFor(reader, outer, replacement);
  const stretch = attempt(reader, () => readStretchFor(reader, outer, replacement));
  if (stretch || reader.misfit) return stretch;
  const said = takeWordsIn(reader, outer);
  return said && substitution(reader, said, replacement);
}

function readBlockFor(reader: ClauseReader, outer: Outer): Clause | undefined {
  reader.form = 'substitute-provision';
  skipTheFollowing(reader);
  const inner = takeWord(reader, 'for') ? readInner(reader) : undefined;
  const target = inner && joinTarget(reader, outer, inner);
  return target && readInPlace(reader, target);
}

// What has words alone is named whole: a heading, a cell, closing words.
function readQuotedFor(reader: ClauseReader, outer: Outer, { text }: QuotationToken): Clause | undefined {
  reader.form = 'substitute-provision';
  const inner = readInner(reader);
  const target = inner && joinTarget(reader, outer, inner);
  if (!target) return undefined;
  const { at, range } = target;
  if (isWordsTarget(at)) return clauseOf({ type: 'substitute-provision', at, content: text }, range);
  reader.misfit = {
    ...range,
    text: 'Expected words, a heading or a cell to substitute the quoted words for, found a whole provision.',
    advice: `Say for example: ${instructionForms['substitute-provision']}`,
  };
  return undefined;
}
