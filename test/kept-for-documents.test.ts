import { describe, expect, it } from 'vitest';
import type { Document } from '../src/model/document.ts';
import { keptForDocuments } from '../src/provision/kept-for-documents.ts';
import { documentOf } from './read.ts';

const [one, two, three] = [documentOf('1.1 One.'), documentOf('1.1 Two.'), documentOf('1.1 Three.')] as const;

function counted() {
  const asked: string[] = [];
  const find = keptForDocuments((documents: readonly Document[]) => {
    asked.push(documents.map(({ source }) => source.slice(4, -2)).join(' '));
    return { sources: documents.map(({ source }) => source) };
  });
  return { asked, find };
}

describe('an answer about documents', () => {
  it('is given again where the same documents are asked about', () => {
    const { asked, find } = counted();
    expect(find([one, two])).toBe(find([one, two]));
    expect(find([])).toEqual({ sources: [] });
    expect(asked).toEqual(['One Two', '']);
  });

  it('is found anew for others, for fewer, in another order, and for a document that is written alike', () => {
    const { asked, find } = counted();
    for (const documents of [[one, two], [one, three], [one], [two, one], [documentOf('1.1 One.'), two]])
      expect(find(documents).sources).toEqual(documents.map(({ source }) => source));
    expect(asked).toEqual(['One Two', 'One Three', 'One', 'Two One', 'One Two']);
  });

  it('is found anew where a list was changed after it was asked about', () => {
    const { find } = counted();
    const documents = [one, two];
    find(documents);
    documents.push(three);
    expect(find(documents).sources).toHaveLength(3);
  });
});
