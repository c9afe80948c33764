import type { LabelLocator } from '../model/locator.ts';
import { readListedLabel } from './listed-labels.ts';
import { mostSteps, readLocatorSteps, readOuterSteps } from './locator-grammar.ts';
import { type Chain, joinPlaces, type LocatorStep, type Place } from './locator-steps.ts';
import { readOrdinal } from './ordinal.ts';
import { namedNouns, provisionNouns, singularNoun } from './provision-nouns.ts';
import {
  attempt,
  expected,
  nextToken,
  rangeSince,
  type SentenceReader,
  skipDash,
  skipMark,
  skipWord,
  takeQuotation,
  takeWord,
} from './sentence-reader.ts';
import { readLabelled, readNamed } from './step-grammar.ts';
import { readRow } from './table-grammar.ts';

/** No list that anyone writes has more entries than this. */
const mostEntries = 200;

/** Rule: places from the outermost in, with commas between: `sections 5.1 and 5.2, in the table, in the head row`. */
export function readNarrowingPlaces(reader: SentenceReader): readonly Place[] | undefined {
  const from = reader.index;
  let places = readPlaces(reader);
  for (let steps = 1; places && steps < mostSteps; steps += 1) {
    const inner = attempt(reader, () => {
      if (!skipMark(reader, ',')) return undefined;
      skipWord(reader, 'in');
      return readPlaces(reader);
    });
    if (!inner) break;
    const joined = joinPlaces(places, inner);
    if (!joined) reader.misfit = { ...rangeSince(reader, from), ...nothingInARange };
    places = joined;
  }
  return places;
}

/** What is wrong with a target that narrows a range. */
export const nothingInARange = {
  text: 'Expected each provision by its number, found a range and something within it.',
  advice: 'Name each provision: “In paragraphs 5.5.4 and 5.5.5, …”.',
};

/** Rule: one place or several: `paragraphs 5.5.1(a) and (c)`, `section 5.1 and the table in section 5.3`. */
export function readPlaces(reader: SentenceReader): readonly Place[] | undefined {
  const first = readEntry(reader);
  if (!first) return undefined;
  const places = [...first];
  while (places.length < mostEntries) {
    const next = attempt(reader, () => {
      skipMark(reader, ',');
      if (!skipWord(reader, 'and') || nextToken(reader).type === 'quotation') return undefined;
      skipWord(reader, 'in');
      return readEntry(reader);
    });
    if (!next) break;
    places.push(...next);
  }
  return places;
}

function readEntry(reader: SentenceReader): readonly Place[] | undefined {
  const plural = attempt(reader, readPlural);
  if (plural) return plural;
  if (reader.misfit) return undefined;
  const steps = readLocatorSteps(reader);
  return steps && [steps];
}

function readPlural(reader: SentenceReader): readonly Place[] | undefined {
  skipWord(reader, 'the');
  const token = nextToken(reader);
  if (token.type !== 'word') return undefined;
  const word = token.text.toLowerCase();
  if (readOrdinal(word) !== undefined) return readOrdinals(reader);
  const noun = singularNoun(word);
  if (noun === undefined) return undefined;
  reader.index += 1;
  if (noun === 'heading') return takeWord(reader, 'of') ? within([{ type: 'heading' }], readPlaces(reader)) : undefined;
  const entries = readEntries(reader, noun);
  const outer = entries && readOuterSteps(reader);
  return entries?.map((entry) => placeIn(entry, outer ?? []));
}

type Entry = LocatorStep | { readonly from: LabelLocator; readonly to: LabelLocator };

function readEntries(reader: SentenceReader, noun: string): readonly Entry[] | undefined {
  if (noun === 'definition') {
    if (!skipWord(reader, 'of', 'for')) expected(reader, '“of”');
    return readListed(
      reader,
      quoted((term) => ({ type: 'definition', term })),
    );
  }
  if (noun === 'row') return readRows(reader);
  if (noun === 'column')
    return readListed(
      reader,
      quoted((column) => ({ type: 'cell', column })),
    );
  if ((namedNouns as readonly string[]).includes(noun)) return readListed(reader, () => readNamed(reader, noun));
  if (!(provisionNouns as readonly string[]).includes(noun)) return undefined;
  return readNumbered(reader, noun);
}

/** Rule, after a plural noun: `5.5.1(a), (c) and 5.5.4 to 5.5.6`. */
function readNumbered(reader: SentenceReader, noun: string): readonly Entry[] | undefined {
  let last: LabelLocator | undefined;
  const one = (): LabelLocator | undefined => {
    last = last ? readListedLabel(reader, last) : readLabelled(reader, noun);
    return last;
  };
  return readListed(reader, () => {
    const from = one();
    const to = from && attempt(reader, () => (skipWord(reader, 'to') || skipDash(reader) ? one() : undefined));
    return from && to ? { from, to } : from;
  });
}

function readRows(reader: SentenceReader): readonly Entry[] | undefined {
  const first = readRow(reader);
  if (!first) return undefined;
  const others = readFurther(reader, (): LocatorStep | undefined => {
    skipWord(reader, 'step');
    const token = nextToken(reader);
    if (token.type !== 'label' && token.type !== 'quotation') return undefined;
    reader.index += 1;
    return { type: 'row', key: token.text, step: token.type === 'label' };
  });
  return [first, ...others];
}

/** Rule: `the first and third paragraphs of section 5.1`. */
function readOrdinals(reader: SentenceReader): readonly Place[] | undefined {
  const ordinals = readListed(reader, () => {
    const token = nextToken(reader);
    const ordinal = token.type === 'word' ? readOrdinal(token.text) : undefined;
    if (ordinal !== undefined) reader.index += 1;
    return ordinal;
  });
  const noun = skipWord(reader, 'paragraphs', 'items', 'rows', 'tables', 'sentences')?.slice(0, -1);
  if (!ordinals || noun === undefined) return undefined;
  const outer = readOuterSteps(reader);
  return ordinals.map((ordinal): Chain => {
    if (noun === 'table' || noun === 'sentence') return [{ type: noun, ordinal }, ...outer];
    return [{ type: 'ordinal', noun: noun as 'paragraph', ordinal }, ...outer];
  });
}

function quoted(make: (words: string) => LocatorStep) {
  return (reader: SentenceReader): LocatorStep | undefined => {
    const token = takeQuotation(reader);
    return token && make(token.text);
  };
}

function readListed<One>(
  reader: SentenceReader,
  rule: (reader: SentenceReader) => One | undefined,
): readonly One[] | undefined {
  const first = rule(reader);
  return first === undefined ? undefined : [first, ...readFurther(reader, rule)];
}

function readFurther<One>(reader: SentenceReader, rule: (reader: SentenceReader) => One | undefined): readonly One[] {
  const found: One[] = [];
  while (found.length < mostEntries) {
    const next = attempt(reader, () => {
      const separated = skipMark(reader, ',');
      return skipWord(reader, 'and') || separated ? rule(reader) : undefined;
    });
    if (next === undefined) break;
    found.push(next);
  }
  return found;
}

function within(steps: Chain, places: readonly Place[] | undefined): readonly Place[] | undefined {
  return places && joinPlaces(places, [steps]);
}

function placeIn(entry: Entry, outer: Chain): Place {
  return 'from' in entry ? { from: [entry.from, ...outer], to: [entry.to, ...outer] } : [entry, ...outer];
}
