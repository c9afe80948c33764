import {
  expected,
  nextToken,
  type SentenceReader,
  skipDash,
  skipWord,
  takeWord,
} from '../provision/sentence-reader.ts';
import { type ClauseRule, isWord, takeWordsIn, tokenAhead } from './clause.ts';
import { footnoteAfter } from './words-grammar.ts';

/** Whether `the footnote` stands next, which no other insertion begins with. */
export function announcesFootnote(reader: SentenceReader): boolean {
  const article = isWord(nextToken(reader), 'the', 'a') ? 1 : 0;
  const which = isWord(tokenAhead(reader, article), 'following', 'new') ? 1 : 0;
  return isWord(tokenAhead(reader, article + which), 'footnote');
}

/** Rule, after “insert”: `the footnote after “X” in paragraph 5.6.1—`. */
export const readInsertedFootnote: ClauseRule = (reader, outer) => {
  reader.form = 'insert-footnote';
  skipWord(reader, 'the', 'a');
  skipWord(reader, 'following', 'new');
  skipWord(reader, 'footnote');
  const said = takeWord(reader, 'after') ? takeWordsIn(reader, outer) : undefined;
  if (!said || !(skipDash(reader) ?? expected(reader, '“—” and a block quote'))) return undefined;
  return footnoteAfter(reader, said);
};
