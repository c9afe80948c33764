import { describe, expect, it } from 'vitest';
import { nearestWords } from '../src/change/nearest-words.ts';

const source =
  'The applicant meets either of the following conditions as to its tests.\n\nIt shall keep a record\nof each request.\n';
const near = (words: string) => nearestWords(source, { start: 0, end: source.length }, words);

describe('the words nearest to words that are not there', () => {
  it('are the same words in other letters or punctuation', () => {
    expect(near('Either of the Following, conditions')).toBe('either of the following conditions');
  });

  it('are whole words, as many as were quoted, where one is misspelt', () => {
    expect(near('either of the folowing conditions')).toBe('either of the following conditions');
    expect(near('eether of the following conditions')).toBe('either of the following conditions');
    expect(near('either of the following condition')).toBe('either of the following conditions');
  });

  it('are never taken from two lines', () => {
    expect(near('record of every request')).toBeUndefined();
  });

  it('are none where less than half of them is there', () => {
    expect(near('wholly unrelated words')).toBeUndefined();
    expect(near('—')).toBeUndefined();
  });
});
