import { describe, expect, it } from 'vitest';
import type { RedlineBlock } from '../src/model/redline.ts';
import { redlineOf } from './read-redline.ts';

describe('the names of blocks', () => {
  const law = [
    '# Appendix D: Title\n',
    '## 5 Part\n',
    '### 5.5 Status\n',
    'Opening words.\n',
    '5.5.2 The DCC shall:\n',
    '- (a) do this; and\n- (b) do that:\n  - (i) now\n',
    'and say so.\n',
    '| Step | When |\n|---|---|\n| 5.5.3.4 | now |\n',
    '#### General obligations\n',
    'Unnumbered words.\n',
    '- (a) an item\n',
    '## Annex A Definitions\n',
    '| Term | Meaning |\n|---|---|\n| SPOTI | means it. |\n',
  ].join('\n');

  const named = (blocks: readonly RedlineBlock[]): readonly string[] =>
    blocks.flatMap((block) => [
      ...(block.locator === undefined ? [] : [`${block.type} ${block.id}: ${block.locator}`]),
      ...('children' in block ? named(block.children) : []),
    ]);

  it('are the printed locator and a fragment of each provision that opens with a block', () => {
    expect(named(redlineOf(law, law).blocks).filter((name) => !name.startsWith('cell '))).toEqual([
      'heading p-appendix-D: Appendix D',
      'heading p-5: Section 5',
      'heading p-5.5: Section 5.5',
      'paragraph p-5.5-paragraph-1: the first paragraph of section 5.5',
      'paragraph p-5.5.2: paragraph 5.5.2',
      'item p-5.5.2-a: paragraph 5.5.2(a)',
      'item p-5.5.2-b: paragraph 5.5.2(b)',
      'item p-5.5.2-b-i: paragraph 5.5.2(b)(i)',
      'paragraph p-5.5.2-paragraph-1: the closing words of paragraph 5.5.2',
      'table p-5.5.2-table-1: the table in paragraph 5.5.2',
      'row p-5.5.2-table-1-head-1: the head row of the table in paragraph 5.5.2',
      'row p-5.5.3.4: step 5.5.3.4',
      'heading p-5.5-General-obligations: the “General obligations” part of section 5.5',
      'paragraph p-5.5-General-obligations-paragraph-1: the first paragraph of the “General obligations” part of section 5.5',
      'item p-5.5-General-obligations-a: paragraph (a) of the “General obligations” part of section 5.5',
      'heading p-annex-A: Annex A',
      'table p-annex-A-table-1: the table in Annex A',
      'row p-annex-A-table-1-head-1: the head row of the table in Annex A',
      'row p-definition-SPOTI: the definition of “SPOTI”',
    ]);
  });

  it('cite a deleted block as the text before does, under a fragment of its own', () => {
    const before = 'First words of it all.\n\nSecond part of the law.\n\nThird.\n';
    const after = 'Second part of the law.\n\nThird.\n';
    expect(named(redlineOf(before, after).blocks)).toEqual([
      'paragraph p-paragraph-1-before: the first paragraph',
      'paragraph p-paragraph-1: the first paragraph',
      'paragraph p-paragraph-2: the second paragraph',
    ]);
  });
});
