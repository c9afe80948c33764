import type { Choice, Option } from '../model/change.ts';
import type { Range } from '../model/range.ts';
import { joinLines } from '../provision/quotation.ts';
import { shorten } from '../provision/sentence-reader.ts';
import type { ItemBlock, ItemPart } from './change-blocks.ts';
import { opensOption, optionExample, optionLetter, optionMarkProblem, readOptionMark } from './option-mark.ts';
import type { Problem } from './problem.ts';
import { type ItemRead, readInstructionItem } from './read-items.ts';

/** The paragraph that opens an option, and what stands under it up to the next. */
interface Written {
  readonly letter: string;
  readonly part: ItemPart;
  readonly sentence: Range;
  readonly parts: ItemPart[];
}

/** `Reason:` for the choice, or `Reason for Option B:` for one of its options. */
interface WrittenReason extends Range {
  readonly letter: string | undefined;
  readonly words: string;
}

/** Whether an item of a change file offers options for a vote: one of its paragraphs begins with “Option”. */
export function offersOptions(source: string, { parts }: ItemBlock): boolean {
  return parts.some((part) => part.type === 'paragraph' && opensOption(source, part));
}

/**
 * Reads a numbered item that offers options for a vote: `Option A: In paragraph 5.1.2, omit “X”.`, each in a paragraph of its
 * own with the block quote it calls for, `Option B: No change.`, `Reason for Option A: …` and, for the choice as a whole,
 * `Reason: …`. Refuses letters that are not A, B, C … in this order, one option alone, and options none of which does anything.
 */
export function readChoiceItem(
  source: string,
  item: ItemBlock,
  documents: readonly string[] | undefined,
): ItemRead<Choice> {
  const { written, reasons, problems } = partItem(source, item);
  problems.push(...letterProblems(item, written), ...reasonProblems(written, reasons));
  const reasonOf = new Map(reasons.map(({ letter, words }) => [letter, words]));
  const options: Option[] = [];
  for (const entry of written) {
    const read = readOption(source, item, documents, entry);
    problems.push(...read.problems);
    const reason = reasonOf.get(entry.letter);
    if (read.thing) options.push(reason === undefined ? read.thing : { ...read.thing, reason });
  }
  if (problems.length === 0) problems.push(...effectProblems(item, options));
  if (item.number === undefined || problems.length > 0) return { problems };
  const reason = reasonOf.get(undefined);
  const { number, start, end } = item;
  const named = documents ? { documents } : { documents: namedIn(options), namesDocuments: true as const };
  const own = { type: 'choice', number, ...named, options, start, end } as const;
  return { problems, thing: reason === undefined ? own : { ...own, reason } };
}

function namedIn(options: readonly Option[]): readonly string[] {
  return [...new Set(options.flatMap(({ instruction }) => instruction?.documents ?? []))];
}

function effectProblems(item: ItemBlock, options: readonly Option[]): readonly Problem[] {
  if (options.length < 2) return [problemAt(item, 'option-alone', 'Expected two options or more, found one.')];
  if (options.some(({ instruction }) => instruction)) return [];
  return [problemAt(item, 'option-no-effect', 'Expected an option that changes something, found none.')];
}

function partItem(source: string, item: ItemBlock) {
  const written: Written[] = [];
  const reasons: WrittenReason[] = [];
  const problems: Problem[] = [];
  if (item.number === undefined)
    problems.push(
      problemAt(item, 'instruction-number-missing', 'Expected a number before the options, found a bullet.'),
    );
  for (const part of item.parts) {
    const isOption = part.type === 'paragraph' && opensOption(source, part);
    const mark = isOption ? readOptionMark(source, part) : undefined;
    const reason = part.type === 'paragraph' ? readReason(source, part) : undefined;
    const last = written.at(-1);
    if (mark) written.push({ letter: mark.letter, part, sentence: mark.rest, parts: [] });
    else if (isOption) problems.push(optionMarkProblem(source, part));
    else if (reason) reasons.push(reason);
    else if (last) last.parts.push(part);
    else {
      const found = shorten(source.slice(part.start, Math.min(part.end, part.start + 200)));
      problems.push(problemAt(part, 'option-syntax', `Expected “Option A:”, found “${found}”.`));
    }
  }
  return { written, reasons, problems };
}

