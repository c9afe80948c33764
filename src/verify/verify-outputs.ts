import { createHash } from 'node:crypto';
import type { Document } from '../model/document.ts';
import { optionFolder } from '../render/file-stems.ts';
import { consequenceRows, readConsequences, untoldLabel } from './prove-consequences.ts';
import { applyDiff } from './read-diff.ts';
import { readHtml } from './read-html.ts';
import { readJson } from './read-json.ts';
import { readManifest } from './read-manifest.ts';
import { asMarkdownShows, readMarkdown } from './read-markdown.ts';
import { firstDifference, type ShownBlock, shownBlocks } from './shown-blocks.ts';

/** One thing that was to be proved of one output, and, where it does not hold, what was expected and found. */
export interface Proof {
  readonly path: string;
  readonly claim: string;
  readonly problem?: string;
}

/** A document that outputs speak of: both its texts as the instructions give them. */
export interface Truth {
  readonly before: Document;
  readonly after: Document;
}

/** The outputs of one change by path, as they were written. */
export type Outputs = ReadonlyMap<string, Uint8Array>;

/**
 * Reads every output of a change back, each with a reader that knows nothing of how it was made, and proves that it says what
 * the instructions say: accepted, the text after; rejected, the text before. `truths` are by the stem of the files' names.
 */
export function verifyOutputs(outputs: Outputs, truths: ReadonlyMap<string, Truth>): readonly Proof[] {
  const proofs = [...manifestProofs(outputs), ...consequenceProofs(outputs, truths)];
  for (const [stem, truth] of truths) {
    const shown = { before: shownBlocks(truth.before), after: shownBlocks(truth.after) };
    const read = (path: string, prove: (text: string) => readonly Proof[]) => {
      const bytes = outputs.get(path);
      if (bytes) proofs.push(...prove(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)));
    };
    read(`${stem}.md`, (text) => [
      proof(`${stem}.md`, 'is the text after, byte for byte', sameText(truth.after.source, text)),
    ]);
    read(`${stem}.redline.json`, (text) => jsonProofs(`${stem}.redline.json`, text, truth));
    read(`${stem}.diff`, (text) => [
      proof(
        `${stem}.diff`,
        'makes the text after from the text before',
        sameText(truth.after.source, applyDiff(truth.before.source, text)),
      ),
    ]);
    read(`${stem}.html`, (text) => shownProofs(`${stem}.html`, shown, (side) => readHtml(text, side)));
    const plain = { before: asMarkdownShows(shown.before), after: asMarkdownShows(shown.after) };
    read(`${stem}.redline.md`, (text) => shownProofs(`${stem}.redline.md`, plain, (side) => readMarkdown(text, side)));
  }
  return proofs;
}

/** The truths of one option, by the stem of the files' names. */
export interface OptionTruth {
  readonly letter: string;
  /** The documents that the option amends. */
  readonly amended: ReadonlyMap<string, Truth>;
  /** Every document shown side by side, by the stem of its page. */
  readonly shown: ReadonlyMap<string, Truth>;
}

/**
 * Proves the outputs of a change that offers options: those of each option, in its folder, as `verifyOutputs` does; and of each
 * page that shows them side by side that, for every option, it shows the text after and the text before.
 */
export function verifyOptions(outputs: Outputs, options: readonly OptionTruth[]): readonly Proof[] {
  const proofs = [...manifestProofs(outputs)];
  for (const { letter, shown } of options) {
    for (const [stem, { before, after }] of shown) {
      const path = `${stem}.html`;
      const bytes = outputs.get(path);
      if (!bytes) continue;
      const page = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      const blocks = { before: shownBlocks(before), after: shownBlocks(after) };
      const own = shownProofs(path, blocks, (side) => readHtml(page, side, letter));
      proofs.push(...own.map((one) => ({ ...one, claim: `for Option ${letter}, ${one.claim}` })));
    }
  }
  for (const { letter, amended } of options) {
    const folder = `${optionFolder(letter)}/`;
    const own = new Map(
      [...outputs].flatMap(([path, bytes]) => (path.startsWith(folder) ? [[path.slice(folder.length), bytes]] : [])),
    );
    proofs.push(...verifyOutputs(own, amended).map((one) => ({ ...one, path: folder + one.path })));
  }
  return proofs;
}

