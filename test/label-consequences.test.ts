import { expect, test } from 'vitest';
import { amend } from '../src/amend/amend.ts';
import { labelConsequences } from '../src/amend/label-consequences.ts';
import { changeOf, fixtures } from './fixture.ts';

test('a label is told to come from the instruction that gives it, whatever others change in its words', () => {
  const fixture = fixtures().find(({ name }) => name === 'carries out structural operations in several appendices');
  if (!fixture) throw new Error('no fixture');
  const amended = amend(changeOf(fixture), fixture.documents);
  const document = amended.ok ? amended.documents.get('D') : undefined;
  if (!document) throw new Error('not carried out');
  expect(labelConsequences(document).map(({ type, before, after, by }) => [type, before, after, by])).toEqual([
    ['new', undefined, 'paragraph 5.4.1A', [3]],
    ['omitted', 'paragraph 5.6.1(b)', undefined, [4]],
    ['relabelled', 'Section 5.7', 'Section 5.8', [2]],
    ['relabelled', 'paragraph 5.7.1', 'paragraph 5.6.0', [1]],
    ['relabelled', 'paragraph 5.7.2', 'paragraph 5.8.2', [2]],
  ]);
});
