import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RedlineBlock } from '../src/model/redline.ts';
import { renderHtml } from '../src/render/html/render-html.ts';
import { deleted, handmadePack, heading, inserted, item, paragraph, parent, row, same, words } from './handmade.ts';

const executablePath = '/usr/bin/chromium';
const installed = existsSync(executablePath);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const quiet = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

const sentence = 'The Registration Authority shall, before it accepts an application, verify what it is told. ';
const hostile =
  '<script>document.title = "ran"</script><img src="https://a.example/x.png" onerror="document.title = 1">';

const blocks: readonly RedlineBlock[] = [
  words('front-matter', [same('title: x')]),
  heading(1, same('Appendix D: Registration')),
  heading(2, same('5 Routes')),
  paragraph(same(`5.1 ${sentence.repeat(3)}`), deleted('four', 1), inserted('three', 1), same(' routes.')),
  paragraph(same(`5.2 ${sentence}`)),
  parent('list', [
    item(same(`(a) ${sentence}`)),
    item(same('(b) '), deleted(sentence, 2), inserted('[No longer in use]', 2)),
    parent('item', [
      paragraph(same('(c) of these:')),
      parent('list', [item(same('(i) one')), item(inserted('(ii) two', 3))]),
    ]),
  ]),
  heading(4, same('A heading that skips a level')),
  parent('table', [
    {
      ...row(...['Route', 'When', 'Obligation', 'Responsibility', 'Next step'].map((head) => [same(head)])),
      header: true,
    },
    row(
      [same('5.1.1')],
      [same('At once')],
      [same(sentence)],
      [same('Authority')],
      [deleted('5.1.2', 4), inserted('End', 4)],
    ),
    row(...['5.1.2', 'Then', sentence, 'Authority', 'End'].map((cell) => [deleted(cell, 5)])),
  ]),
  words('code', [same(`<a href="${'x'.repeat(120)}">\n`), deleted('<b>\n', 6), same('</a>')], { language: 'xml' }),
  words('html', [same(hostile)]),
  paragraph(
    same(hostile),
    same('link', { link: 'javascript:document.title=1' }),
    same('1', { formats: ['footnote'], link: '1' }),
  ),
  parent('quote', [paragraph(same('Quoted.')), paragraph(inserted('More.', 7))]),
  { type: 'rule', status: 'inserted', by: [7] },
  parent('footnote', [paragraph(same('A note.'))], { identifier: '1' }),
  words('paragraph', [same('Moved.')], { status: 'moved-from', move: 1 }),
  words('paragraph', [same('5.9', { relabel: true }), inserted('5.8', undefined, { relabel: true })], {
    status: 'relabelled',
  }),
  heading(2, same('6 What stays')),
  paragraph(same(sentence.repeat(4))),
];

const pack = handmadePack({
  blocks,
  instructions: Array.from({ length: 7 }, (_, index) => ({
    number: index + 1,
    words: `Omit ${hostile}.`,
    reason: sentence,
  })),
  changes: [{ type: 'substitution', before: 'paragraph 5.1', after: 'paragraph 5.1', kind: 'substantive', by: 1 }],
  change: { prose: `# The issue\n\n${sentence}\n\n${hostile}`, proposer: 'The Panel' },
  document: { frontMatter: { appendix: 'D', version: '1.0', status: 'specimen' } },
});

if (!installed) it.skip(`pages are not opened: Chromium is not installed at ${executablePath}`);

