import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { comparisonPack } from '../src/amend/make-pack.ts';
import { formats } from '../src/cli/format-names.ts';
import { renderPack } from '../src/cli/formats.ts';
import { acceptRedline, rejectRedline } from '../src/compare/accept-redline.ts';
import type { Redline, RedlineBlock } from '../src/model/redline.ts';
import { fileStems } from '../src/render/file-stems.ts';
import { parseDocument } from '../src/source/parse.ts';
import { verifyOutputs } from '../src/verify/verify-outputs.ts';
import { takePdfs } from '../src/verify/verify-pdfs.ts';
import { corpusPairs } from './corpus.ts';
import { type MovedPair, movedPair, pick, randomFrom, unmovedPair, withBoilerplate } from './generate-moves.ts';
import { leavesOf, markedBlocks, redlineOf, redlineOfEdits } from './read-redline.ts';

const ledger =
  'The Registration Authority keeps a ledger of every certificate it has issued, and shows it to the Panel on request, on any day.';
const kept =
  'Each Party shall, before it asks for a certificate, tell the Panel of every fault that it has found in the SMKI Portal, of what kind it was, and of what it has done to mend it since then.';
const lines = (...paragraphs: readonly string[]) => `${paragraphs.join('\n\n')}\n`;

describe('a block moved whole', () => {
  const redline = redlineOf(
    lines('# Title', ledger, kept, 'Last words.'),
    lines('# Title', kept, ledger, 'Last words.'),
  );

  it('is one move, not a deletion and an insertion', () => {
    expect(redline.changes.map(({ type, move }) => [type, move])).toEqual([['move', 1]]);
    expect(redline.changes[0]?.edits).toBeUndefined();
    expect(redline.changes[0]?.before).toBe('the first paragraph of the “Title” part');
    expect(redline.changes[0]?.after).toBe('the second paragraph of the “Title” part');
  });

  it('bears its number at both ends, in the source and in the blocks', () => {
    const ends = redline.source.filter(({ type }) => type !== 'same');
    expect(ends.map(({ type, move, text }) => [type, move, text.trim()])).toEqual([
      ['deleted', 1, ledger],
      ['inserted', 1, ledger],
    ]);
    expect(redline.blocks.map(({ status, move }) => [status, move])).toEqual([
      ['same', undefined],
      ['moved-from', 1],
      ['same', undefined],
      ['moved-to', 1],
      ['same', undefined],
    ]);
  });
});

describe('a block moved and lightly edited', () => {
  it('is one move with its edits inside', () => {
    const edited = ledger.replace('any day', 'each day');
    const redline = redlineOf(lines('# Title', ledger, kept, 'End.'), lines('# Title', kept, edited, 'End.'));
    expect(redline.changes).toMatchObject([{ type: 'move', edits: [{ deleted: 'any', inserted: 'each' }] }]);
    expect(markedBlocks(redline)).toEqual([
      `moved-from paragraph: [-${ledger}-]`,
      `moved-to paragraph: ${edited.replace('each', '[-any-]{+each+}')}`,
    ]);
    expect(redline.source.map(({ type, move }) => [type, move])).toEqual([
      ['same', undefined],
      ['deleted', 1],
      ['same', undefined],
      ['inserted', 1],
      ['same', undefined],
    ]);
  });

  it('tells no edit where its words are only set in another way', () => {
    const set = ledger.replace('Registration Authority', '**Registration Authority**');
    const redline = redlineOf(lines('# Title', ledger, kept, 'End.'), lines('# Title', kept, set, 'End.'));
    expect(redline.changes.map(({ type, edits }) => [type, edits])).toEqual([['move', undefined]]);
  });

  it('is known again under another label', () => {
    const redline = redlineOf(
      lines(`5.1 ${ledger}`, `5.2 ${kept}`, '5.3 Last words.'),
      lines(`5.2 ${kept}`, '5.3 Last words.', `5.4 ${ledger}`),
    );
    expect(redline.changes).toMatchObject([
      { type: 'move', before: 'paragraph 5.1', after: 'paragraph 5.4', edits: [{ deleted: '5.1', inserted: '5.4' }] },
    ]);
  });
});

