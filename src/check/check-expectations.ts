import type { Change } from '../model/change.ts';
import type { Document } from '../model/document.ts';
import type { ExceptedProvision, Expectation } from '../model/expectation.ts';
import type { Message } from '../model/message.ts';
import type { Range } from '../model/range.ts';
import { locate } from '../provision/locate.ts';
import { findMentions, type Mention, mentionedNowhere } from '../provision/mentions.ts';
import { ownWords } from '../provision/own-words.ts';
import { printLocator } from '../provision/print-locator.ts';
import type { Target, Unlocated } from '../provision/target.ts';
import { placeOf } from '../source/place.ts';

/** An expectation held against the documents after a change: what was looked at, and what is wrong where it is not met. */
export interface JudgedExpectation {
  readonly expectation: Expectation;
  /** The keys of the documents that were looked at. */
  readonly documents: readonly string[];
  /** How many of their provisions were looked at. */
  readonly provisions: number;
  /** What was found there, in words. */
  readonly finding: string;
  /** What it leaves out: the provisions that mention the terms and may. */
  readonly allowed?: readonly Mention[];
  readonly message?: Message;
}

type Judged = Omit<JudgedExpectation, 'expectation' | 'message'> & { readonly failure?: Failure };
type Failure = Pick<Message, 'text' | 'advice' | 'other'>;
type Mentions = Extract<Expectation, { type: 'mentions' }>;
type Contains = Extract<Expectation, { type: 'contains' }>;
type Documents = ReadonlyMap<string, Document>;

/**
 * Holds what the drafter expects “after this change” against the documents after it, by their keys. An expectation that
 * is not met is an error at its sentence in the change; so is one about a document or a provision that is not there, and one
 * that leaves out a provision which does not need it. Words that the change declares to mean the same count as the same.
 */
export function judgeExpectations(change: Change, after: Documents): readonly JudgedExpectation[] {
  return change.expectations.map((expectation) => {
    const { failure, ...judged } =
      expectation.type === 'mentions' ? judgeMentions(expectation, change, after) : judgeContains(expectation, after);
    if (!failure) return { ...judged, expectation };
    const place = placeOf(change.source, change.path, expectation);
    const message: Message = { severity: 'error', rule: 'expectation-not-met', ...failure, place };
    return { ...judged, expectation, message };
  });
}

/** Only what is wrong: see `judgeExpectations`. */
export function checkExpectations(change: Change, after: Documents): readonly Message[] {
  return judgeExpectations(change, after).flatMap(({ message }) => message ?? []);
}

function judgeMentions(expectation: Mentions, { synonyms = [] }: Change, after: Documents): Judged {
  const { documents: keys, terms, except = [], expected } = expectation;
  const missing = keys.find((key) => !after.has(key));
  if (missing !== undefined) return notThere(missing, after);
  const documents = keys.flatMap((key) => after.get(key) ?? []);
  const mentions = findMentions(documents, terms, { synonyms });
  const excepted = except.map((place) => exceptedMentions(place, mentions, after));
  const wrong = excepted.find(({ failure }) => failure)?.failure;
  const allowed = new Set(excepted.flatMap(({ allows }) => allows));
  const others = mentions.filter((mention) => !allowed.has(mention));
  const failure = wrong ?? (expected === 'some' ? noneFailure(mentions, terms) : someFailure(others, terms));
  const finding = `${countFinding(others.length, allowed.size)}${nowhereFinding(mentionedNowhere(documents, terms, { synonyms }))}`;
  const provisions = documents.reduce((count, document) => count + ownWords(document).length, 0);
  return { documents: keys, provisions, finding, allowed: [...allowed], ...(failure && { failure }) };
}

function countFinding(count: number, allowed: number): string {
  const left = allowed === 0 ? '' : `, besides the ${allowed} left out`;
  return `${count === 0 ? 'none does' : count === 1 ? '1 does' : `${count} do`}${left}`;
}

// A word misspelt would hold for ever: a reader should see that it stands nowhere.
function nowhereFinding(terms: readonly string[]): string {
  if (terms.length === 0) return '';
  return `; ${quoted(terms)} ${terms.length === 1 ? 'stands' : 'stand'} nowhere there`;
}

function noneFailure(mentions: readonly Mention[], terms: readonly string[]): Failure | undefined {
  return mentions.length > 0 ? undefined : { text: `Expected a provision that mentions ${quoted(terms)}, found none.` };
}

