// Derives instructions from real amendments and from DP074's result: how many, how much is quoted, and how long it takes beside parsing.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { applyChange } from '../dist/change/apply.js';
import { readChange } from '../dist/change/read-change.js';
import { stepsIn } from '../dist/change/steps.js';
import { deriveChange } from '../dist/derive/derive.js';
import { compareTexts } from '../dist/index.js';
import { locate } from '../dist/provision/locate.js';
import { formatMarkdown } from '../dist/source/format.js';
import { parseDocument } from '../dist/source/parse.js';
import { parseMarkdown } from '../dist/source/syntax.js';

const only = process.argv[2];
const root = new URL('..', import.meta.url);
const corpus = new URL('../shared/corpus/', root);

const countWords = (text) => text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
const quotedBy = (operation) =>
  ['words', 'replacement', 'anchor', 'content', 'leaving'].reduce(
    (sum, field) => sum + countWords(operation[field] ?? ''),
    0,
  );

function timed(work) {
  const start = process.hrtime.bigint();
  const result = work();
  return [result, Number(process.hrtime.bigint() - start) / 1e6];
}

function measure(name, before, after) {
  const documents = [before, after].map((text) => new Map([['D', { ...parseDocument(text, `${name}.md`), key: 'D' }]]));
  const [, parsing] = timed(() => [parseMarkdown(before), parseMarkdown(after)]);
  const [derived, deriving] = timed(() => deriveChange(...documents));
  if (!derived.ok) {
    console.log(`| ${name} | refused: ${derived.messages[0].text} |`);
    return undefined;
  }
  const sizes = derived.change.instructions.map(({ operation }) => quotedBy(operation));
  const quoted = sizes.reduce((sum, size) => sum + size, 0);
  const marked = compareTexts(before, after)
    .filter(({ type }) => type !== 'same')
    .reduce((sum, { text }) => sum + countWords(text), 0);
  const row = [sizes.length, quoted, marked, Math.max(0, ...sizes), (deriving / parsing).toFixed(1)];
  console.log(`| ${name} | ${row.join(' | ')} |`);
  return derived.change;
}

/** What an instruction does and to which places of the text, whichever way each is named. */
function deeds(instruction, document) {
  return stepsIn(instruction, document).map(({ operation }) => {
    const target = locate(document, operation.at);
    const place = target.type === 'words' ? target.range : target.provision;
    return `${operation.type} ${place?.start} ${place?.end}`;
  });
}

const files = readdirSync(new URL('appendices/', root)).filter((name) => name.endsWith('.md'));
const texts = files.sort().map((name) => readFileSync(new URL(`appendices/${name}`, root), 'utf8'));
const documents = new Map(texts.map((text, index) => [files[index].slice(0, -3), parseDocument(text, files[index])]));
const declared = readChange(readFileSync(new URL('appendices/changes/DP074.md', root), 'utf8'), 'DP074.md').change;
const applied = applyChange(declared, documents).documents;

console.log('| pair | instructions | words quoted | words marked | largest | × parsing both |');
console.log('|---|---:|---:|---:|---:|---:|');
const totals = { derived: 0, same: 0, quoted: 0, declared: 0 };
for (const [key, { before, after }] of only ? [] : applied) {
  const change = measure(`DP074, Appendix ${key}`, before.source, after.source);
  if (!change) continue;
  const derived = new Set(change.instructions.flatMap((instruction) => deeds(instruction, before)));
  const own = declared.instructions.filter(({ documents }) => documents.includes(key));
  totals.derived += change.instructions.length;
  totals.same += own.filter((instruction) => deeds(instruction, before).every((deed) => derived.has(deed))).length;
  totals.quoted += change.instructions.reduce((sum, { operation }) => sum + quotedBy(operation), 0);
  totals.declared += own.reduce((sum, { operation }) => sum + quotedBy(operation), 0);
}
const pairs = existsSync(corpus)
  ? readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  : [];
for (const { name } of pairs.sort((one, other) => (one.name < other.name ? -1 : 1))) {
  if (only && !name.endsWith(only)) continue;
  const [before, after] = ['before', 'after'].map((side) =>
    formatMarkdown(readFileSync(new URL(`${name}/${side}.md`, corpus), 'utf8')),
  );
  measure(name, before, after);
}
if (!only)
  console.log(
    `\nDP074 declares ${declared.instructions.length} instructions quoting ${totals.declared} words; derived are ${totals.derived} quoting ${totals.quoted}. ` +
      `${totals.same} of those declared are derived as the same operation on the same place.`,
  );
