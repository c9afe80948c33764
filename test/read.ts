import type { Document } from '../src/model/document.ts';
import { parseDocument } from '../src/source/parse.ts';

/** Reads lines of Markdown as a document, as a test writes them. */
export function documentOf(...lines: readonly string[]): Document {
  return parseDocument(`${lines.join('\n')}\n`, 'D.md');
}
