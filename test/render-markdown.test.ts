import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { comparePack } from '../src/library.ts';
import type { Pack } from '../src/model/pack.ts';
import type { RedlineBlock } from '../src/model/redline.ts';
import { renderMarkdown } from '../src/render/markdown/render-markdown.ts';
import { parseMarkdown } from '../src/source/syntax.ts';
import { generatedPair, generatedText } from './generated-text.ts';
import {
  contentOf,
  deleted,
  handmadePack,
  heading,
  inserted,
  item,
  paragraph,
  parent,
  row,
  same,
  words,
} from './handmade.ts';

const begins = /<!-- redline: text begins, references are \[\^.*…\] -->\n\n/;

/** The text of a redline, without what stands before and after it. */
function textOf(markdown: string): string {
  const start = begins.exec(markdown);
  if (!start) throw new Error('no text');
  return markdown.slice(start.index + start[0].length, markdown.lastIndexOf('\n\n<!-- redline: text ends -->'));
}

function redlined(blocks: readonly RedlineBlock[], more: Parameters<typeof handmadePack>[0] = {}): string {
  return textOf(contentOf(renderMarkdown(handmadePack({ blocks, ...more })), 'D.redline.md'));
}

describe('words in a Markdown redline', () => {
  it('stand in tags where they come or go, and bear the instruction', () => {
    expect(redlined([paragraph(same('Any of '), deleted('four', 7), inserted('three', 7), same(' routes.'))])).toBe(
      'Any of <del>four</del><ins>three</ins> routes.[^redline-7]',
    );
  });

  it('keep how they are set within the tags', () => {
    const runs = [
      same('It '),
      inserted('shall', 1, { formats: ['strong'] }),
      inserted(' now', 1),
      deleted('x', 1, { formats: ['code'] }),
      same(' see '),
      inserted('here', 1, { link: 'https://a.example/', formats: ['emphasis'] }),
    ];
    expect(redlined([paragraph(...runs)])).toBe(
      'It <ins>**shall** now</ins><del>`x`</del> see <ins>[*here*](https://a.example/)</ins>[^redline-1]',
    );
  });

  it('are told twice where only their setting changes', () => {
    const runs = [same('shall', { formats: ['strong'], formatsBefore: [] }), same(' act')];
    expect(redlined([words('paragraph', runs, { status: 'changed' })])).toBe(
      '<del>shall</del><ins>**shall**</ins> act',
    );
  });

  it('are followed by the sign of an end that only one text has, and by what the block was', () => {
    const written = redlined([
      words('paragraph', [same('One.')], { status: 'changed', ending: 'inserted' }),
      words('paragraph', [same('Two.')], { status: 'changed', typeBefore: 'item', ending: 'deleted' }),
      words('paragraph', [same('Three.')], { status: 'changed' }),
    ]);
    expect(written).toBe(
      [
        'One.<!-- redline: break inserted --><ins>¶</ins>',
        'Two.<!-- redline: before item --> *[before: an item of a list]*<!-- redline: break deleted --><del>¶</del>',
        'Three.',
      ].join('\n\n'),
    );
  });

  it('are no remark where the text itself has the comment of one', () => {
    const remark = '<!-- redline: break inserted -->';
    expect(redlined([paragraph(same('One '), same(remark, { formats: ['html'] }), inserted('two', 1))])).toBe(
      `One \\${remark}<ins>two</ins>[^redline-1]`,
    );
  });

  it('are never marks where the text itself says ins or del', () => {
    const literal = redlined([
      paragraph(same('a <ins>b</ins> '), same('<del>', { formats: ['html'] }), inserted('c', 1)),
      paragraph(same('<INS class="x">', { formats: ['html'] })),
    ]);
    expect(literal).toBe('a \\<ins>b\\</ins> \\<del><ins>c</ins>[^redline-1]\n\n\\<INS class="x">');
  });
});

