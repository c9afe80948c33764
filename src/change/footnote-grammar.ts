import { attempt, skipDash, skipWord } from '../provision/sentence-reader.ts';
import type { ClauseReader } from './clause.ts';

/** Rule, after “after “words” insert”: `the footnote—`. Undefined where no footnote is to be put in. */
export function readFootnote(reader: ClauseReader): true | undefined {
  return attempt(reader, () => {
    skipWord(reader, 'the', 'a');
    skipWord(reader, 'following', 'new');
    return skipWord(reader, 'footnote') ? skipDash(reader) : undefined;
  });
}
