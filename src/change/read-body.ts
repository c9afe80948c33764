import type { InstructionPart, Operation } from '../model/change.ts';
import type { Range } from '../model/range.ts';
import { composeTarget } from '../provision/locator-steps.ts';
import { joinLines } from '../provision/quotation.ts';
import { shorten } from '../provision/sentence-reader.ts';
import type { ItemBlock, ItemPart } from './change-blocks.ts';
import { blockExample, instructionForms } from './instruction-forms.ts';
import { deepestParts, partLabel } from './part-label.ts';
import type { Problem } from './problem.ts';
import { type QuotedBlock, readInstruction, type SentenceSetting } from './read-instruction.ts';
import type { Named } from './target-grammar.ts';

/** What an instruction, or a lettered part of one, says. */
export interface Body {
  readonly operation: Operation;
  readonly targetRange: Range;
  readonly wordsRange?: Range;
  readonly reason?: string;
  readonly documents?: readonly string[];
}

/** A body, unless there are problems. */
export interface BodyRead {
  readonly body?: Body;
  readonly problems: readonly Problem[];
}

/**
 * Reads the sentence of an instruction and what stands under it: in any order one block quote or one list of lettered parts,
 * where the sentence calls for one, and one reason. A part may hold parts of its own, (i), (ii), and these (A), (B).
 */
export function readBody(
  source: string,
  sentence: Range,
  parts: readonly ItemPart[],
  setting: SentenceSetting,
  depth = 0,
): BodyRead {
  const reasons = parts.filter((part) => reasonIn(source, part) !== undefined);
  const quotes = parts.filter((part) => part.type === 'quote');
  const lists = parts.filter((part) => part.type === 'list');
  const others = parts.filter(
    (part) => part.type === 'other' || (part.type === 'paragraph' && !reasons.includes(part)),
  );
  const problems: Problem[] = others.map((part) => unexpected(source, part, '“Reason:”, a block quote or a list'));
  problems.push(...quotes.slice(1).map(secondQuote));
  const read = readInstruction(source, sentence, quotes[0] as QuotedBlock | undefined, setting);
  if (!read.ok) return { problems: [...problems, read.problem] };
  const reason = oneReason(source, read.reason, reasons);
  problems.push(...reason.problems);
  const list = 'opening' in read ? readParts(source, sentence, lists[0], read.opening, depth) : undefined;
  problems.push(...(list?.problems ?? []), ...lists.slice(list ? 1 : 0).map(extraList));
  const operation = 'opening' in read ? list?.operation : read.operation;
  if (problems.length > 0 || !operation) return { problems };
  const { targetRange, documents } = read;
  return {
    problems,
    body: {
      ...{ operation, targetRange },
      ...('wordsRange' in read && read.wordsRange && { wordsRange: read.wordsRange }),
      ...(reason.text !== undefined && { reason: reason.text }),
      ...(documents && { documents }),
    },
  };
}

/** The text after `Reason:` where a part of an item is one. */
function reasonIn(source: string, part: ItemPart): string | undefined {
  if (part.type !== 'paragraph') return undefined;
  const mark = /^reasons?[ \t]*:/i.exec(source.slice(part.start, part.start + 50))?.[0];
  return mark === undefined ? undefined : joinLines(source.slice(part.start + mark.length, part.end)).trim();
}

function oneReason(source: string, atOnce: string | undefined, parts: readonly ItemPart[]) {
  const written = [...(atOnce === undefined ? [] : [atOnce]), ...parts.map((part) => reasonIn(source, part) ?? '')];
  const problems: Problem[] = [];
  const last = parts.at(-1);
  if (written.length > 1 && last)
    problems.push(reasonProblem(last, 'reason-repeated', 'Expected one reason, found another.'));
  if (written[0] === '' && last)
    problems.push(reasonProblem(parts[0] ?? last, 'reason-empty', 'Expected words after “Reason:”, found none.'));
  return { text: written[0], problems };
}

interface PartsRead {
  readonly operation?: Operation;
  readonly problems: readonly Problem[];
}

