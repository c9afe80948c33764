import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { derive, type Message, printInstruction } from '../src/index.ts';

const guide = readFileSync(new URL('../docs/guide.md', import.meta.url), 'utf8');
const specimen = `${/^````md document\n([\s\S]*?)\n````$/m.exec(guide)?.[1]}\n`;

type Edit = readonly [words: string, replacement: string];

/** The specimen of the guide with some of its words replaced, each of which must be there. */
function edited(edits: readonly Edit[]): string {
  return edits.reduce((text, [words, replacement]) => {
    if (!text.includes(words)) throw new Error(`The specimen does not have “${words}”.`);
    return text.replace(words, replacement);
  }, specimen);
}

/** The instructions that make the edited copy, as they are printed, without their numbers. */
function derived(edits: readonly Edit[], before = specimen, after = edited(edits)): readonly string[] {
  const { instructions } = derive({ D: before }, { D: after });
  return instructions.map((instruction) =>
    printInstruction(instruction)
      .replace(/^\d+\. /, '')
      .trimEnd(),
  );
}

function messagesOf(act: () => unknown): readonly Message[] {
  try {
    act();
  } catch (cause) {
    return (cause as { messages?: readonly Message[] }).messages ?? [];
  }
  throw new Error('Nothing was refused.');
}

const wholeSection = specimen.slice(specimen.indexOf('### 5.2'), specimen.indexOf('### 5.3'));

