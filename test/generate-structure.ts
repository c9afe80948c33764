import fc from 'fast-check';
import { parseDocument } from '../src/source/parse.ts';
import { movedPair, randomFrom } from './generate-moves.ts';
import { putBefore, shiftable } from './generate-renumbering.ts';

type PairOf = fc.Arbitrary<readonly [string, string]>;

/** A document, and a copy in which a provision was put in or left out and the numbers after it shifted, its citations with them or not. */
export function renumberedPair(documentText: fc.Arbitrary<string>): PairOf {
  return fc
    .tuple(documentText, fc.nat(), fc.boolean(), fc.boolean())
    .map(([source, seed, follow, leavesOut]): readonly [string, string] => {
      const document = parseDocument(source, 'text.md');
      const visits = shiftable(document);
      const visit = visits[seed % Math.max(1, visits.length)];
      const made = visit && putBefore(source, document, visit, 'quartz heron ledger', follow);
      const after = made?.after ?? source;
      return leavesOut ? [after, source] : [source, after];
    });
}

/** A document, and a copy in which a numbered paragraph is two, the second with a letter; perhaps its words begin and end otherwise. */
export function splitPair(documentText: fc.Arbitrary<string>): PairOf {
  return fc.tuple(documentText, fc.nat(), fc.nat(), fc.boolean()).map(([source, seed, place, edits]) => {
    const lines = source.split('\n');
    const numbered = lines.flatMap((line, index) => (/^\d+\.\d+\.\d+ (?:\S+ ){5}/.test(line) ? [index] : []));
    const index = numbered[seed % Math.max(1, numbered.length)];
    const line = index === undefined ? '' : (lines[index] ?? '');
    const words = line.split(' ');
    const at = 3 + (place % Math.max(1, words.length - 4));
    const [label = ''] = words;
    const rest = words.slice(at);
    const halves = [
      `${words.slice(0, at).join(' ')}${edits ? ' and also' : ''}`,
      `${label}A ${edits ? 'Then ' : ''}${rest.join(' ')}`,
    ];
    const split =
      index === undefined ? lines : [...lines.slice(0, index), halves[0], '', halves[1], ...lines.slice(index + 1)];
    return [source, split.join('\n')] as const;
  });
}

/** A document, and a copy in which parts of it stand elsewhere, some of them with other words. */
export function rearrangedPair(documentText: fc.Arbitrary<string>): PairOf {
  return fc.tuple(documentText, fc.nat()).map(([source, seed]) => {
    const { before, after } = movedPair(source, randomFrom(seed));
    return [before, after] as const;
  });
}
