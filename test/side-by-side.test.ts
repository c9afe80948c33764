import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { type BrowserContext, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOptionsPack } from '../src/amend/make-options-pack.ts';
import { readChange } from '../src/change/read-change.ts';
import { compareDocuments } from '../src/compare/compare-documents.ts';
import type { OptionsPack } from '../src/model/pack.ts';
import type { RedlineBlock } from '../src/model/redline.ts';
import { renderOptions } from '../src/render/html/render-options.ts';
import { sideBySide } from '../src/render/side-by-side.ts';
import { parseDocument } from '../src/source/parse.ts';
import { readHtml } from '../src/verify/read-html.ts';
import { firstDifference, shownBlocks } from '../src/verify/shown-blocks.ts';
import { changeOf, fixtures } from './fixture.ts';
import { documentText } from './generate.ts';
import { contentOf } from './handmade.ts';

function redlineOf(before: string, after: string): readonly RedlineBlock[] {
  return compareDocuments(parseDocument(before, 'D.md'), parseDocument(after, 'D.md')).blocks;
}

/** The words of the leaves of some blocks, in order, each with how it stands. */
function leaves(blocks: readonly RedlineBlock[], continued: ReadonlySet<RedlineBlock>): readonly string[] {
  return blocks.flatMap((block) => {
    if ('runs' in block) return [`${block.status} ${block.runs.map(({ type, text }) => `${type}:${text}`).join('|')}`];
    if (!('children' in block)) return [block.status];
    const head = continued.has(block) ? block.children.filter((row) => row.type === 'row' && row.header) : [];
    return leaves(
      block.children.filter((child) => !head.includes(child)),
      continued,
    );
  });
}

const asOption = (laid: ReturnType<typeof sideBySide>, index: number) =>
  laid.stretches.flatMap((part) =>
    leaves(part.type === 'shared' ? part.blocks : (part.lists[index] ?? []), laid.continued),
  );

const told = (laid: ReturnType<typeof sideBySide>) =>
  laid.stretches.map((part) =>
    part.type === 'shared'
      ? leaves(part.blocks, laid.continued).length
      : part.lists.map((blocks) => leaves(blocks, laid.continued).length),
  );

describe('options side by side', () => {
  const law = [
    '# T',
    'One.',
    '- (a) x;\n- (b) y;\n- (c) z.',
    'Two.',
    '| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n| 5 | 6 |',
    'Three.',
  ].join('\n\n');
  const laid = (...texts: readonly string[]) => sideBySide(texts.map((after) => redlineOf(law, after)));

  it('stand once where they say the same', () => {
    const after = law.replace('One', 'Eins');
    expect(told(laid(after, after, after))).toEqual([leaves(redlineOf(law, after), new Set()).length]);
  });

  it('differ in the item or row concerned, and share the rest of the list and table', () => {
    expect(told(laid(law.replace('y;', 'why;'), law))).toEqual([3, [1, 1], 10 + 2 - 1 + 0]);
    const rows = laid(law.replace('| 3 | 4 |\n', ''), law.replace('| 3 | 4 |', '| 3 | four |'));
    expect(told(rows)).toEqual([10, [2, 2], 3]);
    expect(rows.continued.size).toBe(3);
  });

  it('differ in what only one of them inserts', () => {
    const parts = laid(law.replace('Two.', 'Two.\n\nNew.'), law);
    expect(parts.stretches.map(({ type }) => type)).toEqual(['shared', 'options', 'shared']);
    expect(told(parts)[1]).toEqual([1, 0]);
  });

  it('share a paragraph whose place is another because one of them inserts one before it', () => {
    const unnumbered = '# T\n\nOne.\n\nTwo.\n\nThree.\n';
    const parts = sideBySide(
      [unnumbered, unnumbered.replace('Two.', 'New.\n\nTwo.')].map((after) => redlineOf(unnumbered, after)),
    );
    expect(told(parts)).toEqual([2, [0, 1], 2]);
  });

  it('are, shared and own together, the redline of each, whatever the texts', () => {
    fc.assert(
      fc.property(fc.array(documentText, { minLength: 3, maxLength: 4 }), ([before = '', ...after]) => {
        const redlines = after.map((text) => redlineOf(before, text));
        const all = sideBySide(redlines);
        redlines.forEach((blocks, index) => {
          expect(asOption(all, index)).toEqual(leaves(blocks, new Set()));
        });
      }),
      { numRuns: 80 },
    );
  });
});

const fixture = fixtures().find(({ name }) => name === 'offers options for a vote');
if (!fixture) throw new Error('The fixture with options is not there.');
const hostile = '<script>document.title = "ran"</script>';
const offered = changeOf(fixture);
const made = makeOptionsPack({ ...offered, title: hostile }, fixture.documents, {
  name: 'sec-redline',
  version: '0.1.0',
});
if (!made.ok) throw new Error(made.messages.map(({ text }) => text).join());
const pack: OptionsPack = made.pack;
const files = renderOptions(pack);

