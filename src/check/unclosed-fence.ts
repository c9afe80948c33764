import type { Document } from '../model/document.ts';
import { walk } from '../provision/walk.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * A block of code that is opened and not closed: everything after it, to the end of the document or of its list item, is
 * taken as code, with no labels and no citations in it.
 *
 * Bad:
 *
 *     ```xml
 *     <a/>
 *
 *     5.2 A Party shall apply.
 *
 * Good:
 *
 *     ```xml
 *     <a/>
 *     ```
 *
 *     5.2 A Party shall apply.
 */
export const unclosedFence: Rule = {
  id: 'unclosed-fence',
  severity: 'error',
  summary: 'A block of code that is opened and not closed.',
  find: ({ documents }) => documents.flatMap((document) => findIn(document)),
};

function findIn(document: Document): readonly Finding[] {
  const found: Finding[] = [];
  for (const { provision } of walk(document)) {
    if (provision.type !== 'code') continue;
    const code = document.source.slice(provision.start, provision.end);
    const fence = /^(?:`{3,}|~{3,})/.exec(code)?.[0];
    if (fence === undefined || isClosed(code, fence)) continue;
    const { start } = provision;
    found.push({
      document,
      start,
      end: start + fence.length,
      text: 'This block of code is not closed, and takes in all that follows.',
      advice: `Close it with a line ${fence} after the last line of code.`,
    });
  }
  return found;
}

function isClosed(code: string, fence: string): boolean {
  const lineFeed = code.lastIndexOf('\n');
  // In a block quote or a list the closing line is printed with what marks those.
  const last = lineFeed < 0 ? '' : code.slice(lineFeed + 1).replace(/^[ \t>]+/, '');
  return last.startsWith(fence) && last.trimEnd() === fence.charAt(0).repeat(last.trimEnd().length);
}
