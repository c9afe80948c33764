// Texts to compare, the same at every run.

function createNumbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) / 0x1000000;
  };
}

const common = 'the of shall Party each service request User day Data issue record system Code certificate key'.split(
  ' ',
);
const vocabulary = [...common, ...Array.from({ length: 3000 }, (_, index) => `w${index.toString(36)}`)];

function createWords(seed) {
  const next = createNumbers(seed);
  return (count) =>
    Array.from({ length: count }, () => vocabulary[Math.floor(next() * next() * vocabulary.length)]).join(' ');
}

/** A document of about so many characters: headings, numbered paragraphs, lists and tables. */
export function documentOf(size, seed = 1) {
  const words = createWords(seed);
  const blocks = [];
  let length = 0;
  for (let number = 1; length < size; number += 1) {
    const section = [
      `## ${number} ${words(4)}`,
      `${number}.1 ${words(60)}, as set out in [Section ${number}.2](#s-${number}) and *${words(2)}*.`,
      `${number}.2 ${words(90)}.`,
      `- (a) ${words(20)};\n- (b) ${words(25)}; and\n- (c) ${words(18)}.`,
      `| Step | Obligation |\n|---|---|\n| ${number}.3.1 | ${words(20)} |\n| ${number}.3.2 | ${words(16)} |`,
    ].join('\n\n');
    blocks.push(section);
    length += section.length + 2;
  }
  return `${blocks.join('\n\n')}\n`;
}

/** The same text with a word changed in one paragraph of fifty, and each five hundredth taken out. */
export function amended(text) {
  const blocks = text.split('\n\n');
  return blocks
    .filter((_, index) => index % 500 !== 250)
    .map((block, index) => (index % 50 === 25 ? block.replace(/ \w+ \w+/, ' other words') : block))
    .join('\n\n');
}

/** The same text with one word changed in its middle. */
export function oneWordChanged(text) {
  const at = text.indexOf(' ', text.length >> 1);
  return `${text.slice(0, at)} changed${text.slice(at)}`;
}

const rows = (line) => ['| a | b | c |', '|---|---|---|', ...Array.from({ length: 10_000 }, (_, index) => line(index))];

/** Pairs made to be slow, by their names. */
export function worstCases() {
  const words = createWords(7);
  const paragraph = words(220_000);
  const cells = Array.from({ length: 10_000 }, () => [words(6), words(6)]);
  const table = rows((index) => `| ${index} | ${cells[index].join(' | ')} |`).join('\n');
  const same = Array.from({ length: 50_000 }, () => 'The same paragraph.');
  return {
    'two unrelated texts of 1 MB': [documentOf(1e6, 2), documentOf(1e6, 3)],
    '50,000 identical paragraphs, two changed': [
      same.join('\n\n'),
      same.flatMap((text, index) => (index === 100 ? [] : [index === 40_000 ? 'The very same.' : text])).join('\n\n'),
    ],
    '50,000 paragraphs of two kinds, in another order': [2, 3].map((step) =>
      same.map((_, index) => (index % step ? 'foo bar' : 'baz')).join('\n\n'),
    ),
    'one paragraph of 1 MB, each hundredth word changed': [
      paragraph,
      paragraph
        .split(' ')
        .map((word, index) => (index % 100 === 50 ? `changed${index}` : word))
        .join(' '),
    ],
    'two unrelated paragraphs of 1 MB': [paragraph, words(220_000)],
    'a table of 10,000 rows, each fiftieth changed': [
      table,
      rows((index) => `| ${index} | ${index % 50 === 25 ? 'new' : ''}${cells[index].join(' | ')} |`).join('\n'),
    ],
    'a table of 10,000 rows, a column added': [
      table,
      table
        .split('\n')
        .map((line, index) => `${line}${index === 1 ? '---|' : ` n${index} |`}`)
        .join('\n'),
    ],
  };
}
