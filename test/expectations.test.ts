import { describe, expect, it } from 'vitest';
import { checkExpectations, judgeExpectations } from '../src/check/check-expectations.ts';
import type { Change } from '../src/model/change.ts';
import type { Document } from '../src/model/document.ts';
import type { Expectation } from '../src/model/expectation.ts';
import { parseDocument } from '../src/source/parse.ts';

const sentence = 'No provision mentions both.';
const source = `## After this change\n\n- ${sentence}\n`;
const range = { start: source.indexOf(sentence), end: source.indexOf(sentence) + sentence.length };

function changeWith(...expectations: readonly Expectation[]): Change {
  return {
    type: 'change',
    name: 'DP074',
    title: 'Clarity',
    stage: 'draft',
    baseline: {},
    prose: '',
    instructions: [],
    expectations,
    path: 'DP074.md',
    source,
  };
}

function documentsAfter(texts: Readonly<Record<string, string>>): ReadonlyMap<string, Document> {
  return new Map(Object.entries(texts).map(([key, text]) => [key, parseDocument(text, `${key}.md`)]));
}

const mentions = (expected: 'none' | 'some', documents: readonly string[] = ['D', 'M']): Expectation => ({
  type: 'mentions',
  documents,
  terms: ['Device CSR', 'SPOTI'],
  expected,
  ...range,
});

const contains = (words: string, expected: boolean, labels: readonly string[] = ['5']): Expectation => ({
  type: 'contains',
  document: 'D',
  at: { type: 'label', noun: 'section', labels },
  words,
  expected,
  ...range,
});

describe('an expectation that no provision mentions all terms', () => {
  it('is met where each is mentioned apart', () => {
    const texts = documentsAfter({ D: '5.1 A Device CSR is sent.\n\n5.2 SPOTI is open.\n', M: 'Nothing.\n' });
    expect(checkExpectations(changeWith(mentions('none')), texts)).toEqual([]);
  });

  it('lists each provision that does, with its place and its words', () => {
    const texts = documentsAfter({
      D: '5.1 Device CSRs go over SPOTI.\n',
      M: '## 3 SPOTI\n\nIt takes:\n\n- a) one Device CSR; and\n- b) others.\n',
    });
    expect(checkExpectations(changeWith(mentions('none')), texts)).toEqual([
      {
        severity: 'error',
        rule: 'expectation-not-met',
        place: { path: 'DP074.md', line: 3, column: 3, endLine: 3, endColumn: 30 },
        text: [
          'Expected no provision that mentions “Device CSR” and “SPOTI”, found 2 provisions:',
          '- paragraph 5.1 (D.md:1:5): “Device CSRs”, “SPOTI”',
          '- paragraph 3a) (M.md:5:10): “SPOTI”, “Device CSR”',
        ].join('\n'),
        advice: expect.any(String),
        other: expect.objectContaining({ path: 'D.md', line: 1, column: 5 }),
      },
    ]);
  });

  it('looks only in the documents it names', () => {
    const texts = documentsAfter({ D: 'Nothing.\n', M: '5.1 Device CSRs go over SPOTI.\n' });
    expect(checkExpectations(changeWith(mentions('none', ['D'])), texts)).toEqual([]);
  });

  it('fails where a document is not there', () => {
    const [message] = checkExpectations(changeWith(mentions('none', ['D', 'Q'])), documentsAfter({ D: 'Nothing.\n' }));
    expect(message?.text).toBe('There is no document Q among those checked (D).');
  });
});

describe('an expectation that a provision mentions all terms', () => {
  it('is met by one', () => {
    const texts = documentsAfter({ D: 'Nothing.\n', M: '5.1 Device CSRs go over SPOTI.\n' });
    expect(checkExpectations(changeWith(mentions('some')), texts)).toEqual([]);
  });

  it('fails where the terms are never together', () => {
    const texts = documentsAfter({ D: '5.1 SPOTI is open.\n', M: '5.1 Device CSRs go.\n' });
    expect(checkExpectations(changeWith(mentions('some')), texts)).toMatchObject([
      { text: 'Expected a provision that mentions “Device CSR” and “SPOTI”, found none.' },
    ]);
  });
});

