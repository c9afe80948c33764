import type { Document, Provision } from '../model/document.ts';
import type { LocatorFinder } from '../provision/locator-of.ts';
import { labelCore } from '../source/label.ts';
import type { Correspondence } from './correspondence.ts';

/** The provisions of a text before, its sections set one in another by the levels that their headings have in the text after. */
export interface Relevelled {
  readonly children: readonly Provision[];
  readonly locators: LocatorFinder;
}

interface Heading {
  readonly section: Provision;
  readonly level: number;
}

/**
 * Sets the sections of the text before by their levels after, so that a section whose level changes is a pair with what it
 * became and all that stands under it stays. Where no level changes, nothing does. What it makes anew is named as what it was.
 */
export function relevel({ before, after, starts }: Correspondence, locators: LocatorFinder): Relevelled {
  const versions = new Map(sectionsOf(after.children).map((section) => [section.start, section]));
  const headings = sectionsOf(before.children).map((section): Heading => {
    const version = versions.get(starts.get(section.start) ?? -1);
    const was = levelOf(section, before);
    return { section, level: version && keepsNumber(section, version) ? levelOf(version, after) : was };
  });
  if (headings.every(({ section, level }) => level === levelOf(section, before)))
    return { children: before.children, locators };
  const origins = new Map<Provision, Provision>();
  const first = before.children.filter(({ type }) => type !== 'section');
  const children = [...first, ...nested(headings, origins)];
  const origin = (provision: Provision) => origins.get(provision) ?? provision;
  return {
    children,
    locators: { of: (one) => locators.of(origin(one)), parentsOf: (one) => locators.parentsOf(origin(one)) },
  };
}

// A heading has at most six levels, so that what calls itself here does not go deep.
function sectionsOf(provisions: readonly Provision[]): readonly Provision[] {
  return provisions.flatMap((one) => (one.type === 'section' ? [one, ...sectionsOf(one.children)] : []));
}

/** The level of a section's heading: how many number signs begin it. */
export function levelOf({ start }: Provision, { source }: Document): number {
  return /^#*/.exec(source.slice(start, start + 7))?.[0].length ?? 0;
}

/** Whether a heading may stand in place of another: it has its number, or is given one where there was none. */
export function keepsNumber(before: Provision, after: Provision): boolean {
  return before.label === undefined || labelCore(before.label) === labelCore(after.label ?? '');
}

// From the last heading to the first: what is deeper and follows stands in it.
function nested(headings: readonly Heading[], origins: Map<Provision, Provision>): readonly Provision[] {
  const waiting: { readonly level: number; readonly made: Provision }[] = [];
  for (const { section, level } of headings.toReversed()) {
    const own = section.children.filter(({ type }) => type !== 'section');
    const under: Provision[] = [];
    for (let next = waiting.at(-1); next && next.level > level; next = waiting.at(-1)) {
      under.push(next.made);
      waiting.pop();
    }
    const children = [...own, ...under];
    const end = children.at(-1)?.end ?? section.words.end;
    const made = { ...section, children, end };
    origins.set(made, section);
    waiting.push({ level, made });
  }
  return waiting.map(({ made }) => made).toReversed();
}
