import type { Operation } from '../model/change.ts';
import type { Range } from '../model/range.ts';
import { joinLines } from '../provision/quotation.ts';
import {
  attempt,
  beginReading,
  expected,
  nextToken,
  rangeSince,
  skipMark,
  skipWord,
  takeWord,
} from '../provision/sentence-reader.ts';
import { readTokens } from '../provision/tokens.ts';
import { type ClauseReader, isWord, tokenAhead } from './clause.ts';
import { readDocumentReferences } from './document-reference.ts';
import { readClause, type Setting } from './instruction-grammar.ts';
import {
  announcedProblem,
  blockProblem,
  clauseProblem,
  emptyQuotation,
  extraBlock,
  withoutEffect,
} from './instruction-problems.ts';
import type { Problem } from './problem.ts';
import type { Named } from './target-grammar.ts';
import { withPlacesNamed } from './that-provision.ts';

/** A block quote under an instruction: its range, and its Markdown without the marks of the quote. */
export interface QuotedBlock extends Range {
  readonly content: string;
}

/**
 * What an instruction says, or what is wrong with it. `reason` is there where it follows the sentence at once, `documents`
 * where it names its own. An `opening` says where the lettered parts are that must follow.
 */
export type InstructionRead =
  | (Told & { readonly ok: true; readonly operation: Operation; readonly wordsRange?: Range })
  | (Told & { readonly ok: true; readonly opening: Named })
  | { readonly ok: false; readonly problem: Problem };

interface Told {
  readonly targetRange: Range;
  readonly reason?: string;
  readonly documents?: readonly string[];
}

/** Where a sentence stands: the documents of the heading above it; without them it must begin with its own. */
export interface SentenceSetting extends Setting {
  readonly documents: readonly string[] | undefined;
  /** Where the places are written that “that paragraph” may mean: in the part before, and before the list. */
  readonly named?: readonly Range[];
}

/** The setting of an instruction that stands by itself under the heading of its document. */
export const alone: SentenceSetting = { around: undefined, inList: false, opensList: false, documents: [] };

/**
 * Reads one amending sentence at a range of a change file, with the block quote that stands under it. Refuses a sentence
 * that the grammar cannot read, with the place where sense stops; a block quote missing or not called for; a quotation
 * without words; and a substitution of words by themselves.
 */
export function readInstruction(
  source: string,
  sentence: Range,
  block: QuotedBlock | undefined,
  setting: SentenceSetting = alone,
): InstructionRead {
  const tokens = withPlacesNamed(source, readTokens(source, sentence), setting.named ?? []);
  const reader: ClauseReader = beginReading(tokens);
  const named = setting.documents ? readRestated(reader, setting.documents) : readOwnDocuments(reader);
  if (!setting.documents && !named) return refused({ ...clauseProblem(reader), advice: namesDocumentsAdvice });
  const clause = readClause(reader, { ...setting, around: named?.around ?? setting.around });
  if (!clause) return refused(clauseProblem(reader));
  const reason = readEnd(reader, source, sentence, setting);
  if (reason === undefined) return refused(clauseProblem(reader));
  const told = { ...(reason !== '' && { reason }), ...(named && !setting.documents && { documents: named.documents }) };
  const empty = emptyQuotation(tokens);
  if (empty) return refused(empty);
  if ('type' in clause) {
    const problem = block && extraBlock(block);
    return problem ? refused(problem) : { ...told, ok: true, opening: clause.named, targetRange: clause.named.range };
  }
  const problem =
    withoutEffect(clause) ?? blockProblem(clause, block, tokens) ?? announcedProblem(reader.announced, block);
  if (problem) return refused(problem);
  const operation = clause.block ? ({ ...clause.operation, content: block?.content } as Operation) : clause.operation;
  const { targetRange, wordsRange } = clause;
  return { ...told, ok: true, operation, targetRange, ...(wordsRange && { wordsRange }) };
}

const namesDocumentsAdvice =
  'Under “## Several appendices” each instruction begins with its own: In Appendices K and N, for “X” substitute “Y”.';

// Under “## Appendices K and N” an instruction may begin with them again: no one provision is meant.
function readRestated(reader: ClauseReader, documents: readonly string[]) {
  const plural = tokenAhead(reader, 1);
  if (documents.length < 2 || !isWord(plural, 'appendices')) return undefined;
  return attempt(reader, () => {
    const named = readOwnDocuments(reader);
    const same =
      named?.documents.length === documents.length && named.documents.every((key) => documents.includes(key));
    return same ? named : undefined;
  });
}

// Rule: `In Appendices K and N,`.
function readOwnDocuments(reader: ClauseReader) {
  if (!takeWord(reader, 'in')) return undefined;
  const from = reader.index;
  const documents = readDocumentReferences(reader);
  if (!documents) return undefined;
  const range = rangeSince(reader, from);
  skipMark(reader, ',');
  const around: Named = { places: [[{ type: 'document' }]], range };
  return { documents, around };
}

// The full stop may be missing. `Reason:` may follow at once, on the next line, without a blank line between.
function readEnd(
  reader: ClauseReader,
  source: string,
  sentence: Range,
  { inList }: SentenceSetting,
): string | undefined {
  skipMark(reader, '.', ';', ...(inList ? [','] : []));
  if (inList) skipWord(reader, 'and');
  if (nextToken(reader).type === 'end') return '';
  const start = reader.index;
  if (skipWord(reader, 'reason') && skipMark(reader, ':')) {
    const reason = joinLines(source.slice(nextToken(reader).start, sentence.end)).trim();
    reader.index = reader.tokens.length - 1;
    return reason;
  }
  reader.index = start;
  return expected(reader, 'the end of the sentence');
}

function refused(problem: Problem): InstructionRead {
  return { ok: false, problem };
}
