import type {
  CellLocator,
  DefinitionLocator,
  DocumentLocator,
  FootnoteLocator,
  FrontMatterLocator,
  HeadingLocator,
  HeadRowLocator,
  LabelLocator,
  Locator,
  OrdinalLocator,
  PartLocator,
  RangeLocator,
  RowLocator,
  SentenceLocator,
  TableLocator,
  TargetLocator,
  WordsLocator,
} from '../model/locator.ts';
import { isItemLabel } from './label-path.ts';

/** One link of a locator, without what narrows it: `the second paragraph`, `section 3.1`. */
export type LocatorStep =
  | DocumentLocator
  | FrontMatterLocator
  | LabelLocator
  | Omit<PartLocator, 'of'>
  | Omit<OrdinalLocator, 'of'>
  | Omit<HeadingLocator, 'of'>
  | Omit<WordsLocator, 'of'>
  | Omit<DefinitionLocator, 'of'>
  | Omit<TableLocator, 'of'>
  | Omit<RowLocator, 'of'>
  | Omit<HeadRowLocator, 'of'>
  | Omit<CellLocator, 'of'>
  | Omit<SentenceLocator, 'of'>
  | FootnoteLocator;

/** The steps of one locator, innermost first: each is *of* the next. */
export type Chain = readonly LocatorStep[];

/** One place of a target as written, or two numbered places and all between them. */
export type Place = Chain | { readonly from: Chain; readonly to: Chain };

/** A locator, or what keeps the steps from being one. */
export type Composed<Found = Locator> =
  | { readonly ok: true; readonly locator: Found }
  | { readonly ok: false; readonly text: string; readonly advice: string };

/** What is named last joined to each of what is named first, in order; undefined where something is named within a range. */
export function joinPlaces(outer: readonly Place[], inner: readonly Place[]): readonly Place[] | undefined {
  const joined = outer.flatMap((first) => inner.map((last) => joinTwo(first, last)));
  return joined.some((place) => place === undefined) ? undefined : (joined as readonly Place[]);
}

function joinTwo(outer: Place, inner: Place): Place | undefined {
  if ('from' in outer) return !('from' in inner) && inner.length === 0 ? outer : undefined;
  if ('from' in inner) return { from: [...inner.from, ...outer], to: [...inner.to, ...outer] };
  return [...inner, ...outer];
}

/** Joins the steps of each place into one target. */
export function composeTarget(places: readonly Place[]): Composed<TargetLocator> {
  const locators: (Locator | RangeLocator)[] = [];
  for (const place of places) {
    const composed = 'from' in place ? composeRange(place.from, place.to) : composeLocator(place);
    if (!composed.ok) return composed;
    locators.push(composed.locator);
  }
  const [only] = locators;
  return { ok: true, locator: only && locators.length === 1 ? only : { type: 'several', locators } };
}

function composeRange(first: Chain, last: Chain): Composed<RangeLocator> {
  const from = composeLocator(first);
  const to = composeLocator(last);
  if (!from.ok) return from;
  if (!to.ok) return to;
  if (from.locator.type === 'label' && to.locator.type === 'label')
    return { ok: true, locator: { type: 'range', from: from.locator, to: to.locator } };
  return refused('Only numbered provisions make a range.', 'Say for example “paragraphs 5.5.4 to 5.5.6”.');
}

/** The steps that a locator is composed of, innermost first; of the whole document none, and that as the last only where it is said. */
export function stepsOf(locator: Locator): Chain {
  if (locator.type === 'document') return [];
  if (!('of' in locator) || locator.of === undefined) return [locator];
  const { of, ...own } = locator;
  return of.type === 'document' ? [own, of] : [own, ...stepsOf(of)];
}

/** Joins steps, innermost first, into the locator they spell: each is *of* the next. No steps are the whole document. */
export function composeLocator(steps: readonly LocatorStep[]): Composed {
  let outer: Locator | undefined;
  for (const step of [...steps].reverse()) {
    const composed = narrow(step, outer);
    if (!composed.ok) return composed;
    outer = composed.locator;
  }
  return { ok: true, locator: outer ?? { type: 'document' } };
}

function narrow(step: LocatorStep, outer: Locator | undefined): Composed {
  switch (step.type) {
    case 'document':
      if (!outer) return located(step);
      return refused(
        'The whole document cannot stand inside a part of it.',
        'Name the document last, or leave it out.',
      );
    case 'front-matter':
      if (!outer || outer.type === 'document') return located(step);
      return refused(
        'The front matter is the head of a document, and stands in nothing else.',
        'Say “In the front matter,”.',
      );
    case 'label':
      return narrowLabel(step, outer);
    case 'table':
      return located({ ...step, of: outer ?? { type: 'document' } });
    case 'head-row':
      if (outer) return located({ ...step, of: outer });
      return refused(
        'Expected the table that the head row is of.',
        'Say for example “the head row of the table in section 5.3”.',
      );
    case 'heading':
    case 'opening':
    case 'closing':
    case 'sentence':
      if (outer) return located({ ...step, of: outer });
      return refused(
        `Expected the provision that ${belonging[step.type]} of.`,
        'Say for example “the heading of section 5.6”, “the closing words of paragraph 5.5.1” or “the second sentence of paragraph 5.5.2”.',
      );
    case 'footnote':
      if (!outer || outer.type === 'document') return located(step);
      return refused('A footnote belongs to the document, not to a provision in it.', 'Say “the footnote “1””.');
    case 'cell':
      if (outer) return located({ ...step, of: outer });
      return refused(
        `Expected the row in which the column “${step.column}” is meant.`,
        'Say for example “In the table in section 5.3, in the row for “SPOTI”, in the column “Device Certificates”,”.',
      );
    default:
      return located(outer === undefined || outer.type === 'document' ? step : { ...step, of: outer });
  }
}

const belonging = {
  heading: 'the heading is',
  opening: 'the opening words are',
  closing: 'the closing words are',
  sentence: 'the sentence is',
} as const;

function narrowLabel(step: LabelLocator, outer: Locator | undefined): Composed {
  if (!outer || outer.type === 'document') return located(step);
  if (outer.type === 'label') return located({ ...outer, ...step, labels: [...outer.labels, ...step.labels] });
  const unnumbered = outer.type === 'part' || outer.type === 'ordinal';
  if (unnumbered && isItemLabel(step.labels[0] ?? '')) return located({ ...step, of: outer });
  return refused(
    `A number such as ${step.labels.join('')} can be narrowed by another number only.`,
    step.noun === 'step'
      ? 'Say for example “In the table in paragraph 5.5.3, in the row for step 5.5.3.2,”, or “In step 5.5.3.2,”.'
      : 'Name the item by its place, as “the second item of the “General obligations” part of section 2.4”, or by its full number.',
  );
}

function located(locator: Locator): Composed {
  return { ok: true, locator };
}

function refused(text: string, advice: string): { readonly ok: false; readonly text: string; readonly advice: string } {
  return { ok: false, text, advice };
}