describe('what a move takes with it', () => {
  it('is a section with all it holds, short items and words that stand elsewhere too', () => {
    const section = `## Ledger\n\n${ledger}\n\n- (a) one\n- (b) two\n\nNot used.\n\nThe ledger ends.\n\n`;
    const rest = `## Faults\n\n${kept} ${kept}\n\n- (a) one\n- (b) two\n\nNot used.\n\nThe faults end.\n\n`;
    const redline = redlineOf(`# Title\n\n${section}${rest}`, `# Title\n\n${rest}${section}`);
    expect(redline.changes.map(({ type }) => type)).toEqual(['move']);
    expect(
      redline.blocks.map(({ type, status }) => `${type} ${status}`).filter((line) => !line.endsWith('same')),
    ).toEqual(
      ['heading', 'paragraph', 'list', 'paragraph', 'paragraph']
        .flatMap((type) => `${type} moved-from`)
        .concat(['heading', 'paragraph', 'list', 'paragraph', 'paragraph'].map((type) => `${type} moved-to`)),
    );
  });

  it('is an item among others, and a row among others', () => {
    const items = [
      '- (a) first of the things that a Party must do',
      '- (b) second of the many things that Users may ask',
      '- (c) third and last of all that the Panel can say',
    ];
    const list = redlineOf(`${items.join('\n')}\n`, `${[items[1], items[2], items[0]].join('\n')}\n`);
    expect(list.changes.map(({ type }) => type)).toEqual(['move']);
    const rows = items.map((item, index) => `| ${index} | ${item.slice(6)} | DCC |`);
    const table = (order: readonly number[]) =>
      `| N | What | Who |\n|---|---|---|\n${order.map((row) => rows[row]).join('\n')}\n`;
    const moved = redlineOf(table([0, 1, 2]), table([1, 2, 0]));
    expect(moved.changes.map(({ type }) => type)).toEqual(['move']);
    const [block] = moved.blocks as readonly (RedlineBlock & { children: readonly RedlineBlock[] })[];
    expect(block?.children.map(({ status }) => status)).toEqual(['same', 'moved-from', 'same', 'same', 'moved-to']);
  });
});

describe('no move is claimed', () => {
  const moves = (before: string, after: string) =>
    redlineOf(before, after).changes.filter(({ type }) => type === 'move');

  it('where the same words stand elsewhere as well', () => {
    const twice = lines('# Title', ledger, kept, 'Middle words.', ledger, 'Last words.');
    expect(moves(twice, lines('# Title', kept, 'Middle words.', ledger, 'Last words.', ledger))).toEqual([]);
  });

  it('where there are few words', () => {
    expect(moves(lines('Not used here.', kept, 'End.'), lines(kept, 'Not used here.', 'End.'))).toEqual([]);
  });

  it('where the words are a form that the document uses again and again', () => {
    const form = (name: string) =>
      `means the ${name} Service, being a service that the DCC provides to each User in accordance with Section H of this Code.`;
    const others = ['Alpha', 'Beta', 'Gamma'].map(form);
    expect(moves(lines(form('Delta'), ...others, kept), lines(...others, kept, form('Omega')))).toEqual([]);
  });

  it('where instructions say what was deleted and inserted', () => {
    const redline = redlineOfEdits(lines(ledger, kept, 'End.'), [`${ledger}\n\n`, '', 1], ['End.', ledger, 2]);
    expect(redline.changes.map(({ type }) => type)).toEqual(['deletion', 'substitution']);
  });
});

/** What an independent reader cannot read back from the files of a comparison: nothing. */
function unproved(before: string, after: string): readonly string[] {
  const [one, other] = [parseDocument(before, 'text.md'), parseDocument(after, 'text.md')];
  const pack = comparisonPack(one, other, { name: 'sec-redline', version: 'test' });
  const files = renderPack(pack, formats);
  const outputs = new Map(files.map(({ path, content }) => [path, Buffer.from(content)]));
  const stem = fileStems(pack.documents)[0] ?? '';
  const truths = new Map([[stem, { before: one, after: other }]]);
  const pdfs = takePdfs(outputs, [{ folder: '', truths }], '');
  const proofs = [...verifyOutputs(pdfs.rest, truths), ...pdfs.proofs];
  expect(proofs.length).toBeGreaterThan(12);
  return proofs.flatMap(({ path, claim, problem }) => (problem === undefined ? [] : [`${path} ${claim}: ${problem}`]));
}

/** The leaves of every move, as they are paired by their order at both ends. */
function claimsOf({ blocks }: Redline): readonly { readonly before: RedlineBlock; readonly after: RedlineBlock }[] {
  const filled = leavesOf(blocks).filter(
    (leaf) => (leaf.before ?? leaf.after)?.start !== (leaf.before ?? leaf.after)?.end,
  );
  const ends = (status: string) =>
    filled.filter((leaf) => leaf.status === status).sort((one, other) => (one.move ?? 0) - (other.move ?? 0));
  const [from, to] = [ends('moved-from'), ends('moved-to')];
  expect(from.map(({ move }) => move)).toEqual(to.map(({ move }) => move));
  return from.map((before, index) => ({ before, after: to[index] as RedlineBlock }));
}