function readParts(
  source: string,
  sentence: Range,
  list: (ItemPart & { readonly type: 'list' }) | undefined,
  opening: Named,
  depth: number,
): PartsRead {
  if (!list) return { problems: [missingList(sentence)] };
  const read: ReturnType<typeof readPart>[] = [];
  for (const [index, item] of list.items.entries()) {
    const place = { label: partLabel(depth, index), depth, before: read.at(-1)?.part?.targetRange };
    read.push(readPart(source, item, opening, place));
  }
  const problems = read.flatMap((one) => one.problems);
  const composed = composeTarget(opening.places);
  if (!composed.ok) problems.push({ ...opening.range, rule: 'instruction-syntax', ...composed });
  if (problems.length > 0 || !composed.ok) return { problems };
  const parts = read.flatMap(({ part }) => (part ? [part] : []));
  return { operation: { type: 'together', at: composed.locator, parts }, problems };
}

/** Where a part stands among the others. */
interface PartPlace {
  readonly label: string;
  readonly depth: number;
  /** Where the part before it names its place. */
  readonly before: Range | undefined;
}

function readPart(
  source: string,
  item: ItemBlock,
  around: Named,
  { label, depth, before }: PartPlace,
): { readonly part?: InstructionPart; readonly problems: readonly Problem[] } {
  const [first, ...others] = item.parts;
  const mark =
    first?.type === 'paragraph' ? /^\(([A-Za-z]+)\)[ \t\r\n]+/.exec(source.slice(first.start, first.end)) : null;
  if (!first || !mark || `(${mark[1]})` !== label) return { problems: [unlettered(source, first ?? item, label)] };
  const sentence = { start: first.start + mark[0].length, end: first.end };
  const named = before ? [before, around.range] : [around.range];
  const setting = { around, named, inList: true, opensList: depth < deepestParts - 1, documents: [] };
  const { body, problems } = readBody(source, sentence, others, setting, depth + 1);
  if (!body) return { problems };
  // What is named by the list's opening is written above; the part is where it is carried out.
  const start = Math.max(sentence.start, body.targetRange.start);
  const targetRange = start < body.targetRange.end ? { start, end: body.targetRange.end } : sentence;
  const part: InstructionPart = { ...body, targetRange, start: item.start, end: item.end };
  return { part, problems };
}

function unlettered(source: string, { start, end }: Range, label: string): Problem {
  const found = shorten(source.slice(start, Math.min(end, start + 200)));
  return {
    ...{ start, end, rule: 'instruction-part-letter' },
    text: `Expected the part to begin with ${label}, found “${found}”.`,
    advice:
      'Letter the parts (a), (b), (c) in order, parts of parts (i), (ii), and parts of those (A), (B): “- (a) in paragraph 5.5.2, omit “X”; and”.',
  };
}

function missingList({ start, end }: Range): Problem {
  return {
    ...{ start, end, rule: 'instruction-parts-missing' },
    text: 'Expected a list of lettered parts after the dash, found none.',
    advice: `Write it so: ${instructionForms.together}`,
  };
}

function extraList({ start, end }: Range): Problem {
  return {
    ...{ start, end, rule: 'instruction-parts-extra' },
    text: 'Expected no list of parts: the instruction does not end with the place that they are in and a dash.',
    advice: `Write it so: ${instructionForms.together}`,
  };
}

/** Something that stands where it cannot. */
export function unexpected(source: string, { start, end }: Range, wanted: string): Problem {
  const found = shorten(source.slice(start, Math.min(end, start + 200)));
  const text = `Expected ${wanted}, found “${found}”.`;
  const advice = /^\([a-z]+\) /.test(found)
    ? 'Write each part as an item of a list, with a hyphen: “- (a) in paragraph 5.5.2, omit “X”; and”.'
    : blockExample;
  return { start, end, rule: 'change-text-unexpected', text, advice };
}

function secondQuote({ start, end }: Range): Problem {
  const text = 'Expected one block quote, found another.';
  return {
    ...{ start, end, rule: 'instruction-block-extra', text },
    advice: 'Begin the empty lines between its parts with “>” too, or write two instructions.',
  };
}

function reasonProblem({ start, end }: Range, rule: string, text: string): Problem {
  const advice = 'Say for example “Reason: Device CSRs are submitted through the DCC Gateway only.”, once.';
  return { start, end, rule, text, advice };
}
