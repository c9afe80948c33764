import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const executablePath = '/usr/bin/chromium';
const installed = existsSync(executablePath);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const quiet = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

if (!installed) it.skip(`the pages of DP074 are not opened: Chromium is not installed at ${executablePath}`);

describe.runIf(installed)('the pages of DP074 as they are committed', () => {
  const user = mkdtempSync(path.join(tmpdir(), 'redline-pages-'));
  let browser: BrowserContext;

  beforeAll(async () => {
    browser = await chromium.launchPersistentContext(user, { executablePath, args: quiet });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(user, { recursive: true, force: true });
  });

  it.each(['index', 'D', 'K', 'M', 'N'])(
    'give axe nothing to find, and lead nowhere that is not there: %s.html',
    async (name) => {
      const page = await browser.newPage();
      await page.goto(new URL(`../redlines/DP074/${name}.html`, import.meta.url).href);
      await page.evaluate(axe);
      const found = await page.evaluate(
        'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))',
      );
      expect(found).toEqual([]);
      const dangling = await page.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].map((a) => a.getAttribute('href')).filter((href) => href !== '#' && !document.getElementById(decodeURIComponent(href.slice(1))))",
      );
      expect(dangling).toEqual([]);
      await page.close();
    },
  );

  it('link from the index to places that are on the pages', async () => {
    const index = await browser.newPage();
    await index.goto(new URL('../redlines/DP074/index.html', import.meta.url).href);
    const links = (await index.evaluate(
      "[...document.querySelectorAll('main a[href*=\".html#\"]')].map((a) => a.getAttribute('href'))",
    )) as readonly string[];
    expect(links.length).toBeGreaterThan(100);
    for (const link of new Set(links)) {
      const [file = '', fragment = ''] = link.split('#');
      const page = readFileSync(new URL(`../redlines/DP074/${file}`, import.meta.url), 'utf8');
      expect(page.includes(`id="${fragment}"`), link).toBe(true);
    }
  });
});
