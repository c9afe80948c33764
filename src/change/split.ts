import type { Nodes } from 'mdast';
import type { Document, Provision } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import type { Split } from '../model/structural-operation.ts';
import { findWords } from './find-words.ts';
import { indentOf, type Outcome, oneEdit, type Placed } from './placed.ts';
import type { RefusalText } from './refusal.ts';
import type { Step } from './steps.ts';

/** The mdast nodes around the words of what can be split and merged, outermost first. */
export const nodesAround: Readonly<Partial<Record<Provision['type'], readonly string[]>>> = {
  paragraph: ['paragraph'],
  item: ['listItem', 'paragraph'],
};

/** Works out “split X before “words””: the words begin a block of their own beside X, and take with them what stands under X. */
export function splitProvision({ words, as }: Split, { document, target, instruction }: Placed): Outcome {
  const visit = target.type === 'provision' ? target : undefined;
  const chain = visit && nodesAround[visit.provision.type];
  if (!visit || !chain)
    return {
      rule: 'not-a-paragraph',
      text: 'expected a paragraph or an item to split',
      advice: 'name one by its number',
    };
  const { provision } = visit;
  const point = pointOf(words, provision, document, instruction);
  if ('rule' in point) return point;
  const label = as?.at(-1);
  const unfit = labelProblem(provision, label);
  if (unfit) return unfit;
  const indent = indentOf(document.source, provision.start);
  const line = document.source.slice(provision.start, provision.words.start);
  const mark = provision.type === 'item' ? (/^[-*+][ \t]+/.exec(line)?.[0] ?? '- ') : '';
  const loose = provision.type !== 'item' || /\n[ \t]*\n/.test(document.source.slice(provision.start, provision.end));
  const text = `${loose ? '\n\n' : '\n'}${indent}${mark}${label === undefined ? '' : `${label} `}`;
  return oneEdit({ ...point, text, by: instruction.number, meant: { type: 'split', nodes: chain } });
}

// The white space before the words at which it is split.
function pointOf(words: string, provision: Provision, document: Document, instruction: Step): Range | RefusalText {
  const found = findWords(document.source, provision.words, words).whole;
  const [at] = found;
  if (!at || found.length > 1)
    return {
      rule: at ? 'words-occur-more-than-once' : 'words-not-found',
      text: `expected the words “${words}” once in its own words, found them ${found.length} times`,
      advice: 'quote the words that the second part is to begin with, as the document has them',
      at: instruction.wordsRange,
      other: { document, range: provision.words },
    };
  const own = { document, range: at };
  const before = document.source.slice(provision.words.start, at.start);
  const gap = /\s*$/.exec(before.slice(-100))?.[0] ?? '';
  if (before.trim() === '' || gap === '')
    return {
      rule: 'nothing-to-split',
      text: `expected words before “${words}” and a space between, found none`,
      at: instruction.wordsRange,
      other: own,
    };
  if (isInsideSetting(document.tree, at.start))
    return {
      rule: 'splits-a-setting',
      text: `“${words}” stands in words that are set together, such as emphasis or a link`,
      advice: 'substitute the whole provision instead',
      at: instruction.wordsRange,
      other: own,
    };
  return { start: at.start - gap.length, end: at.start };
}

// Whether the number is another's is seen in the result: that one may be renumbered by the same change.
function labelProblem({ type, label: own }: Provision, label: string | undefined): RefusalText | undefined {
  if (type === 'item' && (own === undefined) !== (label === undefined))
    return {
      rule: 'label-missing',
      text:
        own === undefined
          ? 'expected no number, as its neighbours have none'
          : 'expected the second part to have a number, as its neighbours do',
      advice: own === undefined ? undefined : 'say “; the second part becomes (ba)”',
    };
  return undefined;
}

const settings = new Set(['emphasis', 'strong', 'delete', 'inlineCode', 'link', 'linkReference', 'image', 'html']);

function isInsideSetting(node: Nodes, at: number): boolean {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  if (at <= start || at >= end) return false;
  return settings.has(node.type) || ('children' in node && node.children.some((child) => isInsideSetting(child, at)));
}
