import type { Operation } from '../model/change.ts';
import type { Range } from '../model/range.ts';
import { joinLines } from '../provision/quotation.ts';
import {
  beginReading,
  expected,
  nextToken,
  sentenceProblem,
  shorten,
  skipMark,
  skipWord,
} from '../provision/sentence-reader.ts';
import { readTokens, type Token } from '../provision/tokens.ts';
import type { Clause, ClauseReader } from './clause.ts';
import { blockExample, instructionForms, laterVerbs, otherVerbs, readableForms } from './instruction-forms.ts';
import { readClause } from './instruction-grammar.ts';
import type { Problem } from './problem.ts';

/** A block quote under an instruction: its range, and its Markdown without the marks of the quote. */
export interface QuotedBlock extends Range {
  readonly content: string;
}

/** What an instruction says, or what is wrong with it. `reason` is there where it follows the sentence at once. */
export type InstructionRead =
  | {
      readonly ok: true;
      readonly operation: Operation;
      readonly targetRange: Range;
      readonly wordsRange?: Range;
      readonly reason?: string;
    }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Reads one amending sentence at a range of a change file, with the block quote that stands under it. Refuses a sentence
 * that the grammar cannot read, with the place where sense stops; a block quote missing or not called for; a quotation
 * without words; and a substitution of words by themselves.
 */
export function readInstruction(source: string, sentence: Range, block: QuotedBlock | undefined): InstructionRead {
  const tokens = readTokens(source, sentence);
  const reader: ClauseReader = beginReading(tokens);
  const clause = readClause(reader);
  if (!clause) return refused(clauseProblem(reader));
  const reason = readEnd(reader, source, sentence);
  if (reason === undefined) return refused(clauseProblem(reader));
  const problem = emptyQuotation(tokens) ?? withoutEffect(clause) ?? blockProblem(clause, block, tokens);
  if (problem) return refused(problem);
  const operation = clause.block ? ({ ...clause.operation, content: block?.content } as Operation) : clause.operation;
  const { targetRange, wordsRange } = clause;
  return {
    ok: true,
    operation,
    targetRange,
    ...(wordsRange && { wordsRange }),
    ...(reason !== '' && { reason }),
  };
}

// The full stop may be missing. `Reason:` may follow at once, on the next line, without a blank line between.
function readEnd(reader: ClauseReader, source: string, sentence: Range): string | undefined {
  skipMark(reader, '.', ';');
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

function clauseProblem(reader: ClauseReader): Problem {
  const token = reader.tokens[Math.min(reader.furthest, reader.tokens.length - 1)] as Token;
  const verb = reader.form === undefined && token.type === 'word' ? token.text.toLowerCase() : '';
  if (laterVerbs.has(verb)) {
    return {
      start: token.start,
      end: token.end,
      rule: 'instruction-form-unknown',
      text: `An instruction to “${verb}” cannot be read yet.`,
      advice: readableForms,
    };
  }
  const example = reader.form && instructionForms[reader.form];
  const advice = example ? `Say for example: ${example}` : otherVerbAdvice(verb);
  return { rule: 'instruction-syntax', advice, ...sentenceProblem(reader) };
}

function otherVerbAdvice(verb: string): string {
  const example = otherVerbs.get(verb);
  return example === undefined ? readableForms : `Instead of “${verb}”, say for example: ${example}`;
}

function emptyQuotation(tokens: readonly Token[]): Problem | undefined {
  const empty = tokens.find((token) => token.type === 'quotation' && token.text.trim() === '');
  if (!empty) return undefined;
  return {
    start: empty.start,
    end: empty.end,
    rule: 'instruction-empty-quotation',
    text: 'Expected words between the quotation marks, found none.',
    advice: `To take words away, say for example: ${instructionForms['omit-words']}`,
  };
}

function withoutEffect({ operation, targetRange, wordsRange }: Clause): Problem | undefined {
  if (operation.type !== 'substitute-words' || operation.words !== operation.replacement) return undefined;
  const text = `Expected other words in place of “${shorten(operation.words)}”, found the same words.`;
  const { start, end } = wordsRange ?? targetRange;
  return {
    start,
    end,
    rule: 'instruction-no-effect',
    text,
    advice: 'Correct one of the two quotations, or take the instruction out.',
  };
}

function blockProblem(clause: Clause, block: QuotedBlock | undefined, tokens: readonly Token[]): Problem | undefined {
  const last = tokens.findLast((token) => token.type !== 'end') ?? clause.targetRange;
  if (clause.block && !block) {
    const text = 'Expected a block quote after the dash, found none.';
    return { start: last.start, end: last.end, rule: 'instruction-block-missing', text, advice: blockExample };
  }
  if (clause.block && block?.content === '') {
    const text = 'Expected text in the block quote, found none.';
    return { start: block.start, end: block.end, rule: 'instruction-block-empty', text, advice: blockExample };
  }
  if (!block || clause.block) return undefined;
  return {
    start: block.start,
    end: block.end,
    rule: 'instruction-block-extra',
    text: 'Expected no block quote: the instruction does not end with a dash.',
    advice: `A block quote belongs to an instruction such as: ${instructionForms['insert-provision']}`,
  };
}

function refused(problem: Problem): InstructionRead {
  return { ok: false, problem };
}
