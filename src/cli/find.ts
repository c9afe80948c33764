import { applyChange } from '../change/apply.ts';
import { judgeExpectations } from '../check/check-expectations.ts';
import type { Change } from '../model/change.ts';
import type { Document } from '../model/document.ts';
import { findMentions, mentionedNowhere, namesCounted } from '../provision/mentions.ts';
import { nearestOf } from '../provision/nearest.ts';
import { definedTerms } from '../provision/terms.ts';
import { chosenChanges } from './chosen.ts';
import { readChanges, readDocuments } from './code.ts';
import { type CodeOptions, foldersOf } from './folders.ts';
import { foundJson, foundText } from './found.ts';
import type { ExitCode, Io } from './io.ts';
import { hasErrors, report } from './report.ts';

type Options = CodeOptions & {
  readonly terms: readonly string[];
  readonly change?: string;
  readonly option?: string;
  readonly after?: boolean;
  readonly within?: boolean;
  readonly json?: boolean;
};

/**
 * Finds the provisions that mention all the terms: in the text in force, or after a change. Where a change is named, the words
 * that it declares to mean the same count as the same, and what its expectations leave out is told.
 */
export function findCommand(io: Io, options: Options): ExitCode {
  const terms = options.terms.map((term) => term.replace(/^[“"']|[”"']$/g, '').trim());
  const wrong = wrongUsage(options, terms);
  if (wrong !== undefined) {
    io.error(`${wrong}\n`);
    return 2;
  }
  const looked = textsFor(io, options);
  if (!looked) return 1;
  const { documents, change } = looked;
  const counting = { synonyms: change?.synonyms ?? [], within: options.within ?? false };
  const texts = [...documents.values()];
  const found = {
    terms: namesCounted(texts, terms, counting),
    mentions: findMentions(texts, terms, counting),
    nowhere: mentionedNowhere(texts, terms, counting).map((term) => ({ term, like: termsLike(texts, term) })),
    documents,
    allowed: change && options.after ? allowedBy(change, documents, terms) : new Set<string>(),
    ...(change && { change: change.name }),
    ...(change?.option !== undefined && { option: change.option }),
    text: options.after ? ('after' as const) : ('before' as const),
  };
  io.out(options.json ? foundJson(found) : foundText(found, (io.isOutTerminal ?? false) && !io.environment.NO_COLOR));
  return 0;
}

// Terms as they are defined that are nearly what was asked for: it may be misspelt.
function termsLike(documents: readonly Document[], asked: string): readonly string[] {
  const known = [...new Set(definedTerms(documents).flatMap(({ names }) => names))];
  return nearestOf(known, asked).filter((name) => name !== asked);
}

function wrongUsage({ change, after, option }: Options, terms: readonly string[]): string | undefined {
  if (terms.some((term) => !/[\p{L}\p{N}]/u.test(term)))
    return 'Expected words to find, found none in one of the terms.';
  if (change === undefined && (after || option !== undefined))
    return `Expected --change with ${after ? '--after' : '--option'}, found none: say which change is meant.`;
  return option !== undefined && !after
    ? 'Expected --after with --option: before the change all options are one text.'
    : undefined;
}

interface Texts {
  readonly documents: ReadonlyMap<string, Document>;
  readonly change?: Change;
}

function textsFor(io: Io, options: Options): Texts | undefined {
  const folders = foldersOf(io, options);
  const { documents, messages } = readDocuments(folders);
  const read = options.change === undefined ? { changes: [], messages: [] } : readChanges(folders, [options.change]);
  const chosen = options.after ? chosenChanges(read.changes, options.option) : { changes: read.changes, messages: [] };
  const all = [...messages, ...read.messages, ...chosen.messages];
  report(io, all);
  if (hasErrors(all)) return undefined;
  const [change] = chosen.changes;
  if (!change) return { documents };
  if (!options.after) return { documents, change };
  const applied = applyChange(change, documents);
  if (!applied.ok) {
    report(io, applied.refusals);
    return undefined;
  }
  const after = new Map(documents);
  for (const [key, result] of applied.documents) after.set(key, result.after);
  return { documents: after, change };
}

// What an expectation about the same terms leaves out.
function allowedBy(
  change: Change,
  after: ReadonlyMap<string, Document>,
  terms: readonly string[],
): ReadonlySet<string> {
  const sameTerms = (others: readonly string[]) => [...others].sort().join('\n') === [...terms].sort().join('\n');
  const judged = judgeExpectations(change, after).filter(
    ({ expectation }) => expectation.type === 'mentions' && sameTerms(expectation.terms),
  );
  return new Set(judged.flatMap(({ allowed = [] }) => allowed.map(({ document, start }) => `${document} ${start}`)));
}
