import type { Redline, Span } from '../model/redline.ts';

/** The text after: the spans without what is deleted, byte for byte. */
export function acceptRedline(redline: Redline): string {
  return joinSpans(redline.source, 'deleted');
}

/** The text before: the spans without what is inserted, byte for byte. */
export function rejectRedline(redline: Redline): string {
  return joinSpans(redline.source, 'inserted');
}

function joinSpans(spans: readonly Span[], without: Span['type']): string {
  let joined = '';
  for (const { type, text } of spans) if (type !== without) joined += text;
  return joined;
}
