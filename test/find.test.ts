import { describe, expect, it } from 'vitest';
import type { Document } from '../src/model/document.ts';
import { findMentions } from '../src/provision/mentions.ts';
import { definedTerms, namesOf } from '../src/provision/terms.ts';
import { parseDocument } from '../src/source/parse.ts';

const definitions = [
  '## Annex A Definitions',
  [
    '| Term | Meaning |',
    '|---|---|',
    '| Ad Hoc Device CSR | means a Device CSR that is submitted singly. |',
    '| Certificate Signing Request (CSR) | means a request for a certificate. |',
    '| SMKI Portal | means the SMKI Portal via a DCC Gateway Connection, SPOTI or both of them. |',
    '| SPOTI | means the SMKI Portal Interface over the Internet, by which requests may be submitted. |',
    '| SRO | means a Senior Responsible Officer. |',
  ].join('\n'),
];

function document(...blocks: readonly string[]): Document {
  return parseDocument(`${blocks.join('\n\n')}\n`, 'D.md');
}

function found(terms: readonly string[], ...blocks: readonly string[]): readonly string[] {
  return findMentions([document(...blocks)], terms).map(({ locator }) => locator);
}

const both = ['Device CSR', 'SPOTI'];

describe('a provision mentions a term', () => {
  it.each([
    ['in the plural', 'Device CSRs go over SPOTI.'],
    ['in another case', 'A DEVICE CSR or device csr goes over SPOTI.'],
    ['with a hyphen', 'A Device-CSR goes over SPOTI.'],
    ['as a possessive', 'SPOTI’s Device CSRs are kept.'],
    ['over the end of a line', 'A Device\nCSR goes over SPOTI.'],
    ['with setting', 'A **Device CSR** goes over *SPOTI*.'],
    ['in a longer term', 'An Ad Hoc Device CSR goes over SPOTI.'],
  ])('%s', (_, words) => {
    expect(found(both, `5.1 ${words}`)).toEqual(['paragraph 5.1']);
  });

  it.each([
    ['inside a longer word', 'A Device CSRX goes over SPOTI.'],
    ['where other words stand between', 'A Device and a CSR go over SPOTI.'],
    ['where an abbreviation is written small', 'A Device CSR goes over spoti.'],
    ['where it mentions only one', 'A Device CSR goes.'],
  ])('not %s', (_, words) => {
    expect(found(both, `5.1 ${words}`)).toEqual([]);
  });

  it('by every name that the definitions give it', () => {
    expect(
      found(
        both,
        '5.1 A Device Certificate Signing Request goes over the SMKI Portal Interface over the Internet.',
        ...definitions,
      ),
    ).toEqual(['paragraph 5.1']);
    expect(found(['Senior Responsible Officer'], '5.1 SROs sign.', ...definitions)).toContain('paragraph 5.1');
  });

  it('in the plural of party', () => {
    expect(found(['Party'], '5.1 Parties pay.')).toEqual(['paragraph 5.1']);
  });
});

describe('a provision is read with', () => {
  it('the words that open its list', () => {
    expect(
      found(both, '5.1 The following may be submitted over SPOTI:', '- (a) Device CSRs; and\n- (b) Organisation CSRs.'),
    ).toEqual(['paragraph 5.1(a)']);
  });

  it('the words of the items around it', () => {
    expect(
      found(
        both,
        '5.1 A Party may submit:',
        '- (a) over SPOTI:\n  - (i) Device CSRs; and\n  - (ii) others; and\n- (b) Device CSRs otherwise.',
      ),
    ).toEqual(['paragraph 5.1(a)(i)']);
  });

  it('the words that close its list and go on with its sentence', () => {
    expect(
      found(both, '5.1 Each of:', '- (a) Device CSRs; and\n- (b) others,', 'may be submitted over SPOTI.'),
    ).toEqual(['paragraph 5.1(a)']);
    expect(found(both, '5.1 Each of:', '- (a) Device CSRs; and\n- (b) others.', 'SPOTI is open at all hours.')).toEqual(
      [],
    );
  });

  it('the opening words, where it closes their list', () => {
    expect(found(both, '5.1 Of Device CSRs:', '- (a) one is kept,', 'and SPOTI is closed.')).toEqual([
      'the closing words of paragraph 5.1',
    ]);
  });

  it('the paragraph before its list, in a section without numbers', () => {
    expect(found(both, '## 5 Routes', 'SPOTI is a route.', 'It takes:', '- (a) Device CSRs.')).toEqual([]);
    expect(found(both, '## 5 Routes', 'One is a route.', 'SPOTI takes:', '- (a) Device CSRs.')).toEqual([
      'paragraph 5(a)',
    ]);
  });

  it('the heading directly above it, where it has no number', () => {
    expect(found(both, '## 5 Device CSRs', 'They go over SPOTI.', 'They are kept.', 'SPOTI is open.')).toEqual([
      'the first paragraph of section 5',
      'the third paragraph of section 5',
    ]);
    expect(found(both, '## 5 Device CSRs', '### Times', 'SPOTI is open.')).toEqual([]);
    expect(found(both, '## 5 Device CSRs', '5.1 They go over SPOTI.')).toEqual([]);
  });

  it('nothing, where the words around it say it all already', () => {
    expect(found(both, '5.1 Device CSRs go over SPOTI:', '- (a) a Device CSR by day; and\n- (b) by night.')).toEqual([
      'paragraph 5.1',
    ]);
  });
});

