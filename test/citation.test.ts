import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Citation, citations } from '../src/provision/citation.ts';
import { printLocator } from '../src/provision/print-locator.ts';

const names = ['SMKI RAPP', 'SMKI Interface Design Specification', 'SMKI Code of Connection'];

/** A citation on one line: its text, its document, its locators. */
function line({ text, document, locators, through, title, bare }: Citation): string {
  const name =
    document.type === 'named'
      ? `named ${document.name}`
      : document.type === 'appendix'
        ? `appendix ${document.letter} of ${document.of}`
        : document.type;
  const places = locators
    .map((locator, index) => `${through.includes(index) ? 'to ' : ''}${printLocator(locator)}`)
    .join(', ');
  return `[${text}] ${name}: ${places}${title === undefined ? '' : ` (${title})`}${bare ? ' bare' : ''}`;
}

const read = (text: string) => citations(text, names).map(line);

describe('a citation', () => {
  test.each<[string, string]>([
    ['see Section 2.3 of this document.', '[Section 2.3 of this document] this: section 2.3'],
    ['in section 2.3.1.9d) of this document', '[section 2.3.1.9d) of this document] this: section 2.3.1.9d)'],
    ['under Appendix F of this document', '[Appendix F of this document] this: Appendix F'],
    ['under Appendix A of the Code', '[Appendix A of the Code] appendix A of code: the document'],
    ['described in Appendix M, or', '[Appendix M] appendix M of unknown: the document'],
    [
      'under Appendix D, paragraphs 1.1 to 1.4, or',
      '[Appendix D, paragraphs 1.1 to 1.4] appendix D of unknown: paragraph 1.1, to paragraph 1.4',
    ],
    [
      'see Appendix D section 5.5 (Status)',
      '[Appendix D section 5.5 (Status)] appendix D of unknown: section 5.5 (Status)',
    ],
    ['Section L3.16 of the Code', '[Section L3.16 of the Code] code: section L3.16'],
    ['as Section L3.16 says', '[Section L3.16] code: section L3.16'],
    ['Section G', '[Section G] code: section G'],
    ['Sections L11.5 - L11.7 of the SEC', '[Sections L11.5 - L11.7 of the SEC] code: section L11.5, to section L11.7'],
    ['the SMKI RAPP section 5.4 says', '[SMKI RAPP section 5.4] named SMKI RAPP: section 5.4'],
    ['section 5.5 of the SMKI RAPP', '[section 5.5 of the SMKI RAPP] named SMKI RAPP: section 5.5'],
    [
      'section 2.6 of the SMKI Interface Design Specification and',
      '[section 2.6 of the SMKI Interface Design Specification] named SMKI Interface Design Specification: section 2.6',
    ],
    [
      'the ‘General obligations’ part of section 2.4',
      '[the ‘General obligations’ part of section 2.4] this: the “General obligations” part of section 2.4',
    ],
    [
      "the 'General obligations' part of section 2.4",
      "[the 'General obligations' part of section 2.4] this: the “General obligations” part of section 2.4",
    ],
    ['as in b).', '[b)] this: b) bare'],
    ['by the measure in (b), the', '[(b)] this: (b) bare'],
    ['against (a) to (d) at least once', '[(a) to (d)] this: (a), to (d) bare'],
    ['interfaces in a), b) and c) can', '[a), b) and c)] this: a), b), c) bare'],
    [
      'Section T3.34 (Additional Interface Testing) of the Code',
      '[Section T3.34 (Additional Interface Testing) of the Code] code: section T3.34 (Additional Interface Testing)',
    ],
    [
      'Section 5.5 (Determining Authorised Subscriber status)',
      '[Section 5.5 (Determining Authorised Subscriber status)] this: section 5.5 (Determining Authorised Subscriber status)',
    ],
    ['under paragraphs 5.5.1(a) and (c)', '[paragraphs 5.5.1(a) and (c)] this: paragraph 5.5.1(a), paragraph 5.5.1(c)'],
    [
      'paragraph 5.5.2(b)(i) or (ii)',
      '[paragraph 5.5.2(b)(i) or (ii)] this: paragraph 5.5.2(b)(i), paragraph 5.5.2(b)(ii)',
    ],
    ['paragraph 5.5.2(b)(i) or (c)', '[paragraph 5.5.2(b)(i) or (c)] this: paragraph 5.5.2(b)(i), paragraph 5.5.2(c)'],
    ['paragraphs 5.6.1 to 5.6.4', '[paragraphs 5.6.1 to 5.6.4] this: paragraph 5.6.1, to paragraph 5.6.4'],
    [
      'section 2.1.1(c), 2.1.3 or 2.2.3',
      '[section 2.1.1(c), 2.1.3 or 2.2.3] this: section 2.1.1(c), section 2.1.3, section 2.2.3',
    ],
    ['steps 5.5.3.2 and 5.5.3.4', '[steps 5.5.3.2 and 5.5.3.4] this: step 5.5.3.2, step 5.5.3.4'],
    ['5.5.3.4 if refused', '[5.5.3.4] this: 5.5.3.4 bare'],
    ['see also 3.2.', '[3.2] this: 3.2 bare'],
    ['in accordance with 3.2 and 3.4.', '[3.2 and 3.4] this: 3.2, 3.4 bare'],
    ['the requirements of 3.2(b), or', '[3.2(b)] this: 3.2(b) bare'],
    ['as set out in 3.2A above', '[3.2A] this: 3.2A bare'],
    ['is subject to 3.2 to 3.5', '[3.2 to 3.5] this: 3.2, to 3.5 bare'],
    ['under Section D 3.2', '[Section D 3.2] code: section D3.2'],
    ['Sections 11.2 through 11.14', '[Sections 11.2 through 11.14] this: section 11.2, to section 11.14'],
    ['the form in Annex B', '[Annex B] this: Annex B'],
    ['Part 2 of Annex D', '[Part 2 of Annex D] this: Part 2 of Annex D'],
    [
      'section 2 of Appendix F of this document',
      '[section 2 of Appendix F of this document] this: section 2 of Appendix F',
    ],
    [
      'section 2.5 of Appendix M of the Code',
      '[section 2.5 of Appendix M of the Code] appendix M of code: section 2.5',
    ],
    ['item (b) of paragraph 5.5.2', '[item (b) of paragraph 5.5.2] this: item 5.5.2(b)'],
    ['paragraph 3 of the Act', '[paragraph 3 of the Act] named Act: paragraph 3'],
    [
      'paragraph 2 of Schedule 1 to the Electricity Act 1989 and',
      '[paragraph 2 of Schedule 1 to the Electricity Act 1989] named Electricity Act 1989: paragraph 2 of Schedule 1',
    ],
    ['section 4.2.1.3 of RFC 5280.', '[section 4.2.1.3 of RFC 5280] named RFC 5280: section 4.2.1.3'],
    ['RFC 5280 section 4.2', '[RFC 5280 section 4.2] named RFC 5280: section 4.2'],
    ['section 5.3 of that document', '[section 5.3 of that document] named that document: section 5.3'],
    ['section\n5.5', '[section\n5.5] this: section 5.5'],
  ])('%s is read', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  test('of each appendix of the Code is one of its own', () => {
    expect(read('Appendices D, K and M of the Code')).toEqual([
      '[Appendices D] appendix D of code: the document',
      '[K] appendix K of code: the document',
      '[M of the Code] appendix M of code: the document',
    ]);
  });

  test('is of the appendix named before it, unless another document or another appendix is', () => {
    expect(read('in Appendix D, section 5.5 of the SMKI RAPP')).toEqual([
      '[Appendix D] appendix D of unknown: the document',
      '[section 5.5 of the SMKI RAPP] named SMKI RAPP: section 5.5',
    ]);
    expect(read('in Appendices D and K, section 5.5')).toEqual([
      '[Appendices D] appendix D of unknown: the document',
      '[K] appendix K of unknown: the document',
      '[section 5.5] this: section 5.5',
    ]);
  });

  test('has a place for each of its locators', () => {
    const text = 'under paragraphs 5.5.1(a), (b) and 5.6.1 of the SMKI RAPP';
    const [cited] = citations(text, names);
    expect(cited?.places.map(({ start, end }) => text.slice(start, end))).toEqual(['5.5.1(a)', '(b)', '5.6.1']);
  });

  test('leaves the full stop of a sentence out', () => {
    const text = 'See section 2.1.1(b)i.';
    const [cited] = citations(text);
    expect(cited && text.slice(cited.start, cited.end)).toBe('section 2.1.1(b)i');
  });
});

describe('prose is not taken for a citation', () => {
  test.each([
    'a section of the community',
    'in each paragraph of this document',
    'repeat step 3 of the scenario, then steps 4 and 5',
    'item 2 of the agenda',
    'run SREPT-PI-07 and SREPT-AH-04',
    'version 1.2.3 of TLS 1.2',
    'in releases 1.2.3 and later, issue 4.5.6 and what is dated 3.12.19',
    'a fee of £3.2, and one of $1.2.3',
    'in accordance with 3.2 metres of cable',
    'subject to 3.2 to 4.5 volts',
    'in 3.2m of pipe, or in 3.2m.',
    'a factor of 3.2, as in 3.2',
    'see 3.02 and 0.8, and 3.2%',
    'connects from 10.0.0.12 or 192.168.1.20',
    'the extension 2.5.29.15 is absent',
    'one CSR per 0.8 s from 07:00 to 20:00',
    'shall in (a) submitting a CSR and (b) retrieving it act with care',
    'is responsible for (a) the token; and (b) the passphrase',
    'the first part 2 minutes later',
    'Part of the network',
    'an appendix to the report',
    'in (say) May',
    'Parties shall, by (a) noon on 2019.11.29, reply',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });

  test('nor more of it than the citation', () => {
    expect(read('paragraph 5.5.1 and 3 Working Days')).toEqual(['[paragraph 5.5.1] this: paragraph 5.5.1']);
    expect(read('paragraph 5.5.1; and (b) the DCC')).toEqual(['[paragraph 5.5.1] this: paragraph 5.5.1']);
    expect(read('section 2.3, 2.5 megabytes')).toEqual(['[section 2.3] this: section 2.3']);
    expect(read('paragraph 5.5.1 of the Registration Authority’s procedures')).toEqual([
      '[paragraph 5.5.1] this: paragraph 5.5.1',
    ]);
    expect(read('section 5.5 of the SMKI RAPP and the DCC')).toEqual([
      '[section 5.5 of the SMKI RAPP] named SMKI RAPP: section 5.5',
    ]);
  });
});

describe('the citations of a text', () => {
  const text = ['D', 'K', 'M', 'N']
    .map((letter) => readFileSync(fileURLToPath(new URL(`../appendices/${letter}.md`, import.meta.url)), 'utf8'))
    .join('\n');

  test('include every noun with a number in the specimen appendices', () => {
    const found = citations(text, names);
    const missed = [
      ...text.matchAll(/\b(?:sections?|paragraphs?|annex|appendix|steps?) \(?(?:[A-Z]?\d+\.\d|[A-Z]\b)/gi),
    ].filter(({ index }) => !found.some(({ start, end }) => start <= index && index < end));
    expect(found.length).toBeGreaterThan(800);
    expect(missed.map(({ index }) => text.slice(index, index + 40))).toEqual([]);
  });

  test('stand in order, apart, where their text is', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(
          'section ',
          'Appendices ',
          '5.5.2',
          '(b)',
          ' and ',
          ' of the Code',
          'A',
          ', ',
          ' to ',
          'part of ',
          '‘x’ ',
          '\n',
        ),
        fc.string({ unit: 'binary', maxLength: 4 }),
      ),
    );
    fc.assert(
      fc.property(pieces, (made) => {
        const joined = made.join('');
        let at = 0;
        for (const cited of citations(joined, ['A', ''])) {
          expect(cited.start).toBeGreaterThanOrEqual(at);
          expect(joined.slice(cited.start, cited.end)).toBe(cited.text);
          expect(cited.places.length).toBe(cited.locators.length);
          at = cited.end;
        }
      }),
    );
  });

  test.each([
    'x),\n',
    'section 5, ',
    'Section A and ',
    '(a) and ',
    'part of ',
    'section 5 of the Xx ',
    '5.5.5 ',
    '‘',
    ' ',
  ])('are found in linear time in a megabyte of %j', (piece) => {
    const started = performance.now();
    citations(piece.repeat(1_000_000 / piece.length), names);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
