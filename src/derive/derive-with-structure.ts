import type { Document } from '../model/document.ts';
import { findLocators } from '../provision/locator-of.ts';
import type { Correspondence } from './correspondence.ts';
import { deriveUpon, type Instructions, type Plain, type Versioned } from './derive-upon.ts';
import { findVersions } from './find-versions.ts';
import { layFooting } from './footing.ts';
import { proposeFootnotes } from './propose-footnotes.ts';
import { proposeMoves } from './propose-moves.ts';
import { proposeRenumberings } from './propose-renumberings.ts';
import { proposeMerges, proposeSplits } from './propose-splits.ts';
import type { Reading } from './reading.ts';
import type { Structural, Structure } from './structural.ts';
import { costOf } from './written.ts';

type Proposing = (structure: Structure, follow: boolean) => readonly Structural[];

const proposeOthers: Proposing = (structure, follow) => [
  ...proposeMoves(structure, follow),
  ...proposeSplits(structure),
  ...proposeMerges(structure, follow),
  ...proposeFootnotes(structure),
];

const proposeAll: Proposing = (structure, follow) => [
  ...proposeRenumberings(structure, follow),
  ...proposeOthers(structure, follow),
];

/** What is tried of the structural instructions: all; where that does not serve, only some. */
const selections: readonly Proposing[] = [proposeAll, proposeRenumberings, proposeOthers];

/**
 * Derives with structural instructions first: what is renumbered, moved, split and merged is told so, and the rest is derived against the
 * text in which that is done, then said of the text before. Proved as a whole. `plain` are the instructions derived without; a document is
 * given structural ones only where they cost a reader less. References follow where that costs less than that they stay. Undefined where
 * nothing serves.
 */
export function deriveWithStructure(
  documents: ReadonlyMap<string, Versioned>,
  reading: Reading,
  plain: Plain,
): Instructions | undefined {
  const structures = new Map([...documents].map(([key, { correspondence }]) => [key, structureOf(correspondence)]));
  const texts = new Map(
    [...documents].map(([key, { correspondence }]): [string, Document] => [key, correspondence.before]),
  );
  const tried = new Set<string>();
  for (const propose of selections) {
    let best: Instructions | undefined;
    for (const follow of [false, true]) {
      const proposed = new Map([...structures].map(([key, structure]) => [key, propose(structure, follow)]));
      const footings = layFooting(texts, proposed, reading);
      const made = JSON.stringify([...(footings?.values() ?? [])].map((one) => one.made.text.source));
      if (!footings || tried.has(made)) continue;
      tried.add(made);
      const derived = deriveUpon(footings, { documents, reading, plain });
      if (derived && (!best || costOfAll(derived) < costOfAll(best))) best = derived;
    }
    if (best) return best;
  }
  return undefined;
}

function structureOf(correspondence: Correspondence): Structure {
  const { before, after } = correspondence;
  return { before, after, versions: findVersions(correspondence), locators: findLocators(before) };
}

function costOfAll(instructions: Instructions): number {
  return [...instructions.values()].reduce((sum, list) => sum + costOf(list), 0);
}
