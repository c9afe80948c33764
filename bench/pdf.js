// Times the PDF of a redline of some 300 pages, and, where Chromium is installed, printing the page of the same redline from a browser.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { comparisonPack } from '../dist/amend/make-pack.js';
import { tool } from '../dist/cli/tool.js';
import { typstEngine } from '../dist/cli/typst-engine.js';
import { renderHtml } from '../dist/render/html/render-html.js';
import { renderPdf } from '../dist/render/pdf/render-pdf.js';
import { parseDocument } from '../dist/source/parse.js';
import { readPdf } from '../dist/verify/pdf/read-pdf.js';

const copies = Number(process.argv[2] ?? 10);
const appendix = readFileSync(new URL('../appendices/D.md', import.meta.url), 'utf8');
const [, head, body] = /^(---\n[\s\S]*?\n---\n)([\s\S]*)$/.exec(appendix);
const before = head + Array.from({ length: copies }, () => body).join('\n');
// A word in one paragraph of ten.
let paragraph = 0;
const after = before.replace(/^\d+(?:\.\d+)+ .*\bshall\b/gm, (words) => {
  paragraph += 1;
  return paragraph % 10 === 0 ? words.replace(/\bshall\b/, 'must') : words;
});

const pagesOf = (bytes) =>
  Buffer.from(bytes)
    .toString('latin1')
    .match(/\/Type \/Page\s/g)?.length ?? 0;
// The processor's time is told beside the clock's, for other work on the machine slows only the clock.
const timed = (task) => {
  const [start, used] = [process.hrtime.bigint(), process.cpuUsage()];
  const result = task();
  const { user, system } = process.cpuUsage(used);
  return { result, clock: Number(process.hrtime.bigint() - start) / 1e6, processor: (user + system) / 1e3 };
};
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);

const pack = comparisonPack(parseDocument(before, 'before.md'), parseDocument(after, 'after.md'), tool);
const engine = typstEngine();
const jobs = [];
const laid = timed(() =>
  renderPdf(pack, (job) => {
    jobs.push(job);
    return new Uint8Array();
  }),
);
const made = timed(() => engine(jobs[0]));
const read = timed(() => readPdf(made.result));
const pages = pagesOf(made.result);
const stage = (name, { clock, processor }, of) =>
  row(name, clock.toFixed(0), processor === undefined ? '' : processor.toFixed(0), (clock / of).toFixed(1));

console.log(
  `${pack.documents[0].redline.changes.length} changes, ${pages} pages, ${(made.result.length / 1048576).toFixed(1)} MB\n`,
);
row('stage', 'ms', 'ms of the processor', 'ms a page');
row('---', '---:', '---:', '---:');
stage('laying out the sheets as data', laid, pages);
stage('making the PDF', made, pages);
stage('reading it back', read, pages);

const chromium = '/usr/bin/chromium';
if (existsSync(chromium)) {
  const folder = mkdtempSync(path.join(tmpdir(), 'redline-bench-'));
  const [page, printed] = ['page.html', 'page.pdf'].map((name) => path.join(folder, name));
  writeFileSync(page, renderHtml(pack).at(-1).content);
  const flags = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    `--user-data-dir=${folder}/user`,
    '--no-pdf-header-footer',
  ];
  const print = timed(() =>
    spawnSync(chromium, [...flags, `--print-to-pdf=${printed}`, `file://${page}`], { stdio: 'ignore' }),
  );
  const own = existsSync(printed) ? pagesOf(readFileSync(printed)) : 0;
  stage(`printing the web page from Chromium (${own} pages)`, { clock: print.clock }, Math.max(1, own));
  rmSync(folder, { recursive: true, force: true });
}
console.log(`\nPeak memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
