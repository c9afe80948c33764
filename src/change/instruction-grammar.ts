import type { InstructionPart, Operation } from '../model/change.ts';
import {
  attempt,
  nextToken,
  rangeSince,
  skipDash,
  skipMark,
  skipWord,
  takeWord,
} from '../provision/sentence-reader.ts';
import { activeFrom, amendedFrom, inActiveVoice } from './active-voice.ts';
import {
  type Clause,
  type ClauseReader,
  type ClauseRule,
  clauseOf,
  isWord,
  quotesWords,
  tokenAhead,
} from './clause.ts';
import { announcesColumn, readInsertedColumn } from './column-grammar.ts';
import { announcesDefinitions, readInsertDefinitions, readLeadingPlaces } from './definitions-grammar.ts';
import { announcesFootnote, readInsertedFootnote } from './footnote-grammar.ts';
import { readInItsPlace } from './in-its-place-grammar.ts';
import { readLeadingOccurrence } from './occurrence-grammar.ts';
import {
  readAtEnd,
  readInsertedProvision,
  readInsertProvision,
  readOmit,
  readSubstitute,
} from './provision-grammar.ts';
import { structuralRules } from './structural-grammar.ts';
import { readSubstitutedFor } from './substituted-grammar.ts';
import { joinNamed, joinTarget, type Named, readOuter, readPlaceAfter } from './target-grammar.ts';
import {
  omitsMore,
  readEnd,
  readInsertBeside,
  readInserted,
  readOmitWords,
  readSubstituteWords,
} from './words-grammar.ts';

const readFor: ClauseRule = (reader, outer) =>
  (quotesWords(reader) ? readSubstituteWords : readSubstitute)(reader, outer, 'substitute');
const readReplace: ClauseRule = (reader, outer) =>
  (quotesWords(reader) ? readSubstituteWords : readSubstitute)(reader, outer, 'with');
const readOmission: ClauseRule = (reader, outer) => {
  const place = readPlaceBetween(reader, outer);
  if (reader.misfit) return undefined;
  const omission = (place || quotesWords(reader) ? readOmitWords : readOmit)(reader, place ?? outer);
  return omission && (readInItsPlace(reader, omission) ?? (reader.misfit ? undefined : omission));
};
const insertions: readonly (readonly [(reader: ClauseReader) => boolean, ClauseRule])[] = [
  [quotesWords, readInserted],
  [announcesDefinitions, readInsertDefinitions],
  [announcesColumn, readInsertedColumn],
  [announcesFootnote, readInsertedFootnote],
];
const readInsertion: ClauseRule = (reader, outer) => {
  const [, rule] = insertions.find(([announces]) => announces(reader)) ?? [];
  return (rule ?? readInsertedProvision)(reader, outer);
};
const readBeside =
  (position: 'after' | 'before'): ClauseRule =>
  (reader, outer) =>
    (quotesWords(reader) ? readInsertBeside : readInsertProvision)(reader, outer, position);

/** The verbs that say the same as “omit”. “Leave out” and “strike out” are two words. */
const omittingVerbs = ['delete', 'remove', 'leave', 'strike', 'repeal', 'revoke'];

// The first five are the verbs of the canonical form; the others say the same.
const rules: ReadonlyMap<string, ClauseRule> = new Map([
  ['for', readFor],
  ['omit', readOmission],
  ['after', readBeside('after')],
  ['before', readBeside('before')],
  ['at', (reader, outer) => readWordsAtEnd(reader, outer) ?? (reader.misfit ? undefined : readAtEnd(reader, outer))],
  ...omittingVerbs.map((verb) => [verb, readOmission] as const),
  ['replace', readReplace],
  ['substitute', readSubstitutedFor],
  ['insert', readInsertion],
  ['add', readInsertion],
  ...Object.entries(structuralRules),
]);
const canonicalVerbs = ['for', 'omit', 'after', 'before', 'at'];

// Rule, after “omit”, before the words: `from paragraph 5.1.2`.
function readPlaceBetween(reader: ClauseReader, outer: Named | undefined): Named | undefined {
  const article = isWord(tokenAhead(reader, 1), 'the') ? 1 : 0;
  const next = tokenAhead(reader, article + 1);
  const stretch = next.type === 'quotation' || isWord(next, 'beginning');
  if (stretch || !isWord(tokenAhead(reader, 0), 'from', 'in')) return undefined;
  return readPlaceAfter(reader, outer, 'in', 'from');
}

/** What a sentence that opens a list of lettered parts says: where all of them are. */
export interface ListOpening {
  readonly type: 'opening';
  readonly named: Named;
}

/** Where a sentence stands: what is named around it, whether it is a part of a list, whether a list may stand under it. */
export interface Setting {
  readonly around: Named | undefined;
  readonly inList: boolean;
  readonly opensList: boolean;
}

/**
 * Rule: one instruction, without its full stop: `In TARGET, for “WORDS” substitute “WORDS”` and the other forms. `around` is
 * what is named before it, by the list in which it stands or by its documents. `In TARGET—` opens a list.
 */
