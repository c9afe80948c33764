import { applyChange } from '../change/apply.ts';
import type { Document } from '../model/document.ts';
import { findLocators } from '../provision/locator-of.ts';
import { isCanonicallyEqual } from './canonical.ts';
import type { Carry } from './carry.ts';
import { type Correspondence, correspond } from './correspondence.ts';
import { deriveDocument } from './derive-document.ts';
import { findVersions } from './find-versions.ts';
import { type Proposal, reachOf } from './proposal.ts';
import { proposeMoves } from './propose-moves.ts';
import { proposeRenumberings } from './propose-renumberings.ts';
import { proposeMerges, proposeSplits } from './propose-splits.ts';
import { type Asked, readBack } from './read-back.ts';
import { placesOfStructural, type Stage, stage } from './stage.ts';
import type { Structural, Structure } from './structural.ts';
import { translate } from './translate.ts';
import { costOf, type Written } from './written.ts';

/** One document as it is given, and how its canonical form compares with that of its text after. */
export interface Versioned {
  readonly before: Document;
  readonly correspondence: Correspondence;
}

type Instructions = ReadonlyMap<string, readonly Written[]>;

type Proposing = (structure: Structure, follow: boolean) => readonly Structural[];

const proposeAll: Proposing = (structure, follow) => [
  ...proposeRenumberings(structure, follow),
  ...proposeMoves(structure, follow),
  ...proposeSplits(structure),
  ...proposeMerges(structure, follow),
];

/** What is tried of the structural instructions: all; where that does not serve, only some. */
const selections: readonly Proposing[] = [
  proposeAll,
  proposeRenumberings,
  (structure, follow) => [
    ...proposeMoves(structure, follow),
    ...proposeSplits(structure),
    ...proposeMerges(structure, follow),
  ],
];

/**
 * Derives with structural instructions first: what is renumbered, moved, split and merged is told so, and the rest is derived against the
 * text in which that is done, then said of the text before. Proved as a whole. `plain` are the instructions derived without; a document is
 * given structural ones only where they cost a reader less. Undefined where they serve none.
 */
export function deriveStaged(
  documents: ReadonlyMap<string, Versioned>,
  plain: ReadonlyMap<string, readonly Written[] | undefined>,
): Instructions | undefined {
  const structures = new Map([...documents].map(([key, { correspondence }]) => [key, structureOf(correspondence)]));
  for (const propose of selections) {
    let best: Instructions | undefined;
    let texts: string | undefined;
    for (const follow of [false, true]) {
      const proposed = new Map([...structures].map(([key, structure]) => [key, propose(structure, follow)]));
      const stages = stage(canonicalsOf(documents), proposed);
      if (!stages) continue;
      const made = JSON.stringify([...stages.values()].map(({ made: { text } }) => text.source));
      if (made === texts) continue;
      texts = made;
      const written = deriveUpon(stages, documents, plain);
      if (written && (!best || costOfAll(written) < costOfAll(best))) best = written;
    }
    if (best) return best;
  }
  return undefined;
}

function structureOf(correspondence: Correspondence): Structure {
  const { before, after } = correspondence;
  return { before, after, versions: findVersions(correspondence), locators: findLocators(before) };
}

function canonicalsOf(documents: ReadonlyMap<string, Versioned>): ReadonlyMap<string, Document> {
  return new Map([...documents].map(([key, { correspondence }]) => [key, correspondence.before]));
}

function costOfAll(written: Instructions): number {
  return [...written.values()].reduce((sum, list) => sum + costOf(list), 0);
}

