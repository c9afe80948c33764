import fc from 'fast-check';
import { family, level, list, numbered, style, styled } from './numbering-cases.ts';

/** The parts of a document whose paragraphs stand in five lists of two families, on levels that are jumped over as people do. */
export interface MadeLists {
  readonly numbering: string;
  readonly styles: string;
  readonly body: string;
}

const formats = ['decimal', 'lowerLetter', 'lowerRoman', 'upperLetter'];
const depths = [0, 1, 2, 3];

const normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>';

/** Styles that stand in the first list, each on its level. */
const styles =
  normal +
  depths
    .slice(0, 3)
    .map((depth) => style(`S${depth}`, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="1"/></w:numPr>`))
    .join('');

const unnumbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>';

/** The text of a level: its own number, or all numbers down to it. */
const textsOf = (depth: number) => [
  `%${depth + 1}.`,
  `(%${depth + 1})`,
  Array.from({ length: depth + 1 }, (_, above) => `%${above + 1}`).join('.'),
];

export const madeLists: fc.Arbitrary<MadeLists> = fc.gen().map((next) => {
  const pick = <Value>(...values: readonly Value[]): Value => next(() => fc.constantFrom(...values));
  const makeFamily = (id: number) =>
    family(
      id,
      ...depths.map((depth) => {
        const named = id === 0 && depth < 3 && pick(true, false) ? `<w:pStyle w:val="S${depth}"/>` : '';
        return level(depth, pick(...formats), pick(...textsOf(depth)), named, pick(1, 1, 1, 3, 0));
      }),
    );
  const override = () =>
    pick('', `<w:lvlOverride w:ilvl="${pick(0, 1, 2)}"><w:startOverride w:val="${pick(1, 1, 4)}"/></w:lvlOverride>`);
  const paragraph = () =>
    pick(
      () => numbered(pick(1, 2, 3, 4, 5), pick(...depths)),
      () => numbered(1, pick(0, 1, 2)),
      () => styled(`S${pick(0, 1, 2)}`),
      () => styled(`S${pick(0, 1, 2)}`, pick('', unnumbered)),
    )();
  return {
    numbering: [
      makeFamily(0),
      makeFamily(1),
      list(1, 0),
      list(2, 0, override()),
      list(3, 1),
      list(4, 1, override()),
      list(5, 0, override()),
    ].join(''),
    styles,
    body: Array.from({ length: 14 }, paragraph).join(''),
  };
});