const stories: readonly (readonly [claim: string, edits: readonly Edit[], instructions: readonly string[]])[] = [
  [
    'substitutes one word',
    [['answer via the Internet', 'reply via the Internet']],
    ['In paragraph 5.1.2, for “answer” substitute “reply”.'],
  ],
  [
    'omits an item and leaves words that end as an item does',
    [['(i) it has the equipment; and', '(i) [No longer in use]; and']],
    ['Omit paragraph 5.1.1(b)(i) and leave “[No longer in use]; and”.'],
  ],
  [
    'inserts a footnote with its call',
    [
      ['via the Gateway, as', 'via the Gateway,[^2] as'],
      [
        '[^1]: Counted from the day of the request.\n',
        '[^1]: Counted from the day of the request.\n\n[^2]: In writing.\n',
      ],
    ],
    ['In paragraph 5.1.2, after “Gateway,” insert the footnote—\n\n   > [^2]: In writing.'],
  ],
  [
    'omits a footnote with its call',
    [
      ['seven years.[^1]', 'seven years.'],
      ['[^1]: Counted from the day of the request.\n\n', ''],
    ],
    ['Omit the footnote “1”.'],
  ],
  [
    'omits a phrase with its conjunction',
    [['via the Internet or via the Gateway, as', 'via the Gateway, as']],
    ['In paragraph 5.1.2, omit “via the Internet or”.'],
  ],
  [
    'inserts words after the word before them',
    [['5.1.2 The DCC shall answer', '5.1.2 The DCC shall promptly answer']],
    ['In paragraph 5.1.2, after “shall” insert “promptly”.'],
  ],
  [
    'inserts words at the end of an item',
    [['it has the equipment; and', 'it has the equipment; and either']],
    ['At the end of paragraph 5.1.1(b)(i) insert “either”.'],
  ],
  [
    'quotes as much more as names the place',
    [['of each reply and', 'of every reply and']],
    ['In the closing words of paragraph 5.1.1, for “each reply” substitute “every reply”.'],
  ],
  [
    'says “in each place” where all are changed',
    [['of each request, of each reply and of each refusal', 'of every request, of every reply and of every refusal']],
    ['In the closing words of paragraph 5.1.1, for “each”, in each place where it occurs, substitute “every”.'],
  ],
  [
    'inserts a paragraph whole',
    [
      [
        'as the applicant asks.\n',
        'as the applicant asks.\n\n5.1.2A The applicant shall acknowledge:\n\n- (a) each answer.\n',
      ],
    ],
    ['After paragraph 5.1.2 insert—\n\n   > 5.1.2A The applicant shall acknowledge:\n   >\n   > - (a) each answer.'],
  ],
  [
    'inserts an item after its neighbour',
    [['- (c) by post,', '- (ba) by a courier; or\n- (c) by post,']],
    ['After paragraph 5.1.1(b) insert—\n\n   > - (ba) by a courier; or'],
  ],
  [
    'omits an item and leaves what stands in its place',
    [['- (a) via the Internet;', '- (a) [No longer in use]']],
    ['Omit paragraph 5.1.1(a) and leave “[No longer in use]”.'],
  ],
  [
    'omits a section and leaves what stands in its place',
    [[wholeSection, '### 5.2 [No longer in use]\n\n']],
    ['Omit section 5.2 and leave “[No longer in use]”.'],
  ],
  [
    'omits an unnumbered paragraph',
    [['The service shall be closed for maintenance on Sundays.\n\n', '']],
    ['Omit the second paragraph of section 5.2.'],
  ],
  [
    'omits a part',
    [['#### General obligations\n\nA user shall not share a password.\n\n', '']],
    ['Omit the “General obligations” part of section 5.2.'],
  ],
  [
    'substitutes a paragraph of which nothing stays',
    [
      [
        '5.1.2 The DCC shall answer via the Internet or via the Gateway, as the applicant asks.',
        '5.1.2 Every request received on a working day is met within five days by whoever received it.',
      ],
    ],
    [
      'For paragraph 5.1.2 substitute—\n\n   > 5.1.2 Every request received on a working day is met within five days by whoever received it.',
    ],
  ],
  [
    'substitutes closing words in a sentence',
    [['and shall keep a record of each request, of each reply and of each refusal.', 'and shall tell the Panel.']],
    ['For the closing words of paragraph 5.1.1 substitute “and shall tell the Panel.”.'],
  ],
  [
    'amends a heading',
    [['Access over the Internet', 'Access']],
    ['In the heading of section 5.2, omit “over the Internet”.'],
  ],
  [
    'changes the level of a heading, and leaves what stands under it',
    [['### 5.3 Records', '## 5.3 Records']],
    ['Change the level of the heading of section 5.3 to 2.'],
  ],
  [
    'gives the line of a heading anew where the space in it changes, and nothing of its section',
    [['### 5.2 Access', '### 5.2  Access']],
    ['For the heading of section 5.2 substitute—\n\n   > ### 5.2  Access over the Internet'],
  ],
  [
    'numbers a part and raises its level by the line of its heading',
    [['#### General obligations', '### 5.2A General obligations']],
    [
      'For the heading of the “General obligations” part of section 5.2 substitute—\n\n   > ### 5.2A General obligations',
    ],
  ],
  [
    'moves a paragraph that goes in one place and comes in another',
    [
      ['The DCC shall keep the service open at all times.\n\n', ''],
      ['A user shall not', 'The DCC shall keep the service open at all times.\n\nA user shall not'],
    ],
    [
      'Move the first paragraph of section 5.2 to before the first paragraph of the “General obligations” part of section 5.2.',
    ],
  ],
  [
    'moves a paragraph and gives it its number there',
    [
      ['5.1.2 The DCC shall answer via the Internet or via the Gateway, as the applicant asks.\n\n', ''],
      [
        '5.3.4 Nothing else',
        '5.3.3A The DCC shall answer via the Internet or via the Gateway, as the applicant asks.\n\n5.3.4 Nothing else',
      ],
    ],
    ['Move paragraph 5.1.2 to after paragraph 5.3.3, and renumber it 5.3.3A.'],
  ],
  [
    'omits provisions that follow one another as a range',
    [
      ['5.1.2 The DCC shall answer via the Internet or via the Gateway, as the applicant asks.\n\n', ''],
      [
        '- (a) via the Internet;\n- (b) via the Gateway, where:\n  - (i) it has the equipment; and\n  - (ii) the equipment is tested; or\n- (c) by post,\n',
        '- (a) [No longer in use]\n- (b) [No longer in use]\n- (c) [No longer in use]\n',
      ],
    ],
    ['Omit paragraphs 5.1.1(a) to (c) and leave “[No longer in use]”.', 'Omit paragraph 5.1.2.'],
  ],
  [
    'names several paragraphs in which the same words change',
    [
      ['5.3.2 A record is deleted', '5.3.2 A record is erased'],
      ['5.1.2 The DCC shall answer', '5.1.2 The DCC shall then answer'],
      ['5.3.4 Nothing else is recorded', '5.3.4 Nothing else is kept'],
      ['- (a) via the Internet', '- (a) by way of the Internet'],
      ['- (b) via the Gateway', '- (b) by way of the Gateway'],
    ],
    [
      'In paragraphs 5.1.1(a) and (b), for “via” substitute “by way of”.',
      'In paragraph 5.1.2, after “shall” insert “then”.',
      'In paragraph 5.3.2, for “deleted” substitute “erased”.',
      'In paragraph 5.3.4, for “recorded” substitute “kept”.',
    ],
  ],
  [
    'omits a sentence with its own full stop',
    [['They are kept in the Gateway. ', '']],
    ['In paragraph 5.3.1, omit “They are kept in the Gateway.”.'],
  ],
  [
    'says “in each place” in one paragraph where the words stay in others',
    [['via the Internet or via the Gateway, as', 'through the Internet or through the Gateway, as']],
    ['In paragraph 5.1.2, for “via”, in each place where it occurs, substitute “through”.'],
  ],
  [
    'quotes a word with the mark behind it, where only that changes',
    [['the applicant asks.', 'the applicant asks;']],
    ['In paragraph 5.1.2, for “asks.” substitute “asks;”.'],
  ],
  ['omits a row', [['| 5.1.3.3 | Record it. | End |\n', '']], ['Omit step 5.1.3.3.']],
  [
    'inserts a row',
    [['| 5.1.3.3 | Record', '| 5.1.3.2A | Tell the applicant. | 5.1.3.3 |\n| 5.1.3.3 | Record']],
    ['After step 5.1.3.2 insert—\n\n   > | 5.1.3.2A | Tell the applicant. | 5.1.3.3 |'],
  ],
  ['amends a step', [['5.1.3.3 if accepted, else End', '5.1.3.3']], ['In step 5.1.3.2, omit “if accepted, else End”.']],
  [
    'amends a definition',
    [['either of the ways', 'the way']],
    ['In the definition of “Route”, for “either of the ways” substitute “the way”.'],
  ],
  [
    'omits a definition and inserts another',
    [
      ['| Route | means either of the ways in section 5.1. |\n', ''],
      ['| Gateway |', '| Device | means a thing. |\n| Gateway |'],
    ],
    [
      'In Annex A, after the definition of “DCC” insert—\n\n   > | Device | means a thing. |',
      'In Annex A, omit the definition of “Route”.',
    ],
  ],
  [
    'amends the front matter line by line',
    [
      ['version: "1.0"', 'version: "1.1"'],
      ['effective: 2018-11-29', 'effective: 2019-02-28'],
    ],
    [
      'In the front matter, for “version: "1.0"” substitute “version: "1.1"”.',
      'In the front matter, for “effective: 2018-11-29” substitute “effective: 2019-02-28”.',
    ],
  ],
  [
    'quotes a tag of code whole',
    [['<Route>INTERNET', '<!-- old --><Route>INTERNET']],
    [
      'In the first code block of paragraph 5.3.3, for “<Route>INTERNET</Route>” substitute “<!-- old --><Route>INTERNET</Route>”.',
    ],
  ],
  [
    'inserts a field of the front matter after another',
    [['version: "1.0"\n', 'version: "1.0"\nowner: the Panel\n']],
    ['In the front matter, after “version: "1.0"” insert “owner: the Panel”.'],
  ],
  [
    'omits a field of the front matter',
    [['effective: 2018-11-29\n', '']],
    ['In the front matter, omit “effective: 2018-11-29”.'],
  ],
  [
    'substitutes a table whose columns change how they stand',
    [['| Term | Meaning |\n|---|---|', '| Term | Meaning |\n|:---|---|']],
    [
      'For the table in Annex A substitute—\n\n   > | Term | Meaning |\n   > |:---|---|\n   > | DCC | has the meaning given in Section A of the Code. |\n   > | Gateway | means the connection that the DCC provides. |\n   > | Route | means either of the ways in section 5.1. |',
    ],
  ],
];

