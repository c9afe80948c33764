import type { Document } from '../model/document.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * Characters that nobody can read and that come from a conversion: they make words that look the same differ, so that a
 * quoted text is not found. One finding for each kind in a document, at the first of them, with their number.
 *
 * Bad:
 *
 *     A Party\u200B shall apply.
 *
 * Good:
 *
 *     A Party shall apply.
 */
export const unreadableCharacter: Rule = {
  id: 'unreadable-character',
  severity: 'error',
  summary: 'A character that nobody can read and that comes from a conversion.',
  find: ({ documents }) => documents.flatMap((document) => findIn(document)),
};

interface Kind {
  readonly name: string;
  readonly characters: RegExp;
  readonly advice: string;
  readonly severity?: 'warning';
}

const remove = 'Remove it, or put the character that was meant.';
const kinds: readonly Kind[] = [
  {
    name: 'byte order mark',
    characters: /^\uFEFF/g,
    advice: 'Save the file as UTF-8 without one; `format` takes it out.',
    severity: 'warning',
  },
  {
    name: 'carriage return',
    characters: /\r/g,
    advice: 'End lines with a line feed only; `format` takes them out.',
    severity: 'warning',
  },
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  { name: 'control character', characters: /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g, advice: remove },
  { name: 'replacement character', characters: /\uFFFD/g, advice: remove },
  { name: 'character of a private font', characters: /[\uE000-\uF8FF]/g, advice: remove },
  { name: 'invisible character', characters: /[\u00AD\u200B\u2060]|(?!^)\uFEFF/g, advice: remove },
];

function findIn(document: Document): readonly Finding[] {
  return kinds.flatMap(({ name, characters, advice, severity }) => {
    const first = document.source.search(characters);
    if (first < 0) return [];
    const count = document.source.match(characters)?.length ?? 1;
    const text =
      count === 1
        ? `There is a ${name} here (${code(document, first)}).`
        : `There are ${count} of this ${name} (${code(document, first)}), the first here.`;
    const finding: Finding = { document, start: first, end: first + 1, text, advice };
    return [severity ? { ...finding, severity } : finding];
  });
}

function code(document: Document, at: number): string {
  return `U+${document.source.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`;
}
