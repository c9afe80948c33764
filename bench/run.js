// Times each stage on the code in this repository, in one warm process, and holds a whole redline against parsing alone. It is the processor's time,
// for other work on the machine slows the clock.
import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { amend } from '../dist/amend/amend.js';
import { makePack } from '../dist/amend/make-pack.js';
import { applyChange } from '../dist/change/apply.js';
import { plan } from '../dist/change/plan.js';
import { readChange } from '../dist/change/read-change.js';
import { checkDocuments } from '../dist/check/check-documents.js';
import { formats } from '../dist/cli/format-names.js';
import { renderPack } from '../dist/cli/formats.js';
import { tool } from '../dist/cli/tool.js';
import { compareDocuments } from '../dist/compare/compare-documents.js';
import { parseDocument } from '../dist/source/parse.js';
import { parseMarkdown } from '../dist/source/syntax.js';

const rounds = Number(process.argv[2] ?? 9);
const folder = new URL('../appendices/', import.meta.url);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .sort();
const texts = files.map((name) => ({ path: `appendices/${name}`, text: readFileSync(new URL(name, folder), 'utf8') }));
const source = readFileSync(new URL('changes/DP074.md', folder), 'utf8');

// PDFs have a benchmark of their own: bench/pdf.js.
const wanted = formats.filter((format) => format !== 'pdf');
const unworded = wanted.filter((format) => format !== 'docx');

const documentsOf = () =>
  new Map(texts.map(({ path, text }) => parseDocument(text, path)).map((document) => [document.key, document]));
const changeOf = () => readChange(source, 'appendices/changes/DP074.md').change;

const documents = documentsOf();
const change = changeOf();
const applied = applyChange(change, documents).documents;
const amendment = amend(change, documents);
const pack = makePack(amendment, tool);
const both = [...applied.values()].flatMap(({ before, after }) => [before.source, after.source]);

// What is found in documents is kept for them: copies are asked as for the first time.
const stages = {
  'remark-parse + gfm, before and after': () => both.map(parseMarkdown),
  'parse and index the four appendices': documentsOf,
  'read the change': changeOf,
  'plan it': () => plan(change, documents),
  'apply it (plan, splice, parse again, judge)': () => applyChange(change, documents),
  'compare, with the edits': () =>
    [...applied.values()].map(({ before, after, edits }) => compareDocuments(before, after, { edits })),
  'compare, without them': () => [...applied.values()].map(({ before, after }) => compareDocuments(before, after, {})),
  'check the four appendices': () => checkDocuments([...documents.values()].map((document) => ({ ...document }))),
  'find what follows elsewhere': () => makePack(amendment, tool),
  ...Object.fromEntries(wanted.map((format) => [`render ${format}`, () => renderPack(pack, [format])])),
  'the whole redline without Word': () => renderPack(makePack(amend(changeOf(), documentsOf()), tool), unworded),
  'the whole redline, text to files': () => renderPack(makePack(amend(changeOf(), documentsOf()), tool), wanted),
};

const times = new Map(Object.keys(stages).map((name) => [name, []]));
for (let round = -2; round < rounds; round += 1) {
  for (const [name, stage] of Object.entries(stages)) {
    const start = process.cpuUsage();
    stage();
    const { user, system } = process.cpuUsage(start);
    if (round >= 0) times.get(name).push((user + system) / 1e3);
  }
}

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const floor = median(times.get('remark-parse + gfm, before and after'));
const size = both.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
console.log(
  `${files.length} appendices, ${Math.round(size / 1024)} KB before and after; medians of ${rounds} rounds, processor time\n`,
);
console.log('| stage | ms | × parse |');
console.log('|---|---:|---:|');
for (const [name, list] of times) {
  console.log(`| ${name} | ${median(list).toFixed(1)} | ${(median(list) / floor).toFixed(2)} |`);
}
console.log(`\nPeak memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
