// Times every rule over codes of 1,000 and 10,000 pages made from the specimen, beside parsing them; tells the growth and the peak memory.
import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { checkDocuments } from '../dist/check/check-documents.js';
import { parseDocument } from '../dist/source/parse.js';
import { parseMarkdown } from '../dist/source/syntax.js';

const wordsOfPage = 500;
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [46, 454];
const folder = new URL('../appendices/', import.meta.url);
const specimens = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .sort()
  .map((name) => readFileSync(new URL(name, folder), 'utf8'));

// Each copy is an appendix of its own, cited by what it calls itself; what it says of the others leads to the first of them.
function codeOf(count) {
  return Array.from({ length: count }, (_, index) => {
    const letters = String.fromCharCode(65 + Math.floor(index / 26), 65 + (index % 26));
    const text = specimens[index % specimens.length];
    return {
      path: `${letters}.md`,
      text: text
        .replace(/^appendix: (\w+)$/m, `appendix: ${letters}`)
        .replace(/^(title|short): (.*)$/gm, (_line, field, name) => `${field}: ${name} ${letters}`),
    };
  });
}

function timed(work) {
  globalThis.gc?.();
  const start = process.hrtime.bigint();
  const result = work();
  return { result, seconds: Number(process.hrtime.bigint() - start) / 1e9 };
}

const memory = () => Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);

console.log(
  '| documents | pages | MB | remark-parse, s | parse and index, s | every rule, s | × remark-parse | findings | peak, MB |',
);
console.log('|---:|---:|---:|---:|---:|---:|---:|---:|---:|');
for (const count of sizes) {
  const files = codeOf(count);
  const words = files.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  const size = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const floor = timed(() => {
    for (const { text } of files) parseMarkdown(text);
  }).seconds;
  const parsed = timed(() => files.map(({ path, text }) => parseDocument(text, path)));
  const checked = timed(() => checkDocuments(parsed.result));
  const cells = [count, Math.round(words / wordsOfPage), (size / 1e6).toFixed(1), floor.toFixed(2)];
  cells.push(parsed.seconds.toFixed(2), checked.seconds.toFixed(2), (checked.seconds / floor).toFixed(2));
  console.log(`| ${[...cells, checked.result.length, memory()].join(' | ')} |`);
}