// A marker or the bar of a cell may stand before the words whose origin is known.
function isTrue(pair: MovedPair, claim: { readonly before: RedlineBlock; readonly after: RedlineBlock }): boolean {
  const { start, end } = claim.before.before ?? { start: 0, end: 0 };
  const origin = pair.originOf(claim.after.after?.start ?? 0);
  return pair.moved.length > 0 && origin !== undefined && origin >= start - 3 && origin <= end;
}

describe('moves made at random in documents with boilerplate', () => {
  const appendices = ['D', 'K', 'M', 'N'].map((letter) =>
    readFileSync(new URL(`../appendices/${letter}.md`, import.meta.url), 'utf8'),
  );
  const texts = [
    ...appendices,
    ...corpusPairs()
      .slice(-5)
      .map(({ before }) => before),
  ];

  it('read back exactly from every output', () => {
    const random = randomFrom(11);
    let claimed = 0;
    for (let round = 0; round < 5; round += 1) {
      const { before, after } = movedPair(withBoilerplate(pick(appendices.slice(-2), random), random), random);
      claimed += redlineOf(before, after).changes.filter(({ type }) => type === 'move').length;
      expect(unproved(before, after)).toEqual([]);
    }
    expect(claimed).toBeGreaterThan(3);
  });

  it('are found at least 95 times in a hundred, and none is claimed that was not made', () => {
    const random = randomFrom(20240711);
    let [made, found] = [0, 0];
    const wrong: string[] = [];
    for (let round = 0; round < 20; round += 1) {
      const text = withBoilerplate(pick(texts, random), random);
      for (const pair of [movedPair(text, random), unmovedPair(text, random)]) {
        const redline = redlineOf(pair.before, pair.after);
        expect(acceptRedline(redline)).toBe(pair.after);
        expect(rejectRedline(redline)).toBe(pair.before);
        for (const claim of claimsOf(redline))
          if (!isTrue(pair, claim)) wrong.push(pair.before.slice(claim.before.before?.start, claim.before.before?.end));
        const lost = leavesOf(redline.blocks).filter(({ status }) => status === 'deleted');
        for (const chunk of pair.moved.filter(({ sure }) => sure)) {
          made += 1;
          // What the others moved past is as well said to have moved, and then the chunk stands as it stood.
          const missed = lost.some(({ before }) => before && before.start >= chunk.start && before.end <= chunk.end);
          if (!missed) found += 1;
        }
      }
    }
    console.log(`moves: ${made} made, ${found} found, ${wrong.length} claimed wrongly`);
    expect(wrong).toEqual([]);
    expect(made).toBeGreaterThan(30);
    expect(found / made).toBeGreaterThanOrEqual(0.95);
  });
});

describe('a section that ends as its neighbour does', () => {
  const tail = 'The DCC shall report each such event to the Panel without delay.';
  const section = (number: number, words: string) => `### 5.${number} Part ${number}\n\n${words}\n\n${tail}`;
  const [one, two, three] = [
    section(1, 'The applicant shall obtain the written consent of the person named.'),
    section(2, 'The Registration Authority shall keep the archive of all its records.'),
    section(3, 'A subscriber shall not share its keys with any third party at all.'),
  ] as const;
  const text = (...sections: readonly string[]) => `# T\n\n${sections.join('\n\n')}\n`;

  it.each([
    ['the end', text(one, two, three), text(two, three, one)],
    ['the beginning', text(one, two, three), text(three, one, two)],
  ])('is moved whole to %s', (_, before, after) => {
    const redline = redlineOf(before, after);
    expect(redline.changes.map(({ type }) => type)).toEqual(['move']);
    expect(redline.blocks.filter(({ status }) => status === 'moved-to')).toHaveLength(3);
    expect(acceptRedline(redline)).toBe(after);
    expect(rejectRedline(redline)).toBe(before);
  });

  it.each([
    ['among others', text(one, three), text(one, two, three)],
    ['last', text(one, three), text(one, three, two)],
  ])('is put in as one, from its heading on, %s', (_, before, after) => {
    const inserted = redlineOf(before, after).blocks.filter(({ status }) => status === 'inserted');
    expect(inserted.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'paragraph']);
  });
});
