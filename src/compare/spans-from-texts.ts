import type { Document } from '../model/document.ts';
import type { Region } from './compare-region.ts';
import { compareSources } from './compare-texts.ts';
import { createJoins } from './relabel-joins.ts';
import { mapLabels, noRelabelling, type Relabelling } from './relabel-map.ts';

/**
 * Writes the spans of two whole texts of which nothing is known but the texts. Where labels shifted, the texts are compared again
 * as if they had not. Gives what shifted.
 */
export function writeSpansFromTexts(region: Region, before: Document, after: Document): Relabelling {
  const joins = createJoins();
  const first = compareSources(before.source, after.source, { joins });
  const relabelling = joins.shifted ? mapLabels(before, after, joins) : noRelabelling;
  const { followers } = relabelling;
  const { spans, limited } =
    followers.length === 0 ? first : compareSources(before.source, after.source, { followers });
  let previous: string | undefined;
  for (const { type, text, relabel } of spans) {
    // Two marks that were apart stay apart.
    if (type === previous || (type === 'deleted' && previous === 'inserted')) region.writer.boundary();
    region.writer[type](text, undefined, relabel);
    previous = type;
  }
  Object.assign(region.limited, limited);
  return relabelling;
}
