import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runningWords } from '../src/provision/running-words.ts';

/** What a word is, said as a pattern: the reading goes character by character, since a pattern is slow. */
const pattern = /[0-9A-Za-z\u00C0-\u024F]+/g;

describe('the words of running text', () => {
  it('are the longest runs of letters and digits, the ending ’s left out', () => {
    const pieces = [
      'Party',
      's',
      '’',
      "'",
      ' ',
      '-',
      '—',
      '.',
      'É',
      'ɏ',
      'ɐ',
      '×',
      '÷',
      '¿',
      '7',
      'ſ',
      '\n',
      '😀',
      '_',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), (parts) => {
        const text = parts.join('');
        const expected = [...text.matchAll(pattern)]
          .filter(({ 0: word, index }) => word !== 's' || !/[0-9A-Za-z\u00C0-\u024F][’']$/.test(text.slice(0, index)))
          .map(({ 0: word, index }) => ({ word, start: index, end: index + word.length }));
        expect(runningWords(text).map(({ text: word, start, end }) => ({ word, start, end }))).toEqual(expected);
      }),
    );
  });

  it('keep what stands between them: a space, a hyphen, or a break', () => {
    const gaps = runningWords('An Ad-Hoc  Device\nCSR, or (none)').map(({ text, gap }) => `${gap} ${text}`);
    expect(gaps).toEqual(['break An', 'space Ad', 'hyphen Hoc', 'space Device', 'space CSR', 'break or', 'break none']);
  });
});
