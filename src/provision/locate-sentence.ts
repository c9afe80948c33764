import type { Document, Provision } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import { printOrdinal } from './ordinal.ts';
import { passages } from './passages.ts';
import { shorten } from './sentence-reader.ts';
import { readSentences } from './sentences.ts';
import { missing, type Target, type Unlocated } from './target.ts';

/**
 * Looks up a sentence of one run of words: a paragraph, an item's or a row's cell's own words, the closing words. Refuses
 * where it is not plain where the sentences end.
 */
export function locateSentence(document: Document, ordinal: number, holder: Target | Unlocated): Target | Unlocated {
  if (holder.type === 'unlocated') return holder;
  if (holder.type === 'document' || (holder.type === 'provision' && !worded.has(holder.provision.type)))
    return missing('sentences are counted in one paragraph, item or cell, and that is none', []);
  const range = holder.type === 'words' ? holder.range : holder.provision.words;
  const passage = passages(document).find(({ start, end }) => start <= range.start && range.end <= end);
  const text = passage?.text.slice(range.start - passage.start, range.end - passage.start) ?? '';
  const read = readSentences(text);
  if (read.type === 'unclear') {
    const at = { start: range.start + read.at.start, end: range.start + read.at.end };
    const near = wordsAround(document.source, range, at.start);
    return {
      ...missing(`it is not plain where the sentences end at “${near}”`, [], at),
      advice: 'quote the words instead: “In paragraph …, for “…” substitute “…”.”',
    };
  }
  const found = ordinal < 0 ? read.sentences.at(ordinal) : read.sentences[ordinal - 1];
  const count = read.sentences.length;
  if (!found)
    return missing(
      `there ${count === 1 ? 'is one sentence' : `are ${count} sentences`} there, and no ${printOrdinal(ordinal)}`,
      [],
      range,
    );
  const { provision, parents } = holder;
  return {
    ...{ type: 'words', part: 'sentence', provision, parents },
    range: { start: range.start + found.start, end: range.start + found.end },
  };
}

function wordsAround(source: string, { start, end }: Range, at: number): string {
  const before = /(?:\S+\s+)?\S*$/.exec(source.slice(Math.max(start, at - 40), at))?.[0] ?? '';
  const after = /^\S*(?:\s+\S+)?/.exec(source.slice(at, Math.min(end, at + 40)))?.[0] ?? '';
  return shorten(`${before}${after}`);
}

const worded: ReadonlySet<Provision['type']> = new Set(['paragraph', 'item', 'cell']);
