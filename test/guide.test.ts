import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyChange } from '../src/change/apply.ts';
import { readChange } from '../src/change/read-change.ts';
import { checkExpectations } from '../src/check/check-expectations.ts';
import { derive, printChange } from '../src/index.ts';
import { parseDocument } from '../src/source/parse.ts';
import { told } from './fixture.ts';

const guide = readFileSync(new URL('../docs/guide.md', import.meta.url), 'utf8');

const examples = (kind: string) =>
  [...guide.matchAll(new RegExp(`^\`\`\`md ${kind}\\n([\\s\\S]*?)\\n\`\`\`$`, 'gm'))].map((match) => match[1] ?? '');

const document = parseDocument(`${examples('document')[0]}\n`, 'D.md');
const documents = new Map([['D', document]]);

function change(body: string) {
  const head = '---\nchange: DP999\ntitle: Specimen\nstage: specimen\nbaseline: { D: "1.0" }\n---\n';
  const read = readChange(`${head}\n## Appendix D\n\n${body}\n`, 'change.md');
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

  it('derives what it shows from the edited copy', () => {
    const [edit = ''] = [...guide.matchAll(/^```diff edit\n([\s\S]*?)\n```$/gm)].map((match) => match[1] ?? '');
    const edited = edit.split('\n').reduce(editLine, { text: document.source, at: 0 });
    const change = derive({ D: document.source }, { D: edited.text }, { name: 'DP101', title: 'One route' });
    expect(printChange(change).trim()).toBe(examples('derived')[0]);
  });

  for (const example of examples('expectation')) {
    it(`holds: ${example}`, () => {
      const expecting = change(`1. Omit paragraph 5.1.1(c).\n\n## After this change\n\n- ${example}`);
      expect(expecting.expectations).toHaveLength(1);
      expect(checkExpectations(expecting, documents)).toEqual([]);
    });
  }
});
