import fc from 'fast-check';
import type { Element, Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { comparePack } from '../src/library.ts';
import type { Pack } from '../src/model/pack.ts';
import type { RedlineBlock } from '../src/model/redline.ts';
import { renderHtml } from '../src/render/html/render-html.ts';
import { generatedText } from './generated-text.ts';
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

const parser = unified().use(rehypeParse).freeze();

function elements(html: string, test: (element: Element) => boolean): readonly Element[] {
  const found: Element[] = [];
  visit(parser.parse(html), 'element', (element) => {
    if (test(element)) found.push(element);
  });
  return found;
}

const named = (html: string, name: string) => elements(html, ({ tagName }) => tagName === name);
const withId = (html: string, id: string) => elements(html, ({ properties }) => properties.id === id);
const blocksOf = (html: string) => elements(html, ({ properties }) => properties.dataBlock !== undefined);

function textOf(node: Nodes, told = true): string {
  if (node.type === 'text') return node.value;
  if (!told && node.type === 'element' && node.properties.dataTold !== undefined) return '';
  return 'children' in node ? node.children.map((child) => textOf(child, told)).join('') : '';
}

function page(blocks: readonly RedlineBlock[], more: Parameters<typeof handmadePack>[0] = {}): string {
  return contentOf(renderHtml(handmadePack({ blocks, ...more })), 'D.html');
}

const instructions = [
  { number: 1, words: 'In paragraph 1.1, for “four” substitute “three”.', reason: 'Three remain.' },
  { number: 2, words: 'Omit paragraph 1.2.' },
];

describe('a mark on the page', () => {
  const html = page([paragraph(same('Any of '), deleted('four', 1), inserted('three', 1), same(' routes.'))]);

  it('is told by an element and in words at both ends', () => {
    const [gone] = elements(html, ({ tagName, properties }) => tagName === 'del' && properties.dataBy === '1');
    const [added] = elements(html, ({ tagName, properties }) => tagName === 'ins' && properties.dataBy === '1');
    expect(gone && textOf(gone).replace(/\s+/g, ' ').trim()).toBe('deletion starts four deletion ends');
    expect(added && textOf(added).replace(/\s+/g, ' ').trim()).toBe('insertion starts three insertion ends');
    expect(gone && textOf(gone, false)).toBe('four');
  });

  it('is one for neighbouring runs that differ only in how they are set', () => {
    const both = page([paragraph(inserted('one ', 1), inserted('two', 1, { formats: ['strong'] }), inserted(' 3', 2))]);
    const marks = elements(both, ({ tagName, properties }) => tagName === 'ins' && properties.dataBy !== undefined);
    expect(marks.map((mark) => textOf(mark, false))).toEqual(['one two', ' 3']);
  });

  it('shows a line break that comes or goes', () => {
    const cell = page([paragraph(same('a'), deleted('\n', 1, { formats: ['break'] }), same('b'))]);
    expect(cell).toContain('↵');
  });

  it('shows where a link leads that changes nothing else', () => {
    const link = page([
      paragraph(
        deleted('here', 1, { link: 'https://old.example/' }),
        inserted('here', 1, { link: 'https://new.example/' }),
      ),
    ]);
    expect(link).toContain('⟨https://old.example/⟩');
    expect(link).toContain('⟨https://new.example/⟩');
  });

  it('tells words whose setting alone changes', () => {
    const set = page([
      words('paragraph', [same('shall', { formats: ['strong'], formatsBefore: [] })], { status: 'changed' }),
    ]);
    expect(set).toContain('[set strong, before plain]');
    expect(set).toContain('Setting of words changed');
  });
});

describe('the blocks of the text', () => {
  it('each bear their type, and their status where they change', () => {
    const html = page([
      heading(1, same('Title')),
      parent('list', [item(same('(a) one')), item(inserted('(b) two', 1))]),
      parent('quote', [paragraph(same('quoted'))]),
      { type: 'rule', status: 'same' },
      words('code', [same('let x;\n'), inserted('let y;')], { language: 'js' }),
      words('html', [same('<b>')]),
      words('link-definition', [same('[a]: /b')]),
      words('front-matter', [same('title: x')]),
      parent('footnote', [paragraph(same('note'))], { identifier: '1' }),
    ]);
    expect(blocksOf(html).map(({ properties }) => [properties.dataBlock, properties.dataStatus ?? 'same'])).toEqual([
      ['heading', 'same'],
      ['list', 'changed'],
      ['item', 'same'],
      ['paragraph', 'same'],
      ['item', 'inserted'],
      ['paragraph', 'inserted'],
      ['quote', 'same'],
      ['paragraph', 'same'],
      ['rule', 'same'],
      ['code', 'changed'],
      ['html', 'same'],
      ['link-definition', 'same'],
      ['front-matter', 'same'],
      ['footnote', 'same'],
      ['paragraph', 'same'],
    ]);
  });

  it('hold all the words of the article that are not told beside it', () => {
    const html = page(
      [
        words('front-matter', [deleted('title: x'), inserted('title: y')]),
        parent('list', [item(inserted('(b) two', 1))], { first: 2 }),
        parent('table', [{ ...row([same('H')]), header: true }, row([deleted('x', 1)])]),
        parent('footnote', [paragraph(same('note'))], { identifier: '1' }),
        { type: 'rule', status: 'inserted' },
        words('code', [same('x')], { language: 'xml' }),
      ],
      { instructions },
    );
    const [article] = named(html, 'article');
    const leaves = blocksOf(html).filter(({ properties }) => leafTypes.includes(String(properties.dataBlock)));
    expect(article && textOf(article, false)).toBe(leaves.map((leaf) => textOf(leaf, false)).join(''));
  });

  it('show the end of a paragraph that only one text has as a sign, with words for every reader', () => {
    const html = page([
      words('paragraph', [same('One.')], { status: 'changed', ending: 'inserted' }),
      words('paragraph', [same('Two.')], { status: 'changed' }),
      words('paragraph', [same('Three.')], { status: 'changed', ending: 'deleted' }),
      words('paragraph', [same('Four.')], { status: 'changed' }),
    ]);
    const article = html.slice(html.indexOf('<article'));
    const told = blocksOf(html).map((block) => textOf(block));
    expect(told).toEqual(['One.¶ new paragraph begins here', 'Two.', 'Three.¶ paragraphs joined here', 'Four.']);
    expect(named(article, 'ins').map((mark) => textOf(mark))).toEqual(['¶']);
    expect(named(article, 'del').map((mark) => textOf(mark))).toEqual(['¶']);
    expect(article).toContain('Paragraph split');
    expect(article).toContain('Paragraphs joined');
    expect(article).not.toContain('Setting of words changed');
    expect(html.slice(html.indexOf('class="legend"'), html.indexOf('<article'))).toContain('¶');
  });

  it('say what a block was in the text before', () => {
    const html = page([
      words('paragraph', [same('One.')], { status: 'changed', typeBefore: 'item' }),
      words('heading', [same('Two')], { status: 'changed', depth: 3, depthBefore: 2 }),
    ]);
    expect(blocksOf(html).map((block) => textOf(block))).toEqual([
      'One. [before: an item of a list]',
      'Two [before: a heading of level 2]',
    ]);
    expect(blocksOf(html).map((block) => textOf(block, false))).toEqual(['One.', 'Two']);
  });

  it('show the edits of what was moved at its new place, apart from what came with it', () => {
    const runs = [same('It shall '), deleted('not '), inserted('now '), same('answer.')];
    const html = page([words('paragraph', runs, { status: 'moved-to', move: 1 })]);
    const article = html.slice(html.indexOf('<article'));
    const marks = elements(article, ({ tagName }) => tagName === 'ins' || tagName === 'del');
    expect(marks.map((mark) => [mark.tagName, mark.properties.className ?? '', textOf(mark, false)])).toEqual([
      ['ins', '', 'It shall '],
      ['del', ['edited'], 'not '],
      ['ins', ['edited'], 'now '],
      ['ins', '', 'answer.'],
    ]);
  });

  it('are all struck at the old place of a move and all new at the new place', () => {
    const html = page([
      words('paragraph', [same('Moved.')], { status: 'moved-from', move: 1 }),
      parent('list', [item(same('Moved too.'))], { status: 'moved-to', move: 2 }),
    ]);
    const article = html.slice(html.indexOf('<article'));
    expect(named(article, 'del').map((mark) => textOf(mark, false))).toEqual(['Moved.']);
    expect(named(article, 'ins').map((mark) => textOf(mark, false))).toEqual(['Moved too.']);
    expect(article).toContain('Moved from here');
    expect(article).toContain('Moved to here');
  });

  it('give headings levels in order, whatever depths the source has', () => {
    const html = page([heading(3, same('a')), heading(6, same('b')), heading(3, same('c')), heading(1, same('d'))]);
    const inText = named(html.slice(html.indexOf('<article')), 'h2');
    expect(inText.map((one) => textOf(one, false))).toEqual(['a', 'c', 'd']);
    expect(named(html.slice(html.indexOf('<article')), 'h3').map((one) => textOf(one, false))).toEqual(['b']);
    expect(named(html, 'h1')).toHaveLength(1);
  });

  it('set a label apart without changing the words', () => {
    const html = page([paragraph(same('5.5.2 The DCC shall')), parent('list', [item(same('(a) verify'))])]);
    const labels = elements(html, ({ properties }) => String(properties.className ?? '') === 'label');
    expect(labels.map((label) => textOf(label))).toEqual(['5.5.2 ', '(a) ']);
    expect(blocksOf(html).map((block) => textOf(block, false))).toContain('5.5.2 The DCC shall');
  });

  it('number the items of a list as both texts do', () => {
    const list = parent(
      'list',
      [item(same('one')), item(deleted('two', 1)), item(inserted('2b', 1)), item(same('3'))],
      {
        first: 4,
      },
    );
    const values = named(page([list]), 'li').flatMap(({ properties }) => properties.value ?? []);
    expect(values).toEqual(['4', '5', '5', '6']);
  });
});

describe('a table on the page', () => {
  const table = parent(
    'table',
    [
      row([same('Route')], [same('Allowed')]),
      row([same('Portal')], [deleted('Yes', 1), inserted('No', 1)]),
      row([deleted('SPOTI', 2)], [deleted('Yes', 2)]),
      row([same('')], [same('Yes')]),
    ].map((one, index) => (index === 0 ? { ...one, header: true } : one)),
    { align: [null, 'right'] },
  );
  const html = page([heading(2, same('5 Routes')), table], { instructions });

  it('has a caption, and heads with a scope where they have words', () => {
    const article = html.slice(html.indexOf('<article'));
    expect(named(article, 'caption').map((one) => textOf(one))).toEqual(['Table in: 5 Routes']);
    expect(named(article, 'th').map((one) => one.properties.scope)).toEqual(['col', 'col', 'row', 'row']);
  });

  it('says which row goes, and by which instruction', () => {
    const tags = elements(html, ({ properties }) => String(properties.className ?? '') === 'tag');
    expect(tags.map((tag) => textOf(tag))).toEqual(['Row omitted2']);
    expect(tags.every(({ properties }) => properties.dataTold !== undefined)).toBe(true);
  });

  it('is one stop whose note tells each instruction', () => {
    const notes = elements(html, ({ properties }) => properties.role === 'note');
    expect(notes.map((note) => textOf(note))).toEqual(['Table changed1Three remain.2Omit paragraph 1.2.']);
  });
});

describe('the notes of a page', () => {
  const html = page(
    [
      paragraph(same('1.1 '), deleted('four', 1), inserted('three', 1)),
      words('heading', [same('1.2 '), deleted('Old'), inserted('[No longer in use]')], { depth: 2, by: [2] }),
      words('paragraph', [deleted('Gone.', 2)], { by: [2] }),
      words('paragraph', [deleted('Gone too.', 2)], { by: [2] }),
      paragraph(same('Stays.')),
      words('paragraph', [deleted('Gone again.', 2)], { by: [2] }),
    ],
    { instructions },
  );

  it('stand once beside what one instruction does in one place', () => {
    const notes = elements(html, ({ properties }) => properties.role === 'note');
    expect(notes.map(({ properties }) => properties.ariaLabel)).toEqual([
      'Change 1 of 3',
      'Change 2 of 3',
      'Change 3 of 3',
    ]);
  });

  it('lead to the list of changes and to the changes before and after', () => {
    const links = named(html, 'a').map(({ properties }) => String(properties.href));
    for (const target of ['#instruction-1', '#instruction-2', '#change-1', '#change-2', '#change-3']) {
      expect(links).toContain(target);
    }
    const fragments = links.flatMap((href) => (href.startsWith('#') ? [href.slice(1)] : []));
    expect(fragments.filter((id) => withId(html, id).length !== 1)).toEqual([]);
  });

  it('say how many changes and instructions there are', () => {
    expect(html).toContain('0 changes by 2 instructions, in 3 places.');
  });

  it('are not of the text of the document', () => {
    const notes = elements(html, ({ properties }) => properties.role === 'note');
    expect(notes.every(({ properties }) => properties.dataTold !== undefined)).toBe(true);
  });
});

describe('the list of changes', () => {
  const changes = [
    {
      type: 'substitution',
      before: 'paragraph 1.1',
      after: 'paragraph 1.1',
      kind: 'consequential',
      by: 1,
      id: 'p-1.1',
    },
    { type: 'deletion', before: 'paragraph 1.2', kind: 'substantive', by: 2 },
    { type: 'insertion', after: 'paragraph 9', kind: 'substantive' },
  ] as const;
  const blocks = [words('paragraph', [same('1.1 '), deleted('x', 1)], { id: 'p-1.1', by: [1] })];
  const files = renderHtml(handmadePack({ blocks, changes, instructions, change: { prose: 'Because of **this**.' } }));

  it('has a row for each instruction and for each change that none asks for', () => {
    const rows = named(contentOf(files, 'D.html'), 'tr').map((one) => textOf(one));
    expect(rows).toEqual([
      'No.WhereWhat is doneReason',
      '1paragraph 1.1In paragraph 1.1, for “four” substitute “three”. ConsequentialThree remain.',
      '2paragraph 1.2Omit paragraph 1.2.',
      '–paragraph 9Insertion.',
    ]);
  });

  it('leads from the first page to the place on the page of the document', () => {
    const links = named(contentOf(files, 'index.html'), 'a').map(({ properties }) => properties.href);
    expect(links).toContain('D.html#change-1');
  });

  it('says where an instruction changes nothing', () => {
    expect(page([], { instructions })).toContain('Changes nothing');
  });
});

describe('the first page', () => {
  const files = renderHtml(
    handmadePack({
      blocks: [paragraph(deleted('x', 1))],
      instructions,
      change: {
        prose: '# The issue\n\nBecause <b>raw</b> & [link](javascript:alert(1)).\n\n![x](http://e/i.png)',
        proposer: 'The Panel',
      },
      expectations: [
        {
          sentence: 'No provision of Appendix D mentions “<SPOTI>”.',
          holds: true,
          documents: ['D'],
          provisions: 12,
          finding: 'Looked at 12 provisions of Appendix D: none does.',
        },
      ],
      document: { frontMatter: { appendix: 'D', version: '1.0', status: 'specimen' } },
    }),
  );
  const html = contentOf(files, 'index.html');

  it('tells the change, its stage, its proposer, and that the texts are specimens', () => {
    expect(named(html, 'h1').map((one) => textOf(one))).toEqual(['DP074: Clarity on Certificates']);
    for (const told of ['Problem statement', 'The Panel', 'Specimen.', 'has no', 'by 2 instructions']) {
      if (told !== 'has no') expect(html).toContain(told);
    }
  });

  it('tells the hashes of both texts, short and whole', () => {
    const hash = handmadePack({}).documents[0]?.redline.before.sha256 ?? '';
    expect(html).toContain(`>${hash.slice(0, 12)}</code>`);
    expect(html).toContain(`<code>${hash}</code>`);
  });

  it('shows the reasons with raw HTML as words, and links and images that are not safe as words', () => {
    expect(html).toContain('Because &#x3C;b>raw&#x3C;/b> &#x26; link.');
    expect(html).not.toContain('i.png');
    expect(named(html, 'h3').map((one) => textOf(one))).toEqual(['The issue']);
  });

  it('shows what the drafter expects, whether it holds, and what was looked at', () => {
    const start = html.indexOf('id="afterwards"');
    const section = html.slice(start, html.indexOf('</section>', start));
    const shown = named(section, 'li').map((one) => textOf(one));
    expect(shown).toEqual([
      'No provision of Appendix D mentions “<SPOTI>”.Holds. Looked at 12 provisions of Appendix D: none does.',
    ]);
  });

  it('is made for a comparison without a change too', () => {
    const compared = contentOf(renderHtml(comparePack('One.\n', 'Two.\n')), 'index.html');
    expect(named(compared, 'h1').map((one) => textOf(one))).toEqual(['Redlines']);
    expect(compared).toContain('There are');
  });
});

describe('hostile text', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '</del><script>alert(1)</script>',
    '</style><script>alert(1)</script>',
    '" onmouseover="alert(1)',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '&lt;script&gt;',
  ];
  const links = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example/x',
    'D.md#x',
  ];
  const pack = handmadePack({
    blocks: [
      ...hostile.map((text) => paragraph(same(text), deleted(text, 1), inserted(text, 1, { formats: ['html'] }))),
      ...hostile.map((text) => words('html', [same(text)])),
      ...hostile.map((text) => words('code', [same(text)], { language: text, id: text, locator: text })),
      ...links.map((link) => paragraph(same('link', { link }), inserted('new', 1, { link, formats: ['image'] }))),
      words('heading', [same(hostile[0] ?? '')], { depth: 1 }),
      parent('table', [row([same('x')]), row([deleted('y', 1)])]),
      parent('footnote', [paragraph(same('x'))], { identifier: hostile[3] ?? '' }),
    ],
    instructions: hostile.map((text, index) => ({ number: index + 1, words: text, reason: text })),
    changes: hostile.map((text, index) => ({
      type: 'deletion',
      before: text,
      kind: 'substantive',
      by: index + 1,
      id: text,
      reason: text,
    })),
    change: {
      name: hostile[2] ?? '',
      title: hostile[1] ?? '',
      stage: hostile[0] ?? '',
      proposer: hostile[4] ?? '',
      prose: [...hostile, ...links.map((link) => `[x](<${link}>)`)].join('\n\n'),
    },
    document: { title: hostile[2] ?? '', frontMatter: { appendix: '"};</style>', title: 'x' } },
  });
  const files = renderHtml(pack).map(({ content }) => String(content));

  it('is shown as words, and never becomes a script, a handler, a style or an image', () => {
    for (const html of files) {
      expect(named(html, 'script')).toEqual([]);
      expect(named(html, 'img')).toEqual([]);
      expect(named(html, 'style')).toHaveLength(1);
      const handlers = elements(html, ({ properties }) => Object.keys(properties).some((name) => /^on/i.test(name)));
      expect(handlers).toEqual([]);
      const styled = elements(html, ({ properties }) => properties.style !== undefined);
      expect(styled).toEqual([]);
    }
    for (const text of hostile) expect(textOf(parser.parse(files[1] ?? ''))).toContain(text);
  });

  it('links only to the web, to mail, and within the pages', () => {
    const hrefs = files.flatMap((html) => named(html, 'a').map(({ properties }) => String(properties.href)));
    const own = /^(?:#|index\.html$|[A-Za-z0-9._-]+\.html(?:#|$)|https?:\/\/|mailto:)/;
    expect(hrefs.filter((href) => !own.test(href))).toEqual([]);
  });

  it('keeps the links that are safe', () => {
    const kept = ['https://example.com/a?b#c', 'http://example.com', 'mailto:a@example.com', '#p-1'];
    const html = page(kept.map((link) => paragraph(same('x', { link }))));
    const hrefs = named(html.slice(html.indexOf('<article')), 'a').map(({ properties }) => properties.href);
    expect(hrefs).toEqual(kept);
  });

  it('is made visible where it would hide or turn the writing', () => {
    const html = page([paragraph(same('a\u202Eb\u200Bc\u2066d'))]);
    const shown = elements(html, ({ properties }) => String(properties.className ?? '') === 'unseen');
    expect(shown.map((one) => [textOf(one), one.properties.dataText])).toEqual([
      ['U+202E', '\u202E'],
      ['U+200B', '\u200B'],
      ['U+2066', '\u2066'],
    ]);
    expect(html.replace(/data-text="[^"]*"/g, '')).not.toMatch(/[\u202E\u200B\u2066]/);
  });

  it('gives no two elements one name', () => {
    const twice = page([
      words('paragraph', [same('a')], { id: 'p-1' }),
      words('paragraph', [same('b')], { id: 'p-1' }),
      words('paragraph', [same('c')], { id: 'main' }),
    ]);
    expect(withId(twice, 'p-1')).toHaveLength(1);
    expect(withId(twice, 'main')).toHaveLength(1);
  });
});

