import { describe, expect, it } from 'vitest';
import { typstEngine } from '../src/cli/typst-engine.ts';
import { comparePack } from '../src/library.ts';
import type { Pack } from '../src/model/pack.ts';
import { type PdfJob, Undrawable } from '../src/render/pdf/pdf-engine.ts';
import { makePdfs, renderPdf } from '../src/render/pdf/render-pdf.ts';
import type { SheetBlock, SheetRow, Sheets } from '../src/render/pdf/sheet.ts';
import { partBlocks, readPdf } from '../src/verify/pdf/read-pdf.ts';
import { deleted, handmadePack, heading, inserted, paragraph, parent, row, same, words } from './handmade.ts';
import { hasPoppler, poppler, popplerParts } from './poppler.ts';

const engine = typstEngine();

function pdfOf(pack: Pack): Uint8Array {
  return renderPdf(pack, engine).at(-1)?.content as Uint8Array;
}

/** The blocks of the text that the last part of a PDF shows, as `type: words`. */
function shown(bytes: Uint8Array, side: 'before' | 'after'): readonly string[] {
  return partBlocks(readPdf(bytes).parts.at(-1) ?? [], side).map(
    ({ type, text }) => `${type}: ${text.replace(/\s+/g, ' ').trim()}`,
  );
}

/** What an engine is given for a pack. */
function jobOf(pack: Pack): PdfJob {
  const jobs: PdfJob[] = [];
  renderPdf(pack, (job) => {
    jobs.push(job);
    return new Uint8Array();
  });
  const job = jobs.at(-1);
  if (!job) throw new Error('no PDF was asked for');
  return job;
}

const hostile = [
  '#read("/etc/passwd")',
  '#import "@preview/cetz:0.3.0"',
  '#panic("x") #eval("1")',
  '] #sys.inputs [',
  '"); #metadata("',
  '\\u{41} \\#x',
  'a_b_c $x$ @ref',
];

describe('the list of instructions', () => {
  it('has each row whole on one page, unless the row is as long as a page', () => {
    const instructions = [
      { number: 1, words: 'Omit paragraph 5.1.', reason: 'It is spent.' },
      { number: 2, words: `For paragraph 5.2 substitute “${'many words '.repeat(100)}”.` },
    ];
    const { sheets } = jobOf(handmadePack({ blocks: [paragraph(inserted('New.', 1))], instructions }));
    const rows = (typeof sheets === 'string' ? JSON.parse(sheets) : sheets).parts
      .flatMap(({ blocks }: Sheets['parts'][number]) => blocks)
      .flatMap((block: SheetBlock) => (block.type === 'table' ? block.body : []));
    const longOf = (number: string) => rows.find(({ cells }: SheetRow) => cells[0]?.pieces[0] === number)?.long;
    expect([longOf('1'), longOf('2')]).toEqual([false, true]);
  });
});

describe('the text of a document', () => {
  it('is never source: whatever it holds, the engine is given the same source', () => {
    const plain = jobOf(handmadePack({ blocks: [paragraph(same('Plain words.'))] }));
    for (const text of hostile) {
      const job = jobOf(handmadePack({ blocks: [paragraph(same(text)), heading(2, inserted(text))] }));
      expect(job.source).toBe(plain.source);
    }
  });

  it('that looks like source is drawn as it stands', () => {
    const blocks = hostile.map((text) => paragraph(same(text)));
    expect(shown(pdfOf(handmadePack({ blocks })), 'after')).toEqual(hostile.map((text) => `paragraph: ${text}`));
  });

  it('stands in the title and the heads of pages as words too', () => {
    const pack = handmadePack({
      blocks: [heading(1, same('#panic("x")'))],
      change: { title: '#panic("x") ]', stage: '#read("/x")', proposer: '"; #x', prose: '# #panic("y")\n\n`#z`' },
    });
    expect(readPdf(pdfOf(pack)).parts.length).toBeGreaterThan(1);
  });

  it('keeps characters that cannot be seen or drawn, by their names', () => {
    const pack = comparePack('Pay\u202eable to 公証人 \u{1f600}.\n', 'Pay\u202eable to 公証人 \u{1f600} now.\n');
    expect(shown(pdfOf(pack), 'before')).toEqual(['paragraph: Pay\u202eable to 公証人 \u{1f600}.']);
    expect(jobOf(pack).sheets).toContain('"name":"U+202E"');
  });

  it('keeps words that look like the name of a character', () => {
    expect(shown(pdfOf(comparePack('The U+002E mark.\n', 'The U+002E sign.\n')), 'after')).toEqual([
      'paragraph: The U+002E sign.',
    ]);
  });

  it('keeps an item that has no words but its label', () => {
    const [before, after] = ['Words.\n\n- (a)\n- (b) pans.\n', 'Words.\n\n- (a)\n- (b) pots.\n'];
    expect(shown(pdfOf(comparePack(before, after)), 'after')).toEqual([
      'paragraph: Words.',
      'paragraph: (a)',
      'paragraph: (b) pots.',
    ]);
  });

  it('keeps a word that is longer than a line', () => {
    const word = 'urn:example:'.repeat(40);
    expect(shown(pdfOf(comparePack('Short.\n', `${word} end.\n`)), 'after')).toEqual([`paragraph: ${word} end.`]);
  });
});

