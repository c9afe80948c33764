import { applyChange } from '../change/apply.ts';
import type { Document, Provision } from '../model/document.ts';
import { findLocators } from '../provision/locator-of.ts';
import { walk } from '../provision/walk.ts';
import { basePlaces } from './base-places.ts';
import { readBack } from './read-back.ts';
import type { Reading } from './reading.ts';
import type { Structural } from './structural.ts';
import type { Made } from './translate.ts';

/** Structural instructions on one document, and what it is when they, and those on the others, are carried out. */
export interface Footing {
  readonly structural: readonly Structural[];
  readonly made: Made;
}

/** How often instructions that are refused are left out, and the others carried out without them. */
const mostRounds = 4;

/**
 * Carries structural instructions out on documents in canonical form, all together, and leaves out those that are refused. Undefined
 * where none is left, or where what they make is not in canonical form.
 */
export function layFooting(
  documents: ReadonlyMap<string, Document>,
  structural: ReadonlyMap<string, readonly Structural[]>,
  reading: Reading,
): ReadonlyMap<string, Footing> | undefined {
  let listed = [...structural].flatMap(([document, list]) => list.map((one) => ({ ...one, document })));
  for (let round = 0; round < mostRounds && listed.length > 0; round += 1) {
    const change = readBack(listed);
    const applied = 'misread' in change ? undefined : applyChange(change, documents, reading.read);
    if (applied?.ok) return footingsOf(documents, listed, applied.documents, reading);
    const refused = new Set(
      'misread' in change
        ? change.misread
        : applied?.ok === false
          ? applied.refusals.map((one) => one.instruction)
          : [],
    );
    listed = listed.filter((_, index) => !refused.has(index + 1));
  }
  return undefined;
}

type Listed = Structural & { readonly document: string };

type AppliedDocuments = Extract<ReturnType<typeof applyChange>, { readonly ok: true }>['documents'];

function footingsOf(
  documents: ReadonlyMap<string, Document>,
  listed: readonly Listed[],
  applied: AppliedDocuments,
  reading: Reading,
): ReadonlyMap<string, Footing> | undefined {
  const footings = new Map<string, Footing>();
  for (const [key, base] of documents) {
    const { after = base, edits = [] } = applied.get(key) ?? {};
    const text = after === base ? base : { ...after, key };
    if (reading.canonicalText(text) !== text.source) return undefined;
    const structural = listed.filter(({ document }) => document === key);
    const moved = new Map(structural.flatMap(({ about, beside }) => (beside ? [[about, beside] as const] : [])));
    const places = basePlaces({ before: base, edits });
    footings.set(key, { structural, made: { base, text, places, locators: findLocators(base), moved } });
  }
  return footings;
}

/** Where in the text made each structural instruction has its place among the others. */
export function placesOfStructural({ structural, made }: Footing): readonly number[] {
  const starts = new Map<Provision, number>();
  for (const { provision } of walk(made.text)) {
    const origin = made.places.provisionOf(provision);
    if (origin && !starts.has(origin)) starts.set(origin, provision.start);
  }
  const before = (about: Provision): number => {
    let place = 0;
    for (const [origin, start] of starts)
      if (origin.start < about.start && !made.moved.has(origin)) place = Math.max(place, start);
    return place;
  };
  return structural.map(({ about }) => starts.get(about) ?? before(about));
}