// A document for which it does not serve has no structural instructions of its own in the second round.
function deriveUpon(
  stages: ReadonlyMap<string, Stage>,
  documents: ReadonlyMap<string, Versioned>,
  plain: ReadonlyMap<string, readonly Written[] | undefined>,
): Instructions | undefined {
  const served = new Map<string, readonly Structural[]>();
  const written = new Map<string, readonly Written[]>();
  for (const [key, one] of stages) {
    const without = plain.get(key);
    const untouched = one.structural.length === 0 && one.made.text === one.made.base;
    const own = untouched ? without : deriveRest(key, stages, documents);
    if (own) written.set(key, own);
    if (own && one.structural.length > 0 && (!without || costOf(own) < costOf(without)))
      served.set(key, one.structural);
    else if (one.structural.length === 0 && !own) return undefined;
  }
  if (served.size === 0) return undefined;
  const unserved = [...stages].filter(([key, { structural }]) => structural.length > 0 && !served.has(key));
  if (unserved.length > 0) {
    const fewer = stage(canonicalsOf(documents), served);
    return fewer && deriveUpon(fewer, documents, plain);
  }
  return isProved(written, documents) ? written : undefined;
}

function deriveRest(
  key: string,
  stages: ReadonlyMap<string, Stage>,
  documents: ReadonlyMap<string, Versioned>,
): readonly Written[] | undefined {
  const [own, document] = [stages.get(key), documents.get(key)];
  if (!own || !document) return undefined;
  const { after } = document.correspondence;
  const places = placesOfStructural(own);
  const others = [...stages].flatMap(([other, { structural }]) =>
    other === key ? [] : structural.map(({ operation }): Asked => ({ operation, document: other })),
  );
  const originals = new Map([...documents].map(([other, { before }]) => [other, before]));
  const carry: Carry = (proposals) => {
    const translated = arrange(own, places, proposals);
    const lost = proposals.flatMap((_, index) => (translated.some((one) => one.proposal === index) ? [] : [index + 1]));
    if (lost.length > 0) return { blamed: lost };
    const change = readBack([...translated.map(({ operation }) => ({ operation, document: key })), ...others]);
    const blamed = (numbers: readonly number[]) => ({
      blamed: numbers.flatMap((number) => {
        const proposal = translated[number - 1]?.proposal;
        return proposal === undefined ? [] : [proposal + 1];
      }),
    });
    if ('misread' in change) return blamed(change.misread);
    const applied = applyChange(change, originals);
    if (!applied.ok) return blamed(applied.refusals.map(({ instruction }) => instruction));
    return { result: applied.documents.get(key)?.after ?? document.before };
  };
  const rest = own.made.text.source === after.source ? undefined : correspond(own.made.text, after);
  const derived = rest ? deriveDocument(own.made.text, rest, carry) : undefined;
  if (derived?.ok === false) return undefined;
  return arrange(own, places, derived?.proposals ?? []);
}

interface Arranged extends Written {
  /** The place in the list of proposals that it is of; none of a structural one. */
  readonly proposal?: number;
}

// All instructions in the order of the text made, each said of the text before; what cannot be said of it is left out.
function arrange(
  { structural, made }: Stage,
  places: readonly number[],
  proposals: readonly Proposal[],
): readonly Arranged[] {
  const own = structural.map((one, index): readonly [number, Arranged] => [(places[index] ?? 0) + 0.5, one]);
  const rest = proposals.flatMap((proposal, index): readonly (readonly [number, Arranged])[] => {
    const operation = translate(proposal.operation, made);
    return operation ? [[reachOf(proposal).start, { ...proposal, operation, proposal: index }]] : [];
  });
  return [...own, ...rest].sort(([one], [other]) => one - other).map(([, written]) => written);
}

function isProved(written: Instructions, documents: ReadonlyMap<string, Versioned>): boolean {
  const asked = [...written].flatMap(([document, list]) => list.map(({ operation }) => ({ operation, document })));
  const change = readBack(asked);
  if ('misread' in change) return false;
  const applied = applyChange(change, new Map([...documents].map(([key, { before }]) => [key, before])));
  if (!applied.ok) return false;
  return [...documents].every(([key, { before, correspondence }]) =>
    isCanonicallyEqual(applied.documents.get(key)?.after ?? before, correspondence.after.source),
  );
}