describe('a citation', () => {
  const before = '# One\n\n1.1 Under paragraph 1.3, and as 1.1 says, act.\n\n1.3 Wait. See paragraph 9.9.\n';
  const links = (after: string) =>
    [
      ...jobOf(comparePack(before, after)).sheets.matchAll(
        /"type":"link","to":"(document:p-[^"]*)","pieces":\["([^"]*)"\]/g,
      ),
    ]
      .map(([, to, words]) => `${words} → ${to}`)
      .filter((link) => !/^(?:paragraph|the) /.test(link));

  it('leads to the provision that it cites in the text after, and to nothing where there is none', () => {
    expect(links(before.replace('act', 'act at once'))).toEqual(['1.3 → document:p-1.3']);
    expect(links(before.replace('1.3, and', '1.4, and').replace('1.3 Wait', '1.4 Wait'))).toEqual([
      '1.4 → document:p-1.4',
    ]);
  });
});

describe('a mark', () => {
  const pack = handmadePack({
    blocks: [
      heading(2, same('5 Sending')),
      paragraph(same('5.1 Send it '), deleted('by post', 1), inserted('via the Gateway', 1), same(' at once.')),
      parent('table', [
        { ...row([same('Step')], [same('Next')]), header: true },
        row([inserted('5.1.1', 2)], [inserted('5.1.2', 2)]),
      ]),
    ],
    instructions: [{ number: 1, words: 'Say how.', reason: 'There is one way.' }],
  });

  it('is in the tags: what is underlined is inserted, what is struck is deleted', () => {
    const bytes = pdfOf(pack);
    expect(shown(bytes, 'before')).toEqual([
      'heading: 5 Sending',
      'paragraph: 5.1 Send it by post at once.',
      'cell: Step',
      'cell: Next',
    ]);
    expect(shown(bytes, 'after')).toEqual([
      'heading: 5 Sending',
      'paragraph: 5.1 Send it via the Gateway at once.',
      'cell: Step',
      'cell: Next',
      'cell: 5.1.1',
      'cell: 5.1.2',
    ]);
  });

  it('of a split paragraph, or of a heading that was none, is told and read', () => {
    const [before, after] = ['One sentence. Another one follows it.\n', 'One sentence.\n\nAnother one follows it.\n'];
    const bytes = pdfOf(comparePack(before, after));
    expect(shown(bytes, 'before')).toEqual(['paragraph: One sentence. Another one follows it.']);
    expect(shown(bytes, 'after')).toEqual(['paragraph: One sentence.', 'paragraph: Another one follows it.']);
    const was = pdfOf(
      handmadePack({
        blocks: [words('heading', [same('2 Scope')], { depth: 2, typeBefore: 'paragraph', status: 'changed' })],
      }),
    );
    expect(shown(was, 'before')).toEqual(['paragraph: 2 Scope']);
    expect(shown(was, 'after')).toEqual(['heading: 2 Scope']);
  });

  it('is not made by words that the document itself strikes out', () => {
    const bytes = pdfOf(comparePack('It is ~~not~~ so.\n', 'It is ~~not~~ so now.\n'));
    expect(shown(bytes, 'after')).toEqual(['paragraph: It is not so now.']);
    expect(shown(bytes, 'before')).toEqual(['paragraph: It is not so.']);
  });

  it('of a move bears its number, and words edited on the way are of one text only', () => {
    const moved =
      'The words of this provision are long enough that nobody can doubt that they are the same, wherever they stand.';
    const rest = '1.2 This one stays where it was.\n\n1.3 So does this one, with other words.\n';
    const [before, after] = [`# One\n\n1.1 ${moved}\n\n${rest}`, `# One\n\n${rest}\n1.4 ${moved}\n`];
    const bytes = pdfOf(comparePack(before, after));
    expect(jobOf(comparePack(before, after)).sheets).toContain('[move 1, to here]');
    const stays = ['paragraph: 1.2 This one stays where it was.', 'paragraph: 1.3 So does this one, with other words.'];
    expect(shown(bytes, 'before')).toEqual(['heading: One', `paragraph: 1.1 ${moved}`, ...stays]);
    expect(shown(bytes, 'after')).toEqual(['heading: One', ...stays, `paragraph: 1.4 ${moved}`]);
  });

  it('that is taken away is missed by the reader', () => {
    const job = jobOf(pack);
    const unmarked = engine({ ...job, sheets: job.sheets.replaceAll('"mark":"deleted"', '"mark":"inserted"') });
    expect(shown(unmarked, 'before')).not.toEqual(shown(pdfOf(pack), 'before'));
  });
});

