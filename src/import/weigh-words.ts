import { storiesOf, unitsOf } from '../word/map-words.ts';
import type { WordDocument } from '../word/word-document.ts';

/**
 * How many characters of words are made into Markdown, and for how many a sign counts that Markdown may read, such as `*`. A document of a
 * thousand pages has some three million. Each sign is escaped, and takes some kilobytes while the Markdown is proved to say the same.
 */
export const wordsAtMost = 8_000_000;
const weightOfSign = 10;

const sign = /[*_`~[\]\\|&<>#$]/g;

/** Whether a document holds more words than are made into Markdown. */
export function holdsTooMuch(document: WordDocument): boolean {
  let weight = 0;
  for (const blocks of storiesOf(document)) {
    for (const unit of unitsOf(blocks)) {
      if (unit.type === 'run') weight += unit.text.length + (weightOfSign - 1) * countSigns(unit.text);
      if (weight > wordsAtMost) return true;
    }
  }
  return false;
}

function countSigns(text: string): number {
  sign.lastIndex = 0;
  let count = 0;
  while (sign.test(text)) count += 1;
  return count;
}
