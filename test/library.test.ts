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
      'chooseOption',
      'compare',
      'comparePack',
      'compareTexts',
      'derive',
      'format',
      'importWord',
      'optionsPack',
      'parseChange',
      'parseDocument',
      'plan',
      'printChange',
      'printInstruction',
      'reject',
      'renderDiff',
      'renderDocx',
      'renderHtml',
      'renderJson',
      'renderManifest',
      'renderMarkdown',
      'renderOptions',
      'renderOptionsPdf',
      'renderPdf',
      'renderText',
      'spans',
      'typstEngine',
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
    expect(library.renderDocx(result.pack).map(({ path }) => path)).toEqual(['D.redline.docx', 'D.clean.docx']);
    const pdfs = library.renderPdf(result.pack, library.typstEngine());
    expect(pdfs.map(({ path }) => path)).toEqual(['SPECIMEN.pdf', 'D.redline.pdf']);
  });

  it('plans without carrying out', () => {
    const planned = library.plan(library.parseChange(fixture('change.md')), { D: fixture('D.md') });
    expect(planned.ok && planned.edits.D?.map(({ text, by }) => ({ text, by }))).toEqual([
      { text: 'via the Gateway', by: 1 },
    ]);
  });

  it('carries out the option chosen, and shows all of them side by side', () => {
    const offers = (file: string) =>
      readFileSync(new URL(`fixtures/offers-options-for-a-vote/${file}`, import.meta.url), 'utf8');
    const change = library.parseChange(offers('change.md'));
    const texts = { D: offers('D.md') };
    const chosen = library.chooseOption(change, 'B');
    const result = chosen.ok ? library.apply(chosen.change, texts) : chosen;
    expect(result.ok && result.texts.D).toContain('5.1.2 The DCC shall answer by post or via the Gateway');
    expect(library.apply(change, texts).ok).toBe(false);
    const made = library.optionsPack(change, texts);
    expect(made.ok && library.renderOptions(made.pack).map(({ path }) => path)).toEqual(['index.html', 'D.html']);
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

  it('checks what a change brings, or why it cannot be carried out', () => {
    const story = (file: string) =>
      readFileSync(new URL(`stories/an-item-is-omitted-and-the-count-stays/${file}`, import.meta.url), 'utf8');
    const documents = { D: story('D.md'), M: story('M.md') };
    const rules = (change: string) =>
      library.check({ documents, changes: { 'change.md': change } }).map(({ rule }) => rule);
    expect(rules(story('change.md'))).toEqual(['count-in-words']);
    expect(rules(story('change.md').replace('5.1.2(b)', '5.1.2(x)'))).toEqual(['no-such-provision']);
    expect(library.check({ documents })).toEqual([]);
  });
});
