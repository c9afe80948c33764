import type { Nodes } from 'mdast';
import type { Merge, Split } from '../model/change.ts';
import type { Document, Provision } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import { locate } from '../provision/locate.ts';
import { type Reference, references } from '../provision/references.ts';
import type { Visit } from '../provision/walk.ts';
import { labelCore } from '../source/label.ts';
import { findWords } from './find-words.ts';
import { followReferences } from './follow-references.ts';
import { indentOf, type Outcome, oneEdit, type Placed } from './placed.ts';
import type { DocumentEdit } from './planned-edit.ts';
import type { RefusalText } from './refusal.ts';
import { unlocatedRefusal } from './unlocated.ts';

const nodes: Readonly<Partial<Record<Provision['type'], readonly string[]>>> = {
  paragraph: ['paragraph'],
  item: ['listItem', 'paragraph'],
};

/** Works out “split X before “words””: the words begin a block of their own beside X, and take with them what stands under X. */
export function splitProvision({ words, as }: Split, { document, target, instruction }: Placed): Outcome {
  const visit = target.type === 'provision' ? target : undefined;
  const chain = visit && nodes[visit.provision.type];
  if (!visit || !chain)
    return {
      rule: 'not-a-paragraph',
      text: 'expected a paragraph or an item to split',
      advice: 'name one by its number',
    };
  const { provision, parents } = visit;
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
  const label = as?.at(-1);
  const siblings = parents.at(-1)?.children ?? document.children;
  const unfit = labelProblem(document, provision, siblings, label);
  if (unfit) return unfit;
  const indent = indentOf(document.source, provision.start);
  const line = document.source.slice(provision.start, provision.words.start);
  const mark = provision.type === 'item' ? (/^[-*+][ \t]+/.exec(line)?.[0] ?? '- ') : '';
  const loose = provision.type !== 'item' || /\n[ \t]*\n/.test(document.source.slice(provision.start, provision.end));
  const text = `${loose ? '\n\n' : '\n'}${indent}${mark}${label === undefined ? '' : `${label} `}`;
  const start = at.start - gap.length;
  return oneEdit({ start, end: at.start, text, by: instruction.number, meant: { type: 'split', nodes: chain } });
}

function labelProblem(
  document: Document,
  { type, label: own }: Provision,
  siblings: readonly Provision[],
  label: string | undefined,
): RefusalText | undefined {
  if (type === 'item' && (own === undefined) !== (label === undefined))
    return {
      rule: 'label-missing',
      text:
        own === undefined
          ? 'expected no number, as its neighbours have none'
          : 'expected the second part to have a number, as its neighbours do',
      advice: own === undefined ? undefined : 'say “; the second part becomes (ba)”',
    };
  if (label === undefined) return undefined;
  const taken = siblings.find(
    (sibling) => sibling.type === type && labelCore(sibling.label ?? '') === labelCore(label),
  );
  return (
    taken && {
      rule: 'label-taken',
      text: `expected the number ${label} to be free, found it taken`,
      advice: 'choose a number that no other provision has, such as one with a letter',
      other: { document, range: taken },
    }
  );
}

const settings = new Set(['emphasis', 'strong', 'delete', 'inlineCode', 'link', 'linkReference', 'image', 'html']);

function isInsideSetting(node: Nodes, at: number): boolean {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  if (at <= start || at >= end) return false;
  return settings.has(node.type) || ('children' in node && node.children.some((child) => isInsideSetting(child, at)));
}

/** Works out “merge X and Y”: Y's words are joined to X's, and its number goes. Refuses where Y is cited and references do not follow. */
export function mergeProvisions(
  operation: Merge,
  { document, target, instruction }: Placed,
  documents: readonly Document[],
): Outcome {
  const place = locate(document, operation.next);
  if (place.type === 'unlocated') return unlocatedRefusal(place, document);
  const chain = target.type === 'provision' ? nodes[target.provision.type] : undefined;
  if (
    target.type !== 'provision' ||
    place.type !== 'provision' ||
    !chain ||
    place.provision.type !== target.provision.type
  )
    return {
      rule: 'not-a-paragraph',
      text: 'expected two paragraphs, or two items',
      advice: 'name each by its number',
    };
  const [first, second] = [target.provision, place.provision];
  const between = document.source.slice(first.end, second.start);
  if (first.end !== first.words.end || second.start < first.end || between.trim() !== '')
    return {
      rule: 'not-neighbours',
      text: 'expected the second to follow the words of the first at once, found something between',
      advice: 'only provisions that stand side by side can be merged, the first without a list or table of its own',
      other: { document, range: second },
    };
  const cited = second.label === undefined ? [] : references(documents).filter((reference) => cites(reference, second));
  const [citation] = cited;
  if (citation && (!operation.referencesFollow || first.label === undefined))
    return {
      rule: 'merges-what-is-cited',
      text: `expected no citation of ${second.label}, whose number goes, found ${cited.length}`,
      advice:
        'say “; references follow” to have them cite the first instead, or amend them by instructions of their own',
      other: { document: citation.document, range: citation.citation },
    };
  const followed = citation && followMerge(place, first.label ?? '', { document, target, instruction }, documents);
  if (followed && 'rule' in followed) return followed;
  const range: Range = { start: first.words.end, end: second.words.start };
  const work = oneEdit({ ...range, text: ' ', by: instruction.number, meant: { type: 'merge', nodes: chain } });
  return { ...work, followers: followed ?? [] };
}

function cites({ target }: Reference, provision: Provision): boolean {
  if (!target || (target.type !== 'provision' && target.type !== 'words')) return false;
  return target.provision === provision || target.parents.includes(provision);
}

function followMerge(
  visit: Visit,
  label: string,
  { document, instruction }: Placed,
  documents: readonly Document[],
): readonly DocumentEdit[] | RefusalText {
  const renumbering = { instruction, document, visit, label, referencesFollow: true };
  const { edits, refusals } = followReferences(documents, new Map([[visit.provision, { visit, label, renumbering }]]));
  return refusals[0]?.refusal.said ?? edits;
}
