import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyChange } from '../src/change/apply.ts';
import { readChange } from '../src/change/read-change.ts';
import { findIn, rules } from '../src/check/check-documents.ts';
import { checkExpectations } from '../src/check/check-expectations.ts';
import { definitionOmitted } from '../src/check/definition-omitted.ts';
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
    expect(listed).toEqual([...rules.map(({ id }) => id), definitionOmitted.id].sort());
  });
});
