import { applyChange } from '../change/apply.ts';
import type { Document } from '../model/document.ts';
import type { Carry } from './carry.ts';
import { type Correspondence, correspond } from './correspondence.ts';
import { deriveDocument } from './derive-document.ts';
import { type Footing, layFooting, placesOfStructural } from './footing.ts';
import { type Proposal, reachOf } from './proposal.ts';
import { type Asked, readBack } from './read-back.ts';
import type { Reading } from './reading.ts';
import type { Structural } from './structural.ts';
import { translate } from './translate.ts';
import { costOf, type Written } from './written.ts';

/** One document as it is given, and how its canonical form compares with that of its text after. */
export interface Versioned {
  readonly before: Document;
  readonly correspondence: Correspondence;
}

/** By the key of a document, the instructions for it. */
export type Instructions = ReadonlyMap<string, readonly Written[]>;

/** Gives the instructions for a document without structural ones; undefined where there are none that give its text. */
export type Plain = (key: string) => readonly Written[] | undefined;

/** How often structural instructions that do not serve are left out, and the rest is derived again. */
const mostRounds = 2;

/** What all that is derived upon structural instructions is derived from. */
export interface Upon {
  readonly documents: ReadonlyMap<string, Versioned>;
  readonly reading: Reading;
  readonly plain: Plain;
}

/**
 * Derives the rest upon structural instructions, and proves all together. Those that are refused beside the rest are left out, and all of
 * a document where they do not cost a reader less than `plain`. Undefined where none is left.
 */
export function deriveUpon(footings: ReadonlyMap<string, Footing>, upon: Upon, round = 1): Instructions | undefined {
  const { documents, reading } = upon;
  const kept = new Map<string, readonly Structural[]>();
  const written = new Map<string, readonly Written[]>();
  let changed = false;
  for (const [key, own] of footings) {
    const { list, serving } = deriveOne(key, own, { ...upon, footings });
    if (list) written.set(key, list);
    else if (own.structural.length === 0) return undefined;
    kept.set(key, serving);
    changed ||= serving.length < own.structural.length;
  }
  if (!changed) return isProved(written, upon) ? written : undefined;
  const texts = new Map([...documents].map(([key, { correspondence }]) => [key, correspondence.before]));
  const fewer = round < mostRounds ? layFooting(texts, kept, reading) : undefined;
  return fewer && deriveUpon(fewer, upon, round + 1);
}

interface Setting extends Upon {
  readonly footings: ReadonlyMap<string, Footing>;
}

interface DerivedUpon {
  readonly list?: readonly Written[] | undefined;
  /** The structural instructions that serve. */
  readonly serving: readonly Structural[];
}

function deriveOne(key: string, own: Footing, setting: Setting): DerivedUpon {
  const { structural, made } = own;
  if (structural.length === 0 && made.text === made.base) return { list: setting.plain(key), serving: [] };
  const refused = new Set<Structural>();
  const list = deriveRest(key, own, setting, refused);
  if (!list) return { serving: refused.size === 0 ? [] : structural.filter((one) => !refused.has(one)) };
  return { list, serving: costsLess(key, list, setting) ? structural : [] };
}

// All words that come must be said; where all is said in fewer, what else there may be need not be known.
function costsLess(key: string, list: readonly Written[], { documents, plain }: Setting): boolean {
  const cost = costOf(list);
  if (cost <= (documents.get(key)?.correspondence.wordsInserted ?? 0)) return true;
  const without = plain(key);
  return !without || cost < costOf(without);
}

function deriveRest(
  key: string,
  own: Footing,
  setting: Setting,
  refused: Set<Structural>,
): readonly Written[] | undefined {
  const document = setting.documents.get(key);
  if (!document) return undefined;
  const { after } = document.correspondence;
  const { text } = own.made;
  const places = placesOfStructural(own);
  if (text.source === after.source) return arrange(own, places, []);
  const derived = deriveDocument(
    text,
    correspond(text, after),
    setting.reading,
    carryUpon(key, document, { own, places, refused }, setting),
  );
  return derived.ok ? arrange(own, places, derived.proposals) : undefined;
}

interface Carrying {
  readonly own: Footing;
  readonly places: readonly number[];
  /** Those that no proposal can give way to. */
  readonly refused: Set<Structural>;
}

function carryUpon(key: string, document: Versioned, { own, places, refused }: Carrying, setting: Setting): Carry {
  const others = [...setting.footings].flatMap(([other, { structural }]) =>
    other === key ? [] : structural.map(({ operation }): Asked => ({ operation, document: other })),
  );
  const originals = originalsOf(setting.documents);
  return (proposals) => {
    const arranged = arrange(own, places, proposals);
    const said = new Set(arranged.map(({ of }) => of));
    const lost = proposals.flatMap((proposal, index) => (said.has(proposal) ? [] : [index + 1]));
    if (lost.length > 0) return { blamed: lost };
    const change = readBack([...arranged.map(({ operation }) => ({ operation, document: key })), ...others]);
    const applied = 'misread' in change ? undefined : applyChange(change, originals, setting.reading.read);
    if (applied?.ok) return { result: applied.documents.get(key)?.after ?? document.before };
    const numbers =
      'misread' in change ? change.misread : applied ? applied.refusals.map((one) => one.instruction) : [];
    const faulty = numbers.flatMap((number) => arranged[number - 1]?.of ?? []);
    const blamed = faulty.flatMap((one) => ('work' in one ? [proposals.indexOf(one) + 1] : []));
    if (blamed.length === 0) for (const one of faulty) if (!('work' in one)) refused.add(one);
    return { blamed };
  };
}

/** An instruction in its place among the others, and what it says. */
interface Arranged extends Written {
  readonly of: Structural | Proposal;
}

// All instructions in the order of the text made, each said of the text before; what cannot be said of it is left out.
function arrange(
  { structural, made }: Footing,
  places: readonly number[],
  proposals: readonly Proposal[],
): readonly Arranged[] {
  const own = structural.map((of, index): readonly [number, Arranged] => {
    const { operation, after, more = [] } = of;
    return [(places[index] ?? 0) + 0.5, { operation, after, more, of }];
  });
  const rest = proposals.flatMap((of): readonly (readonly [number, Arranged])[] => {
    const operation = translate(of.operation, made);
    const { after, more = [] } = of;
    return operation ? [[reachOf(of).start, { operation, after, more, of }]] : [];
  });
  return [...own, ...rest].sort(([one], [other]) => one - other).map(([, written]) => written);
}

function isProved(written: ReadonlyMap<string, readonly Written[]>, { documents, reading }: Upon): boolean {
  const asked = [...written].flatMap(([document, list]) => list.map(({ operation }) => ({ operation, document })));
  const change = readBack(asked);
  const applied = 'misread' in change ? undefined : applyChange(change, originalsOf(documents), reading.read);
  if (!applied?.ok) return false;
  return [...documents].every(([key, { before, correspondence }]) => {
    const made = applied.documents.get(key)?.after ?? before;
    return made.source === correspondence.after.source || reading.canonicalText(made) === correspondence.after.source;
  });
}

function originalsOf(documents: ReadonlyMap<string, Versioned>): ReadonlyMap<string, Document> {
  return new Map([...documents].map(([key, { before }]) => [key, before]));
}
