import { describe, expect, it } from 'vitest';
import type { RedlineBlock } from '../src/model/redline.ts';
import { leavesOf, markedBlocks, markedSource, redlineOf, redlineOfEdits } from './read-redline.ts';

const opening = '# T\n\n## 5 Records\n\n';
const record = 'The DCC shall keep a record of each request that it receives.';
const publish = 'It shall publish the record once in each year on its website.';

/** What a reader is told: the source with its marks, the marked blocks with the ends of paragraphs, the changes. */
function told(before: string, after: string) {
  const redline = redlineOf(`${opening}${before}\n`, `${opening}${after}\n`);
  expect(redline.coverage.notCompared).toEqual([]);
  return {
    source: markedSource(redline).slice(opening.length).trimEnd(),
    blocks: ends(redline.blocks),
    changes: redline.changes.map((change) => `${change.type}: ${change.before} > ${change.after}`),
  };
}

/** Every block that holds words and is not the same, with what it was before and where its end is marked. */
function ends(blocks: readonly RedlineBlock[]): readonly string[] {
  const marked = leavesOf(blocks).filter(({ status }) => status !== 'same');
  return marked.map((block) => {
    const words = 'runs' in block ? block.runs.filter(({ type }) => type === 'same').map(({ text }) => text) : [];
    const was = 'typeBefore' in block ? `, was ${block.typeBefore}` : '';
    const end = 'ending' in block ? ` ¶ ${block.ending}` : '';
    return `${block.type}${was}: ${words.join('…')}${end}`;
  });
}

describe('a paragraph that was split', () => {
  it('keeps its words, and only the blank line is inserted', () => {
    expect(told(`5.1 ${record} ${publish}`, `5.1 ${record}\n\n${publish}`)).toEqual({
      source: `5.1 ${record}[- -]{+\n\n+}${publish}`,
      blocks: [`paragraph: 5.1 ${record} ¶ inserted`, `paragraph: ${publish}`],
      changes: ['split: paragraph 5.1 > paragraph 5.1 and the second paragraph of paragraph 5.1'],
    });
  });

  it('marks the words that were edited on the way, where they stand', () => {
    const { source, blocks } = told(
      `5.1 ${record} ${publish}`,
      `5.1 ${record}\n\n${publish.replace('It', 'The DCC').replace('year', 'month')}`,
    );
    expect(source).toBe(
      `5.1 ${record}[- It-]{+\n\nThe DCC+} shall publish the record once in each [-year-]{+month+} on its website.`,
    );
    expect(blocks).toEqual([
      `paragraph: 5.1 ${record} ¶ inserted`,
      'paragraph:  shall publish the record once in each … on its website.',
    ]);
  });

  it('into an introduction and items keeps the words of each', () => {
    const { source, blocks, changes } = told(
      '5.1 The DCC shall disclose (a) the tasks of each third party, (b) the arrangements made with each, and (c) the practices of each of them.',
      '5.1 The DCC shall disclose\n\n- (a) the tasks of each third party,\n- (b) the arrangements made with each, and\n- (c) the practices of each of them.',
    );
    expect(source).toBe(
      '5.1 The DCC shall disclose[- -]{+\n\n- +}(a) the tasks of each third party,[- -]{+\n- +}(b) the arrangements made with each, and[- -]{+\n- +}(c) the practices of each of them.',
    );
    expect(blocks).toEqual([
      'paragraph: 5.1 The DCC shall disclose ¶ inserted',
      'paragraph: (a) the tasks of each third party, ¶ inserted',
      'paragraph: (b) the arrangements made with each, and ¶ inserted',
      'paragraph: (c) the practices of each of them.',
    ]);
    expect(changes).toEqual(['split: paragraph 5.1 > paragraph 5.1 to paragraph 5.1(c)']);
  });

  it('whose sentence became the first item of the list beneath leaves that list as it was', () => {
    const items = '- the second request of the day;\n- the third request of the day.';
    const first = 'the first request of the day, where it was made before noon';
    const redline = redlineOf(
      `${opening}The DCC shall keep ${first}:\n\n${items}\n`,
      `${opening}The DCC shall keep\n\n- ${first}:\n${items}\n`,
    );
    expect(ends(redline.blocks)).toEqual(['paragraph: The DCC shall keep ¶ inserted', `paragraph: ${first}:`]);
  });

  it('is one change of the instruction that split it', () => {
    const before = `${opening}5.1 ${record} ${publish}\n`;
    const redline = redlineOfEdits(before, [`${record} ${publish}`, `${record}\n\n${publish}`, 4]);
    expect(markedSource(redline)).toBe(`${opening}5.1 ${record}[- -]4{+\n\n+}4${publish}\n`);
    expect(redline.changes.map(({ type, by }) => [type, by])).toEqual([['split', 4]]);
  });

  it('is one change with the number that its second part gets', () => {
    const before = `${opening}5.1 ${record} ${publish}\n`;
    const redline = redlineOfEdits(before, [`${record} ${publish}`, `${record}\n\n5.1A ${publish}`, 4]);
    expect(redline.changes).toMatchObject([{ type: 'split', after: 'paragraph 5.1 and paragraph 5.1A', by: 4 }]);
  });

  it('is another change than words put in at the head of its second part', () => {
    const before = `${opening}5.1 ${record} ${publish}\n`;
    const redline = redlineOfEdits(before, [`${record} ${publish}`, `${record}\n\n5.1A As before, ${publish}`, 4]);
    expect(redline.changes.map(({ type, by }) => [type, by])).toEqual([
      ['split', 4],
      ['insertion', 4],
    ]);
  });
});

