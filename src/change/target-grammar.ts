import type { Locator, TargetLocator } from '../model/locator.ts';
import type { Range } from '../model/range.ts';
import { composeTarget, joinPlaces, type Place } from '../provision/locator-steps.ts';
import { nothingInARange, readNarrowingPlaces, readPlaces } from '../provision/place-grammar.ts';
import { pluralNouns } from '../provision/provision-nouns.ts';
import {
  attempt,
  nextToken,
  rangeSince,
  type SentenceReader,
  skipMark,
  skipWord,
  takeWord,
} from '../provision/sentence-reader.ts';
import { leadsOccurrence } from './occurrence-grammar.ts';

/** What is named in a sentence, as the steps of its places, innermost first. */
export interface Named {
  readonly places: readonly Place[];
  readonly range: Range;
}

/** Rule: `In Annex A,`, what an instruction may begin with. Undefined where it does not; `failed` where no provision follows. */
export function readOuter(reader: SentenceReader): Named | undefined | 'failed' {
  if (!takeWord(reader, 'in')) return undefined;
  // “In each of paragraphs 5.1 and 5.2”
  attempt(reader, () => skipWord(reader, 'each', 'both', 'all') && skipWord(reader, 'of') && namesSeveral(reader));
  const from = reader.index;
  const places = readNarrowingPlaces(reader);
  if (!places) return 'failed';
  const range = rangeSince(reader, from);
  skipMark(reader, ',');
  return { places, range };
}

function namesSeveral(reader: SentenceReader): true | undefined {
  const word = nextToken(reader).text.toLowerCase();
  return pluralNouns.includes(word) && word !== 'appendices' ? true : undefined;
}

/**
 * Rule: a place named after what stands in it: `in paragraph 5.5.2`, after another of these words where more are given. It is within what is
 * named first, where anything is. Undefined where no place follows, or the two do not join, which is then noted.
 */
export function readPlaceAfter(
  reader: SentenceReader,
  outer: Named | undefined,
  first: string,
  ...others: readonly string[]
): Named | undefined {
  if (leadsOccurrence(reader)) return undefined;
  return attempt(reader, () => {
    const preposition = skipWord(reader, first, ...others) ?? (outer ? undefined : takeWord(reader, first));
    const from = reader.index;
    const places = preposition && readNarrowingPlaces(reader);
    if (!places) return undefined;
    const range = rangeSince(reader, from);
    skipMark(reader, ',');
    return outer ? joinNamed(reader, outer, { places, range }) : { places, range };
  });
}

/** Rule: what is named after the verb. */
export function readInner(reader: SentenceReader): Named | undefined {
  const from = reader.index;
  const places = readPlaces(reader);
  return places && { places, range: rangeSince(reader, from) };
}

/** What is named last, within what is named first; both are kept where they are written. Notes the misfit where they do not join. */
export function joinNamed(reader: SentenceReader, outer: Named, inner: Named): Named | undefined {
  const range = { start: Math.min(outer.range.start, inner.range.start), end: inner.range.end };
  const places = joinPlaces(outer.places, inner.places);
  if (places) return { places, range };
  reader.misfit = { ...range, ...nothingInARange };
  return undefined;
}

/** The one target that what is named first and what is named last make together, and where they are written. */
export function joinTarget(
  reader: SentenceReader,
  outer: Named | undefined,
  inner?: Named,
): { readonly at: TargetLocator; readonly range: Range } | undefined {
  const named = outer && inner ? joinNamed(reader, outer, inner) : (outer ?? inner);
  if (!named) return undefined;
  const composed = composeTarget(named.places);
  if (composed.ok) return { at: composed.locator, range: named.range };
  reader.misfit = { ...named.range, text: composed.text, advice: composed.advice };
  return undefined;
}

/** As `joinTarget`, for what can be done to one place only. Notes the misfit where several are named. */
export function joinOne(
  reader: SentenceReader,
  outer: Named | undefined,
  inner?: Named,
): { readonly at: Locator; readonly range: Range } | undefined {
  const target = joinTarget(reader, outer, inner);
  if (!target) return undefined;
  const { at, range } = target;
  if (at.type !== 'several' && at.type !== 'range') return { at, range };
  reader.misfit = {
    ...range,
    text: 'Expected one provision, found several.',
    advice: 'Write an instruction for each, or a list of parts.',
  };
  return undefined;
}