describe('an expectation that a provision contains words', () => {
  const text = '## 5 Access\n\nA Party shall\napply  today.\n\n## 6 More\n\nA Party pays.\n';

  it('is met wherever in it they stand, any white space for a space', () => {
    expect(
      checkExpectations(changeWith(contains('Party shall apply today', true)), documentsAfter({ D: text })),
    ).toEqual([]);
    expect(checkExpectations(changeWith(contains('pays', false)), documentsAfter({ D: text }))).toEqual([]);
  });

  it('takes whole words only, and punctuation as it is', () => {
    expect(checkExpectations(changeWith(contains('Part', false)), documentsAfter({ D: text }))).toEqual([]);
    expect(checkExpectations(changeWith(contains('today.', true)), documentsAfter({ D: text }))).toEqual([]);
    expect(checkExpectations(changeWith(contains('today!', true)), documentsAfter({ D: text }))).toHaveLength(1);
  });

  it('fails at the provision that lacks them', () => {
    expect(checkExpectations(changeWith(contains('pays', true)), documentsAfter({ D: text }))).toMatchObject([
      {
        rule: 'expectation-not-met',
        text: 'Expected section 5 to contain “pays”, but it does not.',
        other: { path: 'D.md', line: 1 },
      },
    ]);
  });

  it('fails at the words that should not be there', () => {
    expect(checkExpectations(changeWith(contains('shall apply', false)), documentsAfter({ D: text }))).toMatchObject([
      {
        text: 'Expected section 5 not to contain “shall apply”, but it does.',
        other: { line: 3, column: 9, endLine: 4, endColumn: 6 },
      },
    ]);
  });

  it('fails where there is no such provision, expected or not', () => {
    for (const expected of [true, false]) {
      const [message] = checkExpectations(changeWith(contains('pays', expected, ['7'])), documentsAfter({ D: text }));
      expect(message?.text).toContain('section 7');
      expect(message?.severity).toBe('error');
    }
  });

  it('looks in a heading alone where that is named', () => {
    const heading: Expectation = {
      ...contains('Access', true),
      at: { type: 'heading', of: { type: 'label', labels: ['5'] } },
    } as Expectation;
    expect(checkExpectations(changeWith(heading), documentsAfter({ D: text }))).toEqual([]);
    expect(
      checkExpectations(changeWith({ ...heading, words: 'Party' } as Expectation), documentsAfter({ D: text })),
    ).toHaveLength(1);
  });
});

describe('an expectation that leaves a provision out', () => {
  const except = (labels: readonly string[]): Expectation =>
    ({ ...mentions('none', ['D']), except: [{ document: 'D', at: { type: 'label', labels } }] }) as Expectation;
  const texts = documentsAfter({
    D: '5.1 Device CSRs go over SPOTI.\n\n5.2 SPOTI takes no Device CSR.\n\n5.3 Nothing.\n',
  });

  it('is not met by the others', () => {
    const [message, ...more] = checkExpectations(changeWith(except(['5.2'])), texts);
    expect(more).toEqual([]);
    expect(message?.text).toContain('found 1 provision:\n- paragraph 5.1 ');
  });

  it('is met where nothing else mentions the terms, and says what it looked at', () => {
    const [judged] = judgeExpectations(
      changeWith(except(['5.2'])),
      documentsAfter({ D: '5.2 SPOTI takes no Device CSR.\n' }),
    );
    expect(judged).toMatchObject({ documents: ['D'], provisions: 1, finding: 'none does, besides the 1 left out' });
    expect(judged).not.toHaveProperty('message');
  });

  it('says which terms stand nowhere, so that a misspelling shows', () => {
    const [judged] = judgeExpectations(
      changeWith(mentions('none', ['D'])),
      documentsAfter({ D: '5.1 SPOTI is open.\n' }),
    );
    expect(judged?.finding).toBe('none does; “Device CSR” stands nowhere there');
  });

  it('is refused where what it leaves out does not mention the terms, or is not there', () => {
    expect(checkExpectations(changeWith(except(['5.3'])), texts)[0]).toMatchObject({
      text: 'Expected 5.3, which is left out, to mention all the terms, but it does not.',
      advice: 'Take it out of the expectation.',
    });
    expect(checkExpectations(changeWith(except(['5.9'])), texts)[0]?.text).toContain('Cannot leave out a provision: ');
  });

  it('takes the words that the change declares to mean the same', () => {
    const change = {
      ...changeWith(mentions('none', ['D'])),
      synonyms: [{ type: 'synonyms', names: ['SPOTI', 'by wire'], ...range }],
    };
    const [message] = checkExpectations(change as Change, documentsAfter({ D: '5.1 Device CSRs go by wire.\n' }));
    expect(message?.text).toContain('“Device CSRs”, “by wire”');
  });
});