describe('deriving instructions from an edited copy', () => {
  for (const [claim, edits, instructions] of stories) {
    it(claim, () => {
      expect(derived(edits)).toEqual(instructions);
    });
  }

  it('gives no instruction where nothing changed', () => {
    expect(derived([])).toEqual([]);
  });

  it('names what has no number and no heading by its place', () => {
    const before =
      '# Notes\n\nFirst words.\n\n> Quoted words.\n\n```\none line\n```\n\n1. one thing\n2. another thing\n';
    const after = before
      .replace('Quoted', 'Cited')
      .replace('one line', 'two lines')
      .replace('another thing', 'another matter');
    expect(derived([], before, after)).toEqual([
      'In the first paragraph of the first block quote, for “Quoted” substitute “Cited”.',
      'In the first code block, for “one line” substitute “two lines”.',
      'In the second item, for “thing” substitute “matter”.',
    ]);
  });

  it('names the second of two sections that bear one number by what it is in', () => {
    const before = '# 1 Scope\n\nIt is wide.\n\n# Annex A Names\n\n## 1 Use\n\nThey are used.\n';
    expect(derived([], before, before.replace('are used', 'are not used'))).toEqual([
      'In the first paragraph of section 1 of Annex A, after “are” insert “not”.',
    ]);
  });

  it('gives each instruction the reasons said of what it makes', () => {
    const after = edited([['answer via', 'reply via']]);
    const at = after.indexOf('reply via');
    const change = derive(
      { D: specimen },
      { D: after },
      { reasons: { D: [{ start: at, end: at + 5, reason: 'A reply is what is given.' }] } },
    );
    expect(change.instructions.map(({ reason }) => reason)).toEqual(['A reply is what is given.']);
  });

  it('gives an instruction for several places the reasons said of each', () => {
    const after = edited([
      ['- (a) via the Internet', '- (a) by way of the Internet'],
      ['- (b) via the Gateway', '- (b) by way of the Gateway'],
    ]);
    const reasons = ['One.', 'Two.'].map((reason, index) => {
      const start = after.indexOf(['by way of the Internet', 'by way of the Gateway'][index] ?? '');
      return { start, end: start + 5, reason };
    });
    const change = derive({ D: specimen }, { D: after }, { reasons: { D: reasons } });
    expect(change.instructions.map(({ reason }) => reason)).toEqual(['One. Two.']);
  });

  it('numbers through the documents and names the versions it was derived from', () => {
    const other = specimen.replaceAll('appendix: D', 'appendix: K').replaceAll('Appendix D', 'Appendix K');
    const after = { D: edited([['answer', 'reply']]), K: other.replace('answer', 'reply') };
    const change = derive({ D: specimen, K: other }, after, { name: 'DP101', title: 'Replies' });
    expect(change.instructions.map(({ number, documents }) => [number, documents])).toEqual([
      [1, ['D']],
      [2, ['K']],
    ]);
    expect(change.baseline).toEqual({ D: { version: '1.0' }, K: { version: '1.0' } });
    expect(change.name).toBe('DP101');
  });

  it('refuses a document that only one version has', () => {
    const [message] = messagesOf(() => derive({ D: specimen }, { K: specimen }));
    expect(message?.rule).toBe('document-on-one-side');
    expect(message?.text).toContain('found none after');
  });

  it('tells a number that a drafter gave twice, and where', () => {
    const after = edited([['- (b) via the Gateway', '- (a) via the Gateway']]);
    const [message] = messagesOf(() => derive({ D: specimen }, { D: after }));
    expect(message?.text).toBe('Expected each number once, found (a) twice: no instruction may make it so.');
    expect(after.split('\n')[(message?.place.line ?? 0) - 1]).toContain('- (a) via the Gateway');
    expect(message?.advice).toContain('another number');
  });

  it('asks whether it is the right document where two share hardly anything, and names both', () => {
    const other =
      '# Appendix K: Specimen Tests\n\n## 1 Scope\n\n1.1 A test shall be written down before it is begun.\n';
    const [message, ...more] = messagesOf(() => derive({ D: specimen }, { D: other }));
    expect(more).toEqual([]);
    expect(message?.text).toBe(
      'Expected two versions of one document, found two that share hardly anything: “Appendix D: Specimen Procedures” and “Appendix K: Specimen Tests”.',
    );
    expect(message?.advice).toContain('Is it the right document?');
  });

  it('refuses a number that stands twice in the copy, at its place', () => {
    const after = edited([['5.1.3 The steps', '5.1.2 The steps']]);
    const [message] = messagesOf(() => derive({ D: specimen }, { D: after }));
    expect(message?.rule).toBe('number-taken');
    expect(message?.text).toContain('5.1.2 twice');
    expect(message?.place.line).toBe(after.slice(0, after.indexOf('5.1.2 The steps')).split('\n').length);
  });

  it('refuses to replace a whole document', () => {
    const [message] = messagesOf(() => derive({ D: '# One\n\nWords.\n' }, { D: '```\nother\n```\n' }));
    expect(message?.rule).toBe('cannot-derive');
    expect(message?.place.line).toBe(1);
  });
});
