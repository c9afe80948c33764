import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { amend } from '../src/amend/amend.ts';
import { changeRules } from '../src/amend/change-rules.ts';
import { applyChange } from '../src/change/apply.ts';
import { chooseOption, optionsOf } from '../src/change/choices.ts';
import { readChange } from '../src/change/read-change.ts';
import { findIn, rules } from '../src/check/check-documents.ts';
import { checkExpectations } from '../src/check/check-expectations.ts';
import { definitionOmitted } from '../src/check/definition-omitted.ts';
import { run } from '../src/cli/run.ts';
import { derive, importWord, printChange } from '../src/index.ts';
import { parseDocument } from '../src/source/parse.ts';
import { told } from './fixture.ts';
import { commented, commentOn, edited, exported, typeOverTracked } from './import/edit-word.ts';

const guide = readFileSync(new URL('../docs/guide.md', import.meta.url), 'utf8');

const examples = (kind: string) =>
  [...guide.matchAll(new RegExp(`^(\`{3,})md ${kind}\\n([\\s\\S]*?)\\n\\1$`, 'gm'))].map((match) => match[2] ?? '');

const document = parseDocument(`${examples('document')[0]}\n`, 'D.md');
// The same text as another appendix, for what is done to several.
const other = parseDocument(document.source.replace('appendix: D', 'appendix: K'), 'K.md');
const documents = new Map([
  ['D', document],
  ['K', other],
]);

function change(body: string, heading = '## Appendix D\n\n') {
  const head = '---\nchange: DP999\ntitle: Specimen\nstage: specimen\nbaseline: { D: "1.0" }\n---\n';
  const read = readChange(`${head}\n${heading}${body}\n`, 'change.md');
  if (!read.ok) throw new Error(told(read.messages));
  return read.change;
}

/** Takes a line out of a text, or puts one in where the line before was taken out. */
function editLine({ text, at }: { text: string; at: number }, line: string) {
  const words = `${line.slice(1)}\n`;
  if (line.startsWith('+')) return { text: text.slice(0, at) + words + text.slice(at), at: at + words.length };
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`The specimen has no line “${line.slice(1)}”.`);
  return { text: text.slice(0, start) + text.slice(start + words.length), at: start };
}

