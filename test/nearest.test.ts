import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance, nearestLabels, nearestOf } from '../src/provision/nearest.ts';
import { parseDocument } from '../src/source/parse.ts';

describe('the nearest names', () => {
  const name = fc.stringMatching(/^[1-4AB.]{1,7}$/);

  it('are those that the distance to each of them gives', () => {
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 40 }), name, (known, wanted) => {
        const scored = known.map((one) => ({ one, away: distance(one, wanted) })).filter(({ away }) => away <= 2);
        scored.sort((a, b) => a.away - b.away || (a.one < b.one ? -1 : 1));
        expect(nearestOf(known, wanted)).toEqual(scored.slice(0, 3).map(({ one }) => one));
      }),
    );
  });

  it('are found in no more time than the text is long, however many numbers are missing', () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, at) => `| 5.5.${(at % 90) + 1}.${Math.floor(at / 90) + 1} | Wait. |`).join(
        '\n',
      );
    const seconds = (count: number) => {
      const document = parseDocument(`| Step | Obligation |\n|---|---|\n${rows(count)}\n`, 'D.md');
      const start = performance.now();
      for (let at = 0; at < count; at += 1) nearestLabels(document, `5.6.${(at % 90) + 1}.${Math.floor(at / 90) + 1}`);
      return performance.now() - start;
    };
    seconds(500);
    expect(seconds(6000)).toBeLessThan(40 * seconds(500));
  });

  it('are none of a whole text', () => {
    expect(nearestOf(['5.5.1'], '5'.repeat(100_000))).toEqual([]);
    expect(nearestOf(['5'.repeat(100_000)], '5.5.1')).toEqual([]);
  });
});
