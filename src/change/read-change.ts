import type { Change, Choice, Instruction } from '../model/change.ts';
import type { Expectation, Synonyms } from '../model/expectation.ts';
import type { Message } from '../model/message.ts';
import type { Range } from '../model/range.ts';
import { type ItemBlock, readChangeBlocks } from './change-blocks.ts';
import { type ChangeSection, readChangeSections, strayInProse } from './change-sections.ts';
import { choiceProblems } from './choices.ts';
import { readChangeFrontMatter } from './front-matter.ts';
import { messagesOf, type Problem } from './problem.ts';
import { findProse } from './prose.ts';
import { offersOptions, readChoiceItem } from './read-choice.ts';
import { type ItemRead, readExpectationItem, readInstructionItem } from './read-items.ts';
import { readSynonymsItem, sharedNames } from './synonyms-grammar.ts';

/** A change, or every reason why its file cannot be read as one. */
export type ChangeRead =
  | { readonly ok: true; readonly change: Change }
  | { readonly ok: false; readonly messages: readonly Message[] };

/**
 * Reads a change file: YAML front matter, prose, one heading `## Appendix D` a document (or `## Appendices K and N`) with numbered
 * instructions under it, `## Words for the same thing` and `## After this change`. Numbers are those printed, and ascend through the whole file. All problems are told at
 * once, each with its place; nothing where an instruction should stand is passed over. Any text may be given: never throws.
 */
export function readChange(source: string, path: string): ChangeRead {
  const front = readChangeFrontMatter(source);
  const prose = findProse(source, front.end);
  const blocks = readChangeBlocks(source, { start: prose.end, end: source.length });
  const { sections, problems } = readChangeSections(source, blocks);
  const read = sections.flatMap((section) => section.items.map((item) => readItem(source, section.heading, item)));
  const things = read.flatMap(({ thing }) => thing ?? []);
  const instructions = things.filter((thing) => thing.type === 'instruction');
  const choices = things.filter((thing) => thing.type === 'choice');
  const synonyms = things.filter((thing) => thing.type === 'synonyms');
  const expectations = things.filter((thing) => thing.type === 'mentions' || thing.type === 'contains');
  const numbers = sections.flatMap(({ heading, items }) =>
    heading.type === 'documents' || heading.type === 'several' ? items : [],
  );
  const all = [
    ...front.problems,
    ...prose.problems,
    ...strayInProse(source, prose.blocks),
    ...problems,
    ...read.flatMap((item) => item.problems),
    ...numberProblems(numbers),
    ...choiceProblems(choices, expectations),
    ...sharedNames(synonyms),
  ];
  if (all.length > 0 || !front.fields) return { ok: false, messages: messagesOf(all, source, path) };
  const { name, title, stage, baseline } = front.fields;
  return {
    ok: true,
    change: {
      ...{ type: 'change', name, title, stage },
      ...front.fields,
      baseline,
      prose: prose.text,
      instructions,
      ...(choices.length > 0 && { choices }),
      expectations,
      ...(synonyms.length > 0 && { synonyms }),
      path,
      source,
    },
  };
}

function readItem(
  source: string,
  heading: ChangeSection['heading'],
  item: ItemBlock,
): ItemRead<Instruction | Choice | Expectation | Synonyms> {
  if (heading.type === 'expectations') return readExpectationItem(source, item);
  if (heading.type === 'synonyms') return readSynonymsItem(source, item);
  const documents = heading.type === 'documents' ? heading.documents : undefined;
  return offersOptions(source, item)
    ? readChoiceItem(source, item, documents)
    : readInstructionItem(source, item, documents);
}

function numberProblems(items: readonly (Range & { readonly number?: number })[]): readonly Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<number>();
  let highest = -1;
  for (const { number, start } of items) {
    if (number === undefined) continue;
    const range = { start, end: start + String(number).length };
    const advice =
      'Number the instructions upwards through the whole change, over all its appendices; gaps are allowed.';
    if (seen.has(number)) {
      const text = `Expected a number of its own for each instruction, found ${number} again.`;
      problems.push({ ...range, rule: 'instruction-number-repeated', text, advice });
    } else if (number < highest) {
      const text = `Expected a number above ${highest}, found ${number}.`;
      problems.push({ ...range, rule: 'instruction-number-order', text, advice });
    }
    seen.add(number);
    highest = Math.max(highest, number);
  }
  return problems;
}
