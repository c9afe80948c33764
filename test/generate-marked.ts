import fc from 'fast-check';

const word = fc.constantFrom('the', 'DCC', 'shall', 'send', 'each', 'request', 'by', 'post', 'Gateway', 'to', 'Panel');

const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((list) => list.join(' '));

const piece = fc.oneof(
  { weight: 4, arbitrary: words },
  { weight: 1, arbitrary: fc.tuple(words, word).map(([text, page]) => `[${text}](https://example.org/${page})`) },
  { weight: 1, arbitrary: fc.tuple(words, word).map(([text, page]) => `[${text}](${page}.md "see ${page}")`) },
  { weight: 1, arbitrary: words.map((text) => `[${text}][form]`) },
  { weight: 1, arbitrary: words.map((text) => `*${text}*`) },
  { weight: 1, arbitrary: words.map((text) => `**${text}**`) },
  { weight: 1, arbitrary: words.map((text) => `\`${text} --send\``) },
  { weight: 1, arbitrary: fc.tuple(word, fc.constantFrom('1', '2')).map(([text, call]) => `${text}[^${call}]`) },
);

const sentence = fc.array(piece, { minLength: 3, maxLength: 10 }).map((pieces) => `${pieces.join(' ')}.`);

const tail = '[form]: https://example.org/form\n\n[^1]: The first.\n\n[^2]: The second.\n';

/** Numbered paragraphs of words, links, emphasis, code and calls of two footnotes. */
const markedText = fc
  .array(sentence, { minLength: 1, maxLength: 4 })
  .map((list) => `# Notes\n\n${list.map((text, index) => `1.${index + 1} ${text}\n\n`).join('')}${tail}`);

const edit = fc.record({ at: fc.nat(), deed: fc.constantFrom('other', 'none', 'more', 'mark', 'plain'), put: word });

/** A text with much that is written with marks at both ends, and a copy in which words of it are others, wherever they stand. */
export const markedPair: fc.Arbitrary<readonly [string, string]> = fc
  .tuple(markedText, fc.array(edit, { minLength: 1, maxLength: 4 }))
  .map(([before, edits]) => [before, edits.reduce(edited, before)] as const);

function edited(text: string, { at, deed, put }: { readonly at: number; readonly deed: string; readonly put: string }) {
  const end = text.indexOf('[form]:');
  const pattern = deed === 'plain' ? /(?<=\s)\*{1,2}\w[^*]*\*{1,2}|\[\^\d\]/g : /[A-Za-z]+/g;
  const found = [...text.slice('# Notes\n\n'.length, end).matchAll(pattern)];
  const place = found[at % Math.max(1, found.length)];
  if (!place) return text;
  const start = '# Notes\n\n'.length + place.index;
  const [own] = place;
  const made = { other: put, none: '', more: `${own} ${put}`, mark: `*${own}*`, plain: '' }[deed] ?? own;
  return text.slice(0, start) + made + text.slice(start + own.length);
}
