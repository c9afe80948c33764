import type { Operation } from '../model/change.ts';
import type { Document } from '../model/document.ts';
import type { Carry } from './carry.ts';
import type { CarryAsked } from './carry-asked.ts';
import { type Correspondence, correspond } from './correspondence.ts';
import { type Drafted, deriveDocument } from './derive-document.ts';
import { type Footing, layFooting, placesOfStructural } from './footing.ts';
import { type Proposal, reachOf } from './proposal.ts';
import type { Asked } from './read-back.ts';
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

/** Gives the draft of the instructions for a document without structural ones. */
export type Plain = (key: string) => Drafted;

/** How often structural instructions that do not serve are left out, and the rest is derived again. */
const mostRounds = 2;

/** What all that is derived upon structural instructions is derived from. */
export interface Upon {
  readonly documents: ReadonlyMap<string, Versioned>;
  readonly reading: Reading;
  readonly plain: Plain;
  /** Carries instructions out on the documents as they are given. */
  readonly carryAsked: CarryAsked;
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
  if (structural.length === 0 && made.text === made.base) return { list: writtenIn(setting.plain(key)), serving: [] };
  const refused = new Set<Structural>();
  const list = deriveRest(key, own, setting, refused);
  if (!list) return { serving: refused.size === 0 ? [] : structural.filter((one) => !refused.has(one)) };
  return { list, serving: costsLess(key, list, setting) ? structural : [] };
}

function writtenIn(drafted: Drafted): readonly Written[] | undefined {
  const derived = drafted.derive();
  return derived.ok ? derived.proposals : undefined;
}

// All words that come must be said; where all is said in fewer, or in fewer than a draft without structure, that need not be derived.
function costsLess(key: string, list: readonly Written[], { documents, plain }: Setting): boolean {
  const cost = costOf(list);
  if (cost <= (documents.get(key)?.correspondence.wordsInserted ?? 0)) return true;
  const drafted = plain(key);
  const rough = drafted.cost();
  if (rough === undefined || cost < rough) return true;
  const without = writtenIn(drafted);
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
  const arrange = arranging(own);
  if (text.source === after.source) return arrange([]);
  const carry = carryUpon(key, document, { arrange, refused }, setting);
  const derived = deriveDocument(text, correspond(text, after), setting.reading, carry);
  return derived.ok ? arrange(derived.proposals) : undefined;
}

interface Carrying {
  readonly arrange: (proposals: readonly Proposal[]) => readonly Arranged[];
  /** Those that no proposal can give way to. */
  readonly refused: Set<Structural>;
}

function carryUpon(key: string, document: Versioned, { arrange, refused }: Carrying, setting: Setting): Carry {
  const others = [...setting.footings].flatMap(([other, { structural }]) =>
    other === key ? [] : structural.map(({ operation }): Asked => ({ operation, document: other })),
  );
  return (proposals) => {
    const arranged = arrange(proposals);
    const kept = new Set(arranged.map(({ of }) => of));
    const lost = proposals.flatMap((proposal, index) => (kept.has(proposal) ? [] : [index + 1]));
    if (lost.length > 0) return { blamed: lost };
    const carried = setting.carryAsked([...arranged.map(({ operation }) => ({ operation, document: key })), ...others]);
    if ('ok' in carried && carried.ok) return { result: carried.documents.get(key)?.after ?? document.before };
    const numbers = 'ok' in carried ? carried.refusals.map((one) => one.instruction) : carried.misread;
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

// All instructions in the order of the text made, each said of the text before, once; what cannot be said of it is left out.
function arranging(footing: Footing): Carrying['arrange'] {
  const { structural, made } = footing;
  const places = placesOfStructural(footing);
  const own = structural.map((of, index): readonly [number, Arranged] => {
    const { operation, after, more = [] } = of;
    return [(places[index] ?? 0) + 0.5, { operation, after, more, of }];
  });
  const said = new Map<Operation, Operation | undefined>();
  const say = (operation: Operation): Operation | undefined => {
    if (!said.has(operation)) said.set(operation, translate(operation, made));
    return said.get(operation);
  };
  return (proposals) => {
    const rest = proposals.flatMap((of): readonly (readonly [number, Arranged])[] => {
      const operation = say(of.operation);
      const { after, more = [] } = of;
      return operation ? [[reachOf(of).start, { operation, after, more, of }]] : [];
    });
    return [...own, ...rest].sort(([one], [other]) => one - other).map(([, written]) => written);
  };
}

function isProved(written: ReadonlyMap<string, readonly Written[]>, { documents, reading, carryAsked }: Upon): boolean {
  const asked = [...written].flatMap(([document, list]) => list.map(({ operation }) => ({ operation, document })));
  const carried = carryAsked(asked);
  if (!('ok' in carried) || !carried.ok) return false;
  return [...documents].every(([key, { before, correspondence }]) => {
    const made = carried.documents.get(key)?.after ?? before;
    return made.source === correspondence.after.source || reading.canonicalText(made) === correspondence.after.source;
  });
}