function someFailure(mentions: readonly Mention[], terms: readonly string[]): Failure | undefined {
  const [first] = mentions;
  if (!first) return undefined;
  const count = mentions.length === 1 ? '1 provision' : `${mentions.length} provisions`;
  const places = mentions.map((mention) => {
    const { path, line, column } = mention.place;
    const words = new Set(mention.words.map(({ text }) => `“${text}”`));
    return `- ${mention.locator} (${path}:${line}:${column}): ${[...words].join(', ')}`;
  });
  return {
    text: `Expected no provision that mentions ${quoted(terms)}, found ${count}:\n${places.join('\n')}`,
    advice:
      'Amend what is listed too, or say in the expectation what it does not cover: “…, other than section 2 of Appendix N, …”.',
    other: { ...first.place, text: 'the first of them' },
  };
}

// What is left out without need would hide a provision that comes to need amending.
function exceptedMentions(
  { document: key, at }: ExceptedProvision,
  mentions: readonly Mention[],
  after: Documents,
): { readonly allows: readonly Mention[]; readonly failure?: Failure } {
  const document = after.get(key);
  if (!document) return { allows: [], failure: missingDocument(key, after) };
  const target = locate(document, at);
  if (target.type === 'unlocated') return { allows: [], failure: notLocated('Cannot leave out a provision', target) };
  const range = rangeOf(target, document);
  const allows = mentions.filter((mention) => mention.document === document.key && contains(range, mention));
  if (allows.length > 0) return { allows };
  const text = `Expected ${printLocator(at)}, which is left out, to mention all the terms, but it does not.`;
  const place = { ...placeOf(document.source, document.path, range), text: 'the provision' };
  return { allows, failure: { text, advice: 'Take it out of the expectation.', other: place } };
}

function judgeContains(expectation: Contains, after: Documents): Judged {
  const { at, words, expected, document: key } = expectation;
  const document = after.get(key);
  if (!document) return notThere(key, after);
  const target = locate(document, at);
  if (target.type === 'unlocated') {
    const failure = notLocated('Cannot tell whether it contains the words', target);
    return { documents: [key], provisions: 0, finding: 'the provision is not there', failure };
  }
  const range = rangeOf(target, document);
  const match = wordsPattern(words).exec(document.source.slice(range.start, range.end));
  const provisions = Math.max(1, ownWords(document).filter(({ visit }) => contains(range, visit.provision)).length);
  const looked = {
    documents: [key],
    provisions,
    finding: match ? 'the words stand there' : 'the words do not stand there',
  };
  if ((match !== null) === expected) return looked;
  const start = range.start + (match?.index ?? 0);
  const place = placeOf(document.source, document.path, match ? { start, end: start + match[0].length } : range);
  const described = printLocator(at);
  const failure = match
    ? { text: `Expected ${described} not to contain “${words}”, but it does.`, other: { ...place, text: 'the words' } }
    : {
        text: `Expected ${described} to contain “${words}”, but it does not.`,
        other: { ...place, text: 'the provision' },
      };
  return { ...looked, failure };
}

function rangeOf(target: Target, { source }: Document): Range {
  if (target.type === 'document') return { start: 0, end: source.length };
  return target.type === 'words' ? target.range : target.provision;
}

function contains(outer: Range, inner: Range): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function notLocated(what: string, { text, advice }: Unlocated): Failure {
  return { text: `${what}: ${text}.`, ...(advice === undefined ? {} : { advice: `${advice}.` }) };
}

function notThere(key: string, after: Documents): Judged {
  return { documents: [], provisions: 0, finding: 'the document is not there', failure: missingDocument(key, after) };
}

function missingDocument(key: string, after: Documents): Failure {
  return { text: `There is no document ${key} among those checked (${listed([...after.keys()])}).` };
}

/** Words as Markdown, whole, any run of white space for a space. */
function wordsPattern(words: string): RegExp {
  const parts = words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  const starts = /^[\p{L}\p{N}_]/u.test(words.trim()) ? '(?<![\\p{L}\\p{N}_])' : '';
  const ends = /[\p{L}\p{N}_]$/u.test(words.trim()) ? '(?![\\p{L}\\p{N}_])' : '';
  return new RegExp(`${starts}${parts.join('\\s+')}${ends}`, 'u');
}

function quoted(terms: readonly string[]): string {
  return listed(terms.map((term) => `“${term}”`));
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
