import type {
  CellLocator,
  DefinitionLocator,
  DocumentLocator,
  FrontMatterLocator,
  HeadingLocator,
  LabelLocator,
  Locator,
  OrdinalLocator,
  PartLocator,
  RowLocator,
  TableLocator,
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
  | Omit<CellLocator, 'of'>;

/** A locator, or what keeps the steps from being one. */
export type Composed =
  | { readonly ok: true; readonly locator: Locator }
  | { readonly ok: false; readonly text: string; readonly advice: string };

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
    case 'heading':
    case 'opening':
    case 'closing':
      if (outer) return located({ ...step, of: outer });
      return refused(
        `Expected the provision that ${step.type === 'heading' ? 'the heading is' : `the ${step.type} words are`} of.`,
        'Say for example “the heading of section 5.6” or “the closing words of paragraph 5.5.1”.',
      );
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

function refused(text: string, advice: string): Composed {
  return { ok: false, text, advice };
}
