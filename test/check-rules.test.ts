import { describe, expect, it } from 'vitest';
import { checkDocuments, findIn } from '../src/check/check-documents.ts';
import type { Document } from '../src/model/document.ts';
import { parseDocument } from '../src/source/parse.ts';

function document(...blocks: readonly string[]): Document {
  return parseDocument(`${blocks.join('\n\n')}\n`, 'D.md');
}

function told(rule: string, ...documents: readonly Document[]): readonly string[] {
  return checkDocuments(documents)
    .filter((message) => message.rule === rule)
    .map(({ text }) => text);
}

const items = (...words: readonly string[]) => words.map((each, at) => `- (${'abcdef'.charAt(at)}) ${each}`).join('\n');
const three = items('one;', 'two; and', 'three.');

describe('count-in-words', () => {
  it.each([
    ['There are four interfaces:', '“four” introduces a list of three.'],
    ['A Party may use either of the following routes:', '“either” introduces a list of three.'],
    ['It applies to both of the following:', '“both” introduces a list of three.'],
    ['The following two conditions apply:', '“two” introduces a list of three.'],
    ['The two following conditions apply:', '“two” introduces a list of three.'],
    ['It is met in any of these two ways:', '“two” introduces a list of three.'],
    [
      'One limit applies. A Party shall meet each of the following four conditions:',
      '“four” introduces a list of three.',
    ],
    ['At least four of the following conditions are met:', '“four” introduces a list of three.'],
  ])('finds it in “%s”', (opening, text) => {
    expect(told('count-in-words', document(`5.1 ${opening}`, three))).toEqual([text]);
  });

  it.each([
    'The following three conditions apply:',
    'The following apply within four Working Days:',
    'Any two of the following apply:',
    'At least two of the following apply:',
    'A Party that has four officers shall:',
    'The following four-digit codes apply:',
    'The acts require two individuals, and are:',
    'There are four interfaces. A Party shall:',
    'It shall be approved by two individuals:',
  ])('says nothing of “%s”', (opening) => {
    expect(told('count-in-words', document(`5.1 ${opening}`, three))).toEqual([]);
  });

  it('counts the items of the list itself, and those that still say something', () => {
    const inner = '- (a) one:\n  - (i) this; and\n  - (ii) that; and\n- (b) two.\n- (c) [No longer in use]';
    expect(told('count-in-words', document('5.1 The following two conditions apply:', inner))).toEqual([]);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['The following three fees are due:', ['Entry', 'Exit'], ['“three” introduces a table of two rows.']],
    ['The following two fees are due:', ['Entry', '[No longer in use]'], ['“two” introduces a table of one row.']],
    ['The following two fees are due:', ['Entry', 'Exit'], []],
    ['The following three columns are filled in:', ['Entry', 'Exit'], []],
    ['The following three fees are due in two tables. They are:', ['Entry', 'Exit'], []],
    ['The following three fees are due:', ['Entry', 'Entry'], []],
    ['The following three fees are due:', ['Entry', ''], []],
  ])('holds a count against the rows of a table: “%s” %j', (opening, firsts, texts) => {
    const rows = firsts.map((first) => `| ${first} | ${first.startsWith('[') ? first : '10'} |`);
    const table = ['| Fee | Amount |', '|---|---|', ...rows].join('\n');
    expect(told('count-in-words', document(`5.1 ${opening}`, table))).toEqual(texts);
  });

  it('holds a count against the citations that follow it', () => {
    const cited = (words: string) => document(`5.1 It has the ${words}.`, '5.2 One.', '5.3 Two.', '5.4 Three.');
    expect(told('count-in-words', cited('three functions described in paragraphs 5.2 and 5.3'))).toHaveLength(1);
    expect(told('count-in-words', cited('two functions described in paragraphs 5.2 and 5.3'))).toEqual([]);
    expect(told('count-in-words', cited('three functions described in paragraphs 5.2 to 5.4'))).toEqual([]);
  });
});