describe('lists and quotes in one another', () => {
  const nested = (kinds: string, words: string) => {
    let prefix = '';
    return [...kinds].map((kind) => {
      const line = kind === '>' ? `${prefix}> ${words}` : `${prefix}- (a) ${words}`;
      prefix += kind === '>' ? '> ' : '  ';
      return `${line}\n${prefix.trimEnd()}\n`;
    });
  };
  const packOf = (kinds: string) =>
    comparePack(nested(kinds, 'old **`words`**').join(''), nested(kinds, 'new **`words`**').join(''));

  it.each(['-'.repeat(12), '>'.repeat(12), '->'.repeat(6), '>-'.repeat(6)])(
    'are drawn to twelve levels: %s',
    (kinds) => {
      const words = shown(pdfOf(packOf(kinds)), 'after');
      expect(words.filter((block) => block.endsWith('new words'))).toHaveLength(12);
    },
  );

  it.each(['-'.repeat(13), '>'.repeat(40), '>'.repeat(150), '->'.repeat(30)])(
    'are refused beyond, with the place: %s',
    (kinds) => {
      const { files, messages } = makePdfs(packOf(kinds), engine);
      expect(files).toEqual([]);
      expect(messages).toMatchObject([{ rule: 'nested-too-deep', place: { path: 'document.md', line: 25 } }]);
      expect(messages[0]?.text).toContain(`found ${kinds.length}:`);
      expect(() => pdfOf(packOf(kinds))).toThrow(
        /^Expected lists and block quotes in one another of at most 12 levels/,
      );
    },
  );
});

