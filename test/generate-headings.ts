import fc from 'fast-check';

interface Section {
  readonly level: number;
  readonly heading: string;
  readonly words: string;
}

/** What a heading may say: labels, names, marks, calls of footnotes, and nothing. */
const headings = [
  ...['1 Scope', '1.1 Routes and requests', '2. Duties of the DCC', '5.5.2A *Portal* sessions', 'Annex A Definitions'],
  ...['General obligations', '`CSR` and its **parts**', 'See [the Code](https://a.example/)', '', '7 Fees[^1]'],
];

const section: fc.Arbitrary<Section> = fc.record({
  level: fc.constantFrom(2, 2, 2, 3, 3, 4, 6, 1),
  heading: fc.constantFrom(...headings),
  words: fc
    .array(fc.constantFrom('the DCC', 'shall', 'answer', 'a Party', 'within', 'seven days', 'by the Portal'), {
      minLength: 3,
      maxLength: 12,
    })
    .map((words) => `${words.join(' ')}.`),
});

type Deed = 'keep' | 'alter' | 'omit' | 'insert' | 'raise' | 'put last' | 'make a paragraph';

const deed = fc.constantFrom<Deed>(
  ...(['keep', 'keep', 'alter', 'omit', 'insert', 'raise', 'put last', 'make a paragraph'] as const),
);

const title = fc.constantFrom(
  '# Appendix D: Registration\n\n*Specimen.*\n',
  '# Appendix D\n',
  'Some words first.\n',
  '',
);

/** Two texts in which headings come and go, move, change their words and their level, and stop being headings. */
export const reheadedPair: fc.Arbitrary<readonly [string, string]> = fc
  .tuple(title, title, fc.boolean(), fc.array(fc.tuple(section, deed, section), { maxLength: 8 }))
  .map(([before, other, keeps, rows]) => {
    const after = rows.flatMap(([own, what, next]) => edited(own, what, next));
    const moved = rows.flatMap(([own, what]) => (what === 'put last' ? [printed(own)] : []));
    return [
      textOf(
        before,
        rows.map(([own]) => printed(own)),
      ),
      textOf(keeps ? before : other, [...after, ...moved]),
    ];
  });

function edited(own: Section, what: Deed, next: Section): readonly string[] {
  switch (what) {
    case 'keep':
      return [printed(own)];
    case 'alter':
      return [printed({ ...own, heading: `${own.heading} and further matters`.trim() })];
    case 'insert':
      return [printed(own), printed(next)];
    case 'raise':
      return [printed({ ...own, level: own.level === 2 ? 3 : 2 })];
    case 'make a paragraph':
      return [`${own.heading === '' ? 'Nothing' : own.heading}\n\n${own.words}\n`];
    default:
      return [];
  }
}

function printed({ level, heading, words }: Section): string {
  return `${'#'.repeat(level)} ${heading}\n\n${words}\n`;
}

function textOf(title: string, sections: readonly string[]): string {
  const body = [title, ...sections].filter((part) => part !== '').join('\n');
  return body.includes('[^1]') ? `${body}\n[^1]: A note.\n` : body;
}