describe('paragraphs that were joined', () => {
  it('keep their words, and only the blank line is deleted', () => {
    expect(told(`5.1 ${record}\n\n${publish}`, `5.1 ${record} ${publish}`)).toEqual({
      source: `5.1 ${record}[-\n\n-]{+ +}${publish}`,
      blocks: [`paragraph: 5.1 ${record} ¶ deleted`, `paragraph: ${publish}`],
      changes: ['merge: paragraph 5.1 and the second paragraph of paragraph 5.1 > paragraph 5.1'],
    });
  });

  it('were items, where a list became one paragraph', () => {
    const { blocks, changes } = told(
      '5.1 The DCC shall disclose\n\n- (a) the tasks of each third party, and\n- (b) the practices of each of them.',
      '5.1 The DCC shall disclose (a) the tasks of each third party, and (b) the practices of each of them.',
    );
    expect(blocks).toEqual([
      'paragraph: 5.1 The DCC shall disclose ¶ deleted',
      'paragraph, was item: (a) the tasks of each third party, and ¶ deleted',
      'paragraph, was item: (b) the practices of each of them.',
    ]);
    expect(changes).toEqual(['merge: paragraph 5.1 to paragraph 5.1(b) > paragraph 5.1']);
  });
});

describe('paragraphs that an instruction joined', () => {
  it('are one change with the number that the second loses', () => {
    const before = `${opening}5.1 ${record}\n\n5.2 ${publish}\n`;
    const redline = redlineOfEdits(before, [`${record}\n\n5.2 ${publish}`, `${record} ${publish}`, 4]);
    expect(redline.changes).toMatchObject([{ type: 'merge', before: 'paragraph 5.1 and paragraph 5.2', by: 4 }]);
  });

  it('are named as the items that they were', () => {
    const before = `${opening}5.1 The DCC shall:\n\n- (a) ${record}\n- (b) ${publish}\n`;
    const redline = redlineOfEdits(before, [`${record}\n- (b) ${publish}`, `${record} ${publish}`, 4]);
    expect(redline.changes).toMatchObject([{ type: 'merge', before: 'paragraph 5.1(a) and paragraph 5.1(b)', by: 4 }]);
  });
});

describe('no split is told', () => {
  it('of a paragraph beside which another was put that only sounds like it', () => {
    const before = 'The DCC shall answer each request of a User within five days of the day on which it was made.';
    const after = `${before.replace('five', 'six')}\n\nThe DCC shall answer each request of the Panel on the day on which it was made.`;
    const redline = redlineOf(`${opening}${before}\n`, `${opening}${after}\n`);
    expect(redline.changes.map(({ type }) => type)).toEqual(['substitution', 'insertion']);
  });

  it('of paragraphs whose words stand in another order', () => {
    const redline = redlineOf(`${opening}${record} ${publish}\n`, `${opening}${publish}\n\n${record}\n`);
    expect(redline.changes.map(({ type }) => type)).not.toContain('split');
  });
});

describe('words that became another kind of block', () => {
  const words = 'Access to the portal over the Internet by a User';

  it.each([
    ['a heading', words, `### ${words}`, 'heading, was paragraph'],
    ['a paragraph', `### ${words}`, words, 'paragraph, was heading'],
    ['an item', words, `- ${words}`, 'paragraph, was paragraph'],
    ['no item', `- ${words}`, words, 'paragraph, was item'],
    ['an item with a number', `- ${words}`, `1. ${words}`, 'paragraph, was item'],
  ])('are told as formatting where they became %s', (_, before, after, block) => {
    const { blocks, changes } = told(before, after);
    expect(blocks).toEqual([`${block}: ${words}`]);
    expect(changes.map((change) => change.split(':')[0])).toEqual(['formatting']);
  });

  it('have their edits marked in them', () => {
    const redline = redlineOf(`${opening}${words}.\n`, `${opening}- ${words.replace('portal', 'site')}.\n`);
    expect(markedBlocks(redline)).toEqual(['paragraph: Access to the [-portal-]{+site+} over the Internet by a User.']);
    expect(redline.changes.map(({ type }) => type)).toEqual(['formatting', 'substitution']);
  });

  it('are one change, where several that follow one another did', () => {
    const { changes } = told(`- ${words};\n- ${record}`, `${words};\n\n${record}`);
    expect(changes).toEqual([
      'formatting: the first item of section 5 to the second item of section 5 > the first paragraph of section 5 to the second paragraph of section 5',
    ]);
  });

  it('stay words of the source where they were indented so far that they were code', () => {
    const redline = redlineOf(`${opening}Text.\n\n    i. ${record}\n`, `${opening}Text.\n\n- i. ${record}\n`);
    expect(markedSource(redline)).toContain(`i. ${record}`);
    expect(markedBlocks(redline)).toEqual([`deleted code: [-i. ${record}-]`, `inserted paragraph: {+i. ${record}+}`]);
  });
});
