import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compactTree } from '../src/source/compact-tree.ts';
import { parseMarkdown } from '../src/source/syntax.ts';
import { awkwardText, documentText } from './generate.ts';
import { generatedText } from './generated-text.ts';

it('leaves every node of a tree as the parser made it, with its place', () => {
  const text = fc.oneof(documentText, awkwardText, generatedText);
  fc.assert(
    fc.property(text, (source) => {
      expect(compactTree(parseMarkdown(source))).toEqual(parseMarkdown(source));
    }),
  );
});

it('keeps a place once where two nodes begin or end at it', () => {
  const [paragraph] = compactTree(parseMarkdown('Words.')).children;
  expect(paragraph?.type === 'paragraph' && paragraph.children[0]?.position).toBe(paragraph?.position);
  const [table] = compactTree(parseMarkdown('| A | B |\n|---|---|\n')).children;
  const [first, second] = table?.type === 'table' ? (table.children[0]?.children ?? []) : [];
  expect(second?.position?.start).toBe(first?.position?.end);
});