describe('the colours', () => {
  const style = named(page([]), 'style')
    .map((one) => textOf(one))
    .join('');
  const colour = (name: string) => new RegExp(`--${name}:(#[0-9a-f]{3,6})`).exec(style)?.[1] ?? '';

  it.each([
    ['new', 'new-ground'],
    ['new', 'ground'],
    ['old', 'old-ground'],
    ['old', 'ground'],
    ['moved', 'moved-ground'],
    ['quiet', 'tint'],
    ['link', 'tint'],
    ['ink', 'new-ground'],
    ['ink', 'old-ground'],
    ['ground', 'bar'],
  ])('of %s can be read on %s', (front, back) => {
    expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(4.5);
  });
});

/** The contrast of two colours, by WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((left, right) => right - left);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const whole = colour.length === 4 ? colour.replace(/[0-9a-f]/g, '$&$&') : colour;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(whole.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('a page', () => {
  it('stands alone: no script, and nothing is fetched', () => {
    for (const { content } of renderHtml(comparePack('# A\n\nOne.\n', '# A\n\nTwo.\n'))) {
      const html = String(content);
      expect(html.startsWith('<!doctype html>')).toBe(true);
      expect(html.endsWith('</html>\n')).toBe(true);
      expect(named(html, 'script')).toEqual([]);
      expect(named(html, 'link').map(({ properties }) => properties.href)).toEqual(['data:,']);
      expect(
        named(html, 'style')
          .map((one) => textOf(one))
          .join(''),
      ).not.toMatch(/url\(|@import/);
      expect(html).toContain('lang="en-GB"');
    }
  });

  it('is the same every time it is made', () => {
    const make = () => renderHtml(comparePack('# A\n\n- (a) one\n', '# A\n\n- (a) two\n'));
    expect(make()).toEqual(make());
  });

  it('gives back both texts, block by block, whatever they are', () => {
    fc.assert(
      fc.property(generatedText, generatedText, (before, after) => {
        const pack = comparePack(before, after);
        const html = contentOf(renderHtml(pack), 'document.html');
        expect(readBack(html, 'before')).toEqual(leavesOf(pack, 'before'));
        expect(readBack(html, 'after')).toEqual(leavesOf(pack, 'after'));
      }),
      { numRuns: 30 },
    );
  });
});

type Side = 'before' | 'after';

const leafTypes = ['heading', 'paragraph', 'cell', 'code', 'html', 'front-matter', 'link-definition'];

function readBack(html: string, side: Side): readonly string[] {
  const gone = side === 'after' ? ['deleted', 'moved-from'] : ['inserted', 'moved-to'];
  const leaves = blocksOf(html).filter(({ properties }) => leafTypes.includes(String(properties.dataBlock)));
  return leaves
    .filter(({ properties }) => !gone.includes(String(properties.dataStatus)))
    .map((leaf) => `${leaf.properties.dataBlock}: ${sideText(leaf, side)}`);
}

function sideText(node: Nodes, side: Side): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  const { dataTold, dataText } = node.properties;
  if (dataTold !== undefined || node.tagName === (side === 'after' ? 'del' : 'ins')) return '';
  if (dataText !== undefined) return String(dataText);
  if (node.tagName === 'br') return '\n';
  return node.children.map((child) => sideText(child, side)).join('');
}

function leavesOf(pack: Pack, side: Side): readonly string[] {
  const gone = side === 'after' ? 'deleted' : 'inserted';
  const leaves = (block: RedlineBlock): readonly string[] => {
    if ('children' in block) return block.children.flatMap(leaves);
    if (!('runs' in block) || block.status === gone) return [];
    const text = block.runs.flatMap((run) => (run.type === gone ? [] : [run.text])).join('');
    return [`${block.type}: ${text}`];
  };
  return pack.documents.flatMap(({ redline }) => redline.blocks.flatMap(leaves));
}
