import type { Yaml } from 'mdast';
import type { Document } from '../model/document.ts';
import { readFrontMatter } from '../source/front-matter.ts';
import { rangeOf } from '../source/index-provisions.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * What the head of a document declares, where it cannot be read, where an appendix does not say which version of it this
 * is, and where two documents say that they are the same appendix. Redlines and citations find documents by it.
 *
 * Bad:
 *
 *     ---
 *     appendix: D
 *     ---
 *
 * Good:
 *
 *     ---
 *     appendix: D
 *     version: "1.0"
 *     ---
 */
export const frontMatter: Rule = {
  id: 'front-matter',
  severity: 'error',
  summary: 'The head of a document cannot be read, or does not say which version of which appendix it is.',
  find: ({ documents }) => [...documents.flatMap((document) => findIn(document)), ...sameLetters(documents)],
};

function findIn(document: Document): readonly Finding[] {
  const head = document.tree.children[0];
  if (head?.type !== 'yaml') return [];
  const { problems } = readFrontMatter(head.value);
  const { appendix, version } = document.frontMatter;
  const unread = problems.map(({ line, column, text }) => ({
    document,
    ...pointRange(document, head, line, column),
    text: `The front matter cannot be read: ${text}.`,
    advice: 'Write lines of the form `name: value`, the value in quotation marks where it holds a colon.',
  }));
  if (appendix === undefined || version !== undefined) return unread;
  return [
    ...unread,
    {
      document,
      ...fieldRange(document, head, 'appendix'),
      text: `Appendix ${appendix} does not say which version of it this is.`,
      advice: 'Add a line such as `version: "1.0"`.',
    },
  ];
}

function sameLetters(documents: readonly Document[]): readonly Finding[] {
  const first = new Map<string, Document>();
  return documents.flatMap((document) => {
    const { appendix } = document.frontMatter;
    const head = document.tree.children[0];
    if (appendix === undefined || head?.type !== 'yaml') return [];
    const other = first.get(appendix);
    if (!other) {
      first.set(appendix, document);
      return [];
    }
    const range = fieldRange(document, head, 'appendix');
    return [
      {
        document,
        ...range,
        text: `${other.path} is already Appendix ${appendix}.`,
        advice: 'Give one of the two another letter, or leave one of them out.',
        other: { document: other, ...fieldRange(other, other.tree.children[0] as Yaml, 'appendix'), text: 'the other' },
      },
    ];
  });
}

function pointRange(document: Document, head: Yaml, line: number, column: number) {
  const { start, end } = rangeOf(head);
  let at = start;
  for (let passed = 0; passed < line && at < end; passed += 1) at = document.source.indexOf('\n', at) + 1 || end;
  const point = Math.min(at + column - 1, end);
  return { start: point, end: point };
}

function fieldRange(document: Document, head: Yaml, name: string) {
  const { start, end } = rangeOf(head);
  const match = new RegExp(`^${name}[ \\t]*:.*$`, 'm').exec(document.source.slice(start, end));
  return match ? { start: start + match.index, end: start + match.index + match[0].length } : { start, end };
}
