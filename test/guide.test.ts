import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyChange } from '../src/change/apply.ts';
import { readChange } from '../src/change/read-change.ts';
import { checkExpectations } from '../src/check/check-expectations.ts';
import { parseDocument } from '../src/source/parse.ts';
import { told } from './fixture.ts';

const guide = readFileSync(new URL('../docs/guide.md', import.meta.url), 'utf8');

const examples = (kind: string) =>
  [...guide.matchAll(new RegExp(`^\`\`\`md ${kind}\\n([\\s\\S]*?)\\n\`\`\`$`, 'gm'))].map((match) => match[1] ?? '');

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

  for (const example of examples('appendices')) {
    it(`carries out: ${example.split('\n')[0]}`, () => {
      const applied = applyChange(change(example, ''), documents);
      expect(applied.ok ? '' : told(applied.refusals)).toBe('');
      for (const key of ['D', 'K'])
        expect(applied.ok && applied.documents.get(key)?.after.source).not.toBe(documents.get(key)?.source);
    });
  }

  for (const example of examples('expectation')) {
    it(`holds: ${example}`, () => {
      const expecting = change(`1. Omit paragraph 5.1.1(c).\n\n## After this change\n\n- ${example}`);
      expect(expecting.expectations).toHaveLength(1);
      expect(checkExpectations(expecting, documents)).toEqual([]);
    });
  }
});