export function readClause(
  reader: ClauseReader,
  { around, inList, opensList }: Setting,
): Clause | ListOpening | undefined {
  reader.tokens = [
    ...reader.tokens.slice(0, reader.index),
    ...inActiveVoice(reader.tokens.slice(reader.index), (word) => word === 'in' || rules.has(word)),
  ];
  const leading = readLeadingOccurrence(reader);
  const own = readOuter(reader);
  if (own === 'failed') return undefined;
  const outer = around && own ? joinNamed(reader, around, own) : (own ?? around);
  if (reader.misfit) return undefined;
  if (outer && (own || !inList) && opensList && skipDash(reader)) return { type: 'opening', named: outer };
  if (own && inList && !opensList && isTooDeep(reader)) return undefined;
  const occurrence = leading ?? readLeadingOccurrence(reader);
  if (occurrence) reader.leading = occurrence;
  return readOperations(reader, outer, own !== undefined || !inList);
}

// A list of parts where none can stand.
function isTooDeep(reader: ClauseReader): boolean {
  const { start, end } = nextToken(reader);
  if (!attempt(reader, () => skipDash(reader))) return false;
  reader.misfit = {
    ...{ start, end },
    text: 'Expected what is to be done, found a list of parts: parts nest three deep, (a), (i), (A).',
    advice:
      'Name the place in each part instead: “(A) in the first sentence, omit “X”; and”, or write another instruction.',
  };
  return true;
}

function readOperations(reader: ClauseReader, outer: Named | undefined, many: boolean): Clause | undefined {
  const from = reader.index;
  // “At the appropriate place insert”: said before the verb or after it.
  const inPlaces = readLeadingPlaces(reader);
  const verb = readVerb(reader);
  if (inPlaces) return readInsertDefinitions(reader, outer);
  const first = verb === undefined ? undefined : rules.get(verb)?.(reader, outer);
  if (!first || !outer || !many || !isOnWords(first.operation)) return first;
  const parts = [partOf(reader, from, first)];
  let last = verb;
  while (parts.length < mostParts) {
    const start = reader.index;
    const next = attempt(reader, () => {
      // The comma may have been taken with where the words occur.
      const separated = skipMark(reader, ',', ';') ?? reader.tokens[reader.index - 1]?.text === ',';
      if (!skipWord(reader, 'and') && !separated) return undefined;
      last = omissions.has(last ?? '') && omitsMore(reader) ? last : readVerb(reader);
      const clause = last === undefined ? undefined : rules.get(last)?.(reader, outer);
      return clause && isOnWords(clause.operation) ? clause : undefined;
    });
    if (!next) break;
    parts.push(partOf(reader, start, next));
  }
  const target = parts.length > 1 ? joinTarget(reader, outer) : undefined;
  return target ? clauseOf({ type: 'together', at: target.at, parts }, target.range) : first;
}

const mostParts = 100;
const omissions = new Set(['omit', ...omittingVerbs]);

function readVerb(reader: ClauseReader): string | undefined {
  const written = nextToken(reader).text.toLowerCase();
  if (written === 'amend' || written === 'change') reader.tokens = amendedFrom(reader.tokens, reader.index);
  else if (!rules.has(written)) reader.tokens = activeFrom(reader.tokens, reader.index) ?? reader.tokens;
  const token = nextToken(reader);
  const verb = token.type === 'word' ? token.text.toLowerCase() : '';
  if (!rules.has(verb)) {
    takeWord(reader, ...canonicalVerbs);
    return undefined;
  }
  if (verb === 'leave' && !isWord(tokenAhead(reader, 1), 'out')) return undefined;
  reader.index += 1;
  if (verb === 'leave' || verb === 'strike') skipWord(reader, 'out');
  return verb;
}

// Rule, after “at”: `the end of paragraph 5.1.1(a), omit “or”`: words that stand there. Undefined where they are put in.
function readWordsAtEnd(reader: ClauseReader, outer: Named | undefined): Clause | undefined {
  return attempt(reader, () => {
    const end = readEnd(reader, outer);
    skipMark(reader, ',');
    if (!end || !isWord(nextToken(reader), 'for', 'replace', ...omissions)) return undefined;
    const { leading } = reader;
    reader.leading = { type: end.position };
    const verb = readVerb(reader) ?? '';
    const clause = quotesWords(reader) ? rules.get(verb)?.(reader, end.named) : undefined;
    if (leading) reader.leading = leading;
    else delete reader.leading;
    return clause;
  });
}

function isOnWords({ type }: Operation): boolean {
  return type.endsWith('-words') || type.endsWith('-stretch');
}

function partOf(reader: ClauseReader, from: number, { operation, wordsRange }: Clause): InstructionPart {
  const range = rangeSince(reader, from);
  return { ...range, operation, targetRange: range, ...(wordsRange && { wordsRange }) };
}
