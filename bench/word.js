// Times the writing of a Word redline, its memory and its growth, and the importing of it, beside what two other programs take on the same files: docxodus to
// find the changes between both texts, and pandoc to read the redline and write it again with its changes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { docxDiffCompare, initialize } from 'docxodus/core';
import { importWord } from '../dist/index.js';
import { withContents as contentsAmong } from '../dist/render/docx/contents.js';
import { lintWord } from '../dist/word/lint-word.js';
import { writeWord } from '../dist/word/write-word.js';
import { amended } from './word/amended.js';

/** The document with its contents, as a redline has them. */
function withContents(document) {
  return { ...document, blocks: contentsAmong(document.blocks, { author: 'Code Administrator' }) };
}

const rounds = 5;
const sizes = [
  [30, 200],
  [300, 2000],
  [3000, 20000],
];
const [, compared] = sizes[1];
const peer = 'pandoc';

async function timed(work) {
  globalThis.gc?.();
  const start = process.hrtime.bigint();
  const result = await work();
  return { result, seconds: Number(process.hrtime.bigint() - start) / 1e9 };
}

// The first round stands for a process that has just begun, the median of the others for one that goes on.
async function repeated(work) {
  const times = [];
  let result;
  for (let round = 0; round <= rounds; round += 1) {
    const once = await timed(work);
    times.push(once.seconds);
    result = once.result;
  }
  const [first, ...others] = times;
  return { result, first, seconds: others.sort((one, other) => one - other)[others.length >> 1] };
}

const memory = () => Math.round(process.resourceUsage().maxRSS / 1024);

console.log('| pages | changes | KB | first, s | then, s | peak of the process, MB |');
console.log('|---:|---:|---:|---:|---:|---:|');
const base = memory();
let own;
for (const [pages, changes] of sizes) {
  const document = amended(pages, changes);
  const written = await repeated(() => writeWord(withContents(document)));
  if (changes === compared) {
    const findings = lintWord(written.result);
    if (findings.length > 0) throw new Error(findings.join('\n'));
    own = written;
  }
  const cells = [pages, changes, Math.round(written.result.length / 1024), written.first.toFixed(3)];
  console.log(`| ${[...cells, written.seconds.toFixed(3), memory()].join(' | ')} |`);
}
console.log(`\nBefore the first file the process had ${base} MB.\n`);

const [pages, changes] = sizes[1];
console.log(`| on ${pages} pages with ${changes} changes | s | × writing |`);
console.log('|---|---:|---:|');
const row = (name, seconds) =>
  console.log(`| ${name} | ${seconds.toFixed(2)} | ${(seconds / own.seconds).toFixed(1)} |`);
row('written here', own.seconds);
const imported = await repeated(() => importWord(own.result));
row('imported here, the first time', imported.first);
row('imported here, then', imported.seconds);
await initialize();
const [before, after] = ['before', 'after'].map((side) => writeWord(amended(pages, changes, side)));
row('docxodus compares both texts', (await timed(() => docxDiffCompare(before, after))).seconds);
const folder = mkdtempSync(path.join(tmpdir(), 'bench-word-'));
try {
  const [from, to] = ['redline.docx', 'again.docx'].map((name) => path.join(folder, name));
  writeFileSync(from, own.result);
  row(
    'pandoc reads and writes the redline',
    (await timed(() => execFileSync(peer, ['--track-changes=all', from, '--output', to]))).seconds,
  );
} catch (error) {
  if (error.code !== 'ENOENT') throw error;
  console.log('| pandoc is not installed | | |');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