function readReason(source: string, { start, end }: Range): WrittenReason | undefined {
  const head = source.slice(start, Math.min(end, start + 60));
  const mark = /^reasons?(?:[ \t]+for[ \t]+option[ \t]+([A-Za-z]))?[ \t]*:/i.exec(head);
  if (!mark) return undefined;
  const words = joinLines(source.slice(start + mark[0].length, end)).trim();
  return { start, end, letter: mark[1]?.toUpperCase(), words };
}

function readOption(
  source: string,
  item: ItemBlock,
  documents: readonly string[] | undefined,
  written: Written,
): ItemRead<Option> {
  const { letter, sentence, part, parts } = written;
  const range = { start: part.start, end: parts.at(-1)?.end ?? part.end };
  const words = source.slice(sentence.start, Math.min(sentence.end, sentence.start + 40));
  if (parts.length === 0 && /^no (?:change|amendment)[.;]?\s*$/i.test(words)) {
    return { thing: { letter, ...range }, problems: [] };
  }
  const paragraph = { type: 'paragraph', ...sentence } as const;
  const number = item.number ?? 0;
  const read = readInstructionItem(source, { type: 'item', number, parts: [paragraph, ...parts], ...range }, documents);
  const { thing } = read;
  if (!thing) return { problems: read.problems.map((problem) => runOn(source, problem)) };
  if (thing.reason !== undefined) {
    const text = `Expected the reason of Option ${letter} in a paragraph of its own, found it in the same one.`;
    return { problems: [problemAt(part, 'option-reason', text, `Write “Reason for Option ${letter}: …”.`)] };
  }
  return { thing: { letter, instruction: { ...thing, option: letter }, ...range }, problems: [] };
}

// An option or a reason on the next line is read as more of the sentence.
function runOn(source: string, problem: Problem): Problem {
  const found = /^(?:option|reason)/i.exec(source.slice(problem.start, problem.start + 6));
  return found
    ? { ...problem, advice: `Leave an empty line above “${found[0]}”: each stands in a paragraph of its own.` }
    : problem;
}

function letterProblems(item: ItemBlock, written: readonly Written[]): readonly Problem[] {
  const wrong = written.findIndex(({ letter }, index) => letter !== optionLetter(index));
  const found = written[wrong];
  if (found) {
    const text = `Expected Option ${optionLetter(wrong)} here, found Option ${found.letter}.`;
    const advice = 'Letter the options A, B, C and so on, in this order and each once.';
    return [problemAt(found.part, 'option-letter', text, advice)];
  }
  if (written.length > 26)
    return [problemAt(item, 'option-letter', `Expected 26 options at most, found ${written.length}.`)];
  return [];
}

function reasonProblems(written: readonly Written[], reasons: readonly WrittenReason[]): readonly Problem[] {
  const seen = new Set<string | undefined>();
  const offered = new Set<string | undefined>(written.map(({ letter }) => letter));
  return reasons.flatMap((reason): readonly Problem[] => {
    const { letter, words } = reason;
    const repeated = seen.has(letter);
    seen.add(letter);
    if (words === '') return [problemAt(reason, 'reason-empty', 'Expected words after “Reason:”, found none.')];
    if (repeated) return [problemAt(reason, 'reason-repeated', 'Expected one reason, found another.', reasonAdvice)];
    if (letter === undefined || offered.has(letter)) return [];
    const text = `Expected the reason of an option that is offered here, found that of Option ${letter}.`;
    return [problemAt(reason, 'option-reason', text, reasonAdvice)];
  });
}

const reasonAdvice =
  'Write “Reason:” once for all the options, and “Reason for Option A:” once for each option that has one of its own.';

function problemAt({ start, end }: Range, rule: string, text: string, advice = optionExample): Problem {
  return { start, end, rule, text, advice };
}