/** The specimen as a Word file in which somebody did what the lines show, with changes tracked, and said why. */
function editedInWord(lines: string): Uint8Array {
  const done = lines.split('\n').map((line) => /\[-(.*?)-\](?:\{\+(.*?)\+\})?(?:.* {2}# (.*)$)?/.exec(line) ?? []);
  const comments = done.flatMap(([, , , comment]) => (comment === undefined ? [] : [comment]));
  const edits = done.flatMap(([, before = '', after = '', comment]) => [
    ...(comment === undefined ? [] : [commentOn(before, comments.indexOf(comment))]),
    typeOverTracked(before, after),
  ]);
  return edited(commented(exported(document.source), comments), ...edits);
}

describe('the guide for drafters', () => {
  it('shows a specimen that reads as an appendix, and enough examples', () => {
    expect(document.key).toBe('D');
    expect(examples('instruction').length).toBeGreaterThan(20);
    expect(examples('expectation').length).toBeGreaterThan(3);
  });

  for (const example of examples('instruction')) {
    it(`carries out: ${example.split('\n')[0]}`, () => {
      const applied = applyChange(change(`1. ${example.replaceAll('\n', '\n   ')}`), documents);
      expect(applied.ok ? '' : told(applied.refusals)).toBe('');
      expect(applied.ok && applied.documents.get('D')?.after.source).not.toBe(document.source);
    });
  }

  it('carries out each option of its example, as its expectations say', () => {
    const [example, ...others] = examples('options');
    expect(others).toEqual([]);
    const offering = change(example ?? '');
    expect(optionsOf(offering)).toEqual(['A', 'B']);
    const texts = ['A', 'B'].map((letter) => {
      const chosen = chooseOption(offering, letter);
      const amended = chosen.ok ? amend(chosen.change, documents) : chosen;
      expect(amended.ok ? '' : told(amended.messages)).toBe('');
      return amended.ok ? amended.documents.get('D')?.after.source : undefined;
    });
    expect(texts[0]).not.toBe(texts[1]);
  });

  it('finds what it shows', async () => {
    const [synonyms, ...others] = examples('synonyms');
    expect(others).toEqual([]);
    const [, said = '', ...printed] = /^```console\n\$ sec-redline (.*)\n([\s\S]*?)^```$/m.exec(guide) ?? [];
    const folder = mkdtempSync(path.join(tmpdir(), 'sec-redline-guide-'));
    const out: string[] = [];
    try {
      mkdirSync(path.join(folder, 'appendices/changes'), { recursive: true });
      writeFileSync(path.join(folder, 'appendices/D.md'), document.source);
      const { source } = change(`1. Omit paragraph 5.1.1(c).\n\n## Words for the same thing\n\n${synonyms}`);
      writeFileSync(path.join(folder, 'appendices/changes/DP999.md'), source);
      const tell = (text: string) => void out.push(text);
      const words = [...said.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
      expect(await run(words, { cwd: folder, environment: {}, isTerminal: false, out: tell, error: tell })).toBe(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    expect(out.join('')).toBe(printed[0]);
  });
  for (const example of examples('appendices')) {
    it(`carries out: ${example.split('\n')[0]}`, () => {
      const applied = applyChange(change(example, ''), documents);
      expect(applied.ok ? '' : told(applied.refusals)).toBe('');
      for (const key of ['D', 'K'])
        expect(applied.ok && applied.documents.get(key)?.after.source).not.toBe(documents.get(key)?.source);
    });
  }

  const edits = [...guide.matchAll(/^```diff edit\n([\s\S]*?)\n```$/gm)].map((match) => match[1] ?? '');
  for (const [index, edit] of edits.entries()) {
    it(`derives what it shows from the edited copy: ${edit.split('\n')[0]}`, () => {
      const edited = edit.split('\n').reduce(editLine, { text: document.source, at: 0 });
      const change = derive({ D: document.source }, { D: edited.text }, { name: 'DP101', title: 'One route' });
      expect(printChange(change).trim()).toBe(examples('derived')[index]);
    });
  }

  it('shows as many changes derived as edited copies', () => {
    expect(examples('derived')).toHaveLength(edits.length);
  });

  it('derives what it shows from what was done in Word', () => {
    const imported = importWord(editedInWord(examples('word')[0] ?? ''));
    if (!imported.ok) throw new Error(imported.message);
    const reasons = imported.comments.flatMap(({ range, text }) => (range ? [{ ...range, reason: text }] : []));
    const options = { name: 'DP102', title: 'From the margin', reasons: { D: reasons } };
    const change = derive({ D: document.source }, { D: imported.markdown }, options);
    expect(printChange(change).trim()).toBe(examples('from-word')[0]);
  });

  for (const example of examples('expectation')) {
    it(`holds: ${example}`, () => {
      const expecting = change(`1. Omit paragraph 5.1.1(c).\n\n## After this change\n\n- ${example}`);
      expect(expecting.expectations).toHaveLength(1);
      expect(checkExpectations(expecting, documents)).toEqual([]);
    });
  }

  it('shows a silence that takes out what is wrong, and only that', () => {
    const [silence = ''] = examples('silence');
    const wrong = silence.slice(silence.indexOf('\n'));
    const rulesOf = (words: string) => {
      const text = document.source.replace('\n## Annex A', `\n${words}\n\n## Annex A`);
      const { found, silenced } = findIn([parseDocument(text, 'D.md')]);
      return [found, silenced].map((list) => list.map(({ rule }) => rule.id));
    };
    expect(rulesOf(wrong)[0]).toContain('unresolved-reference');
    expect(rulesOf(silence)).toEqual([[], ['unresolved-reference']]);
  });

  it('lists every rule', () => {
    const listed = [...guide.matchAll(/^\| `([a-z-]+)` \|/gm)].map((match) => match[1]);
    expect(listed).toEqual([...rules, definitionOmitted, ...changeRules].map(({ id }) => id).sort());
  });
});
