import type { Expectation, Instruction } from '../model/change.ts';
import type { Range } from '../model/range.ts';
import { joinLines } from '../provision/quotation.ts';
import { shorten } from '../provision/sentence-reader.ts';
import type { ItemBlock, ItemPart } from './change-blocks.ts';
import { readExpectation } from './expectation-grammar.ts';
import { blockExample } from './instruction-forms.ts';
import { readOptionMark } from './option-mark.ts';
import type { Problem } from './problem.ts';
import { type QuotedBlock, readInstruction } from './read-instruction.ts';

/** What one item of a change file gives: the thing it says, unless there are problems. */
export interface ItemRead<Thing> {
  readonly thing?: Thing;
  readonly problems: readonly Problem[];
}

/** Reads a numbered item as an instruction: its sentence, then in any order one block quote where it calls for one, and one reason. */
export function readInstructionItem(source: string, item: ItemBlock, document: string): ItemRead<Instruction> {
  const [sentence, ...parts] = item.parts;
  if (item.number === undefined) return { problems: [unnumbered(item)] };
  if (sentence?.type !== 'paragraph')
    return { problems: [unexpected(source, sentence ?? item, 'the words of an instruction')] };
  const reasons = parts.filter((part) => reasonIn(source, part) !== undefined);
  const quotes = parts.filter((part) => part.type === 'quote');
  const others = parts.filter((part) => part.type !== 'quote' && !reasons.includes(part));
  const problems = others.map((part) => unexpected(source, part, '“Reason:” or a block quote'));
  problems.push(...quotes.slice(1).map(secondQuote));
  const read = readInstruction(source, sentence, quotes[0] as QuotedBlock | undefined);
  if (!read.ok) return { problems: [...problems, read.problem] };
  const written = [
    ...(read.reason === undefined ? [] : [read.reason]),
    ...reasons.map((part) => reasonIn(source, part) ?? ''),
  ];
  const [reason] = written;
  if (written.length > 1)
    problems.push(reasonProblem(reasons.at(-1) ?? item, 'reason-repeated', 'Expected one reason, found another.'));
  if (reason === '')
    problems.push(reasonProblem(reasons[0] ?? item, 'reason-empty', 'Expected words after “Reason:”, found none.'));
  if (problems.length > 0) return { problems };
  const { operation, targetRange, wordsRange } = read;
  const { number, start, end } = item;
  return {
    problems,
    thing: {
      type: 'instruction',
      number,
      document,
      operation,
      targetRange,
      ...(wordsRange && { wordsRange }),
      ...(reason !== undefined && { reason }),
      start,
      end,
    },
  };
}

/** Reads a bullet (or a numbered item) under “After this change”: one sentence, perhaps after `Option B:`, and nothing else. */
export function readExpectationItem(source: string, item: ItemBlock): ItemRead<Expectation> {
  const [sentence, ...others] = item.parts;
  if (sentence?.type !== 'paragraph') return { problems: [unexpected(source, sentence ?? item, 'an expectation')] };
  const problems = others.map((part) => unexpected(source, part, 'one sentence'));
  const mark = readOptionMark(source, sentence);
  const read = readExpectation(source, mark?.rest ?? sentence);
  if (!read.ok) return { problems: [read.problem, ...problems] };
  const thing = mark ? { ...read.expectation, option: mark.letter } : read.expectation;
  return problems.length > 0 ? { problems } : { thing, problems };
}

function reasonIn(source: string, part: ItemPart): string | undefined {
  if (part.type !== 'paragraph') return undefined;
  const mark = /^reasons?[ \t]*:/i.exec(source.slice(part.start, part.start + 50))?.[0];
  return mark === undefined ? undefined : joinLines(source.slice(part.start + mark.length, part.end)).trim();
}

function unnumbered({ start, end }: Range): Problem {
  const text = 'Expected a number before the instruction, found a bullet.';
  return {
    start,
    end,
    rule: 'instruction-number-missing',
    text,
    advice: 'Write “1. In paragraph …”, with the number in the text.',
  };
}

function unexpected(source: string, { start, end }: Range, wanted: string): Problem {
  const found = shorten(source.slice(start, Math.min(end, start + 200)));
  const text = `Expected ${wanted}, found “${found}”.`;
  return { start, end, rule: 'change-text-unexpected', text, advice: blockExample };
}

function secondQuote({ start, end }: Range): Problem {
  const text = 'Expected one block quote, found another.';
  return {
    start,
    end,
    rule: 'instruction-block-extra',
    text,
    advice: 'Begin the empty lines between its parts with “>” too, or write two instructions.',
  };
}

function reasonProblem({ start, end }: Range, rule: string, text: string): Problem {
  return {
    start,
    end,
    rule,
    text,
    advice: 'Say for example “Reason: Device CSRs are submitted through the DCC Gateway only.”, once.',
  };
}