describe('list-conjunction', () => {
  const list = (...words: readonly string[]) =>
    told('list-conjunction', document('5.1 A Party shall:', items(...words)));

  it('finds one after which nothing follows, whatever words are omitted after it', () => {
    expect(list('apply;', 'pay; and')).toHaveLength(1);
    expect(list('apply;', 'pay; or', '[No longer in use]')).toHaveLength(1);
  });

  it('finds that none stands before the last item, where the sentence needs one', () => {
    expect(list('apply;', 'pay;', 'wait.')).toHaveLength(1);
    expect(list('apply;', 'pay; and', 'wait.')).toEqual([]);
    expect(told('list-conjunction', document('5.1 The fees are:', items('this;', 'that;', 'those.')))).toEqual([]);
  });

  it('lets an inner list end with the conjunction of the outer one, and closing words go on', () => {
    const inner = '- (a) apply:\n  - (i) now; or\n  - (ii) later; and\n- (b) pay.';
    expect(told('list-conjunction', document('5.1 A Party shall:', inner))).toEqual([]);
    const closed = document('5.1 A Party shall:', items('apply;', 'pay; and'), 'shall keep a record.');
    expect(told('list-conjunction', closed)).toEqual([]);
  });

  it('lets each item have its own', () => {
    expect(list('apply; and', 'pay; and', 'wait.')).toEqual([]);
  });
});

describe('list-punctuation', () => {
  const list = (...words: readonly string[]) =>
    told('list-punctuation', document('5.1 A Party shall:', items(...words)));

  it('finds a full stop in the middle, a mark that is missing, and a semicolon at the end', () => {
    expect(list('apply;', 'pay.', 'wait; and', 'answer.')).toHaveLength(1);
    expect(list('apply;', 'pay', 'wait; and', 'answer.')).toHaveLength(1);
    expect(list('apply;', 'pay;')).toHaveLength(1);
  });

  it('says nothing where full stops or no marks are the way of the list', () => {
    expect(list('Apply.', 'Pay.', 'Wait.')).toEqual([]);
    expect(list('application', 'payment', 'waiting')).toEqual([]);
    expect(list('apply, and', 'pay.')).toEqual([]);
  });
});

describe('item-left-single', () => {
  it('finds a label that no other follows', () => {
    expect(told('item-left-single', document('5.1 A Party shall:', '- (a) apply.'))).toHaveLength(1);
    expect(told('item-left-single', document('5.1 A Party shall:', '- apply.'))).toEqual([]);
  });

  it('finds “either” before one item', () => {
    expect(
      told('item-left-single', document('5.1 A Party shall either:', items('apply.', '[No longer in use]'))),
    ).toEqual(['“either” introduces a list of one item.']);
  });
});

describe('term-not-used', () => {
  const table = (...rows: readonly string[]) => ['| Term | Meaning |', '| --- | --- |', ...rows].join('\n');
  const lettered = (letter: string, ...blocks: readonly string[]) =>
    parseDocument(`---\nappendix: ${letter}\nversion: "1"\n---\n\n${blocks.join('\n\n')}\n`, `${letter}.md`);

  it('counts the use of another document that has no definition of its own', () => {
    const own = lettered('D', '5.1 Text.', table('| Token | means a key. |'));
    expect(told('term-not-used', own)).toHaveLength(1);
    expect(told('term-not-used', own, lettered('M', '2.1 A Token is used.'))).toEqual([]);
    const both = lettered('M', '2.1 A Token is used.', table('| Token | means a key. |'));
    expect(told('term-not-used', own, both)).toHaveLength(1);
  });

  it('counts plurals, other names and other definitions, but not the definition itself', () => {
    expect(told('term-not-used', document('5.1 It has Tokens.', table('| Token | means a Token of a key. |')))).toEqual(
      [],
    );
    expect(told('term-not-used', document('5.1 Text.', table('| Token | means a Token of a key. |')))).toHaveLength(1);
    expect(told('term-not-used', document('5.1 An IKI is used.', table('| Infra Key (IKI) | means a key. |')))).toEqual(
      [],
    );
    expect(
      told(
        'term-not-used',
        document('5.1 A Box.', table('| Token | means a key. |', '| Box | means what holds a Token. |')),
      ),
    ).toEqual([]);
  });
});

