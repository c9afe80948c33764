import type { Synonyms } from '../model/expectation.ts';
import type { Range } from '../model/range.ts';
import { printList, printQuotation } from '../provision/quotation.ts';
import {
  beginReading,
  expected,
  nextToken,
  type SentenceReader,
  sentenceProblem,
  skipMark,
  skipWord,
  takeQuotation,
  takeWord,
  takeWords,
} from '../provision/sentence-reader.ts';
import { readTokens } from '../provision/tokens.ts';
import type { ItemBlock } from './change-blocks.ts';
import type { Problem } from './problem.ts';
import type { ItemRead } from './read-items.ts';

const advice = 'Say for example: “SPOTI”, “via the Internet” and “over the Internet” mean the same.';

/**
 * Reads an item under “Words for the same thing”: `“SPOTI”, “via the Internet” and “over the Internet” mean the same.` Refuses
 * fewer than two wordings or more than a hundred, one that is said twice, and one without a letter or digit.
 */
export function readSynonymsItem(source: string, item: ItemBlock): ItemRead<Synonyms> {
  const [sentence, other] = item.parts;
  if (sentence?.type !== 'paragraph' || other) {
    const { start, end } = other ?? sentence ?? item;
    return {
      problems: [{ start, end, rule: 'synonyms-syntax', text: 'Expected one sentence and nothing else.', advice }],
    };
  }
  const reader = beginReading(readTokens(source, sentence));
  const names = readNames(reader);
  const read = names && takeWord(reader, 'mean', 'means') && takeWords(reader, 'the', 'same');
  if (read) skipWord(reader, 'thing');
  if (read) skipMark(reader, '.', ';');
  if (read && nextToken(reader).type !== 'end') expected(reader, 'the end of the sentence');
  if (!read || nextToken(reader).type !== 'end')
    return { problems: [{ rule: 'synonyms-syntax', advice, ...sentenceProblem(reader) }] };
  const problems = nameProblems(names);
  if (problems.length > 0) return { problems };
  const { start, end } = sentence;
  return { problems, thing: { type: 'synonyms', names: names.map(({ text }) => text), start, end } };
}

/** Prints them as `readSynonymsItem` reads them. */
export function printSynonyms({ names }: Synonyms): string {
  return `${printList(names.map(printQuotation))} mean the same.`;
}

/** Words that several lists hold: a list of its own for each thing leaves no doubt which words mean the same. */
export function sharedNames(synonyms: readonly Synonyms[]): readonly Problem[] {
  const seen = new Set<string>();
  return synonyms.flatMap(({ names, start, end }) => {
    const again = names.find((name) => seen.has(name.toLowerCase()));
    for (const name of names) seen.add(name.toLowerCase());
    if (again === undefined) return [];
    const text = `Expected words that are in no other list, found “${again}” again.`;
    return [
      { start, end, rule: 'synonyms-repeated', text, advice: 'Put all the words for one thing into one sentence.' },
    ];
  });
}

type Name = Range & { readonly text: string };

function readNames(reader: SentenceReader): readonly Name[] | undefined {
  const names: Name[] = [];
  for (;;) {
    const name = takeQuotation(reader);
    if (!name) return undefined;
    names.push({ text: name.text, start: name.start, end: name.end });
    const separated = skipMark(reader, ',');
    if (!skipWord(reader, 'and') && !separated) break;
  }
  return names.length > 1 ? names : expected(reader, '“and” and other words in quotation marks');
}

// Each is looked for at every word of the code.
const mostNames = 100;

function nameProblems(names: readonly Name[]): readonly Problem[] {
  const beyond = names[mostNames];
  if (beyond) {
    const text = `Expected at most ${mostNames} wordings of one thing, found ${names.length}.`;
    return [{ start: beyond.start, end: beyond.end, rule: 'synonyms-syntax', text, advice }];
  }
  const seen = new Set<string>();
  return names.flatMap(({ text, start, end }): readonly Problem[] => {
    const again = seen.has(text.toLowerCase());
    seen.add(text.toLowerCase());
    if (again)
      return [{ start, end, rule: 'synonyms-repeated', text: `Expected other words, found “${text}” again.`, advice }];
    if (/[\p{L}\p{N}]/u.test(text)) return [];
    const said = `Expected words between the quotation marks, found “${text}”.`;
    return [{ start, end, rule: 'synonyms-syntax', text: said, advice }];
  });
}
