import { describe, expect, it } from 'vitest';
import type { Locator } from '../src/model/locator.ts';
import { locate } from '../src/provision/locate.ts';
import { documentOf } from './read.ts';

const document = documentOf(
  '# Appendix D: Title',
  '',
  '## 5 Subscribers',
  '',
  '### 5.5 Status',
  '',
  '5.5.1 The DCC shall:',
  '',
  '- (a) act:',
  '  - (i) soon; or',
  '  - (ii) late; and',
  '- (b) rest,',
  '',
  'and shall record it.',
  '',
  '5.5.2 The steps are:',
  '',
  '| Step | Obligation | Next step |',
  '|---|---|---|',
  '| 5.5.2.1 | Receive it. | 5.5.2.2 |',
  '| 5.5.2.2 | Decide. | End |',
  '',
  '### 5.6 Access',
  '',
  'First words.',
  '',
  'Second words.',
  '',
  '#### General obligations',
  '',
  'Third words.',
  '',
  '## Annex A Definitions',
  '',
  '| Term | Meaning |',
  '|---|---|',
  '| SPOTI | means the portal. |',
  '| Party | has a meaning. |',
);

const label = (...labels: string[]): Locator => ({ type: 'label', labels });

const found = (locator: Locator): string => {
  const target = locate(document, locator);
  if (target.type === 'unlocated')
    return `${target.reason}: ${target.text}${target.advice ? ` (${target.advice})` : ''}`;
  if (target.type === 'document') return 'document';
  const { start, end } = target.type === 'words' ? target.range : target.provision;
  return document.source.slice(start, end);
};

describe('locating', () => {
  it('finds a nested item by its labels', () => {
    expect(found(label('5.5.1', '(a)', '(ii)'))).toBe('- (ii) late; and');
  });

  it('finds an item however its brackets are written', () => {
    expect(found(label('5.5.1', 'b)'))).toBe('- (b) rest,');
  });

  it('finds an annex', () => {
    expect(found(label('annex A'))).toMatch(/^## Annex A/);
  });

  it('finds a step', () => {
    expect(found({ type: 'label', noun: 'step', labels: ['5.5.2.2'] })).toBe('| 5.5.2.2 | Decide. | End |');
  });

  it('finds an unnumbered paragraph by its place', () => {
    expect(found({ type: 'ordinal', noun: 'paragraph', ordinal: 2, of: label('5.6') })).toBe('Second words.');
    expect(found({ type: 'ordinal', noun: 'paragraph', ordinal: -1, of: label('5.6') })).toBe('Second words.');
  });

  it('counts the words of a numbered paragraph as its first paragraph', () => {
    expect(found({ type: 'ordinal', noun: 'paragraph', ordinal: 1, of: label('5.5.1') })).toBe('The DCC shall:');
    expect(found({ type: 'ordinal', noun: 'paragraph', ordinal: 2, of: label('5.5.1') })).toBe('and shall record it.');
  });

  it('finds opening and closing words', () => {
    expect(found({ type: 'opening', of: label('5.5.1') })).toBe('The DCC shall:');
    expect(found({ type: 'closing', of: label('5.5.1') })).toBe('and shall record it.');
  });

  it('finds a part by its heading', () => {
    expect(found({ type: 'part', title: 'General obligations', of: label('5.6') })).toMatch(/Third words\.$/);
  });

  it('finds the words of a heading without the label', () => {
    expect(found({ type: 'heading', of: label('5.5') })).toBe('Status');
  });

  it('finds a definition', () => {
    expect(found({ type: 'definition', term: 'SPOTI' })).toBe('| SPOTI | means the portal. |');
  });

  it('finds one cell by its row and column', () => {
    const row: Locator = { type: 'row', key: '5.5.2.1', step: true, of: { type: 'table', of: label('5.5.2') } };
    const target = locate(document, { type: 'cell', column: 'Next step', of: row });
    expect(target).toMatchObject({ type: 'provision', provision: { type: 'cell', title: 'Next step' } });
    if (target.type === 'provision') {
      const { start, end } = target.provision.words;
      expect(document.source.slice(start, end)).toBe('5.5.2.2');
    }
  });

  it('refuses a label that is one letter off, and names the nearest', () => {
    expect(found(label('5.5.12'))).toBe(
      'missing: there is no provision 5.5.12 in D.md (the nearest there are 5.5.1, 5.5.2, 5.5.2.2)',
    );
  });

  it('refuses an item that is not there, and names those that are', () => {
    expect(found(label('5.5.1', '(c)'))).toBe(
      'missing: there is no provision 5.5.1(c): 5.5.1 holds no (c) (the nearest there are (a), (b))',
    );
  });

  it('refuses a row that is not there, and names those that are', () => {
    expect(found({ type: 'row', key: '5.5.2.9', step: true, of: label('5.5.2') })).toMatch(
      /found none \(the nearest there are 5\.5\.2\.1, 5\.5\.2\.2\)/,
    );
  });

  it('refuses a label that stands in two places', () => {
    const twice = documentOf('5.1 One.', '', '5.1 Two.');
    expect(locate(twice, label('5.1'))).toMatchObject({ type: 'unlocated', reason: 'ambiguous' });
  });

  it('refuses a paragraph by its place where there are fewer', () => {
    expect(found({ type: 'ordinal', noun: 'paragraph', ordinal: 4, of: label('5.6') })).toMatch(
      /^missing: there are 2/,
    );
  });

  it('looks for a bare item in the provisions around the one that cites it', () => {
    const from = locate(document, label('5.5.1', '(a)', '(i)'));
    if (from.type !== 'provision') throw new Error('not found');
    const target = locate(document, label('(b)'), from);
    expect(target).toMatchObject({ type: 'provision', provision: { label: '(b)' } });
  });
});
