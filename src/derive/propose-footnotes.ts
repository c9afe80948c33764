import type { Document, Provision } from '../model/document.ts';
import { walk } from '../provision/walk.ts';
import type { Structural, Structure } from './structural.ts';

/** Writes “omit footnote 1” for each footnote that the text after does not have: its calls go with it. */
export function proposeFootnotes({ before, after, locators }: Structure): readonly Structural[] {
  const kept = new Set(footnotesOf(after).map(({ label }) => label));
  const end = after.source.length;
  return footnotesOf(before).flatMap((about): readonly Structural[] => {
    const at = kept.has(about.label) ? undefined : locators.of(about);
    return at ? [{ operation: { type: 'omit-provision', at }, about, after: { start: end, end } }] : [];
  });
}

function footnotesOf(document: Document): readonly Provision[] {
  return [...walk(document)].map(({ provision }) => provision).filter(({ type }) => type === 'footnote');
}