describe('a row', () => {
  it('says all its cells and nothing else', () => {
    const table = ['| Device CSR | Route |', '|---|---|', '| Yes | SPOTI |', '| a Device CSR | over SPOTI |'].join(
      '\n',
    );
    expect(found(both, '5.1 Device CSRs:', table)).toEqual([
      'the row for “a Device CSR” in the table in paragraph 5.1',
    ]);
  });

  it('may be a definition', () => {
    expect(
      found(both, '## Annex A Definitions', '| Term | Meaning |\n|---|---|\n| SPOTI | means where Device CSRs go. |'),
    ).toEqual(['the definition of “SPOTI”']);
  });
});

describe('a mention', () => {
  it('gives the place and every word by its offsets', () => {
    const source = '5.1 Over SPOTI go:\n\n- (a) all Device CSRs.\n';
    const [mention, ...others] = findMentions([parseDocument(source, 'appendices/D.md')], both);
    expect(others).toEqual([]);
    expect(mention).toMatchObject({
      type: 'mention',
      document: 'appendices/D.md',
      locator: 'paragraph 5.1(a)',
      id: 'p-5.1-a',
      place: { path: 'appendices/D.md', line: 3, column: 11 },
    });
    expect(mention?.words.map(({ term, text, start, end }) => [term, text, source.slice(start, end)])).toEqual([
      ['SPOTI', 'SPOTI', 'SPOTI'],
      ['Device CSR', 'Device CSRs', 'Device CSRs'],
    ]);
  });

  it('needs a term', () => {
    expect(findMentions([document('5.1 Text.')], [])).toEqual([]);
  });

  it('is looked for in every document, with the definitions of all of them', () => {
    const other = parseDocument('5.9 The SMKI Portal Interface over the Internet is open.\n', 'M.md');
    const mentions = findMentions([document('5.1 SPOTI is open.', ...definitions), other], ['SPOTI']);
    expect(mentions.map(({ place, locator }) => `${place.path} ${locator}`)).toEqual([
      'D.md paragraph 5.1',
      'D.md the definition of “SMKI Portal”',
      'D.md the definition of “SPOTI”',
      'M.md paragraph 5.9',
    ]);
  });

  it('takes a term for words, not for a pattern', () => {
    expect(found(['a.c (d)'], '5.1 An a.c (d) here.', '5.2 An abc d here.')).toEqual(['paragraph 5.1']);
  });
});

describe('the longest defined term counts', () => {
  const service = '| Ad Hoc Device CSR Web Service | means the web service for requests. |';
  const services = [
    '## Annex A',
    `| Term | Meaning |\n|---|---|\n${service}\n| Ad Hoc Device CSR | means a single one. |`,
  ];
  const text = [
    '5.1 The Ad Hoc Device CSR Web Service is no part of SPOTI.',
    '5.2 An Ad Hoc Device CSR goes over SPOTI.',
    '5.3 The Ad Hoc Device CSR web services take a Device CSR, and SPOTI does not.',
  ];

  it('so that a term which only begins a longer one is no mention, and one that ends it is: a kind of it', () => {
    expect(found(both, ...text, ...services)).toEqual(['paragraph 5.2', 'paragraph 5.3']);
  });

  it('unless terms inside longer ones are asked for', () => {
    const mentions = findMentions([document(...text, ...services)], both, { within: true });
    expect(mentions.map(({ locator }) => locator)).toEqual(['paragraph 5.1', 'paragraph 5.2', 'paragraph 5.3']);
  });

  it('and only where it is defined', () => {
    expect(found(both, ...text.slice(0, 1))).toEqual(['paragraph 5.1']);
  });
});

describe('words declared to mean the same', () => {
  const synonyms = [{ names: ['SPOTI', 'via the Internet', 'over the Internet'] }];
  const looked = (terms: readonly string[], ...blocks: readonly string[]) =>
    findMentions([document(...blocks, ...definitions)], terms, { synonyms }).map(({ locator }) => locator);

  it('count for one another, with what the definitions add, whichever is asked for', () => {
    const text = ['5.1 A Device CSR goes Via the Internet.', '5.2 A Device CSR goes by post.'];
    for (const term of ['SPOTI', 'over the Internet', 'SMKI Portal Interface over the Internet'])
      expect(looked(['Device CSR', term], ...text)).toEqual(['paragraph 5.1']);
  });

  it('do not count where nobody declares them', () => {
    expect(found(['Device CSR', 'SPOTI'], '5.1 A Device CSR goes via the Internet.', ...definitions)).toEqual([]);
  });
});

describe('two terms are one', () => {
  const terms = definedTerms([document(...definitions)]);

  it('where the meaning of one is only the other', () => {
    expect(namesOf(terms, 'SPOTI')).toEqual(['SPOTI', 'SMKI Portal Interface over the Internet']);
    expect(namesOf(terms, 'SMKI Portal Interface over the Internet')).toContain('SPOTI');
    expect(namesOf(terms, 'SRO')).toContain('Senior Responsible Officer');
  });

  it('where a row carries both', () => {
    expect(namesOf(terms, 'CSR')).toContain('Certificate Signing Request');
    expect(namesOf(terms, 'Device CSR')).toContain('Device Certificate Signing Request');
  });

  it('not where the meaning narrows or offers a choice', () => {
    expect(namesOf(terms, 'Ad Hoc Device CSR')).toEqual([
      'Ad Hoc Device CSR',
      'Ad Hoc Device Certificate Signing Request',
    ]);
    expect(namesOf(terms, 'SMKI Portal')).toEqual(['SMKI Portal']);
  });
});