describe('step-not-reached', () => {
  const steps = (...rows: readonly string[]) =>
    document(
      '5.1 The steps are:',
      ['| Step | Obligation | Next step |', '| --- | --- | --- |', ...rows].join('\n'),
      '5.2 See steps 5.1.2 to 5.1.4.',
    );

  it('takes a step for reached that anything cites, also within a range', () => {
    const rows = ['| 5.1.1 | A. | End |', '| 5.1.2 | B. | End |', '| 5.1.3 | C. | End |', '| 5.1.4 | D. | End |'];
    expect(told('step-not-reached', steps(...rows))).toEqual([]);
    expect(told('step-not-reached', steps(...rows, '| 5.1.5 | E. | End |'))).toEqual(['Nothing leads to step 5.1.5.']);
  });

  it('goes on to the step below where none is named, and says nothing of an omitted step', () => {
    expect(told('step-not-reached', steps('| 5.1.8 | A. | |', '| 5.1.9 | B. | End |'))).toEqual([]);
    expect(told('step-not-reached', steps('| 5.1.8 | A. | End |', '| 5.1.9 | [No longer in use] | |'))).toEqual([]);
  });
});

describe('doubled-mark', () => {
  it.each(['by post,; or', 'by post,, as asked', 'by post, ; and', '“by post”;.'])('finds “%s”', (words) => {
    expect(told('doubled-mark', document(`5.1 An answer is sent ${words}`))).toHaveLength(1);
  });

  it.each([
    'etc., or',
    'by post; or',
    'at 10 a.m.; or',
    'at ::1, or',
    'with `,;` at its end',
    'a,b;c',
    'and so on ...',
  ])('says nothing of “%s”', (words) => {
    expect(told('doubled-mark', document(`5.1 An answer is sent ${words}`))).toEqual([]);
  });
});

describe('footnotes and their calls', () => {
  const both = (...blocks: readonly string[]) =>
    ['footnote-missing', 'footnote-not-called'].map((rule) => told(rule, document(...blocks)).length);

  it('are found where one is without the other, wherever the call stands', () => {
    expect(both('5.1 A record is deleted.[^9]')).toEqual([1, 0]);
    expect(both('## 5 Records[^9]', '- (a) one;[^8] and', '| A |\n|---|\n| B[^7] |')).toEqual([3, 0]);
    expect(both('5.1 A record is deleted.', '[^1]: At once.')).toEqual([0, 1]);
    expect(both('5.1 A record is deleted.[^1]', '[^1]: At once.')).toEqual([0, 0]);
  });

  it('are called from a footnote that is called, not from one that is not', () => {
    expect(both('5.1 A record.[^1]', '[^1]: At once.[^2]', '[^2]: Or later.')).toEqual([0, 0]);
    expect(both('5.1 A record.', '[^1]: At once.[^2]', '[^2]: Or later.[^1]')).toEqual([0, 2]);
  });

  it.each(['A pattern of `[^a]`.', 'What is meant is \\[^9].', 'See [^9](#note).', '~~~\n[^9]\n~~~'])(
    'are not what stands in code, behind a backslash or in a link: %s',
    (words) => {
      expect(both(words)).toEqual([0, 0]);
    },
  );
});

describe('label-gap', () => {
  it.each([
    [items('a;', 'b;', 'c.').replace('(c)', '(d)'), ['“(d)” follows “(b)”: there is no (c).']],
    ['- (i) a;\n- (ii) b; and\n- (iv) c.', ['“(iv)” follows “(ii)”: there is no (iii).']],
    ['- (g) a;\n- (h) b; and\n- (j) c.', []],
    ['- (h) a;\n- (i) b; and\n- (j) c.', []],
    ['- (a) a;\n- (aa) b; and\n- (b) c.', []],
    ['- (x) a;\n- (y) b; and\n- (z) c.', []],
  ])('reads %s', (list, texts) => {
    expect(told('label-gap', document('5.1 A Party shall:', list))).toEqual(texts);
  });

  it('reads numbers among their like, and letters put in between as no gap', () => {
    expect(told('label-gap', document('5.1.1 A.', '5.1.2A B.', '5.1.3 C.'))).toEqual([]);
    expect(told('label-gap', document('## 5 A', '5.1 B.', '## 7 C', '7.1 D.'))).toEqual([
      '“7” follows “5”: there is no 6.',
    ]);
  });
});

