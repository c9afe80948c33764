import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkDocuments, rules } from '../src/check/check-documents.ts';
import type { Document } from '../src/model/document.ts';
import type { Message } from '../src/model/message.ts';
import { parseDocument } from '../src/source/parse.ts';

const folder = fileURLToPath(new URL('../src/check/', import.meta.url));

function lettered(letter: string, ...lines: readonly string[]): Document {
  return parseDocument(`---\nappendix: ${letter}\nversion: "1.0"\n---\n${lines.join('\n\n')}\n`, `${letter}.md`);
}

function document(...blocks: readonly string[]): Document {
  return parseDocument(`${blocks.join('\n\n')}\n`, 'D.md');
}

function told(rule: string, ...documents: readonly Document[]): readonly Message[] {
  return checkDocuments(documents).filter((message) => message.rule === rule);
}

/** The words at the place of each message of a rule. */
function pointedAt(rule: string, ...documents: readonly Document[]): readonly string[] {
  return told(rule, ...documents).map(({ place }) => {
    const source = documents.find(({ path }) => path === place.path)?.source ?? '';
    const line = source.split('\n')[place.line - 1] ?? '';
    return line.slice(place.column - 1, place.endLine === place.line ? (place.endColumn ?? 0) - 1 : line.length);
  });
}

const table = (...rows: readonly string[]) => ['| Term | Meaning |', '|---|---|', ...rows].join('\n');
const steps = (...rows: readonly string[]) => ['| Step | When | Next step |', '|---|---|---|', ...rows].join('\n');