describe.runIf(installed)('a page in a browser', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'redline-page-'));
  const requested: string[] = [];
  const said: string[] = [];
  let browser: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    for (const file of renderHtml(pack)) writeFileSync(path.join(folder, file.path), file.content);
    browser = await chromium.launchPersistentContext(path.join(folder, 'user'), { executablePath, args: quiet });
    page = await browser.newPage();
    page.on('request', (request) => requested.push(request.url()));
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(file: string, width: number, height = 900): Promise<void> {
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width, height });
    await page.goto(pathToFileURL(path.join(folder, file)).href);
  }

  it.each([
    ['index.html', 1360],
    ['index.html', 360],
    ['D.html', 1360],
    ['D.html', 360],
  ])('gives axe nothing to find: %s, %i pixels wide', async (file, width) => {
    await open(file, width);
    await page.evaluate(axe);
    const found = await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))',
    );
    expect(found).toEqual([]);
  });

  it.each(['index.html', 'D.html'])('fetches nothing and runs no script: %s', async (file) => {
    requested.length = 0;
    said.length = 0;
    await open(file, 1360);
    const title = await page.title();
    await page.evaluate('window.scrollTo(0, document.body.scrollHeight)');
    expect(title).toContain('DP074');
    expect(await page.title()).toBe(title);
    expect(requested.filter((url) => !url.startsWith('data:'))).toEqual([pathToFileURL(path.join(folder, file)).href]);
    expect(said).toEqual([]);
    expect(await page.locator('script, img, iframe, object, form').count()).toBe(0);
  });

  const boxes = async () => {
    const change = page.locator('#change-1');
    const note = await change.locator('.note').boundingBox();
    const text = await change.locator('[data-block]').boundingBox();
    if (!note || !text) throw new Error('nothing to see');
    return { note, text };
  };

  it('has its notes beside the text where there is room, and below it where there is not', async () => {
    await open('D.html', 1360);
    const wide = await boxes();
    expect(wide.note.x).toBeGreaterThan(wide.text.x + wide.text.width);
    expect(Math.abs(wide.note.y - wide.text.y)).toBeLessThan(20);
    await open('D.html', 700);
    const narrow = await boxes();
    expect(narrow.note.y).toBeGreaterThanOrEqual(narrow.text.y + narrow.text.height);
  });

  it.each([320, 700, 1000, 1360])('never scrolls sideways as a whole: %i pixels wide', async (width) => {
    for (const file of ['index.html', 'D.html']) {
      await open(file, width);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    }
  });

  it('hides renumbering without script, and shows it again', async () => {
    await open('D.html', 1360);
    const line = () =>
      page.evaluate(`getComputedStyle(document.querySelector('article ins.relabel')).textDecorationLine`);
    expect(await line()).toBe('underline');
    await page.getByLabel('Hide renumbering').check();
    expect(await line()).toBe('none');
    expect(await page.getByText('6 What stays').isVisible()).toBe(true);
    await page.getByLabel('Hide renumbering').uncheck();
    expect(await line()).toBe('underline');
  });

  it('hides what stays, and keeps what changes under its headings, when asked', async () => {
    await open('D.html', 1360);
    const stays = page.getByText('6 What stays');
    expect(await stays.isVisible()).toBe(true);
    await page.getByLabel('Show only what changes').check();
    expect(await stays.isVisible()).toBe(false);
    for (const words of ['5 Routes', 'A heading that skips', '[No longer in use]']) {
      expect(await page.locator('article').getByText(words).first().isVisible()).toBe(true);
    }
  });

  it('can be walked from change to change by links alone', async () => {
    await open('D.html', 1360);
    await page.getByRole('link', { name: 'Go to the first' }).click();
    const seen = [new URL(page.url()).hash];
    for (;;) {
      const next = page.locator(`${seen.at(-1)} [aria-label="Next change"]`);
      if ((await next.count()) === 0) break;
      await next.first().click();
      seen.push(new URL(page.url()).hash);
    }
    expect(seen).toEqual(seen.map((_, index) => `#change-${index + 1}`));
    expect(seen.length).toBe(await page.locator('.note').count());
  });

  it('clips no table and no code on paper, and sets notes below the text', async () => {
    await open('D.html', 700);
    await page.emulateMedia({ media: 'print' });
    const clipped = await page.evaluate(
      "[...document.querySelectorAll('.frame, pre')].filter((one) => one.scrollWidth > one.clientWidth + 1).length",
    );
    expect(clipped).toBe(0);
    const { note, text } = await boxes();
    expect(note.y).toBeGreaterThanOrEqual(text.y + text.height - 10);
  });
});
