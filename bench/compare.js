// Times the comparison of two texts against other tools in one warm process, and measures what each of them marks.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { compareTexts } from '../dist/index.js';
import { parseMarkdown } from '../dist/source/syntax.js';
import { filesOf, libraries, programs } from './compare/contenders.js';
import { amended, documentOf, oneWordChanged, worstCases } from './compare/texts.js';
import { brokenConstructs, islands, wordsMarked } from './measure/marks.js';
import { fewestWords } from './measure/minimum.js';

const rounds = Number(process.argv[2] ?? 5);
const corpus = new URL('../../shared/corpus/', import.meta.url);
const megabyte = 1024 * 1024;

const clock = () => Number(process.hrtime.bigint()) / 1e6;
const median = (list) => [...list].sort((one, other) => one - other)[list.length >> 1];
const exact = (spans, before, after) => joined(spans, 'inserted') === before && joined(spans, 'deleted') === after;

function joined(spans, without) {
  return spans
    .filter(({ type }) => type !== without)
    .map(({ text }) => text)
    .join('');
}

// One unmeasured round first; what takes over two seconds is measured once.
function measure(task) {
  const times = [];
  let result;
  for (let round = -1; round < rounds; round += 1) {
    const start = clock();
    result = task();
    const took = clock() - start;
    if (round >= 0 || took > 2000) times.push(took);
    if (took > 2000) break;
  }
  return { milliseconds: median(times), result };
}

// How far the heap grew, garbage included; without --expose-gc nothing is known.
function grown(task) {
  if (!globalThis.gc) return undefined;
  globalThis.gc();
  const start = process.memoryUsage().heapUsed;
  task();
  return Math.max(0, process.memoryUsage().heapUsed - start) / megabyte;
}

function pairs() {
  if (!existsSync(corpus)) return [];
  const names = readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names.map(({ name }) => {
    const [before, after] = ['before.md', 'after.md'].map((file) =>
      readFileSync(new URL(`${name}/${file}`, corpus), 'utf8'),
    );
    return { name, before, after };
  });
}

const decimals = (value, places) => (value === undefined ? '' : value.toFixed(places));
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);

function compareCorpus() {
  const totals = new Map();
  row('pair', 'tool', 'ms', '× parse', 'marked', '÷ fewest', 'islands', 'broken', 'MB');
  row('---', '---', '---:', '---:', '---:', '---:', '---:', '---:', '---:');
  for (const { name, before, after } of pairs()) {
    const parse = measure(() => parseMarkdown(after));
    const trees = { before: parseMarkdown(before), after: parse.result };
    const fewest = fewestWords(before, after);
    row(name, 'remark-parse + gfm of the text after', decimals(parse.milliseconds, 1), '1.00', '', '', '', '', '');
    const add = (tool, values) => {
      const total = totals.get(tool) ?? { milliseconds: 0, parse: 0, marked: 0, fewest: 0, islands: 0, broken: 0 };
      for (const [key, value] of Object.entries(values)) total[key] += value;
      totals.set(tool, total);
    };
    for (const [tool, compare] of Object.entries(libraries)) {
      const { milliseconds, result: spans } = measure(() => compare(before, after));
      const memory = grown(() => compare(before, after));
      const times = decimals(milliseconds / parse.milliseconds, 3);
      if (!spans) {
        row(name, tool, `gave up at ${decimals(milliseconds, 0)}`, times, '', '', '', '', '');
        continue;
      }
      if (!exact(spans, before, after)) throw new Error(`${tool} does not give ${name} back`);
      const found = {
        marked: wordsMarked(spans),
        islands: islands(spans),
        broken: brokenConstructs(spans, 'before', trees.before) + brokenConstructs(spans, 'after', trees.after),
      };
      add(tool, { ...found, milliseconds, parse: parse.milliseconds, fewest });
      const marks = [found.marked, decimals(found.marked / fewest, 3), found.islands, found.broken];
      row(name, tool, decimals(milliseconds, 1), times, ...marks, decimals(memory, 1));
    }
    const files = filesOf(before, after);
    for (const [tool, command] of Object.entries(programs())) {
      const { milliseconds } = measure(() => files.run(command));
      add(tool, { milliseconds, parse: parse.milliseconds });
      row(name, tool, decimals(milliseconds, 1), decimals(milliseconds / parse.milliseconds, 3), '', '', '', '', '');
    }
    files.remove();
  }
  console.log('\nAll pairs that a tool did not give up on:\n');
  row('tool', 'ms', '× parse', 'marked', '÷ fewest', 'islands', 'broken');
  row('---', '---:', '---:', '---:', '---:', '---:', '---:');
  for (const [tool, total] of totals) {
    const marks =
      total.fewest === 0
        ? ['', '', '', '']
        : [total.marked, decimals(total.marked / total.fewest, 3), total.islands, total.broken];
    row(tool, decimals(total.milliseconds, 0), decimals(total.milliseconds / total.parse, 3), ...marks);
  }
}

function compareMade(named) {
  row('texts', 'MB', 'ms', 'ms a MB', 'heap MB', '× texts', 'spans');
  row('---', '---:', '---:', '---:', '---:', '---:', '---:');
  for (const [name, make] of named) {
    const [before, after] = make();
    const { milliseconds, result } = measure(() => compareTexts(before, after));
    if (!exact(result, before, after)) throw new Error(`${name}: the spans do not give the texts back`);
    const size = (before.length + after.length) / megabyte;
    const memory = grown(() => compareTexts(before, after));
    row(
      name,
      decimals(size, 1),
      decimals(milliseconds, 1),
      decimals(milliseconds / size, 1),
      decimals(memory, 1),
      decimals(memory / size, 1),
      result.length,
    );
  }
}

if (pairs().length === 0) console.log('The corpus is not beside this project: its part is left out.');
else compareCorpus();
console.log('\nGrowth: a document with a word changed in one block of fifty\n');
compareMade(
  [1, 2, 5, 10, 20].map((size) => [
    `${size} MB each`,
    () => {
      const text = documentOf(size * megabyte);
      return [text, amended(text)];
    },
  ]),
);
console.log('\nOne word\n');
compareMade([
  [
    'one word changed in 2 MB',
    () => {
      const text = documentOf(2 * megabyte);
      return [text, oneWordChanged(text)];
    },
  ],
]);
console.log('\nWorst cases\n');
compareMade(Object.entries(worstCases()).map(([name, pair]) => [name, () => pair]));
