import type { Range } from '../model/range.ts';
import type { Passage } from '../provision/passages.ts';
import { endOfWords } from './closed-words.ts';
import { countWord, numberOf } from './number-words.ts';

/** What the words that open a list say of it. */
export interface OpeningRead {
  /** How many items they promise, and where they say so. `least`: as many or more. */
  readonly count?: Range & { readonly number: number; readonly least?: true };
  /** Where they say that there are several, or a choice, without a number: “the following conditions”. */
  readonly several?: Range;
  /** What they call the things, where they name them: `interfaces` of “the following four interfaces”. */
  readonly noun?: string;
}

const noun = String.raw`[\p{L}’-]+`;
const following = new RegExp(
  String.raw`\bthe following (${countWord})\b(?! or |-)|\bthe (${countWord}) following\b|\b(both|either|neither)(?: of)? the following\b|\b(both)$`,
  'iu',
);
// “There are four interfaces”, “in any of these three ways”: the count and its noun are the last words before the list.
const final = new RegExp(
  String.raw`\b(?:there (?:are|shall be)|consists? of|comprises?|are|these|those|all|divided into|falls? into|in|by) (${countWord}) (?:${noun} ){0,2}(${noun}s)$`,
  'iu',
);
const choice = new RegExp(
  String.raw`\b(?:one|any|(?:any )?(${countWord}))(?: or more)? of (?:the following|these)\b`,
  'iu',
);
const several =
  /\b(?:(?:one or more|some|any|each|all|both|either) of the following|the following (?:[\p{L}’-]+ ){0,2}?(?!(?:is|has|was|does|access|process|address|basis|series|means|as|Status|its|this)\b)[\p{L}’-]+[^su\W]s)\b/iu;

// What such a number counts is no item of a list, but what one needs to do it.
const measures =
  /^(?:second|minute|hour|day|week|month|quarter|year|time|metre|individual|person|people|copie|percent|occasion|year|characters?|byte|bit|digit|place|decimal)s$/i;

/** Reads the last sentence of words that open a list; undefined where they do not end as such words do. */
export function readOpening({ text, start }: Passage): OpeningRead | undefined {
  const end = endOfWords(text);
  if (!/[:—–]/.test(text.charAt(end - 1))) return undefined;
  const from = sentenceStart(text, end);
  const sentence = text
    .slice(from, end - 1)
    .replace(/\s/g, ' ')
    .trimEnd();
  const at = (match: RegExpExecArray, words: string) => {
    const found = start + from + match.index + match[0].toLowerCase().indexOf(words.toLowerCase());
    return { start: found, end: found + words.length };
  };
  const match = following.exec(sentence);
  const word = match?.slice(1).find((group) => group !== undefined);
  if (match && word !== undefined && !isChoice(sentence))
    return { count: { ...at(match, word), number: numberOf(word) ?? 2 }, ...nounAfter(sentence, match) };
  const last = final.exec(sentence);
  if (last && !measures.test(last[2] as string))
    return {
      count: { ...at(last, last[1] as string), number: numberOf(last[1] as string) ?? 2 },
      noun: last[2] as string,
    };
  const chosen = choice.exec(sentence)?.[1];
  const picked = chosen === undefined ? undefined : choice.exec(sentence);
  if (picked && chosen) return { count: { ...at(picked, chosen), number: numberOf(chosen) ?? 2, least: true } };
  const many = several.exec(sentence);
  if (!many) return {};
  const found = start + from + many.index;
  const named = /^the following .*?([\p{L}’-]+)$/iu.exec(many[0])?.[1];
  return { several: { start: found, end: found + many[0].length }, ...(named === undefined ? {} : { noun: named }) };
}

// “the following four SMKI interfaces”: the first word after the count that is a plural.
function nounAfter(sentence: string, match: RegExpExecArray): Pick<OpeningRead, 'noun'> {
  const rest = sentence.slice(match.index + match[0].length);
  const named = /^ (?:[\p{L}’-]+ ){0,2}?([\p{L}’-]+[^\Wsui]s)\b/u.exec(rest)?.[1];
  return named === undefined ? {} : { noun: named };
}

function isChoice(sentence: string): boolean {
  return /\b(?:at least|up to|more than|fewer than|less than|at most) the following\b/i.test(sentence);
}

function sentenceStart(text: string, end: number): number {
  const before = text.slice(0, end - 1);
  const stop = Math.max(before.lastIndexOf('. '), before.lastIndexOf('.\n'));
  return stop < 0 ? 0 : stop + 2;
}
