import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as library from '../src/index.ts';

const fixture = (file: string) =>
  readFileSync(new URL(`fixtures/substitutes-words-once/${file}`, import.meta.url), 'utf8');

describe('the library', () => {
  it('gives these names and no others', () => {
    expect(Object.keys(library).sort()).toEqual([
      'accept',
      'apply',
      'check',
      'compare',
      'comparePack',
      'compareTexts',
      'derive',
      'format',
      'parseChange',
      'parseDocument',
      'plan',
      'printChange',
      'printInstruction',
      'reject',
      'renderDiff',
      'renderHtml',
      'renderJson',
      'renderManifest',
      'renderMarkdown',
      'renderText',
      'spans',
    ]);
  });

  it('carries a change out on strings, with redlines that give both texts back', () => {
    const change = library.parseChange(fixture('change.md'));
    const texts = { D: fixture('D.md') };
    const result = library.apply(change, texts);
    if (!result.ok) throw new Error('refused');
    expect(result.texts.D).toBe(fixture('after.md'));
    const redline = result.redlines.D;
    if (!redline) throw new Error('no redline');
    expect(library.accept(redline)).toBe(fixture('after.md'));
    expect(library.reject(redline)).toBe(texts.D);
    expect(library.renderHtml(result.pack).map(({ path }) => path)).toContain('D.html');
  });

  it('plans without carrying out', () => {
    const planned = library.plan(library.parseChange(fixture('change.md')), { D: fixture('D.md') });
    expect(planned.ok && planned.edits.D?.map(({ text, by }) => ({ text, by }))).toEqual([
      { text: 'via the Gateway', by: 1 },
    ]);
  });

  it('gives refusals as data', () => {
    const result = library.apply(library.parseChange(fixture('change.md')), {
      D: fixture('D.md').replace('5.1.2', '5.1.9'),
    });
    expect(result.ok).toBe(false);
    expect(!result.ok && result.refusals[0]).toMatchObject({
      severity: 'error',
      rule: 'no-such-provision',
      instruction: 1,
    });
  });

  it('throws one error that carries every message for a change that cannot be read', () => {
    const broken = fixture('change.md').replace(/1\. In[^\n]*/, '1. Abolish everything.\n\n2. Likewise the rest.');
    const thrown = (() => {
      try {
        library.parseChange(broken);
        return undefined;
      } catch (cause) {
        return cause;
      }
    })();
    expect(thrown).toBeInstanceOf(Error);
    expect((thrown as { messages: readonly unknown[] }).messages.length).toBeGreaterThan(1);
  });

  it('compares any two texts', () => {
    const redline = library.compare('One two three.\n', 'One three.\n');
    expect(library.spans(redline)).toEqual(redline.source);
    expect(library.accept(redline)).toBe('One three.\n');
  });

  it('checks documents and changes', () => {
    const messages = library.check({ documents: { D: '# Title\n\nSee section 9.9.9 of this document.\n' } });
    expect(messages.map(({ rule }) => rule)).toContain('unresolved-reference');
  });
});
