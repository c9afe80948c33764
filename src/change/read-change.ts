import type { Change, Expectation, Instruction } from '../model/change.ts';
import type { Message } from '../model/message.ts';
import type { Range } from '../model/range.ts';
import { readChangeBlocks } from './change-blocks.ts';
import { readChangeSections, strayInProse } from './change-sections.ts';
import { readChangeFrontMatter } from './front-matter.ts';
import { messagesOf, type Problem } from './problem.ts';
import { findProse } from './prose.ts';
import { readExpectationItem, readInstructionItem } from './read-items.ts';

/** A change, or every reason why its file cannot be read as one. */
export type ChangeRead =
  | { readonly ok: true; readonly change: Change }
  | { readonly ok: false; readonly messages: readonly Message[] };

/**
 * Reads a change file: YAML front matter, prose, one heading `## Appendix D` a document (or `## Appendices K and N`) with numbered
 * instructions under it, and `## After this change`. Numbers are those printed, and ascend through the whole file. All problems are told at
 * once, each with its place; nothing where an instruction should stand is passed over. Any text may be given: never throws.
 */
export function readChange(source: string, path: string): ChangeRead {
  const front = readChangeFrontMatter(source);
  const prose = findProse(source, front.end);
  const blocks = readChangeBlocks(source, { start: prose.end, end: source.length });
  const { sections, problems } = readChangeSections(source, blocks);
  const instructions: Instruction[] = [];
  const expectations: Expectation[] = [];
  const itemProblems: Problem[] = [];
  for (const { heading, items } of sections) {
    const documents = heading.type === 'documents' ? heading.documents : undefined;
    for (const item of items) {
      const read =
        heading.type === 'expectations'
          ? readExpectationItem(source, item)
          : readInstructionItem(source, item, documents);
      itemProblems.push(...read.problems);
      if (!read.thing) continue;
      if (read.thing.type === 'instruction') instructions.push(read.thing);
      else expectations.push(read.thing);
    }
  }
  const numbers = sections.flatMap(({ heading, items }) => (heading.type === 'expectations' ? [] : items));
  const all = [
    ...front.problems,
    ...prose.problems,
    ...strayInProse(source, prose.blocks),
    ...problems,
    ...itemProblems,
    ...numberProblems(numbers),
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
      expectations,
      path,
      source,
    },
  };
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