describe('a history of versions', () => {
  const cited = '| 1.1 | See Section 5 (Access) and section 9.4. | 2019-01-01 |';
  const table = (heads: string) => [heads, '|---|---|---|', cited].join('\n');

  it('cites the version that it speaks of', () => {
    const headed = (title: string, heads: string) => document(`## 1 ${title}`, table(heads), '## 5 Applications');
    const wrong = (title: string, heads: string) =>
      ['wrong-title', 'unresolved-reference'].map((rule) => told(rule, headed(title, heads)).length);
    expect(wrong('Document History', '| No. | What | When |')).toEqual([0, 0]);
    expect(wrong('This document', '| **Ver.** | What | **Adopted** |')).toEqual([0, 0]);
    expect(wrong('Dates', '| No. | What | When |')).toEqual([1, 1]);
  });
});

describe('two lists with nothing between them', () => {
  it('are left alone, for nobody can tell which items belong together', () => {
    expect(
      checkDocuments([document('5.1 Any of the following four apply:', '1. One;', '- Two; or', '3. Three;')]).filter(
        ({ rule }) => rule !== 'not-canonical',
      ),
    ).toEqual([]);
  });
});

describe('a silence', () => {
  const allow = '<!-- check: allow unresolved-reference: the next release brings it -->';
  const wrong = '5.1 A Party shall apply under paragraph 5.9.';

  it.each([
    ['before the block', document(allow, wrong)],
    ['in the block', document(`${wrong} ${allow}`)],
    ['in an item', document('5.1 A Party shall:', `- (a) apply under paragraph 5.9; and ${allow}\n- (b) pay.`)],
    ['before a list', document('5.1 A Party shall:', allow, items('apply under paragraph 5.9; and', 'pay.'))],
    ['in a row', document(`| A | B |\n|---|---|\n| ${allow} | See paragraph 5.9. |`)],
  ])('%s takes the finding out and keeps it with its reason', (_, silenced) => {
    const { found, silenced: kept } = findIn([silenced]);
    expect(found).toEqual([]);
    expect(kept.map(({ rule, reason }) => `${rule.id}: ${reason}`)).toEqual([
      'unresolved-reference: the next release brings it',
    ]);
  });

  it('is about its own place and rule only', () => {
    expect(told('unresolved-reference', document(allow, wrong, '5.2 See paragraph 5.9.'))).toHaveLength(1);
    expect(
      told('unresolved-reference', document(allow.replace('unresolved-reference', 'wrong-title'), wrong)),
    ).toHaveLength(1);
  });

  it.each([
    ['<!-- check: allow unresolved-reference -->', 'without a reason'],
    ['<!-- check: allow unresolved-reference: -->', 'without a reason'],
    ['<!-- check: permit unresolved-reference: why -->', 'does not say which rule'],
    ['<!-- check: allow no-such-rule: why -->', 'There is no rule no-such-rule.'],
    ['<!-- check: allow wrong-title: why -->', 'silences nothing'],
    ['<!-- check: allow wrong-title in paragraph 5.1 of Appendix D: why -->', 'names no other'],
  ])('is found wrong: %s', (comment, words) => {
    expect(told('silence', document(comment, wrong))).toEqual([expect.stringContaining(words)]);
  });

  it('may name several rules, and other comments are left alone', () => {
    const both = '<!-- check: allow unresolved-reference, unpaired-quotation-mark: quoted from elsewhere -->';
    expect(checkDocuments([document(both, '5.1 A “Party applies under paragraph 5.9.')])).toEqual([]);
    expect(checkDocuments([document('<!-- a remark -->', '5.1 A Party shall apply.')])).toEqual([]);
  });

  it('does not go with the provision before it', () => {
    const { children } = document('5.1 One.', allow, '5.2 See paragraph 5.9.');
    expect(children.map(({ end }) => end)).toEqual([8, expect.any(Number)]);
  });
});
