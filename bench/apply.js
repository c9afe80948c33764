// Times planning and applying of 1,000 instructions on a document of 1 MB against parsing it, and each kind of instruction alone.
import process from 'node:process';
import { applyChange } from '../dist/change/apply.js';
import { plan } from '../dist/change/plan.js';
import { readChange } from '../dist/change/read-change.js';
import { parseDocument } from '../dist/source/parse.js';
import { parseMarkdown } from '../dist/source/syntax.js';

const rounds = Number(process.argv[2] ?? 3);
const wanted = 1_000_000;
const count = 1000;

// Sections of paragraphs, each with a list or a table now and then, until the text is long enough.
function documentText() {
  const blocks = ['---\nappendix: D\ntitle: Specimen\nversion: "1.0"\n---\n', '# Appendix D: Specimen\n'];
  let size = 0;
  let paragraphs = 0;
  for (let section = 1; size < wanted; section += 1) {
    blocks.push(`## ${section} Section ${section}\n`);
    for (let paragraph = 1; paragraph <= 20; paragraph += 1) {
      const label = `${section}.${paragraph}`;
      const block = paragraphText(label, paragraphs);
      blocks.push(block);
      size += block.length;
      paragraphs += 1;
    }
  }
  return { text: blocks.join('\n'), paragraphs };
}

function paragraphText(label, number) {
  const words = `${label} The Registration Authority shall, before it accepts request ${number}, verify **the applicant** via a DCC Gateway Connection and shall record the outcome of each verification in paragraph ${label} for a period of seven years.\n`;
  if (number % 4 === 0)
    return `${words}\n- (a) by post number ${number};\n- (b) by hand; or\n- (c) over the Internet,\n\nas the applicant asks.\n`;
  if (number % 10 === 3)
    return `${words}\n| Step | Obligation |\n|---|---|\n| ${label}.1 | Receive it. |\n| ${label}.2 | Record it. |\n`;
  return words;
}

const kinds = {
  'substitute words': (label) => `In paragraph ${label}, for “seven years” substitute “six years”.`,
  'omit words': (label) => `In paragraph ${label}, omit “before it accepts”.`,
  'insert words': (label) => `In paragraph ${label}, after “via” insert “only”.`,
  'substitute a stretch': (label) =>
    `In paragraph ${label}, for the words from “shall record” to “period” substitute “and for a period”.`,
  'insert a paragraph': (label) => `After paragraph ${label} insert—\n\n> ${label}A The DCC shall answer.`,
  'omit a paragraph': (label) => `Omit paragraph ${label} and leave “[No longer in use]”.`,
  'substitute a paragraph': (label) => `For paragraph ${label} substitute—\n\n> ${label} The DCC shall answer.`,
};

const { text, paragraphs } = documentText();

function changeText(forms) {
  const step = Math.floor(paragraphs / count);
  const instructions = Array.from({ length: count }, (_, index) => {
    const number = index * step;
    const label = `${Math.floor(number / 20) + 1}.${(number % 20) + 1}`;
    const mark = `${index + 1}. `;
    return `${mark}${forms[index % forms.length](label).replace(/^(?=>)/gm, ' '.repeat(mark.length))}\n`;
  });
  return `---\nchange: BENCH\ntitle: Specimen\nstage: specimen\nbaseline: { D: "1.0" }\n---\n\n## Appendix D\n\n${instructions.join('\n')}`;
}

function changeOf(forms) {
  const read = readChange(changeText(forms), 'change.md');
  if (!read.ok) throw new Error(read.messages[0].text);
  return read.change;
}

function timed(stage) {
  const times = [];
  for (let round = -1; round < rounds; round += 1) {
    const start = process.hrtime.bigint();
    stage();
    if (round >= 0) times.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  return times.sort((a, b) => a - b)[times.length >> 1];
}

function applied(change) {
  // A document read anew, so that nothing is known of it yet.
  const result = applyChange(change, new Map([['D', parseDocument(text, 'D.md')]]));
  if (!result.ok) throw new Error(result.refusals[0].text);
}

const all = changeOf(Object.values(kinds));
const source = changeText(Object.values(kinds));
const floor = timed(() => parseMarkdown(text));
const parsed = timed(() => parseDocument(text, 'D.md'));
const documents = new Map([['D', parseDocument(text, 'D.md')]]);
const rows = [
  ['remark-parse + gfm', floor],
  ['parse and index', parsed],
  ['read the change', timed(() => readChange(source, 'change.md'))],
  ['plan, the document known', timed(() => plan(all, documents))],
  ['parse, plan, apply, parse again, judge', timed(() => applied(all))],
];
for (const [name, form] of Object.entries(kinds)) {
  const change = changeOf([form]);
  rows.push([`plan and apply: ${name}`, timed(() => applied(change)) - parsed]);
}
console.log(
  `${count} instructions on ${Math.round(text.length / 1000)} KB, ${paragraphs} paragraphs; medians of ${rounds} rounds\n`,
);
console.log('| stage | ms | × parse |');
console.log('|---|---:|---:|');
for (const [name, time] of rows) console.log(`| ${name} | ${time.toFixed(0)} | ${(time / floor).toFixed(2)} |`);
