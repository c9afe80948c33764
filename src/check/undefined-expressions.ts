import { type RunningWord, singular } from '../provision/running-words.ts';
import { isSentenceStart } from './sentence-start.ts';
import type { Reading, Survey } from './survey.ts';
import type { UndefinedUse } from './undefined-term.ts';

/**
 * Runs of two or more capitalised words of which one at least is in no known name. A run of names that are each known
 * (`Organisation Certificate Subscriber`) is a compound of them, and nothing is said of it.
 */
export function undefinedExpressions({ readings }: Survey): readonly UndefinedUse[] {
  return readings.flatMap((reading) => findIn(reading));
}

function findIn(reading: Reading): readonly UndefinedUse[] {
  const { document, passage, words } = reading;
  const { provision, parents } = passage.visit;
  if (provision.type === 'section' || parents.at(-1)?.header || words.length < 2) return [];
  const known = knownWords(reading);
  const uses: UndefinedUse[] = [];
  for (let at = 0; at < words.length; ) {
    const end = runEnd(words, known, at);
    const run = trimmedRun(passage.text, words.slice(at, end), known.subarray(at, end));
    const [first] = run;
    const last = run.at(-1);
    if (first && last) {
      const expression = passage.text.slice(first.start, last.end).replace(/\s+/g, ' ');
      if (!properNames.has(expression)) {
        const range = { start: passage.start + first.start, end: passage.start + last.end };
        uses.push({ document, expression: singularised(expression, last), ...range });
      }
    }
    at = Math.max(end, at + 1);
  }
  return uses;
}

function knownWords({ words, found }: Reading): Uint8Array {
  const known = new Uint8Array(words.length);
  for (const { at, length } of found) known.fill(1, at, at + length);
  return known;
}

function runEnd(words: readonly RunningWord[], known: Uint8Array, from: number): number {
  let end = from;
  while (end < words.length && (end === from || words[end]?.gap !== 'break') && isTermWord(words, end)) {
    // A name of a term may hold small words: `SMKI Portal via a DCC Gateway Connection`.
    end += 1;
    while (known[end - 1] && known[end] && words[end]?.gap !== 'break' && !isTermWord(words, end)) end += 1;
  }
  return end;
}

function isTermWord(words: readonly RunningWord[], at: number): boolean {
  const text = words[at]?.text ?? '';
  if (!/^[A-Z]/.test(text) || text.length < 2 || /\d|[a-z][A-Z]/.test(text)) return false;
  return !(citationNouns.has(singular(text)) && isLabel(words[at + 1]?.text ?? '')) && !calendar.has(text);
}

/** What of a run is a term that nobody knows; nothing, where the run is too short, quoted, a title, or wholly known. */
function trimmedRun(text: string, run: readonly RunningWord[], known: Uint8Array): readonly RunningWord[] {
  const [first] = run;
  if (!first || /[“‘([]/.test(text.charAt(first.start - 1))) return [];
  const skipped = !known[0] && isSentenceStart(text, first.start) ? 1 : 0;
  const rest = run.slice(skipped);
  return rest.length >= 2 && rest.some((_, index) => !known[index + skipped]) ? rest : [];
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
  ...['Bank Holiday', 'Christmas Day', 'Good Friday', 'New Year', 'Internet Engineering Task Force'],
]);