describe('the pages of options', () => {
  it('read back, for each option, as the text before and its text after', () => {
    const page = contentOf(files, 'D.html');
    for (const { letter, document } of pack.documents[0]?.options ?? []) {
      for (const side of ['before', 'after'] as const) {
        const text = side === 'before' ? document.textBefore : document.textAfter;
        const expected = shownBlocks(parseDocument(text, 'D.md'));
        expect(firstDifference(expected, readHtml(page, side, letter))).toBeUndefined();
      }
    }
    const [a, b] = ['A', 'B'].map((letter) => readHtml(page, 'after', letter));
    expect(a).not.toEqual(b);
  });

  it('name what is to be decided, each option in words, and the reasons', () => {
    const index = contentOf(files, 'index.html');
    for (const words of [
      'SPECIMEN offers Options A, B and C for a vote.',
      'They differ in 4 instructions. 1 instruction is common to all options.',
      'In paragraph 5.1.2, omit “via the Internet or”.',
      'Somebody without the Gateway must be answered too.',
      'The Sub-Committee is asked which.',
      'href="option-B/index.html"',
      'Option B: <strong>Holds.</strong> Looked at 31 provisions of Appendix D: the words stand there.',
    ])
      expect(index).toContain(words);
  });

  it('show a document that one option leaves as it is, under that option too', () => {
    const other = parseDocument('---\nappendix: K\n---\n# Appendix K\n\n1.1 Specimen words.\n', 'K.md');
    const source = [
      ...['---', 'change: SPECIMEN', 'title: x', 'stage: specimen', '---', '', '## Appendix K', ''],
      ...['1. Option A: No change.', '', '   Option B: In paragraph 1.1, omit “words”.', '', '## Appendix D', ''],
      ...['2. In paragraph 5.3.1, for “seven” substitute “ten”.', ''],
    ].join('\n');
    const read = readChange(source, 'change.md');
    if (!read.ok || !fixture) throw new Error('unreadable');
    const both = makeOptionsPack(read.change, new Map([...fixture.documents, ['K', other]]), pack.tool);
    if (!both.ok) throw new Error(both.messages.map(({ text }) => text).join());
    expect(both.pack.options.map((option) => option.pack.documents.map(({ key }) => key))).toEqual([['D'], ['D', 'K']]);
    const pages = renderOptions(both.pack);
    const page = contentOf(pages, 'K.html');
    expect(firstDifference(shownBlocks(other), readHtml(page, 'after', 'A'))).toBeUndefined();
    expect(readHtml(page, 'after', 'B').map(({ text }) => text)).toContain('1.1 Specimen.');
    expect(contentOf(pages, 'D.html')).toContain('Nothing: all options say the same here.');
  });
});

const executablePath = '/usr/bin/chromium';
const installed = existsSync(executablePath);
if (!installed) it.skip(`pages are not opened: Chromium is not installed at ${executablePath}`);

describe.runIf(installed)('the pages of options in a browser', () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const folder = mkdtempSync(path.join(tmpdir(), 'redline-options-'));
  let browser: BrowserContext;

  beforeAll(async () => {
    for (const file of files) writeFileSync(path.join(folder, file.path), file.content);
    const quiet = [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ];
    browser = await chromium.launchPersistentContext(path.join(folder, 'user'), { executablePath, args: quiet });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(name: string, width: number) {
    const page = await browser.newPage();
    await page.setViewportSize({ width, height: 900 });
    await page.goto(pathToFileURL(path.join(folder, name)).href);
    return page;
  }

  it.each([
    ['index.html', 1360],
    ['index.html', 360],
    ['D.html', 1360],
    ['D.html', 360],
  ])('give axe nothing to find, and lead nowhere that is not there: %s, %i pixels wide', async (name, width) => {
    const page = await open(name, width);
    await page.evaluate(axe);
    const found = await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))',
    );
    expect(found).toEqual([]);
    const dangling = await page.evaluate(
      "[...document.querySelectorAll('a[href^=\"#\"]')].map((a) => a.getAttribute('href')).filter((href) => !document.getElementById(decodeURIComponent(href.slice(1))))",
    );
    expect(dangling).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')).toBe(
      true,
    );
    expect(await page.title()).not.toBe('ran');
    await page.close();
  });

  it('put options next to each other where there is room, and under one another where there is none', async () => {
    const places = async (width: number, selector = '.options') => {
      const page = await open('D.html', width);
      const boxes = (await page.evaluate(
        `[...document.querySelector('${selector}').children].map((one) => [one.getBoundingClientRect().left, one.getBoundingClientRect().top])`,
      )) as readonly (readonly number[])[];
      await page.close();
      return boxes;
    };
    const wide = await places(1360);
    expect(wide).toHaveLength(3);
    expect(new Set(wide.map(([, top]) => top)).size).toBe(1);
    const tables = await places(1360, '.options:has(table)');
    expect(new Set(tables.map(([left]) => left)).size).toBe(1);
    const narrow = await places(360);
    expect(new Set(narrow.map(([left]) => left)).size).toBe(1);
    expect(new Set(narrow.map(([, top]) => top)).size).toBe(3);
  });
});
