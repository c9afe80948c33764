import type { Change, Expectation } from '../model/change.ts';
import type { Document } from '../model/document.ts';
import type { Message } from '../model/message.ts';
import { locate } from '../provision/locate.ts';
import { findMentions } from '../provision/mentions.ts';
import { printLocator } from '../provision/print-locator.ts';
import { placeOf } from '../source/place.ts';

type Failure = Pick<Message, 'text' | 'advice' | 'other'>;
type Mentions = Extract<Expectation, { type: 'mentions' }>;
type Contains = Extract<Expectation, { type: 'contains' }>;

/**
 * Holds what the drafter expects “after this change” against the documents after it, by their keys. An expectation that
 * is not met is an error at its sentence in the change; so is one about a document or a provision that is not there.
 */
export function checkExpectations(change: Change, after: ReadonlyMap<string, Document>): readonly Message[] {
  return change.expectations.flatMap((expectation): readonly Message[] => {
    const failure =
      expectation.type === 'mentions' ? mentionsFailure(expectation, after) : containsFailure(expectation, after);
    if (!failure) return [];
    const place = placeOf(change.source, change.path, expectation);
    return [{ severity: 'error', rule: 'expectation-not-met', ...failure, place }];
  });
}

function mentionsFailure(expectation: Mentions, after: ReadonlyMap<string, Document>): Failure | undefined {
  const missing = expectation.documents.find((key) => !after.has(key));
  if (missing !== undefined) return notThere(missing, after);
  const documents = expectation.documents.flatMap((key) => after.get(key) ?? []);
  const mentions = findMentions(documents, expectation.terms);
  const terms = listed(expectation.terms.map((term) => `“${term}”`));
  const [first] = mentions;
  if (expectation.expected === 'some') {
    return first ? undefined : { text: `Expected a provision that mentions ${terms}, found none.` };
  }
  if (!first) return undefined;
  const count = mentions.length === 1 ? '1 provision' : `${mentions.length} provisions`;
  const places = mentions.map((mention) => {
    const { path, line, column } = mention.place;
    const words = new Set(mention.words.map(({ text }) => `“${text}”`));
    return `- ${mention.locator} (${path}:${line}:${column}): ${[...words].join(', ')}`;
  });
  return {
    text: `Expected no provision that mentions ${terms}, found ${count}:\n${places.join('\n')}`,
    advice: 'Amend what is listed too, or say in the expectation what it does not cover.',
    other: { ...first.place, text: 'the first of them' },
  };
}

function containsFailure(expectation: Contains, after: ReadonlyMap<string, Document>): Failure | undefined {
  const { at, words, expected } = expectation;
  const document = after.get(expectation.document);
  if (!document) return notThere(expectation.document, after);
  const target = locate(document, at);
  if (target.type === 'unlocated') {
    return {
      text: `Cannot tell whether it contains the words: ${target.text}.`,
      ...(target.advice === undefined ? {} : { advice: `${target.advice}.` }),
    };
  }
  const whole = { start: 0, end: document.source.length };
  const range = target.type === 'document' ? whole : target.type === 'words' ? target.range : target.provision;
  const match = wordsPattern(words).exec(document.source.slice(range.start, range.end));
  if ((match !== null) === expected) return undefined;
  const start = range.start + (match?.index ?? 0);
  const place = placeOf(document.source, document.path, match ? { start, end: start + match[0].length } : range);
  const described = printLocator(at);
  return match
    ? { text: `Expected ${described} not to contain “${words}”, but it does.`, other: { ...place, text: 'the words' } }
    : {
        text: `Expected ${described} to contain “${words}”, but it does not.`,
        other: { ...place, text: 'the provision' },
      };
}

function notThere(key: string, after: ReadonlyMap<string, Document>): Failure {
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

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
