import type { Range } from '../model/range.ts';
import { parseLocator } from '../provision/locator-grammar.ts';
import { inSentence, nameProvision } from '../provision/name-provision.ts';
import { passages } from '../provision/passages.ts';
import { printList, printQuotation } from '../provision/quotation.ts';
import { example } from './example.ts';
import { findWords, type WordsFound } from './find-words.ts';
import { nearestWords } from './nearest-words.ts';
import type { Placed } from './placed.ts';
import type { RefusalText } from './refusal.ts';

/** What a search for words came to. */
export interface Searched {
  readonly bounds: Range;
  /** Where they stand outside labels. */
  readonly found: readonly Range[];
  readonly searched: WordsFound;
  readonly wanted: number;
}

/** The refusal of words that occur more often than the instruction allows for. */
export function manyPlaces(placed: Placed, words: string, found: readonly Range[]): RefusalText {
  const { document, instruction } = placed;
  const { operation } = instruction;
  const shown = found.slice(0, 3).map((range) => `“${around(document.source, range)}”`);
  const places = `They occur in ${shown.join(', ')}${found.length > shown.length ? ' and more' : ''}.`;
  const second = 'occurrence' in operation && example({ ...operation, occurrence: { type: 'nth', nth: 2 } });
  const choice = second
    ? `Quote more of the words around the one that is meant, or say which it is, or “in each place where it occurs”. For example: ${second}`
    : 'Quote more of the words around the one that is meant';
  return {
    rule: 'words-occur-more-than-once',
    text: `expected ${printQuotation(words)} once, found it ${found.length === 2 ? 'twice' : `${found.length} times`}`,
    advice: `${places} ${choice}`,
    at: instruction.wordsRange,
    other: { document, range: found[1] ?? found[0] ?? { start: 0, end: 0 } },
  };
}

/** The refusal of words that do not occur, or not so often as the instruction says. */
export function noPlace(placed: Placed, words: string, result: Searched): RefusalText {
  const { document, instruction } = placed;
  const { bounds, found, wanted } = result;
  const times = found.length === 0 ? 'did not find them there' : `found them ${counted(found.length)}`;
  const quoted = printQuotation(words);
  return {
    rule: 'words-not-found',
    text:
      wanted > 1
        ? `expected the words ${quoted} at least ${wanted} times, ${times}`
        : `expected the words ${quoted}, ${times}`,
    advice: adviceFor(placed, words, result),
    at: instruction.wordsRange,
    other: { document, range: bounds },
  };
}

/** The refusal of words that do not occur as often as the instruction says. */
export function otherCount(placed: Placed, words: string, found: readonly Range[], count: number): RefusalText {
  const { document, instruction } = placed;
  const times = found.length === 1 ? 'once' : found.length === 2 ? 'twice' : `${found.length} times`;
  return {
    rule: 'words-occur-otherwise',
    text: `expected ${printQuotation(words)} in ${count} places, found it ${times}`,
    advice: 'Say “in each place where it occurs”, or name a smaller provision',
    at: instruction.wordsRange,
    other: { document, range: found[count] ?? found[0] ?? { start: 0, end: 0 } },
  };
}

/** The refusal of words that do not stand at the end (or the beginning) that the instruction names. */
export function notAtEnd(placed: Placed, words: string, end: 'beginning' | 'end', range: Range): RefusalText {
  const { document, instruction } = placed;
  const own = document.source.slice(range.start, range.end).replace(/\s+/g, ' ');
  const shown = end === 'end' ? own.slice(-40).replace(/^\S*\s/, '') : own.slice(0, 40).replace(/\s\S*$/, '');
  return {
    rule: 'words-not-at-the-end',
    text: `expected the words ${printQuotation(words)} at the ${end}, found “${shown}” there`,
    advice: `Quote the ${end === 'end' ? 'last' : 'first'} words as they stand, with what punctuation they have, or leave out “at the ${end}”`,
    at: instruction.wordsRange,
    other: { document, range },
  };
}

function counted(times: number): string {
  return times === 1 ? 'only once' : times === 2 ? 'only twice' : `only ${times} times`;
}

function adviceFor(placed: Placed, words: string, { bounds, found, searched }: Searched): string {
  const { source } = placed.document;
  const { operation } = placed.instruction;
  const [partial] = searched.partial;
  if (found.length > 0) {
    const last = 'occurrence' in operation && example({ ...operation, occurrence: { type: 'nth', nth: found.length } });
    return `Say a place in which they occur${last ? `. For example: ${last}` : ''}`;
  }
  if (searched.whole.length > 0) return 'A label is not words: it changes only by renumbering';
  if (partial) return `They stand there only inside “${longerWord(source, partial)}”; quote whole words`;
  const near = nearestWords(source, bounds, words);
  if (near !== undefined) {
    const right = example(withWords(operation, words, near));
    return `The nearest words there are “${near}”${right ? `. For example: ${right}` : ''}`;
  }
  return elsewhere(placed, words) ?? 'Quote them exactly as the document has them, Markdown included';
}

// The drafter's own instruction, with the words that are there.
function withWords<One extends object>(operation: One, words: string, near: string): One {
  const fields = Object.entries(operation).map(([field, value]) => {
    return [field, value === words && field !== 'replacement' ? near : value] as const;
  });
  return Object.fromEntries(fields) as One;
}

// A drafter often has the right words and the wrong number.
function elsewhere({ document, instruction }: Placed, words: string): string | undefined {
  const found = findWords(document.source, { start: 0, end: document.source.length }, words).whole.slice(0, 20);
  const names = nameProvision(document);
  const places = found.flatMap((range) => {
    const passage = passages(document).find(({ start, end }) => start <= range.start && range.end <= end);
    const name = passage && names.get(passage.visit.provision)?.locator;
    return name === undefined ? [] : [inSentence(name)];
  });
  const [first, ...others] = [...new Set(places)];
  if (first === undefined) return undefined;
  const read = parseLocator(first);
  const right = read.ok && 'at' in instruction.operation && example({ ...instruction.operation, at: read.locator });
  const shown = others.length > 2 ? [first, 'other places'] : [first, ...others];
  return `They stand in ${printList(shown)}${right ? `. For example: ${right}` : ''}`;
}

// The words with what is joined to them at both ends: letters and figures, and the points within a number.
function longerWord(source: string, partial: Range): string {
  const from = Math.max(0, partial.start - 40);
  const around = source.slice(from, partial.end + 40);
  let { start, end } = partial;
  for (const { 0: word, index } of around.matchAll(/(?:[\p{L}\p{N}_-]|(?<=[\p{N}A-Z])[.,](?=\p{N}))+/gu)) {
    const [wordStart, wordEnd] = [from + index, from + index + word.length];
    if (wordStart < partial.start && partial.start < wordEnd) start = wordStart;
    if (wordStart < partial.end && partial.end < wordEnd) end = wordEnd;
  }
  return source.slice(start, end);
}

// Words with a few whole words before and after them, of their own line.
function around(source: string, { start, end }: Range): string {
  const before = /(?:\S+[ \t]+){0,3}$/.exec(source.slice(Math.max(0, start - 60), start))?.[0] ?? '';
  const after = /^\S{0,30}(?:[ \t]+\S+){0,2}/.exec(source.slice(end, end + 60))?.[0] ?? '';
  return `${before}${source.slice(start, end)}${after}`.replace(/\s+/g, ' ').trim();
}