describe('blocks in a Markdown redline', () => {
  it('keep their headings, bullets and cells', () => {
    const table = parent('table', [
      { ...row([same('Route')], [same('Allowed')]), header: true },
      row([same('Portal')], [deleted('Yes', 2), inserted('No', 2)]),
      row([deleted('SPOTI', 3)], [deleted('Yes', 3)]),
    ]);
    const list = parent('list', [item(same('(a) stays;')), item(inserted('(b) comes.', 4))]);
    expect(redlined([heading(2, same('5 '), deleted('Old', 1), inserted('New', 1)), list, table])).toBe(
      [
        '## 5 <del>Old</del><ins>New</ins>[^redline-1]',
        '',
        '- (a) stays;',
        '- <ins>(b) comes.</ins>[^redline-4]',
        '',
        '| Route | Allowed |',
        '|---|---|',
        '| Portal | <del>Yes</del><ins>No</ins>[^redline-2] |',
        '| <del>SPOTI</del>[^redline-3] | <del>Yes</del> |',
      ].join('\n'),
    );
  });

  it('tell lines of code one by one, and keep the language', () => {
    const code = words('code', [same('<a>\n'), deleted('<b>'), inserted('<c>'), same('\n</a>')], { language: 'xml' });
    expect(redlined([code])).toBe('```diff redline code xml\n <a>\n-<b>\n+<c>\n </a>\n```');
  });

  it('tell the lines of a whole block of code, and nothing of the side that has none', () => {
    expect(redlined([words('code', [inserted('x\ny')])])).toBe('```diff redline code\n+x\n+y\n```');
    expect(redlined([words('code', [deleted('x')])])).toBe('```diff redline code\n-x\n```');
  });

  it('tell source code that looks like a redline line by line, though nothing in it changes', () => {
    const code = words('code', [same('-x')], { language: 'diff redline code' });
    expect(redlined([code])).toBe('```diff redline code diff redline code\n -x\n```');
  });

  it('are struck at the old place of a move and new at the new place', () => {
    expect(
      redlined([
        words('paragraph', [same('Moved.')], { status: 'moved-from', move: 1 }),
        parent('list', [item(same('Moved.'))], { status: 'moved-to', move: 1 }),
      ]),
    ).toBe('<del>Moved.</del>\n\n- <ins>Moved.</ins>');
  });

  it('say which dividing lines come and go', () => {
    expect(
      redlined([
        { type: 'rule', status: 'deleted' },
        { type: 'rule', status: 'inserted' },
      ]),
    ).toBe('<!-- redline: dividing line deleted -->\n\n<!-- redline: dividing line inserted -->\n\n---');
  });

  it('that do not change keep their bytes', () => {
    const kept = [
      '* a list\n* with stars\n\n  and closing words',
      '| a  |   b |\n|:---|----:|\n| 1  |   2 |',
      'Setext\n======',
      'A paragraph\nof two lines & one \\*.',
      '~~~ xml\n<a>\n~~~',
      '    indented',
      '<div>\nraw\n</div>',
      '> quoted\n> twice',
      '[^1]: A note.',
    ];
    const before = ['First.', ...kept, 'Last[^1].'].join('\n\n');
    const after = ['The first.', ...kept, 'The last[^1].'].join('\n\n');
    expect(textOf(contentOf(renderMarkdown(comparePack(before, after))))).toContain(kept.join('\n\n'));
  });

  it('that do not change keep their bytes within a list that does', () => {
    const pack = comparePack('- (a) one & \\*two\\*;\n- (b) three.\n', '- (a) one & \\*two\\*;\n- (b) four.\n');
    expect(textOf(contentOf(renderMarkdown(pack)))).toBe(
      '- (a) one & \\*two\\*;\n- (b) <del>three</del><ins>four</ins>.',
    );
  });
});

