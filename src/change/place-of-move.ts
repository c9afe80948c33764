import type { Nodes } from 'mdast';
import type { Document } from '../model/document.ts';
import type { Locator } from '../model/locator.ts';
import type { Range } from '../model/range.ts';
import { locate } from '../provision/locate.ts';
import { composeLocator, stepsOf } from '../provision/locator-steps.ts';
import type { Target, Unlocated } from '../provision/target.ts';
import type { PlannedMove } from './move.ts';
import type { RefusalText } from './refusal.ts';

/** Where a provision is to stand: what is found, and in which document. */
export interface PlaceOfMove {
  readonly into: Document;
  readonly place: Target | Unlocated;
}

/** Finds the place that a provision is moved to: in its own document or, where that has none of the kind, in the appendix named last. */
export function findPlace(to: Locator, document: Document, documents: ReadonlyMap<string, Document>): PlaceOfMove {
  const here = { into: document, place: locate(document, to) };
  if (here.place.type !== 'unlocated') return here;
  const steps = stepsOf(to);
  const last = steps.at(-1);
  const [first = '', ...labels] = last?.type === 'label' ? last.labels : [];
  const into = documents.get(/^Appendix (.+)$/.exec(first)?.[1] ?? '');
  if (last?.type !== 'label' || !into || into === document) return here;
  const within = composeLocator([...steps.slice(0, -1), ...(labels.length === 0 ? [] : [{ ...last, labels }])]);
  return within.ok ? { into, place: locate(into, within.locator) } : here;
}

/** Why no place is found in the appendix named: there is none of that letter. Undefined where there is, or none is named. */
export function unknownAppendix(to: Locator, documents: ReadonlyMap<string, Document>): RefusalText | undefined {
  const last = stepsOf(to).at(-1);
  const key = /^Appendix (.+)$/.exec((last?.type === 'label' && last.labels[0]) || '')?.[1];
  if (key === undefined || documents.has(key)) return undefined;
  return {
    rule: 'unknown-appendix',
    text: `there is no Appendix ${key} to move it to`,
    advice: `the appendices here are ${[...documents.keys()].sort().join(', ')}`,
  };
}

/** Why a provision cannot move to another document: what it calls at the foot of its own would be cut off. Nothing where it can. */
export function cutOff({ document, into, range }: PlannedMove): RefusalText | undefined {
  if (into === document) return undefined;
  const call = callIn(document.tree, range);
  return (
    call && {
      rule: 'calls-what-stays',
      text: `expected a provision without footnotes or link addresses that stay in its own document, found “${document.source.slice(call.start, call.end)}”`,
      advice: 'take the call out first, or omit the provision here and insert it there with what it calls',
      other: { document, range: call },
    }
  );
}

const calls = ['footnoteReference', 'linkReference', 'imageReference'];

function callIn(node: Nodes, range: Range): Range | undefined {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? 0;
  if (end <= range.start || start >= range.end) return undefined;
  if (calls.includes(node.type)) return { start, end };
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const found = callIn(child, range);
    if (found) return found;
  }
  return undefined;
}
