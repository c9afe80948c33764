import { visit } from 'unist-util-visit';
import type { Document } from '../model/document.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * The call of a footnote that is not there. No program makes a call of it: a reader sees the brackets as words of the law. A bracket that is
 * meant stands behind a backslash: `\[^9]`.
 *
 * Bad:
 *
 *     5.1 A record is deleted.[^9]
 *
 * Good:
 *
 *     5.1 A record is deleted.[^9]
 *
 *     [^9]: After seven years.
 */
export const footnoteMissing: Rule = {
  id: 'footnote-missing',
  severity: 'error',
  summary: 'The call of a footnote that is not there, which prints as brackets.',
  find: ({ documents }) => documents.flatMap((document) => findIn(document)),
};

// As GitHub's Markdown names a footnote: no white space and no brackets. Code is no text, and what follows `\` is a bracket.
const call = /(?<!\\)\[\^[^\s[\]]+\]/g;

function findIn(document: Document): readonly Finding[] {
  const found: Finding[] = [];
  visit(document.tree, 'text', ({ position }) => {
    const start = position?.start.offset ?? 0;
    const words = document.source.slice(start, position?.end.offset ?? start);
    for (const { 0: name, index } of words.matchAll(call))
      found.push({
        document,
        start: start + index,
        end: start + index + name.length,
        about: name,
        text: `There is no footnote ${name}: a reader sees the brackets.`,
        advice: `Write the footnote (in a change: after “words” insert the footnote—), or take the call out.`,
      });
  });
  return found;
}
