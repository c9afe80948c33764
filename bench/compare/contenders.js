import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { presentableDiff } from '@codemirror/merge';
import { diffLines, diffWordsWithSpace } from 'diff';
import DiffMatchPatch from 'diff-match-patch';
import { compareTexts } from '../../dist/index.js';

const timeout = 10_000;

const pieces = (type, text) => (text === '' ? [] : [{ type, text }]);

const spansOfParts = (parts) =>
  parts.map(({ added, removed, value }) => ({ type: added ? 'inserted' : removed ? 'deleted' : 'same', text: value }));

function words(before, after) {
  const parts = diffWordsWithSpace(before, after, { timeout });
  return parts && spansOfParts(parts);
}

function linesThenWords(before, after) {
  const parts = diffLines(before, after, { timeout });
  if (!parts) return undefined;
  const lines = spansOfParts(parts);
  const spans = [];
  for (let index = 0; index < lines.length; index += 1) {
    const [one, other] = [lines[index], lines[index + 1]];
    const inner = one.type === 'deleted' && other?.type === 'inserted' ? words(one.text, other.text) : undefined;
    if (inner) {
      spans.push(...inner);
      index += 1;
    } else spans.push(one);
  }
  return spans;
}

function matchPatch(before, after) {
  const engine = new DiffMatchPatch();
  engine.Diff_Timeout = timeout / 1000;
  const parts = engine.diff_main(before, after);
  engine.diff_cleanupSemantic(parts);
  return parts.map(([type, text]) => ({ type: type === 0 ? 'same' : type > 0 ? 'inserted' : 'deleted', text }));
}

function codeMirror(before, after) {
  const spans = [];
  let at = 0;
  for (const { fromA, toA, fromB, toB } of presentableDiff(before, after, { timeout })) {
    spans.push(...pieces('same', before.slice(at, fromA)));
    spans.push(...pieces('deleted', before.slice(fromA, toA)), ...pieces('inserted', after.slice(fromB, toB)));
    at = toA;
  }
  return [...spans, ...pieces('same', before.slice(at))];
}

/** Those that take two strings and give spans, or nothing where they gave up. */
export const libraries = {
  'this tool': compareTexts,
  'jsdiff diffWordsWithSpace': words,
  'jsdiff diffLines, then words': linesThenWords,
  'diff-match-patch, semantic': matchPatch,
  '@codemirror/merge presentableDiff': codeMirror,
};

const commands = {
  'git --word-diff --histogram': ['git', 'diff', '--no-index', '--word-diff', '--histogram'],
  wdiff: ['wdiff'],
};

/** Those that are programs, where they are installed: run on two files, their output thrown away. */
export function programs() {
  const installed = Object.entries(commands).filter(([, [program]]) => {
    try {
      execFileSync(program, ['--version'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  });
  return Object.fromEntries(installed);
}

/** Writes two texts to files, gives what runs a program on them, and what removes them. */
export function filesOf(before, after) {
  const folder = mkdtempSync(path.join(tmpdir(), 'compare-'));
  const [one, other] = [path.join(folder, 'before.md'), path.join(folder, 'after.md')];
  writeFileSync(one, before);
  writeFileSync(other, after);
  return {
    run: ([program, ...args]) => {
      try {
        execFileSync(program, [...args, one, other], { stdio: ['ignore', 'ignore', 'ignore'], timeout });
      } catch (cause) {
        // These programs say by their exit code that the files differ.
        if (cause.status !== 1) throw cause;
      }
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
