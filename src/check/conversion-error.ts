import type { Document } from '../model/document.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * Words that a word processor printed in place of a citation whose target had gone. They stand in the published law and
 * cite nothing.
 *
 * Bad:
 *
 *     The interface in Section Error! Reference source not found. may be used.
 *
 * Good:
 *
 *     The interface in Section 2.3 of the Code may be used.
 */
export const conversionError: Rule = {
  id: 'conversion-error',
  severity: 'error',
  summary: 'Words that a word processor printed in place of a citation whose target had gone.',
  find: ({ documents }) => documents.flatMap((document) => findIn(document)),
};

const leftover =
  /Error[!:] (?:Reference source not found|Bookmark not defined|Hyperlink reference not valid|Main Document Only|(?:No|Not a valid|Unknown) [^.\n]{1,80})\.?/g;

function findIn(document: Document): readonly Finding[] {
  return [...document.source.matchAll(leftover)].map((match) => ({
    document,
    start: match.index,
    end: match.index + match[0].length,
    text: `“${match[0]}” is a word processor’s message, not text of the law: a citation here lost its target.`,
    advice: 'Find out from an earlier version what was cited, and write the citation out.',
  }));
}