/** The indented block that follows `Bad:` or `Good:` in a docstring, with `\u200B` read as the character. */
function example(source: string, kind: 'Bad' | 'Good'): string {
  const lines = source.split('\n').map((line) => line.replace(/^ \* ?/, ''));
  const block = lines.slice(lines.indexOf(`${kind}:`) + 2);
  const end = block.findIndex((line) => line !== '' && !line.startsWith('    '));
  const text = block.slice(0, end).map((line) => line.slice(4));
  return `${text.join('\n').trimEnd()}\n`.replace(/\\u([0-9A-F]{4})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

describe('every rule', () => {
  it.each(rules.map(({ id }) => id))('%s finds its bad example wrong and its good example right', (id) => {
    const source = readFileSync(`${folder}${id}.ts`, 'utf8');
    expect(told(id, parseDocument(example(source, 'Bad'), 'D.md'))).toHaveLength(1);
    expect(checkDocuments([parseDocument(example(source, 'Good'), 'D.md')])).toEqual([]);
  });

  it('is in the list of rules', () => {
    const files = readdirSync(folder).filter((file) => readFileSync(folder + file, 'utf8').includes(': Rule = {'));
    expect(rules.map(({ id }) => `${id}.ts`)).toEqual(files.sort());
  });
});

describe('checkDocuments', () => {
  it('says nothing of no documents and of an empty one', () => {
    expect(checkDocuments([])).toEqual([]);
    expect(checkDocuments([parseDocument('', 'D.md')])).toEqual([]);
  });

  it('orders messages by path, then by place, then by rule', () => {
    const wrong = '5.1 A Party’s “duty in paragraph 5.8.\n\n5.1 See paragraph 5.9.';
    const messages = checkDocuments([parseDocument(`${wrong}\n`, 'M.md'), parseDocument(`${wrong}\n`, 'D.md')]);
    expect(messages.map(({ place, rule }) => `${place.path}:${place.line} ${rule}`)).toEqual([
      'D.md:1 unpaired-quotation-mark',
      'D.md:1 unresolved-reference',
      'D.md:3 duplicate-label',
      'D.md:3 unresolved-reference',
      'M.md:1 unpaired-quotation-mark',
      'M.md:1 unresolved-reference',
      'M.md:3 duplicate-label',
      'M.md:3 unresolved-reference',
    ]);
  });
});

describe('unresolved-reference', () => {
  const citing = (words: string) => document('5.1 A Party shall apply.', '5.1.1 More.', `5.2 ${words}`);

  it('names the nearest that would fit', () => {
    const [message] = told('unresolved-reference', citing('It applies under paragraph 5.1.2.'));
    expect(message).toMatchObject({
      severity: 'error',
      place: { line: 5, column: 32, endColumn: 37 },
      advice: expect.stringContaining('5.1.1'),
    });
    expect(message?.text).toContain('“paragraph 5.1.2” points at nothing');
  });

  it('finds each of several in one citation', () => {
    expect(pointedAt('unresolved-reference', citing('It has paragraphs 5.1, 5.8 and 5.9.'))).toEqual(['5.8', '5.9']);
    expect(pointedAt('unresolved-reference', citing('It has paragraphs 5.1 to 5.4.'))).toEqual(['5.4']);
  });

  it('looks for a bare item in the list that it is cited in', () => {
    const list = (words: string) => document('5.1 A Party shall:', `- (a) apply;\n- (b) pay; and\n- (c) ${words}.`);
    expect(told('unresolved-reference', list('do as in (b)'))).toEqual([]);
    expect(pointedAt('unresolved-reference', list('do as in (d)'))).toEqual(['(d)']);
  });

  it('takes the list that stands before a bare item, where a section has several', () => {
    const lists = document(
      '## 5 Duties',
      'A Party shall:',
      '- (a) apply; and\n- (b) pay.',
      'The measures in (a) are:',
      '- (a) this; and\n- (b) that.',
      'Nothing in (b) or (c) applies.',
    );
    expect(pointedAt('unresolved-reference', lists)).toEqual(['(c)']);
  });

  it('looks for an appendix of the Code among the documents by letter, title and short name', () => {
    const other = parseDocument(
      '---\nappendix: M\ntitle: SMKI Interface Design Specification\nshort: SMKI IDS\nversion: "1.0"\n---\n## 2 Interfaces\n',
      'M.md',
    );
    const own = document(
      '5.1 See section 2 of Appendix M of the Code, SMKI IDS section 2 and Appendix M.',
      '5.2 See section 7 of Appendix M of the Code, SMKI IDS section 8 and section 9 of the SMKI Interface Design Specification.',
    );
    expect(pointedAt('unresolved-reference', own, other)).toEqual(['7', '8', '9']);
    expect(told('unresolved-reference', own)).toEqual([]);
  });

  it('takes an appendix for the document’s own where it has one of that letter', () => {
    const own = document(
      '# Appendix M: Interfaces',
      '## 2 Interfaces',
      'See Appendix A and Appendix B of this document.',
      '## Appendix A Codes',
    );
    expect(pointedAt('unresolved-reference', own)).toEqual(['B']);
  });

  it('leaves Sections of the Code and documents that are not checked alone', () => {
    const outside = document(
      '5.1 See Section A/L3.16 of the Code, Sections L11.5 - L11.7 of the SEC, Section T3.34 (Additional Interface Testing), Appendix A of the Code and RFC 5280, section 4.2.1.',
      '5.2 See section 3.2 of its policy, Part 1, and [RFC 7468, section 9](https://example.org/rfc).',
    );
    expect(told('unresolved-reference', outside)).toEqual([]);
  });

  it('leaves code alone', () => {
    expect(
      told('unresolved-reference', document('5.1 Write `see paragraph 5.9`.', '```text\nsee paragraph 5.9\n```')),
    ).toEqual([]);
  });

  it('reads the column headed “Next step” as steps', () => {
    const procedure = (next: string) =>
      document('5.3 The steps are:', steps(`| 5.3.1 | Now | ${next} |`, '| 5.3.2 | Then | End |'));
    expect(told('unresolved-reference', procedure('5.3.2'))).toEqual([]);
    expect(pointedAt('unresolved-reference', procedure('5.3.4 if refused, else 5.3.2'))).toEqual(['5.3.4']);
  });

  it('looks for an unnumbered part by its heading', () => {
    const parts = (title: string) =>
      document(
        '## 2 Service',
        '### General obligations',
        'A Party shall apply.',
        '## 3 More',
        `The ‘${title}’ part of section 2 applies.`,
      );
    expect(told('unresolved-reference', parts('General obligations'))).toEqual([]);
    expect(told('unresolved-reference', parts('Particular obligations'))).toHaveLength(1);
  });

  it('tells a number that two provisions have apart by the annex it is cited in', () => {
    const annexes = (words: string) =>
      document('## Annex A Forms', '1.1 A form.', `1.2 See paragraph ${words}.`, '## Annex B Fees', '1.1 A fee.');
    expect(told('unresolved-reference', annexes('1.1'))).toEqual([]);
    expect(pointedAt('unresolved-reference', annexes('1.4'))).toEqual(['1.4']);
  });

  it('only warns of a number without a noun', () => {
    expect(told('unresolved-reference', citing('It is as in 5.1.9.'))).toMatchObject([{ severity: 'warning' }]);
  });
});

describe('wrong-title', () => {
  const titled = (title: string) => document('## 5 Becoming a *Subscriber*', `5.1 See Section 5 (${title}).`);

  it('points at the heading as it is', () => {
    expect(told('wrong-title', titled('Ceasing to be a Subscriber'))).toMatchObject([
      { severity: 'error', other: { line: 1, column: 6 } },
    ]);
  });

  it('does not mind case, white space and setting', () => {
    expect(told('wrong-title', titled('Becoming a subscriber'))).toEqual([]);
  });

  it('takes an abbreviation or a remark with a number in it for no title', () => {
    expect(told('wrong-title', titled('SPOTI'))).toEqual([]);
    expect(told('wrong-title', titled('Reason #4, superseded'))).toEqual([]);
  });
});

describe('reference-to-omitted', () => {
  it.each(['[No longer in use]', '[Not used]', 'Omitted.', '[Intentionally left blank]'])('knows %s', (words) => {
    expect(pointedAt('reference-to-omitted', document('5.1 See paragraph 5.2.', `5.2 ${words}`))).toEqual(['5.2']);
  });

  it('knows a step, an item and what stands in a section that is left empty', () => {
    const left = document(
      '5.1 See steps 5.3.1 and 5.3.2, paragraph 5.2(a) and section 6.',
      '5.2 A Party shall:',
      '- (a) [No longer in use]\n- (b) pay.',
      '5.3 The steps are:',
      steps('| 5.3.1 | [No longer in use] | |', '| 5.3.2 | Now | End |'),
      '## 6 [No longer in use]',
    );
    expect(pointedAt('reference-to-omitted', left)).toEqual(['5.3.1', '5.2(a)', '6']);
  });

  it('does not take the number of an omitted step for a citation of itself', () => {
    expect(
      told('reference-to-omitted', document('5.3 The steps are:', steps('| 5.3.1.1 | [No longer in use] | |'))),
    ).toEqual([]);
  });

  it('says nothing where a provision only speaks of what is no longer in use', () => {
    expect(
      told('reference-to-omitted', document('5.1 See paragraph 5.2.', '5.2 A token no longer in use is returned.')),
    ).toEqual([]);
  });
});

describe('duplicate-label', () => {
  it('points at the first that bears it', () => {
    expect(told('duplicate-label', document('5.1 This.', '5.2 That.', '5.1 More.'))).toMatchObject([
      { severity: 'error', place: { line: 5, column: 1, endColumn: 4 }, other: { line: 1 } },
    ]);
  });

  it('lets each list begin anew, nested or after other words', () => {
    const lists = document(
      '5.1 A Party shall:',
      '- (a) apply:\n  - (a) now; and\n  - (b) here;\n- (b) pay;',
      'and shall:',
      '- (a) stay.',
    );
    expect(told('duplicate-label', lists)).toEqual([]);
  });

  it('takes (a) and a) for one label, and (a) and (A) for two', () => {
    expect(
      pointedAt('duplicate-label', document('A Party shall:', '- (a) apply;\n- a) pay; and\n- (A) stay.')),
    ).toEqual(['a)']);
  });

  it('lets each annex number its own', () => {
    expect(told('duplicate-label', document('## Annex A Forms', '1.1 A.', '## Annex B Fees', '1.1 B.'))).toEqual([]);
    expect(told('duplicate-label', document('# Appendix A: Policies', '## Appendix A Definitions'))).toEqual([]);
    expect(
      pointedAt('duplicate-label', document('# Appendix D: Policies', '## Annex B Fees', '1.1 A.', '1.1 B.')),
    ).toEqual(['1.1']);
  });

  it('counts steps, but not the sections that a table is keyed by', () => {
    const keyed = '| Section | Obligation |\n|---|---|\n| 5.1 | Apply. |\n| 5.1 | Pay. |';
    expect(told('duplicate-label', document('5.1 A Party shall apply.', keyed))).toEqual([]);
    const procedure = document('5.3 The steps are:', steps('| 5.3.1 | Now | 5.3.1 |', '| 5.3.1 | Then | End |'));
    expect(pointedAt('duplicate-label', procedure)).toEqual(['5.3.1']);
  });
});

describe('undefined-term', () => {
  const defined = table(
    '| Party | means a party. |',
    '| Service Desk | means a desk. |',
    '| Registration Authority Manager | means a person. |',
  );
  const using = (words: string, ...more: readonly string[]) => document(`5.1 ${words}`, ...more, defined);

  it('counts the uses and points at the first', () => {
    const twice = using('A Party calls the Help Desk. The Help Desk answers.', '5.2 It keeps a list of Help Desks.');
    expect(pointedAt('undefined-term', twice)).toEqual(['Help Desk']);
    expect(told('undefined-term', twice)).toMatchObject([
      { severity: 'warning', text: expect.stringContaining('(3 times)') },
    ]);
  });

  it('is silent where no document defines anything', () => {
    expect(told('undefined-term', document('5.1 A party calls the Help Desk.'))).toEqual([]);
  });

  it('looks in the tables of every document', () => {
    const other = lettered('M', table('| Help Desk | means a desk. |'));
    expect(told('undefined-term', using('A Party calls the Help Desk.'), other)).toEqual([]);
  });

  it.each([
    ['a plural and a possessive', 'The Service Desks’ hours and the Service Desk’s hours.'],
    ['a compound of defined terms', 'It goes to the Service Desk Party.'],
    ['the first word of a sentence', 'It ends. Each Service Desk closes. Where Party and Party agree, it ends.'],
    ['a citation', 'See Section A of the Code, Annex B and Part IV.'],
    ['a month and a name of the language', 'On 1 May 2019 in the United Kingdom, by Monday March 4.'],
    ['one capital alone', 'It goes to London by the Thames.'],
    [
      'what is quoted or named in brackets',
      'The column “Next Best Step” and Section T3.34 (Additional Interface Testing).',
    ],
    ['an element of a schema', 'It has a BatchReceipt Header and a Retry-After header.'],
    ['an identifier', 'Run SREPT-PI-07 and BW-NORTHSUP files.'],
    ['code', 'It sends `Content Type Header` and `HELP DESK`.'],
    ['what the text introduces', 'A desk (the “Help Desk”) opens. The Help Desk is open.'],
    ['what the text calls so', 'It is known as the “Help Desk”. The Help Desk is open.'],
    ['what an abbreviation stands for', 'It takes the Common Help Desk (CHD). The CHD and the Common Help Desk close.'],
    ['emphasis in capitals', 'A Party SHALL NOT APPLY HERE.\n\n5.2 A Party SHALL NOT APPLY HERE.'],
  ])('says nothing of %s', (_, words) => {
    expect(told('undefined-term', using(words))).toEqual([]);
  });

  it('says nothing of headings and the heads of tables', () => {
    expect(
      told(
        'undefined-term',
        using('A.', '## 6 The Help Desk', '| The Help Desk | Its Opening Hours |\n|---|---|\n| a | b |'),
      ),
    ).toEqual([]);
  });

  it('knows the documents by their titles', () => {
    const other = parseDocument(
      '---\nappendix: N\ntitle: SMKI Code of Connection\nshort: SMKI CoCo\nversion: "1"\n---\n5.9 Text.\n',
      'N.md',
    );
    expect(
      told('undefined-term', using('A Party follows the SMKI Code of Connection and the SMKI CoCo.'), other),
    ).toEqual([]);
    expect(told('undefined-term', using('A Party follows the SMKI Code of Connection.'))).toHaveLength(1);
  });

  it('finds an abbreviation that spells the initials of a defined term', () => {
    expect(told('undefined-term', using('It is for the RAM to decide.'))).toMatchObject([
      { advice: expect.stringContaining('Registration Authority Manager') },
    ]);
  });

  it('finds an abbreviation that is another misprinted', () => {
    const misprinted = document('5.1 It goes over SOPTI.', table('| SPOTI | means an interface. |'));
    expect(told('undefined-term', misprinted)).toMatchObject([{ advice: expect.stringContaining('“SPOTI”') }]);
  });

  it('finds an abbreviation that is used again and again, unless it is the name of a format', () => {
    expect(pointedAt('undefined-term', using('It goes over QXPRT as XML.', '5.2 It comes over QXPRT as XML.'))).toEqual(
      ['QXPRT'],
    );
    expect(pointedAt('undefined-term', using('It goes over QXPRT.'))).toEqual([]);
  });
});

describe('term-spelt-differently', () => {
  const defined = table(
    '| Ad Hoc Device CSR | means a Device CSR that is submitted singly. |',
    '| Working Day | means a day. |',
  );

  it.each(['ad hoc device CSR', 'Ad-Hoc Device CSR', 'ad hoc Device CSRs', 'Ad Hoc device CSR'])(
    'finds “%s”',
    (written) => {
      const found = document(`5.1 A Party may submit an ${written} today.`, defined);
      expect(pointedAt('term-spelt-differently', found)).toEqual([written]);
      expect(told('term-spelt-differently', found)).toMatchObject([
        { severity: 'warning', advice: expect.stringContaining('“Ad Hoc Device CSR”') },
      ]);
    },
  );

  it.each([
    ['the term as defined, in the plural', 'It takes Ad Hoc Device CSRs within 5 Working Days’ notice.'],
    ['words in small letters', 'It takes a working day.'],
    ['a capital that the sentence gives', 'It ends. Working days are counted.'],
  ])('says nothing of %s', (_, words) => {
    expect(told('term-spelt-differently', document(`5.1 ${words}`, defined))).toEqual([]);
  });
});

describe('not-canonical', () => {
  it('shows the first line that differs as it would be', () => {
    expect(told('not-canonical', document('5.1 A Party shall:', '* (a) apply; and\n* (b) pay.'))).toMatchObject([
      {
        severity: 'warning',
        place: { line: 3, column: 1 },
        text: 'Not in canonical form: expected “- (a) apply; and”, found “* (a) apply; and”.',
      },
    ]);
  });

  it('says where a text ends too soon', () => {
    expect(told('not-canonical', parseDocument('5.1 A Party shall apply.', 'D.md'))).toHaveLength(1);
  });
});

describe('conversion-error', () => {
  it.each([
    'Error! Reference source not found.',
    'Error: Reference source not found',
    'Error! Bookmark not defined.',
    'Error! No text of specified style in document.',
  ])('finds “%s”', (words) => {
    expect(pointedAt('conversion-error', document(`5.1 See Section ${words} today.`))).toEqual([words]);
  });

  it('says nothing of an error that the law speaks of', () => {
    expect(told('conversion-error', document('5.1 Error! is shown. Error: a message not found in the list.'))).toEqual(
      [],
    );
  });
});

describe('unreadable-character', () => {
  it('tells kinds apart, counts them, and is milder about line endings', () => {
    const found = told(
      'unreadable-character',
      parseDocument('\uFEFF5.1 A\u0000B\uFFFD\r\n\r\n5.2 C\u0000\uF0B7\r\n', 'D.md'),
    );
    expect(found.map(({ severity, text, place }) => `${severity} ${place.line}:${place.column} ${text}`)).toEqual([
      'warning 1:1 There is a byte order mark here (U+FEFF).',
      'error 1:7 There are 2 of this control character (U+0000), the first here.',
      'error 1:9 There is a replacement character here (U+FFFD).',
      'warning 1:10 There are 3 of this carriage return (U+000D), the first here.',
      'error 3:7 There is a character of a private font here (U+F0B7).',
    ]);
  });

  it('says nothing of tabs, no-break spaces and letters of any script', () => {
    expect(told('unreadable-character', document('5.1 A\tB\u00A0C Ωж漢😀.'))).toEqual([]);
  });
});

describe('unclosed-fence', () => {
  it('finds one in a list and one closed by too few marks', () => {
    expect(told('unclosed-fence', document('- a\n\n  ```\n  code\n- b'))).toHaveLength(1);
    expect(told('unclosed-fence', document('````\ncode\n```'))).toHaveLength(1);
    expect(told('unclosed-fence', document('```'))).toHaveLength(1);
  });

  it('says nothing of closed and of indented code', () => {
    expect(told('unclosed-fence', document('> ~~~\n> code\n> ~~~', '    indented', '```\n```'))).toEqual([]);
  });
});

describe('unpaired-quotation-mark', () => {
  it.each([
    ['5.1 The word “Party is used.', ['“']],
    ['5.1 The word Party” is used.', ['”']],
    ['5.1 The “word “Party” is used.', ['“']],
    ['5.1 The ‘part is used.', ['‘']],
    ['5.1 The ”word“ is used.', ['”', '“']],
  ])('finds those in %s', (words, marks) => {
    expect(pointedAt('unpaired-quotation-mark', document(words))).toEqual(marks);
  });

  it.each([
    'The “word “Party” in it” is used.',
    'The Party’s and the Parties’ ‘own’ words.',
    'The ‘Party’s own’ words, the “DCC’s”.',
    'It isn’t "straight\' here.',
  ])('says nothing of %s', (words) => {
    expect(told('unpaired-quotation-mark', document(words))).toEqual([]);
  });
});

describe('front-matter', () => {
  it('points at the line of YAML that cannot be read', () => {
    const found = told('front-matter', parseDocument('---\nappendix: D\ntitle: a: b\n---\nText.\n', 'D.md'));
    expect(found).toMatchObject([{ severity: 'error', place: { line: 3 } }]);
  });

  it('points at the letter of an appendix that has no version', () => {
    expect(pointedAt('front-matter', parseDocument('---\ntitle: Policies\nappendix: D\n---\nText.\n', 'D.md'))).toEqual(
      ['appendix: D'],
    );
  });

  it('points at the second of two documents with one letter', () => {
    const second = { ...lettered('D', 'More.'), path: 'E.md' };
    expect(told('front-matter', lettered('D', 'Text.'), second)).toMatchObject([
      { place: { path: 'E.md', line: 2 }, other: { path: 'D.md', line: 2 } },
    ]);
  });

  it('says nothing of a text that has none', () => {
    expect(told('front-matter', document('Text.'), document('Text.'))).toEqual([]);
  });
});

describe('the appendices', () => {
  const appendices = fileURLToPath(new URL('../appendices/', import.meta.url));
  const documents = readdirSync(appendices)
    .filter((file) => file.endsWith('.md'))
    .map((file) => parseDocument(readFileSync(appendices + file, 'utf8'), file));

  it('have no error', () => {
    expect(checkDocuments(documents).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each([
    ['D.md', 'paragraph 5.2.2 requires', 'paragraph 5.2.9 requires', 'unresolved-reference'],
    ['K.md', 'section 5.5 of the SMKI RAPP', 'section 5.9 of the SMKI RAPP', 'unresolved-reference'],
    ['M.md', 'section 2.3.1.9d) of this document', 'section 2.3.1.9h) of this document', 'unresolved-reference'],
    ['M.md', '‘General obligations’ part', '‘Special obligations’ part', 'unresolved-reference'],
    ['N.md', 'Section 2.3 (Authentication)', 'Section 2.3 (Identification)', 'wrong-title'],
    ['D.md', '5.1.3 A Party that', '5.1.2 A Party that', 'duplicate-label'],
    ['K.md', '| Test Window | means', '| Test Period | means', 'undefined-term'],
    ['D.md', 'means a single Device CSR', 'means a “single Device CSR', 'unpaired-quotation-mark'],
  ])('have one in %s where “%s” becomes “%s”', (path, words, others, rule) => {
    const known = new Set(checkDocuments(documents).map(({ rule: name, text }) => `${name} ${text}`));
    const broken = documents.map((known) =>
      known.path === path ? parseDocument(known.source.replace(words, others), path) : known,
    );
    expect(broken.some((changed, index) => changed.source !== documents[index]?.source)).toBe(true);
    const added = checkDocuments(broken).filter(({ rule: name, text }) => !known.has(`${name} ${text}`));
    expect(added.map(({ rule: name }) => name)).toContain(rule);
  });
});
