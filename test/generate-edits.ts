import fc from 'fast-check';
import { sentence } from './generate.ts';

/** One thing a drafter does to a copy: other words in a line, a line taken out, one put in after another, or one doubled. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  word: fc.nat({ max: 40 }),
  kind: fc.constantFrom('words', 'words', 'words', 'drop', 'paragraph', 'item', 'row', 'double'),
  text: sentence,
});

/** A document, and an edited copy of it: the lines under its title changed as drafters change them. */
export function draftedPair(documentText: fc.Arbitrary<string>): fc.Arbitrary<readonly [string, string]> {
  return fc.tuple(documentText, fc.array(edit, { minLength: 1, maxLength: 8 })).map(([before, edits]) => {
    const lines: (string | undefined)[] = before.split('\n');
    const title = lines.findIndex((line) => line?.startsWith('# ')) + 1;
    for (const { at, word, kind, text } of edits) {
      const index = title + Math.floor(at * (lines.length - title));
      lines[index] = edited(lines[index] ?? '', kind, text, word);
    }
    return [before, lines.filter((line) => line !== undefined).join('\n')];
  });
}

function edited(line: string, kind: string, text: string, word: number): string | undefined {
  switch (kind) {
    case 'words': {
      const words = line.split(' ');
      const place = 2 + (word % Math.max(1, words.length - 2));
      if (words[place] !== undefined && /^[a-zA-Z]+$/.test(words[place] ?? '')) words[place] = text;
      return words.join(' ');
    }
    case 'drop':
      return line.startsWith('#') || line.startsWith('|--') || line.startsWith('```') ? line : undefined;
    case 'paragraph':
      return line === '' ? `\n${text}\n` : line;
    case 'item':
      return /^ *- /.test(line) ? `${line}\n${/^ */.exec(line)?.[0] ?? ''}- (z) ${text}` : line;
    case 'row':
      return /^\| \d/.test(line) ? `${line}\n| new | ${text} | none |` : line;
    default:
      return line === '' ? line : `${line}\n\n${text}`;
  }
}
