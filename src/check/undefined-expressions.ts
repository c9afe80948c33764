import type { Range } from '../model/range.ts';
import { type RunningWord, singular } from '../provision/running-words.ts';
import { isSentenceStart } from './sentence-start.ts';
import { type Reading, type Survey, type WordedReading, withWords } from './survey.ts';
import type { UndefinedUse } from './undefined-use.ts';

/**
 * Runs of two or more capitalised words of which one at least is in no known name. A run of names that are each known
 * (`Organisation Certificate Subscriber`) is a compound of them, and nothing is said of it.
 */
export function undefinedExpressions({ readings }: Survey): readonly UndefinedUse[] {
  return readings.flatMap((reading) => findIn(reading));
}

function findIn(found: Reading): readonly UndefinedUse[] {
  const { document, passage } = found;
  const { provision, parents } = passage.visit;
  if (provision.type === 'section' || parents.at(-1)?.header || !/[A-Z][\s\S]*?[^A-Za-z][A-Z]/.test(passage.text))
    return [];
  const reading = withWords(found);
  const { words } = reading;
  const uses: UndefinedUse[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (!isOfDrafter(reading, at)) continue;
    const whole = runAround(reading, at);
    const run = isFromSentence(reading, whole.start) ? { ...whole, start: whole.start + 1 } : whole;
    at = run.end - 1;
    if (isMentioned(passage.text, words[whole.start] as RunningWord) || !isLong(words, run)) continue;
    const first = words[run.start] as RunningWord;
    const last = words[run.end - 1] as RunningWord;
    const expression = passage.text.slice(first.start, last.end).replace(/\s+/g, ' ');
    if (properNames.has(expression)) continue;
    const range = { start: passage.start + first.start, end: passage.start + last.end };
    uses.push({ document, expression: singularised(expression, last), ...range });
  }
  return uses;
}

// Words in capitals throughout are abbreviations or emphasis, and those are looked at elsewhere.
function isOfDrafter(reading: WordedReading, at: number): boolean {
  const { words, isKnown } = reading;
  if (isKnown[at] || !isTermWord(words, at) || /^[A-Z]+s?$/.test(words[at]?.text ?? '')) return false;
  return !isFromSentence(reading, at);
}

function isFromSentence({ words, isKnown, passage }: WordedReading, at: number): boolean {
  return !isKnown[at] && isSentenceStart(passage.text, words[at]?.start ?? 0);
}

// A name of a term may hold small words: `SMKI Portal via a DCC Gateway Connection`.
function runAround({ words, isKnown }: WordedReading, at: number): Range {
  let start = at;
  while (start > 0 && words[start]?.gap !== 'break' && (isKnown[start - 1] || isTermWord(words, start - 1))) start -= 1;
  while (!isTermWord(words, start)) start += 1;
  let end = at + 1;
  while (end < words.length && words[end]?.gap !== 'break' && (isKnown[end] || isTermWord(words, end))) end += 1;
  while (!isTermWord(words, end - 1)) end -= 1;
  return { start, end };
}

function isLong(words: readonly RunningWord[], { start, end }: Range): boolean {
  return words.slice(start + 1, end).some(({ gap }) => gap === 'space');
}

// What is quoted or in brackets is named, not used: `Section T3.34 (Additional Interface Testing)`.
function isMentioned(text: string, first: RunningWord): boolean {
  return /[“‘([]/.test(text.charAt(first.start - 1));
}

function isTermWord(words: readonly RunningWord[], at: number): boolean {
  const text = words[at]?.text ?? '';
  const first = text.charCodeAt(0);
  if (!(first >= 65 && first <= 90) || text.length < 2 || /\d|[a-z][A-Z]/.test(text)) return false;
  // `SREPT-PI-07` and `BW-NORTHSUP` are identifiers.
  if (/^[A-Z]+$/.test(text) && (words[at]?.gap === 'hyphen' || words[at + 1]?.gap === 'hyphen')) return false;
  return !(citationNouns.has(singular(text)) && isLabel(words[at + 1]?.text ?? '')) && !calendar.has(text);
}

function singularised(expression: string, last: RunningWord): string {
  return expression.slice(0, expression.length - last.text.length) + singular(last.text);
}

function isLabel(text: string): boolean {
  return /^(?:[A-Z]{1,2}|[A-Z]{0,2}\d.*|[ivxl]+)$/.test(text);
}

const citationNouns = new Set([
  ...['Section', 'Appendix', 'Appendice', 'Annex', 'Schedule', 'Part', 'Chapter', 'Paragraph', 'Clause', 'Article'],
  ...['Regulation', 'Rule', 'Step', 'Item', 'Table', 'Column', 'Figure', 'Level', 'Stage', 'Version'],
]);

const calendar = new Set([
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November'],
  ...['December', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
]);

// Capitals that the language gives, not a drafter.
const properNames = new Set([
  ...['United Kingdom', 'Great Britain', 'Northern Ireland', 'European Union', 'European Economic Area'],
  ...[
    'Bank Holiday',
    'Christmas Day',
    'Good Friday',
    'New Year',
    'Internet Engineering Task Force',
    'Smart Energy Code',
  ],
]);
