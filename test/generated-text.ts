import fc from 'fast-check';

const inline = fc.constantFrom(
  ...[
    'The ',
    'DCC ',
    'shall ',
    'three ',
    'four ',
    'route',
    'x~y',
    '[No longer in use]',
    '(a) ',
    '1. ',
    '- ',
    '# ',
    '> ',
  ],
  ...['*', '**', '_', '`', '``', '[', '](https://a.example/b)', ']', '[foo]', '[^1]', '\\', '!', '|', '\\|', '~~', '='],
  ...[
    '<ins>',
    '</ins>',
    '<del>',
    '</del>',
    '\\<ins>',
    '&lt;del&gt;',
    '<br>',
    '<b>',
    '</b>',
    '<!-- c -->',
    '&amp;',
    '&',
  ],
  ...[
    '<!-- redline: x -->',
    '[^redline-1]',
    'https://a.example/',
    'www.a.example',
    'a@b.example',
    '\u202E',
    '“q”',
    '…',
  ],
);

const line = fc
  .array(inline, { minLength: 1, maxLength: 7 })
  .map((pieces) => pieces.join('').trim())
  // Nothing but the mark of a list is read now as a list, now as words, after what stands before it.
  .map((text) => (/^(?:|[-+*]|\d+[.)])$/.test(text) ? 'x' : text));
const cell = line.map((text) => text.replaceAll('|', ''));

const block: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')) },
  fc.tuple(fc.integer({ min: 1, max: 6 }), line).map(([depth, text]) => `${'#'.repeat(depth)} ${text}`),
  fc.tuple(line, line, line).map(([one, two, three]) => `- ${one}\n  - ${two}\n- ${three}\n\n  closing`),
  fc.tuple(line, line).map(([one, two]) => `3. ${one}\n4. ${two}`),
  fc.tuple(cell, cell, cell).map(([a, b, c]) => `| ${a} | h |\n|---|:-:|\n| ${b} | ${c} |\n| | z |`),
  fc
    .tuple(fc.constantFrom('', 'xml', 'diff', 'diff redline code'), line)
    .map(([kind, text]) => `~~~${kind}\n${text}\n\n~~~`),
  fc.tuple(line, line).map(([one, two]) => `> ${one}\n>\n> ${two}`),
  line.map((text) => `<div>\n${text}\n</div>`),
  line.map((text) => `    indented ${text}`),
  line.map((text) => `[^1]: ${text}`),
  fc.constantFrom(
    '---',
    '[foo]: /url "t"',
    '<!-- redline: text ends -->',
    '<del>\n\nx\n\n</del>',
    '<!-- open',
    '```\nopen',
  ),
);

const blocks = fc.array(block, { minLength: 1, maxLength: 5 });

/** Markdown of every kind, most of it awkward. */
export const generatedText: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('', '', '---\ntitle: x\n---\n\n'), blocks)
  .map(([head, list]) => `${head}${list.join('\n\n')}\n`);

/** Two texts that have much in common. */
export const generatedPair: fc.Arbitrary<readonly [string, string]> = fc
  .tuple(blocks, blocks, fc.nat(), fc.nat(), line)
  .map(([common, others, from, to, words]) => {
    const after = [...common];
    after.splice(from % (common.length + 1), to % 2, ...others.slice(0, to % 3));
    const at = to % Math.max(1, after.length);
    const changed = after[at]?.replace(/[a-z]{3,}/, `${words.replaceAll('\n', ' ')}`);
    if (changed !== undefined) after[at] = changed;
    return [`${common.join('\n\n')}\n`, `${after.join('\n\n')}\n`];
  });
