import type { Instruction } from '../model/change.ts';
import type { Expectation } from '../model/expectation.ts';
import type { Range } from '../model/range.ts';
import type { ItemBlock } from './change-blocks.ts';
import { readExpectation } from './expectation-grammar.ts';
import { readOptionMark } from './option-mark.ts';
import type { Problem } from './problem.ts';
import { readBody, unexpected } from './read-body.ts';
import { alone } from './read-instruction.ts';

/** What one item of a change file gives: the thing it says, unless there are problems. */
export interface ItemRead<Thing> {
  readonly thing?: Thing;
  readonly problems: readonly Problem[];
}

/**
 * Reads a numbered item as an instruction on the documents of the heading above it: its sentence, then in any order what it
 * calls for (one block quote, or a list of lettered parts) and one reason. Without documents it must name its own.
 */
export function readInstructionItem(
  source: string,
  item: ItemBlock,
  documents: readonly string[] | undefined,
): ItemRead<Instruction> {
  const [sentence, ...parts] = item.parts;
  if (item.number === undefined) return { problems: [unnumbered(item)] };
  if (sentence?.type !== 'paragraph')
    return { problems: [unexpected(source, sentence ?? item, 'the words of an instruction')] };
  const setting = { ...alone, opensList: true, documents };
  const { body, problems } = readBody(source, sentence, parts, setting);
  if (!body) return { problems };
  const { number, start, end } = item;
  const amended = documents
    ? { ...body, documents }
    : { ...body, documents: body.documents ?? [], namesDocuments: true as const };
  return { problems, thing: { type: 'instruction', number, ...amended, start, end } };
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
