import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readWord } from '../../src/word/read-word.ts';
import { writeWord } from '../../src/word/write-word.ts';
import { wordDocument } from '../judges/generate-word.ts';
import { numberingCases } from './numbering-cases.ts';
import { revisionCases } from './revision-cases.ts';
import { handmadeFile, zipEntries } from './word-file.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env.RUNS ?? 250);

const files = [
  ...fc.sample(wordDocument, { seed, numRuns: 3 }).map(writeWord),
  ...numberingCases.map((one) => handmadeFile(one)),
  handmadeFile({ body: revisionCases.map(({ body }) => body).join('') }),
];

const anyFile = fc.constantFrom(...files);

/** Far more than the largest of these files takes on a busy machine; a reader that hangs does not stay below it. */
const longest = 5_000;

/** Reads on every side; gives what is wrong with the answers. */
function faults(bytes: Uint8Array): readonly string[] {
  return (['accept', 'reject', 'both'] as const).flatMap((revisions) => {
    const start = performance.now();
    const reading = readWord(bytes, { revisions });
    const took = performance.now() - start;
    const slow = took > longest ? [`${revisions} took ${took} ms`] : [];
    const said =
      reading.ok ||
      /^(?:This Word file cannot be read|Expected a Word file \(\.docx\), found something else): [^\n]{10,600}\.$/.test(
        reading.message,
      );
    return said ? slow : [...slow, reading.message];
  });
}

/** Pieces of XML that mean much to a reader, in places where they mean nothing. */
const pieces = fc.constantFrom(
  '<w:p>',
  '</w:p>',
  '<w:tbl>',
  '</w:tbl>',
  '<w:tr/>',
  '<w:tc/>',
  '<w:r>',
  '</w:r>',
  '<w:t>',
  '</w:t>',
  '<w:del>',
  '</w:del>',
  '<w:ins><w:del/></w:ins>',
  '<w:fldChar w:fldCharType="begin"/>',
  '<w:fldChar w:fldCharType="end"/>',
  '<w:sdt><w:sdtContent>',
  '<w:numPr><w:ilvl w:val="-1"/><w:numId w:val="1"/></w:numPr>',
  '<w:pPr/>',
  '<w:pPrChange/>',
  '<w:moveFromRangeStart w:id="1"/>',
  '<mc:AlternateContent/>',
  '<w:footnoteReference w:id="1"/>',
  '<w:sectPr/>',
  '&#0;',
  '&x;',
  '<!DOCTYPE x>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '<?x?>',
  '\u0000',
  '\ufffe',
  '<w:gridSpan w:val="99999999999999999999"/>',
  '<w:lvlText w:val="%1%2%3%4%5%6%7%8%9"/>',
);

const values = fc.constantFrom(
  '',
  '-1',
  '0',
  '9',
  '2147483648',
  '1e99',
  'NaN',
  '%1%1%1',
  '__proto__',
  'constructor',
  '../x',
  'x'.repeat(3000),
  '\u202e',
);

type Change = (text: string, place: number) => string;

/** Changes of the XML of one part. */
const change: fc.Arbitrary<Change> = fc.oneof(
  pieces.map(
    (piece): Change =>
      (text, place) =>
        text.slice(0, place) + piece + text.slice(place),
  ),
  fc.nat(200).map(
    (length): Change =>
      (text, place) =>
        text.slice(0, place) + text.slice(place + length),
  ),
  fc.nat(400).map(
    (length): Change =>
      (text, place) =>
        text.slice(0, place + length) + text.slice(place),
  ),
  values.map(
    (value): Change =>
      (text, place) =>
        changeNext(text, place, /"[^"]*"/, `"${value}"`),
  ),
  pieces.map(
    (piece): Change =>
      (text, place) =>
        changeNext(text, place, /<[^>]*>/, piece),
  ),
  fc.constantFrom('w:p', 'w:r', 'w:tbl', 'w:del', 'w:txbxContent', 'w:lvl').map(
    (name): Change =>
      (text, place) =>
        changeNext(text, place, /<\/?w:\w+/, `<${name}`),
  ),
);

function changeNext(text: string, place: number, wanted: RegExp, given: string): string {
  return text.slice(0, place) + text.slice(place).replace(wanted, () => given);
}

describe(`a file changed at random is read or refused (seed ${seed})`, () => {
  it('whatever its bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(faults(bytes)).toEqual([]);
        expect(faults(Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes]))).toEqual([]);
      }),
      { seed, numRuns },
    );
  });

  it('whichever of its bytes are changed', () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(anyFile, changes, (file, changed) => {
        const bytes = file.slice();
        // The directory of an archive stands at its end and says where everything is.
        for (const [at, value] of changed)
          bytes[at % 3 === 0 ? at % bytes.length : bytes.length - 1 - (at % Math.min(bytes.length, 900))] = value;
        expect(faults(bytes)).toEqual([]);
      }),
      { seed, numRuns },
    );
  });

  it('whatever is changed in its parts', () => {
    fc.assert(
      fc.property(
        anyFile,
        fc.array(fc.tuple(fc.nat(), fc.nat(), change), { minLength: 1, maxLength: 4 }),
        (file, changes) => {
          const parts = Object.fromEntries(
            Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]),
          );
          const names = Object.keys(parts).filter((name) => name !== '[Content_Types].xml');
          for (const [which, place, changed] of changes) {
            const name = names[which % names.length] ?? '';
            const text = parts[name] ?? '';
            parts[name] = changed(text, place % (text.length + 1));
          }
          expect(faults(zipEntries(parts))).toEqual([]);
        },
      ),
      { seed, numRuns },
    );
  });
});
