import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberTexts } from '../src/compare/number-texts.ts';

// By the texts themselves: the first text is 0, the next that is none of those before it 1, and so on.
function numbered(before: readonly string[], after: readonly string[]): readonly (readonly number[])[] {
  const known = [...new Set([...before, ...after])];
  return [before.map((text) => known.indexOf(text)), after.map((text) => known.indexOf(text))];
}

describe('the numbers of texts', () => {
  it('are equal where the texts are, and only there', () => {
    const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 4 }), { maxLength: 60 });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        expect(numberTexts(before, after).map((list) => [...list])).toEqual(numbered(before, after));
      }),
    );
  });

  it('are right, and found in linear time, for texts made to differ only where the sketch does not look', () => {
    const texts = Array.from({ length: 50_000 }, (_, index) => `${'x'.repeat(81)}${String(index).padStart(8, '0')}`);
    const alike = Array.from({ length: 50_000 }, (_, index) => {
      const digits = [...String(index).padStart(5, '0')];
      return digits.map((digit) => `x${digit}xxxxxxxxxxxxxx`).join('');
    });
    for (const list of [texts, alike]) {
      const started = process.cpuUsage();
      expect(numberTexts(list, list).map((numbers) => numbers[49_999])).toEqual([49_999, 49_999]);
      expect(process.cpuUsage(started).user).toBeLessThan(1_500_000);
    }
  });
});
