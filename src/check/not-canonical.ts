import type { Document } from '../model/document.ts';
import { canonicalText } from '../source/format.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * A document that is not written as `format` writes it. Two writings of one text make redlines noisy, and the amending
 * instructions that are derived from an edited copy are exact only between canonical texts. One finding for a document,
 * at the first line that differs.
 *
 * Bad:
 *
 *     * (a) apply; and
 *     * (b) pay.
 *
 * Good:
 *
 *     - (a) apply; and
 *     - (b) pay.
 */
export const notCanonical: Rule = {
  id: 'not-canonical',
  severity: 'warning',
  summary: 'A document that is not written as `format` writes it.',
  find: ({ documents }) => documents.flatMap((document) => findIn(document)),
};

function findIn(document: Document): readonly Finding[] {
  const { source } = document;
  const canonical = canonicalText(document.tree, source);
  if (canonical === source) return [];
  const at = firstDifference(source, canonical);
  const start = source.lastIndexOf('\n', at - 1) + 1;
  const end = lineEnd(source, start);
  return [
    {
      document,
      start,
      end,
      text: `Not in canonical form: expected ${shown(canonical, start)}, found ${shown(source, start)}.`,
      advice: 'Run `sec-redline format` on it: the meaning stays as it is.',
    },
  ];
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  return at;
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

// Up to the line that differs the two texts are the same, so the line starts at the same offset in both.
function shown(text: string, start: number): string {
  if (start >= text.length) return 'the end of the text';
  const line = text.slice(start, lineEnd(text, start));
  const short = line.length > 80 ? `${line.slice(0, 79)}…` : line;
  if (line === '') return 'an empty line';
  return `“${short.replaceAll('\r', '␍').replaceAll('\uFEFF', '␣')}”`;
}
