import { describe, expect, it } from 'vitest';
import { columnWidths } from '../src/render/docx/column-widths.ts';
import { textWidth } from '../src/word/style-settings.ts';

// How wide words are in DejaVu Serif Bold at 10 points, in twentieths of a point, by the font's own measures; and the space beside them.
const measured = {
  Term: 593,
  Answer: 818,
  Evidence: 1006,
  Obligation: 1183,
  Responsibility: 1590,
  'Mmm.': 714,
  DCC: 492,
  '4.3.2.6A': 921,
};
const besides = 216;
const long = 'means what the DCC says to each of those who ask it for something. '.repeat(20);

describe('the columns of a table in Word', () => {
  it.each(Object.entries(measured))('have room for the word “%s” in the widest face', (word, width) => {
    const [first = 0] = columnWidths([
      [word, 'Meaning'],
      ['x', long],
    ]);
    expect(first).toBeGreaterThanOrEqual(width + besides);
  });

  it('are as wide as the text together, whatever stands in them', () => {
    for (const cell of ['', 'x', 'm'.repeat(500), long]) {
      const widths = columnWidths(Array.from({ length: 3 }, () => Array(7).fill(cell)));
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(textWidth);
      expect(Math.min(...widths)).toBeGreaterThan(0);
    }
  });
});
