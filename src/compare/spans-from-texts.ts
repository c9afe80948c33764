import type { Region } from './compare-region.ts';
import { compareRegion } from './compare-region.ts';

/** Writes the spans of two whole texts of which nothing is known but the texts. */
export function writeSpansFromTexts(region: Region): void {
  compareRegion(region, { start: 0, end: region.before.source.length }, { start: 0, end: region.after.source.length });
}
