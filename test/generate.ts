import fc from 'fast-check';

const word = fc.constantFrom(
  'the',
  'DCC',
  'shall',
  'via',
  'Internet',
  'each',
  'request',
  'record',
  'of',
  'Gateway',
  'User',
  '*marked*',
  '**set**',
  '`code`',
  'CSR',
  '(see',
  'A&B',
  '[No',
  'note[^1]',
  '<br>',
  'x~y~z',
);

/** Words as a drafter might write them: plain, marked up, bracketed, awkward. */
export const sentence = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => `${words.join(' ')}.`);

const letters = 'abcdefgh';

const innerItems = fc
  .array(sentence, { minLength: 1, maxLength: 3 })
  .map((items) => items.map((text, index) => `  - (${'i'.repeat(index + 1)}) ${text}`));

const items = fc
  .array(fc.tuple(sentence, fc.option(innerItems, { nil: [] as string[], freq: 2 })), { minLength: 1, maxLength: 5 })
  .map((list) => list.flatMap(([text, inner], index) => [`- (${letters[index]}) ${text}`, ...inner]));

const table = (label: string) =>
  fc
    .array(fc.tuple(sentence, sentence), { minLength: 1, maxLength: 4 })
    .map((rows) => [
      '| Step | Obligation | Next step |',
      '|---|---|---|',
      ...rows.map(([one, two], index) => `| ${label}.${index + 1} | ${one} | ${two} |`),
    ]);

const code = sentence.map((text) => ['```xml', `<Route>${text}</Route>`, '', '```']);

function paragraph(label: string): fc.Arbitrary<readonly string[]> {
  return fc
    .tuple(sentence, fc.option(fc.oneof(items, table(label), code)), fc.option(sentence))
    .map(([opening, block, closing]) => [
      `${label} ${opening}`,
      '',
      ...(block ? [...block, ''] : []),
      ...(closing ? [closing, ''] : []),
    ]);
}

function section(number: number): fc.Arbitrary<readonly string[]> {
  const bodies = fc
    .integer({ min: 1, max: 4 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => paragraph(`${number}.1.${index + 1}`))));
  return fc
    .tuple(sentence, bodies, fc.option(sentence))
    .map(([title, paragraphs, loose]) => [
      `## ${number} ${title}`,
      '',
      `### ${number}.1 Part`,
      '',
      ...(loose ? [loose, ''] : []),
      ...paragraphs.flat(),
    ]);
}

const head = ['---', 'appendix: D', 'title: Specimen', 'version: "1.0"', '---', '# Appendix D: Specimen', ''];

/** A document of our conventions: sections, numbered paragraphs, lists, step tables, code, closing words, a footnote. */
export const documentText: fc.Arbitrary<string> = fc
  .integer({ min: 1, max: 4 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => section(index + 1))))
  .map((sections) => [...head, ...sections.flat(), '[^1]: A note.', ''].join('\n'));

/** Paragraphs of several sentences, and lists of them. */
const prose = fc
  .array(fc.tuple(fc.boolean(), fc.array(sentence, { minLength: 1, maxLength: 5 })), { minLength: 1, maxLength: 8 })
  .map((paragraphs) => `${paragraphs.map(([item, all]) => `${item ? '- ' : ''}${all.join(' ')}`).join('\n\n')}\n`);

const fragment = fc.constantFrom(
  '# Title\n\n',
  '## 5 Section\n',
  '5.1 Words of a paragraph.\n\n',
  '- (a) item\n',
  '- [x] task\n',
  '- [ ] task\n',
  '  - (i) inner\n',
  '* star\n',
  '1. one\n',
  '> quoted\n',
  '```\ncode\n',
  '```\n',
  '| a | b |\n|---|---|\n',
  '| c | d |\n',
  '*open ',
  '**bold** ',
  '[link](http://x.y "t") ',
  '![i](j) ',
  '`tick ',
  '<div>\n',
  '<b>',
  '\\* ',
  '&amp; ',
  '\u00a0',
  '\r\n',
  '\r',
  '\t',
  '\n',
  '\n\n',
  '---\n',
  '[^1]',
  '[^1]: note\n',
  '[a]: http://b\n',
  'naïve café 😀 ',
  '\uFEFF',
  '\0',
  'via the Internet ',
  'CSR. ',
  '    indented\n',
  '<!-- c -->\n',
  '~~gone~~ ',
  'http://auto.link/x ',
  '\\\n',
  '  \n',
);

/** Any text made of what Markdown finds hard: nothing about it need be well formed. */
export const awkwardText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof({ weight: 9, arbitrary: fragment }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) }),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

/** Two texts that share much: one, and the same with some of its lines or words taken out, put in or doubled. */
export function editedPair(text: fc.Arbitrary<string>): fc.Arbitrary<readonly [string, string]> {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    take: fc.integer({ min: 0, max: 30 }),
    put: fc.oneof(fc.constant(''), sentence, fragment),
  });
  return fc.tuple(text, fc.array(edit, { maxLength: 6 })).map(([before, edits]) => {
    let after = before;
    for (const { at, take, put } of edits) {
      const start = wholeCharacter(after, Math.floor(at * after.length));
      after = after.slice(0, start) + put + after.slice(wholeCharacter(after, start + take));
    }
    return [before, after] as const;
  });
}

const deeds = fc.shuffledSubarray(['split', 'join', 'item', 'heading', 'plain'] as const, { minLength: 1 });

/**
 * A document and the same with its paragraphs parted at sentences and words, joined, or made items, headings or plain; and perhaps
 * edited, too.
 */
export const reparagraphedPair: fc.Arbitrary<readonly [string, string]> = fc
  .tuple(
    fc.oneof(documentText, prose),
    fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), deeds), { minLength: 1, maxLength: 8 }),
    fc.option(sentence),
  )
  .map(([before, drafts, added]) => {
    const blocks = before.split('\n\n');
    for (const [at, [deed]] of drafts) {
      const place = Math.floor(at * blocks.length);
      blocks.splice(place, 2, ...reparagraphed(deed ?? 'split', at, blocks.slice(place, place + 2)));
    }
    if (added) blocks.splice(Math.floor(blocks.length / 2), 0, added);
    return [before, blocks.join('\n\n')] as const;
  });

function reparagraphed(deed: string, at: number, [one = '', ...rest]: readonly string[]): readonly string[] {
  const spaces = [...one.matchAll(/ /g)].map(({ index }) => index);
  const space = spaces[Math.floor(at * 7919) % spaces.length];
  if (deed === 'split' && space !== undefined) return [one.slice(0, space), one.slice(space + 1), ...rest];
  if (deed === 'join') return [[one, ...rest].join(' ')];
  if (deed === 'item') return [`- ${one}`, ...rest];
  if (deed === 'heading') return [`### ${one}`, ...rest];
  return [one.replace(/^(?:- |#+ )/, ''), ...rest];
}

// Half of a character beyond the basic plane is not text.
function wholeCharacter(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset + 1 : offset;
}