describe('the head and the end of a Markdown redline', () => {
  const pack = handmadePack({
    blocks: [paragraph(inserted('x', 1))],
    instructions: [
      { number: 1, words: 'After paragraph 1 insert—\n\n> x', reason: 'It is *new*.' },
      { number: 2, words: 'Omit paragraph 2.' },
    ],
    change: {},
    document: { frontMatter: { appendix: 'D', version: '1.0', status: 'specimen' } },
  });
  const markdown = contentOf(renderMarkdown(pack));

  it('say what it is', () => {
    expect(
      markdown.startsWith('> **Redline of Appendix D: Registration Procedures, version 1.0.**\n>\n> Specimen:'),
    ).toBe(true);
    expect(markdown).toContain('> Change: DP074 Clarity on Certificates. Stage: problem statement.');
    expect(markdown).toContain(`sha256 ${pack.documents[0]?.redline.after.sha256}`);
  });

  it('tell each instruction, in a note where it is referred to', () => {
    expect(markdown).toContain('\n**Instruction 2.** Omit paragraph 2.\n');
    expect(
      markdown.endsWith('\n[^redline-1]: **Instruction 1.** After paragraph 1 insert— Reason: It is \\*new\\*.\n'),
    ).toBe(true);
  });

  it('tell what was expected of this document, after the text', () => {
    const result = (key: string) => ({
      sentence: `No *${key}*.`,
      holds: true,
      documents: [key],
      provisions: 2,
      finding: 'None.',
    });
    const text = contentOf(
      renderMarkdown(handmadePack({ blocks: [paragraph(same('x'))], expectations: [result('D'), result('K')] })),
    );
    const end = text.slice(text.indexOf('<!-- redline: text ends -->'));
    expect(end).toContain('- **Holds.** No \\*D\\*. None.');
    expect(end).not.toContain('K');
  });

  it('do not take a name that a footnote of the text has', () => {
    const taken = handmadePack({
      blocks: [
        paragraph(inserted('x', 1)),
        parent('footnote', [paragraph(same('Note.'))], { identifier: 'redline-1' }),
      ],
    });
    expect(contentOf(renderMarkdown(taken))).toContain('<ins>x</ins>[^redline-redline-1]');
  });

  it('leave the front matter first where it does not change', () => {
    const compared = comparePack('---\ntitle: A\n---\n\nOne.\n', '---\ntitle: A\n---\n\nTwo.\n');
    expect(contentOf(renderMarkdown(compared)).startsWith('---\ntitle: A\n---\n\n> ')).toBe(true);
  });
});

describe('a Markdown redline', () => {
  it('is the same every time it is made', () => {
    const make = () => renderMarkdown(comparePack('# A\n\n- (a) one\n', '# A\n\n- (a) two\n'));
    expect(make()).toEqual(make());
  });

  it('never makes a list of words that only followed others at once', () => {
    const pack = comparePack('https://a.example/The\n> 1.\n', 'The://a.example/The\n> 1.\n');
    const root = parseMarkdown(contentOf(renderMarkdown(pack)));
    expect(readBack(root, 'after')).toEqual(shownOf(pack, 'after'));
  });

  it('never makes the call of a footnote of the words of a link', () => {
    const pack = comparePack('- The\n  - The\n- The\n\n  closing\n', '---\n\n[^1]The\nThe\n\n[^1]: \\<ins>The\n');
    const root = parseMarkdown(contentOf(renderMarkdown(pack)));
    expect(readBack(root, 'after')).toEqual(shownOf(pack, 'after'));
  });

  it.each([
    ['texts that have little in common', fc.tuple(generatedText, generatedText)],
    ['texts that have much in common', generatedPair],
  ])('gives back both texts, block by block: %s', (_, pair) => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const pack = comparePack(before, after);
        const root = parseMarkdown(contentOf(renderMarkdown(pack)));
        expect(readBack(root, 'before')).toEqual(shownOf(pack, 'before'));
        expect(readBack(root, 'after')).toEqual(shownOf(pack, 'after'));
      }),
      { numRuns: 60 },
    );
  });
});

type Side = 'before' | 'after';

/** Reads a redline back as its description says. */
function readBack(root: Root, side: Side): readonly string[] {
  const text = contentOf([{ path: '', content: String((root.children.find(isBeginning) as { value: string }).value) }]);
  const prefix = /\[\^(.*)…\]/.exec(text)?.[1] ?? '';
  const from = root.children.findIndex(isBeginning);
  const to = root.children.findLastIndex(
    (node) => node.type === 'html' && node.value === '<!-- redline: text ends -->',
  );
  const head = root.children[0]?.type === 'yaml' ? [root.children[0]] : [];
  const read = [...head, ...root.children.slice(from + 1, to)].flatMap((node) => blocksIn(node, side, prefix));
  return joined(read).flatMap(({ type, text }) => shown(type, text));
}

/** A block read back. `joins`: the words of the next block of this side follow at once. */
interface Read {
  readonly type: string;
  readonly text: string;
  readonly joins?: boolean;
}

function joined(read: readonly Read[]): readonly Read[] {
  const blocks: Read[] = [];
  for (const block of read) {
    const last = blocks.at(-1);
    if (last?.joins) {
      const joins = block.joins || block.text.trim() === '';
      blocks[blocks.length - 1] = { type: last.type, text: last.text + block.text, joins };
    } else blocks.push(block);
  }
  return blocks;
}

function isBeginning(node: Nodes): boolean {
  return node.type === 'html' && node.value.startsWith('<!-- redline: text begins');
}