// What follows elsewhere is told by every page from one list, and the labels of that list can be seen in the texts themselves.
function consequenceProofs(outputs: Outputs, truths: ReadonlyMap<string, Truth>): readonly Proof[] {
  const path = 'consequences.json';
  const text = textOf(outputs, path);
  if (text === undefined) return [];
  const read = readConsequences(text);
  if (!read) return [proof(path, 'tells consequences', 'expected them as this tool writes them, found something else')];
  const untold = [...truths.values()].flatMap(({ before, after }) => untoldLabel(read, before, after) ?? []);
  const proofs = [proof(path, 'tells of every label that only one of the texts has', untold[0])];
  const pages = [['index.html', undefined], ...[...truths].map(([stem, { before }]) => [`${stem}.html`, before.key])];
  for (const [page = '', key] of pages) {
    const shown = textOf(outputs, page);
    if (shown !== undefined) proofs.push(proof(page, 'tells each consequence in a row', rowsMissing(read, shown, key)));
  }
  return proofs;
}

function rowsMissing(
  read: NonNullable<ReturnType<typeof readConsequences>>,
  page: string,
  key?: string,
): string | undefined {
  const rows = consequenceRows(page);
  const tables = {
    'What is now wrong': read.brought,
    Silenced: read.checked.silenced,
    Labels: read.labels,
    'References that follow': read.followed,
    'What is no longer wrong': read.cured,
  };
  for (const [caption, entries] of Object.entries(tables)) {
    const expected = entries.filter(({ document }) => key === undefined || document === key).length;
    const found = rows.get(caption) ?? 0;
    if (found !== expected) return `${caption}: expected ${expected} rows, found ${found}`;
  }
  return undefined;
}

function textOf(outputs: Outputs, path: string): string | undefined {
  const bytes = outputs.get(path);
  return bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function jsonProofs(path: string, text: string, truth: Truth): readonly Proof[] {
  const read = readJson(text);
  if (!read.ok) return [proof(path, 'is a redline', read.problem)];
  return [
    proof(path, 'accepted, is the text after, byte for byte', sameText(truth.after.source, read.after)),
    proof(path, 'rejected, is the text before, byte for byte', sameText(truth.before.source, read.before)),
    proof(path, 'names the sha256 of both texts', sameHashes(read.hashes, truth)),
  ];
}

type Shown = { readonly before: readonly ShownBlock[]; readonly after: readonly ShownBlock[] };

function shownProofs(
  path: string,
  shown: Shown,
  read: (side: 'before' | 'after') => readonly ShownBlock[],
): readonly Proof[] {
  return [
    proof(path, 'accepted, shows the text after, block by block', firstDifference(shown.after, read('after'))),
    proof(path, 'rejected, shows the text before, block by block', firstDifference(shown.before, read('before'))),
  ];
}

function manifestProofs(outputs: Outputs): readonly Proof[] {
  const bytes = outputs.get('manifest.json');
  if (!bytes) return [proof('manifest.json', 'lists every file', 'expected the file, found none')];
  const listed = readManifest(new TextDecoder().decode(bytes));
  if (!listed)
    return [
      proof('manifest.json', 'lists every file', 'expected a manifest as this tool writes it, found something else'),
    ];
  const unlisted = [...outputs.keys()].filter((path) => path !== 'manifest.json' && !listed.has(path));
  const missing = [...listed.keys()].filter((path) => !outputs.has(path));
  const altered = [...listed]
    .filter(([path, hash]) => outputs.has(path) && hashOf(outputs.get(path) ?? bytes) !== hash)
    .map(([path]) => path);
  const say = (names: readonly string[], what: string) => (names.length > 0 ? [`${what}: ${names.join(', ')}`] : []);
  const problems = [...say(unlisted, 'not listed'), ...say(missing, 'not there'), ...say(altered, 'not as listed')];
  return [
    proof(
      'manifest.json',
      `lists every file with its sha256 (${listed.size})`,
      problems.length > 0 ? problems.join('; ') : undefined,
    ),
  ];
}

function sameHashes(
  hashes: { readonly before: string; readonly after: string },
  { before, after }: Truth,
): string | undefined {
  const expected = { before: hashOf(before.source), after: hashOf(after.source) };
  if (expected.before === hashes.before && expected.after === hashes.after) return undefined;
  return `expected ${expected.before} and ${expected.after}, found ${hashes.before} and ${hashes.after}`;
}

function sameText(expected: string, found: string | undefined): string | undefined {
  if (found === undefined) return 'expected it to fit the text, found that it does not';
  if (expected === found) return undefined;
  const wanted = expected.split('\n');
  const got = found.split('\n');
  const line = wanted.findIndex((text, index) => text !== got[index]);
  const at = line < 0 ? wanted.length : line;
  return `line ${at + 1}: expected “${(wanted[at] ?? '').slice(0, 100)}”, found “${(got[at] ?? '').slice(0, 100)}”`;
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function proof(path: string, claim: string, problem: string | undefined): Proof {
  return problem === undefined ? { path, claim } : { path, claim, problem };
}
