import { describe, expect, it } from 'vitest';
import { compareDocuments } from '../src/compare/compare-documents.ts';
import type { RedlineChange } from '../src/model/redline.ts';
import { parseDocument } from '../src/source/parse.ts';
import { redlineOf, redlineOfEdits } from './read-redline.ts';

const printed = ({ type, before, after, by }: RedlineChange) =>
  `${type}${by === undefined ? '' : ` by ${by}`}: ${before ?? '-'} > ${after ?? '-'}`;

describe('the changes of a redline', () => {
  const law = [
    '# Appendix D: T\n',
    '## 5 Part\n',
    '### 5.5 Status\n',
    '5.5.1 The DCC shall keep a list of Parties and publish it each day.\n',
    '- (a) by post; or\n- (b) by hand\n',
    '### 5.6 Access\n',
    '5.6.1 Access is given on request.\n',
    '| Step | When | Who |\n|---|---|---|\n| 5.6.2.1 | now | DCC |\n| 5.6.2.2 | later | Party |\n',
    '### 5.7 Ceasing\n',
    'It ends at once.\n',
    '## Annex A Definitions\n',
    '| Term | Meaning |\n|---|---|\n| SPOTI | means the Portal over the Internet. |\n',
  ].join('\n');
  const access = law.slice(law.indexOf('### 5.6'), law.indexOf('### 5.7'));
  const changesOf = (...edits: Parameters<typeof redlineOfEdits> extends [string, ...infer Rest] ? Rest : never) =>
    redlineOfEdits(law, ...edits).changes.map(printed);

  it('count words put in the place of words once, in the provision they stand in', () => {
    expect(changesOf(['a list', 'two lists', 2])).toEqual(['substitution by 2: paragraph 5.5.1 > paragraph 5.5.1']);
    expect(changesOf(['by hand', 'by hand on paper', 2])).toEqual([
      'insertion by 2: paragraph 5.5.1(b) > paragraph 5.5.1(b)',
    ]);
    expect(changesOf(['over the Internet', '', 2])).toEqual([
      'deletion by 2: the definition of “SPOTI” > the definition of “SPOTI”',
    ]);
    expect(changesOf(['Access\n', 'Admission\n', 2])).toEqual([
      'substitution by 2: the heading of section 5.6 > the heading of section 5.6',
    ]);
  });

  it('count two places of one block, and two instructions side by side, as two', () => {
    expect(changesOf(['a list', 'two lists', 2], ['each day', 'each week', 2])).toHaveLength(2);
    expect(changesOf(['keep ', 'hold ', 2], ['a list', 'two lists', 3])).toHaveLength(2);
  });

  it('count a section left out with all it holds as one deletion', () => {
    expect(changesOf([access, '', 7])).toEqual(['deletion by 7: Section 5.6 > -']);
    const changes = redlineOf(law, law.replace(access, '')).changes.map(printed);
    expect(changes).toEqual(['deletion: Section 5.6 > -']);
  });

  it('count two sections left out without instructions as two', () => {
    const both = law.slice(law.indexOf('### 5.6'), law.indexOf('## Annex'));
    expect(redlineOf(law, law.replace(both, '')).changes.map(printed)).toEqual([
      'deletion: Section 5.6 > -',
      'deletion: Section 5.7 > -',
    ]);
  });

  it('count a section that leaves words in its place as one substitution', () => {
    expect(changesOf([access.slice('### 5.6 '.length).trimEnd(), '[No longer in use]', 7])).toEqual([
      'substitution by 7: Section 5.6 > Section 5.6',
    ]);
  });

  it('count a row whose cells are emptied by one instruction as one', () => {
    expect(changesOf(['| now | DCC |', '| [No longer in use] | |', 5])).toEqual([
      'substitution by 5: step 5.6.2.1 > step 5.6.2.1',
    ]);
  });

  it('count what one instruction inserts as one insertion, from its first provision to its last', () => {
    expect(
      changesOf([
        'given on request.\n',
        'given on request.\n\n5.6.1A One more.\n\n- (a) item\n\n5.6.1B And another.\n',
        6,
      ]),
    ).toEqual(['insertion by 6: - > paragraph 5.6.1A to paragraph 5.6.1B']);
  });

  it('count a change of setting as formatting', () => {
    expect(changesOf(['at once', '**at once**', 1])).toEqual([
      'formatting by 1: the first paragraph of section 5.7 > the first paragraph of section 5.7',
    ]);
  });

  it('bear the reason of their instruction and the fragment of their block', () => {
    const [before, after] = ['5.1 One way.\n', '5.1 Two ways.\n'].map((text) => parseDocument(text, 'text.md'));
    if (!before || !after) throw new Error('two documents');
    const edits = [{ start: 4, end: 11, text: 'Two ways', by: 3 }];
    expect(compareDocuments(before, after, { edits, reasons: new Map([[3, 'Because.']]) }).changes).toEqual([
      {
        type: 'substitution',
        before: 'paragraph 5.1',
        after: 'paragraph 5.1',
        kind: 'substantive',
        by: 3,
        reason: 'Because.',
        id: 'p-5.1',
      },
    ]);
  });

  it('are one where a section goes whose last paragraph says the words that are left', () => {
    const words = '[No longer in use]';
    const held = `Routes\n\n5.1 One way.\n\n5.2 ${words}`;
    const redline = redlineOfEdits(`## 5 ${held}\n\n## 6 Records\n`, [held, words, 3]);
    expect(redline.changes).toMatchObject([{ type: 'substitution', before: 'Section 5', after: 'Section 5', by: 3 }]);
    expect(redline.source.filter(({ type }) => type !== 'same')).toEqual([
      { type: 'deleted', text: held, by: 3 },
      { type: 'inserted', text: words, by: 3 },
    ]);
  });
});