function blocksIn(node: Nodes, side: Side, prefix: string): readonly Read[] {
  switch (node.type) {
    case 'heading':
    case 'paragraph':
      return [wordsIn(node, node.type, side, prefix)];
    case 'tableCell':
      return [wordsIn(node, 'cell', side, prefix)];
    case 'code':
      return node.lang === 'diff' && node.meta?.startsWith('redline ')
        ? [{ type: node.meta.split(' ')[1] ?? '', text: linesOf(node.value, side) }]
        : [{ type: 'code', text: node.value }];
    case 'html':
      if (breaks.test(node.value)) return [{ type: 'paragraph', text: '', joins: breakOf(node.value) === side }];
      return node.value.startsWith('<!-- redline:') ? [] : [{ type: 'html', text: node.value }];
    case 'yaml':
      return [{ type: 'front-matter', text: node.value }];
    case 'definition':
      return [{ type: 'link-definition', text: node.label ?? '' }];
    default:
      return 'children' in node ? node.children.flatMap((child) => blocksIn(child, side, prefix)) : [];
  }
}

function linesOf(value: string, side: Side): string {
  const gone = side === 'after' ? '-' : '+';
  const lines = value.split('\n').filter((line) => !line.startsWith(gone));
  return lines.map((line) => line.slice(1)).join('\n');
}

const breaks = /^<!-- redline: break (inserted|deleted) -->/;

/** The side on which the words of a block go on in the next one. */
function breakOf(comment: string): Side {
  return breaks.exec(comment)?.[1] === 'inserted' ? 'before' : 'after';
}

function wordsIn(node: Nodes, own: string, side: Side, prefix: string): Read {
  let [mark, type, remark, joins] = ['', own, false, false];
  const collect = (one: Nodes): string => {
    const was = one.type === 'html' ? /^<!-- redline: before ([a-z ]+) -->$/.exec(one.value)?.[1] : undefined;
    if (was !== undefined && side === 'before') type = was === 'heading' ? 'heading' : 'paragraph';
    if (one.type === 'html' && breaks.test(one.value)) [remark, joins] = [true, breakOf(one.value) === side];
    remark ||= was !== undefined;
    if (remark && !('children' in one)) return '';
    if (one.type === 'html' && /^<\/?(?:ins|del)>$/.test(one.value)) {
      mark = one.value.startsWith('</') ? '' : one.value;
      return '';
    }
    if ('children' in one) return (one.children as Nodes[]).map(collect).join('');
    if (mark === (side === 'after' ? '<del>' : '<ins>')) return '';
    if (one.type === 'break') return ' ';
    if (one.type === 'image' || one.type === 'imageReference') return one.alt ?? '';
    if (one.type === 'footnoteReference') return one.identifier.startsWith(prefix) ? '' : (one.label ?? '');
    return 'value' in one ? one.value : '';
  };
  const text = collect(node);
  return { type, text, joins };
}

// Definitions are compared by their labels alone: what they print is not words.
function shownOf(pack: Pack, side: Side): readonly string[] {
  const gone = side === 'after' ? 'deleted' : 'inserted';
  const leaves = (block: RedlineBlock): readonly Read[] => {
    if ('children' in block) return block.children.flatMap(leaves);
    if (!('runs' in block) || block.status === gone) return [];
    const text = block.runs.flatMap((run) => (run.type === gone ? [] : [run.text])).join('');
    const was = side === 'before' ? block.typeBefore : undefined;
    const type = was === undefined ? block.type : was === 'heading' ? 'heading' : 'paragraph';
    return [{ type, text, joins: block.ending === gone }];
  };
  const blocks = pack.documents.flatMap(({ redline }) => redline.blocks.flatMap(leaves));
  return joined(blocks).flatMap(({ type, text }) => shown(type, text));
}

function shown(type: string, text: string): readonly string[] {
  if (text.trim() === '') return [];
  if (type === 'link-definition') return [`${type}: ${/^\[?([^\]]*)/.exec(text)?.[1] ?? ''}`];
  const said =
    type === 'code'
      ? text
      : text
          .replace(/<br ?\/?>|\s+/g, ' ')
          .replace(/ {2,}/g, ' ')
          .trim();
  const words = said.replace(/^\[[ xX]\] ?/, '');
  return words.trim() === '' ? [] : [`${type}: ${words}`];
}
