import type { InsertFootnote } from '../model/structural-operation.ts';
import { parseMarkdown } from '../source/syntax.ts';
import { nodeTypes } from './content.ts';
import type { Outcome, Placed } from './placed.ts';
import { insertWords } from './words-edits.ts';

/**
 * Works out “after “words” insert the footnote—”: a call at once after the words, and what the footnote says after the last footnote of the
 * document, or at its end. Refuses a name that another footnote has.
 */
export function insertFootnote({ at, anchor, occurrence, content }: InsertFootnote, placed: Placed): Outcome {
  const { document, instruction } = placed;
  const text = content.trim();
  const [footnote, ...more] = parseMarkdown(text).children;
  if (footnote?.type !== 'footnoteDefinition' || more.length > 0)
    return {
      rule: 'wrong-kind',
      text: 'expected one footnote in the block quote, found something else',
      advice: 'write it so: > [^2]: the words of the footnote',
    };
  const feet = document.tree.children.filter((node) => node.type === 'footnoteDefinition');
  const same = feet.find(({ identifier }) => identifier === footnote.identifier);
  if (same)
    return {
      rule: 'label-taken',
      text: `expected the footnote ${footnote.label ?? footnote.identifier} to be new, found it taken`,
      advice: 'give it a name that no other footnote has',
      other: { document, range: { start: same.position?.start.offset ?? 0, end: same.position?.end.offset ?? 0 } },
    };
  const call = `[^${footnote.label ?? footnote.identifier}]`;
  const calls = insertWords({ type: 'insert-words', at, words: call, position: 'after', anchor, occurrence }, placed);
  if ('rule' in calls) return calls;
  const end = feet.at(-1)?.position?.end.offset ?? document.source.trimEnd().length;
  const foot = { start: end, end, text: `\n\n${text}`, by: instruction.number };
  return {
    // A call stands at once after the words.
    edits: [
      ...calls.edits.map((edit) => ({ ...edit, text: call })),
      { ...foot, meant: { type: 'blocks', inserted: nodeTypes(footnote) } },
    ],
    omissions: [],
  };
}