describe('what the engine refuses', () => {
  const pack = handmadePack({ blocks: [paragraph(same('Words.'))], change: { name: 'SPECIMEN', path: 'SPECIMEN.md' } });
  const refusing = (refuses: (sheets: string) => boolean) => (job: PdfJob) => {
    if (refuses(job.sheets)) throw new Undrawable('while laying it out, “too deep”');
    return new Uint8Array();
  };

  it('is left out by its document, and the file of the whole change with it', () => {
    const { files, messages } = makePdfs(
      pack,
      refusing((sheets) => !sheets.includes('The documents')),
    );
    expect(files).toEqual([]);
    expect(messages).toMatchObject([
      {
        severity: 'error',
        rule: 'pdf-refused',
        text: 'Expected that Appendix D can be drawn as a PDF, found that the engine refuses it: while laying it out, “too deep”.',
        place: { path: 'appendices/D.md' },
      },
    ]);
    expect(messages[0]?.advice).toMatch(/^D\.redline\.pdf and SPECIMEN\.pdf are left out, and all else is made\./);
  });

  it('in the whole change alone leaves its documents', () => {
    const { files, messages } = makePdfs(
      pack,
      refusing((sheets) => sheets.includes('The documents')),
    );
    expect(files.map(({ path }) => path)).toEqual(['D.redline.pdf']);
    expect(messages).toMatchObject([{ rule: 'pdf-refused', place: { path: 'SPECIMEN.md' } }]);
  });

  it('is told apart from an engine that fails', () => {
    const failing = () => {
      throw new Error('no memory');
    };
    expect(() => makePdfs(pack, failing)).toThrow('no memory');
  });
});

describe('the engine', () => {
  it('is told of plainly where it is not there', () => {
    const missing = typstEngine(() => {
      throw new Error('Cannot find native binding.');
    });
    expect(() => pdfFrom(missing)).toThrow(/^Expected the engine that makes PDFs \(.*\) for \w+ on \w+, found none\./);
  });

  it('reads no file, even where the source asks for one', () => {
    for (const code of ['read("/etc/passwd")', 'read("../../../../etc/passwd")', 'read("package.json")'])
      expect(() => engine({ source: `#${code}`, sheets: '{}' })).toThrow(/^while laying it out, “/);
  });

  function pdfFrom(other: typeof engine): unknown {
    return renderPdf(handmadePack({ blocks: [paragraph(same('Words.'))] }), other);
  }
});

if (!hasPoppler) it.skip('PDFs are not judged by poppler: pdfinfo is not installed');

describe.runIf(hasPoppler)('as poppler reads it, a PDF', () => {
  const before =
    '# Appendix Z: Kitchen\n\n## 1 Purpose\n\n1.1 It sets out *how* the **Kitchen** works.[^a]\n\n- (a) pots; and\n- (b) pans.\n\n| Step | Next |\n|---|---|\n| 1.1.1 | 1.1.2 |\n| 1.1.2 | End |\n\n```xml\n<A>\n  <B/>\n</A>\n```\n\n[^a]: A note.\n';
  const after = before
    .replace('how', 'why')
    .replace('pots; and', 'pots;')
    .replace('pans.', 'pans; and\n- (c) spoons.')
    .replace('| 1.1.2 | End |\n', '')
    .replace('  <B/>', '  <C/>');
  const bytes = pdfOf(comparePack(before, after, { path: 'Z.md' }));

  it('has the same words in the same tags as our reader finds', () => {
    const [own, other] = [readPdf(bytes).parts, popplerParts(bytes)];
    expect(other.length).toBe(own.length);
    const tidy = (blocks: ReturnType<typeof partBlocks>) =>
      blocks.map(({ type, text }) => `${type}: ${text.replace(/\s+/g, ' ').trim()}`);
    for (const side of ['before', 'after'] as const)
      for (const [index, part] of own.entries())
        expect(tidy(partBlocks(other[index] ?? [], side))).toEqual(tidy(partBlocks(part, side)));
  });

  it('has tags, a title, and headings, lists, tables, code and notes in its structure', () => {
    expect(poppler('pdfinfo', bytes)).toMatch(/^Tagged: +yes$/m);
    expect(poppler('pdfinfo', bytes)).toMatch(/^Title: +Z\.md \(redline\)$/m);
    const structure = poppler('pdfinfo', bytes, '-struct');
    for (const tag of [
      'H1 ',
      'H2 ',
      'H3 ',
      'P ',
      'L ',
      'LI ',
      'Lbl ',
      'LBody ',
      'Table ',
      'THead',
      'TH ',
      'TD',
      'Code ',
      'Note ',
      'TOC',
    ])
      expect(structure, tag).toContain(`${tag}`);
  });

  it('bears no date of its own making', () => {
    expect(poppler('pdfinfo', bytes)).not.toMatch(/Date:/);
  });
});
