import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../src/cli/run.ts';

const specimen = fileURLToPath(new URL('fixtures/substitutes-words-once/', import.meta.url));

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sec-redline-'));
  mkdirSync(path.join(folder, 'appendices/changes'), { recursive: true });
  cpSync(path.join(specimen, 'D.md'), path.join(folder, 'appendices/D.md'));
  cpSync(path.join(specimen, 'change.md'), path.join(folder, 'appendices/changes/SPECIMEN.md'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function command(...args: readonly string[]) {
  return commandIn({}, ...args);
}

async function commandIn(environment: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const out: string[] = [];
  const error: string[] = [];
  const io = {
    cwd: folder,
    environment,
    isTerminal: false,
    out: (text: string) => void out.push(text),
    error: (text: string) => void error.push(text),
  };
  const code = await run(args, io);
  return { code, out: out.join(''), error: error.join('') };
}

const write = (file: string, content: string | Uint8Array) => writeFileSync(path.join(folder, file), content);
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
const document = () => read('appendices/D.md');

describe('redline', () => {
  it('makes a folder for each change, with every format, the clean text and the manifest', async () => {
    const { code, out, error } = await command('redline');
    expect({ code, out, error }).toEqual({ code: 0, out: 'redlines/SPECIMEN: 12 files\n', error: '' });
    expect(readdirSync(path.join(folder, 'redlines/SPECIMEN')).sort()).toEqual([
      'D.clean.docx',
      'D.diff',
      'D.html',
      'D.md',
      'D.redline.docx',
      'D.redline.json',
      'D.redline.md',
      'D.redline.pdf',
      'SPECIMEN.pdf',
      'consequences.json',
      'index.html',
      'manifest.json',
    ]);
    expect(read('redlines/SPECIMEN/D.md')).toContain(
      '5.1.2 The DCC shall answer via the Gateway, as **the applicant** asks.',
    );
  });

  it('leaves out the PDFs of a document whose lists stand too deep in one another, and makes all else', async () => {
    const steps = Array.from({ length: 60 }, (_, level) => `${'  '.repeat(level)}- level ${level + 1}\n`).join('');
    write('appendices/D.md', document().replace('### 5.2 Access', `${steps}\n### 5.2 Access`));
    const { code, out, error } = await command('redline');
    expect({ code, out }).toEqual({ code: 1, out: 'redlines/SPECIMEN: 10 files\n' });
    expect(error).toMatch(
      /appendices\/D\.md\n *\d+:25-\d+:\d+ +error +Expected lists and block quotes in one another of at most 12/,
    );
    expect(error).toContain(
      'for the PDF of Appendix D, found 60: no room would be left for the words. nested-too-deep',
    );
    expect(error).toContain('D.redline.pdf and SPECIMEN.pdf are left out, and all else is made.');
    expect(readdirSync(path.join(folder, 'redlines/SPECIMEN')).filter((name) => name.endsWith('.pdf'))).toEqual([]);
    expect((await command('verify')).code).toBe(0);
    expect((await command('redline', '--format', 'html,docx')).code).toBe(0);
  });

  it('gives the same bytes twice', async () => {
    await command('redline');
    const names = readdirSync(path.join(folder, 'redlines/SPECIMEN'));
    const first = names.map((name) => read(`redlines/SPECIMEN/${name}`));
    await command('redline');
    expect(names.map((name) => read(`redlines/SPECIMEN/${name}`))).toEqual(first);
  });

  it('writes nothing where an instruction does not fit, and leaves what was there', async () => {
    await command('redline');
    const before = read('redlines/SPECIMEN/manifest.json');
    write('appendices/D.md', document().replace('via the Internet or', 'through the Internet or'));
    const { code, error } = await command('redline');
    expect(code).toBe(1);
    expect(error).toContain('appendices/changes/SPECIMEN.md');
    expect(error).toContain('words-not-found');
    expect(error).toContain('Nothing was written.');
    expect(read('redlines/SPECIMEN/manifest.json')).toBe(before);
    expect(readdirSync(path.join(folder, 'redlines'))).toEqual(['SPECIMEN']);
  });

  it('refuses a change that is not there, and names those that are', async () => {
    const { code, error } = await command('redline', 'DP999');
    expect(code).toBe(1);
    expect(error).toContain('Expected a change DP999, found no file DP999.md.');
    expect(error).toContain('The changes there are: SPECIMEN.');
  });

  it('never takes away a folder that holds other files', async () => {
    mkdirSync(path.join(folder, 'redlines/SPECIMEN'), { recursive: true });
    write('redlines/SPECIMEN/mine.txt', 'mine');
    const { code, error } = await command('redline');
    expect(code).toBe(1);
    expect(error).toContain('found other files');
    expect(read('redlines/SPECIMEN/mine.txt')).toBe('mine');
  });

  it('refuses a change whose name would lead out of the folder', async () => {
    write(
      'appendices/changes/SPECIMEN.md',
      read('appendices/changes/SPECIMEN.md').replace('change: SPECIMEN', 'change: ../../away'),
    );
    const { code, error } = await command('redline');
    expect(code).toBe(1);
    expect(error).toContain('appendices/changes/SPECIMEN.md');
    expect(existsSync(path.join(folder, '../away'))).toBe(false);
  });

  it('refuses a result that is not what the drafter expects', async () => {
    write(
      'appendices/changes/SPECIMEN.md',
      `${read('appendices/changes/SPECIMEN.md')}\n## After this change\n\n- No provision of Appendix D mentions “Gateway”.\n`,
    );
    const { code, error } = await command('redline');
    expect(code).toBe(1);
    expect(error).toContain('Gateway');
    expect(existsSync(path.join(folder, 'redlines'))).toBe(false);
  });

  it('refuses a format that there is not, as wrong usage', async () => {
    const { code, error } = await command('redline', '--format', 'html,papyrus');
    expect(code).toBe(2);
    expect(error).toContain('found papyrus');
  });
});

describe('verify', () => {
  it('proves every output of a change', async () => {
    await command('redline');
    const { code, out } = await command('verify');
    expect(out).not.toContain('FAILED');
    expect(out).toContain('proved  D.redline.json');
    expect(out).toContain('proved  D.html');
    expect(out).toContain('proved  D.redline.md');
    expect(out).toContain('proved  D.diff');
    expect(code).toBe(0);
  });

  const tampering: readonly (readonly [string, string, string])[] = [
    ['D.html', 'for maintenance on Sundays', 'for maintenance on Mondays'],
    ['D.redline.md', 'for maintenance on Sundays', 'for maintenance on Mondays'],
    ['D.redline.json', 'for maintenance on Sundays', 'for maintenance on Mondays'],
    ['D.md', 'for maintenance on Sundays', 'for maintenance on Mondays'],
    ['D.diff', 'via the Gateway, as', 'via the Gateways, as'],
  ];

  for (const [file, from, to] of tampering) {
    it(`finds one word changed in ${file}, and that its hash is not as listed`, async () => {
      await command('redline');
      const changed = read(`redlines/SPECIMEN/${file}`).replace(from, to);
      expect(changed).not.toBe(read(`redlines/SPECIMEN/${file}`));
      write(`redlines/SPECIMEN/${file}`, changed);
      const { code, out } = await command('verify');
      expect(code).toBe(1);
      expect(out).toMatch(new RegExp(`FAILED {2}${file.replaceAll('.', '\\.')} `));
      expect(out).toContain(`not as listed: ${file}`);
    });
  }

  it('finds a file that is missing and one that is not listed', async () => {
    await command('redline');
    rmSync(path.join(folder, 'redlines/SPECIMEN/D.html'));
    write('redlines/SPECIMEN/extra.html', 'extra');
    const { code, out } = await command('verify');
    expect(code).toBe(1);
    expect(out).toContain('not listed: extra.html; not there: D.html');
  });

  it('proves the PDFs that are there, which the manifest does not list', async () => {
    await command('redline');
    expect(read('redlines/SPECIMEN/manifest.json')).not.toContain('.pdf');
    const all = await command('verify');
    expect(all.out).toContain('redlines/SPECIMEN, PDFs\n');
    expect(all.out).toContain('proved  D.redline.pdf  rejected, shows the text before, block by block');
    rmSync(path.join(folder, 'redlines/SPECIMEN/SPECIMEN.pdf'));
    rmSync(path.join(folder, 'redlines/SPECIMEN/D.redline.pdf'));
    const without = await command('verify');
    expect(without.code).toBe(0);
    expect(without.out).not.toContain('PDF');
  });

  it('finds a PDF of another text, one that cannot be read, and one that is none of the change', async () => {
    await command('redline');
    const pdf = (name: string) => path.join(folder, 'redlines/SPECIMEN', name);
    write('appendices/D.md', document().replace('for maintenance on Sundays', 'for maintenance on Mondays'));
    const other = (await command('verify')).out;
    expect(other).toMatch(/FAILED {2}D\.redline\.pdf {2}accepted.*\n +block \d+: expected .*Mondays.*found .*Sundays/);
    write('redlines/SPECIMEN/D.redline.pdf', 'not a PDF');
    renameSync(pdf('SPECIMEN.pdf'), pdf('other.pdf'));
    const { code, out } = await command('verify');
    expect(code).toBe(1);
    expect(out).toContain('expected a PDF, found something else');
    expect(out).toContain('not listed: other.pdf');
  });

  it('finds a word changed in a Word file, and one that cannot be read', async () => {
    await command('redline');
    const word = (name: string) => path.join(folder, 'redlines/SPECIMEN', name);
    const parts = unzipSync(readFileSync(word('D.redline.docx')));
    const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const changed = text.replace('for maintenance on Sundays', 'for maintenance on Mondays');
    expect(changed).not.toBe(text);
    writeFileSync(word('D.redline.docx'), zipSync({ ...parts, 'word/document.xml': strToU8(changed) }));
    writeFileSync(word('D.clean.docx'), 'not a Word file');
    const { code, out } = await command('verify');
    expect(code).toBe(1);
    expect(out).toMatch(/FAILED {2}D\.redline\.docx +accepted.*\n +block \d+: expected .*Sundays.*found .*Mondays/);
    expect(out).toMatch(/FAILED {2}D\.clean\.docx .*\n +expected a Word file that can be read/);
  });

  it('says where there are no outputs yet', async () => {
    const { code, out } = await command('verify');
    expect(code).toBe(1);
    expect(out).toContain('make it with `sec-redline redline`');
  });
});

describe('apply', () => {
  it('prints the clean text after', async () => {
    const { code, out } = await command('apply', 'SPECIMEN');
    expect(code).toBe(0);
    expect(out).toBe(document().replace('via the Internet or via the Gateway', 'via the Gateway'));
  });

  it('puts the documents amended into a folder', async () => {
    const { code, out } = await command('apply', 'SPECIMEN', '--out', 'after');
    expect({ code, out }).toEqual({ code: 0, out: 'after/D.md\n' });
    expect(read('after/D.md')).toContain('5.1.2 The DCC shall answer via the Gateway');
  });

  it('refuses two changes that touch the same words, and names both', async () => {
    write(
      'appendices/changes/OTHER.md',
      read('appendices/changes/SPECIMEN.md')
        .replace('change: SPECIMEN', 'change: OTHER')
        .replace('substitute “via the Gateway”', 'substitute “by post”'),
    );
    const { code, error } = await command('apply', 'SPECIMEN', 'OTHER');
    expect(code).toBe(1);
    expect(error).toContain('changes-in-conflict');
    expect(error).toContain('OTHER');
    expect(error).toContain('SPECIMEN');
  });

  it('carries two changes out together, in either order', async () => {
    const other = read('appendices/changes/SPECIMEN.md')
      .replace('change: SPECIMEN', 'change: OTHER')
      .replace(/1\. In paragraph.*\n/, '1. In paragraph 5.3.1, for “seven” substitute “six”.\n');
    write('appendices/changes/OTHER.md', other);
    const one = await command('apply', 'SPECIMEN', 'OTHER');
    const two = await command('apply', 'OTHER', 'SPECIMEN');
    expect(one.out).toContain('six years');
    expect(one.out).toContain('answer via the Gateway, as');
    expect(two.out).toBe(one.out);
  });

  it('refuses a document that the changes do not amend, as wrong usage', async () => {
    const { code, error } = await command('apply', 'SPECIMEN', '--document', 'Q');
    expect(code).toBe(2);
    expect(error).toContain('Expected one of D with --document, found Q.');
  });
});

describe('compare', () => {
  it('leaves out a PDF that cannot be drawn, and makes all else', async () => {
    write('old.md', `${'> '.repeat(20)}Old words.\n`);
    write('new.md', `${'> '.repeat(20)}New words.\n`);
    const { code, error } = await command('compare', 'old.md', 'new.md', '--out', 'out');
    expect(code).toBe(1);
    expect(error).toContain('new.md');
    expect(error).toContain('found 20: no room would be left for the words.');
    expect(readdirSync(path.join(folder, 'out'))).toContain('old.html');
    expect(readdirSync(path.join(folder, 'out')).filter((name) => name.endsWith('.pdf'))).toEqual([]);
  });

  it('prints a readable redline of two files', async () => {
    write('old.md', '5.1 The DCC shall act.\n');
    write('new.md', '5.1 The DCC shall act promptly.\n');
    const { code, out } = await command('compare', 'old.md', 'new.md');
    expect(code).toBe(0);
    expect(out).toContain('<ins>');
    expect(out).toContain('promptly');
  });

  it('makes every format in a folder', async () => {
    write('old.md', '5.1 The DCC shall act.\n');
    write('new.md', '5.1 The DCC shall act promptly.\n');
    const { code } = await command('compare', 'old.md', 'new.md', '--out', 'out');
    expect(code).toBe(0);
    expect(readdirSync(path.join(folder, 'out'))).toContain('manifest.json');
  });

  it('says of both files that they are missing', async () => {
    const { code, error } = await command('compare', 'no.md', 'none.md');
    expect(code).toBe(1);
    expect(error).toContain('no.md');
    expect(error).toContain('none.md');
  });
});

describe('derive', () => {
  const edited = () => document().replace('via the Internet or', 'over the Internet or');

  it('prints a change that, carried out, gives the edited copy', async () => {
    write('copy.md', edited());
    const { code, out, error } = await command('derive', 'appendices/D.md', 'copy.md', '--name', 'DERIVED');
    expect({ code, error }).toEqual({ code: 0, error: '' });
    write('appendices/changes/DERIVED.md', out);
    expect((await command('apply', 'DERIVED', '--document', 'D')).out).toBe(edited());
  });

  it('pairs the files of two folders by what they declare, and writes the change to a file', async () => {
    mkdirSync(path.join(folder, 'edited'));
    write('edited/any-name.md', edited());
    const change = 'appendices/changes/DERIVED.md';
    const { code, out } = await command('derive', 'appendices', 'edited', '--name', 'DERIVED', '--out', change);
    expect({ code, out }).toEqual({ code: 0, out: `${change}: 1 instruction\n` });
    expect(read(change)).toContain('## Appendix D\n\n1. In ');
  });

  it('refuses a file that is not there, a document on one side only, and a name that is none', async () => {
    expect((await command('derive', 'appendices/D.md', 'none.md')).error).toContain('expected this file, found none');
    mkdirSync(path.join(folder, 'empty'));
    const lone = await command('derive', 'appendices', 'empty');
    expect(lone.code).toBe(1);
    expect(lone.error).toContain('Expected D in both versions, found none after.');
    const named = await command('derive', 'appendices/D.md', 'appendices/D.md', '--name', 'no name');
    expect({ code: named.code, error: named.error }).toEqual({
      code: 2,
      error: 'Expected a name of letters, digits, dots and hyphens with --name, as DP101; found “no name”.\n',
    });
  });
});

describe('find', () => {
  it('gives the provisions that bring terms together', async () => {
    const { code, out } = await command('find', 'Internet', 'Gateway');
    expect(code).toBe(0);
    expect(out).toContain(
      'paragraph 5.1.2\n    5.1.2 The DCC shall answer via the «Internet» or via the «Gateway», as',
    );
    expect(out).not.toContain('[object');
    expect(out).toMatch(/mentions? “Internet” and “Gateway”/);
  });

  it('looks in the text after a change', async () => {
    const { out } = await command('find', '--change', 'SPECIMEN', '--after', 'Internet', 'Gateway');
    expect(out).not.toContain('paragraph 5.1.2');
    expect((await command('find', '--change', 'SPECIMEN', 'Internet', 'Gateway')).out).toContain('paragraph 5.1.2');
  });
});

describe('find, for a change', () => {
  const declare = () => {
    const file = 'appendices/changes/SPECIMEN.md';
    const declared = '\n## Words for the same thing\n\n- “Gateway” and “by wire” mean the same.\n';
    write(file, `${read(file)}${declared}`);
    write('appendices/D.md', `${document()}\n5.9.1 The DCC shall not go by wire.\n`);
  };

  it('counts the words that it declares to mean the same, and says so', async () => {
    declare();
    expect((await command('find', 'DCC', 'Gateway')).out).not.toContain('5.9.1');
    const { code, out } = await command('find', '--change', 'SPECIMEN', 'DCC', 'Gateway');
    expect(code).toBe(0);
    expect(out).toContain('paragraph 5.9.1\n    5.9.1 The «DCC» shall not go «by wire».');
    expect(out).toContain('Counted as “Gateway”: “by wire”.');
  });

  it('tells which provisions its expectations leave out', async () => {
    declare();
    const file = 'appendices/changes/SPECIMEN.md';
    const except = 'paragraph 5.9.1 of Appendix D';
    const sentence = `No provision of Appendix D, other than ${except}, mentions both “go” and “Gateway”.`;
    write(file, `${read(file)}\n## After this change\n\n- ${sentence}\n`);
    const { out } = await command('find', '--change', 'SPECIMEN', '--after', 'go', 'Gateway');
    expect(out).toContain('paragraph 5.9.1  (left out by an expectation of the change)');
    expect(out).toContain('1 of them is left out by an expectation of the change; 0 beyond.');
  });

  it('gives it all as JSON', async () => {
    declare();
    const { out } = await command('find', '--change', 'SPECIMEN', '--json', 'go', 'Gateway');
    const found = JSON.parse(out);
    expect(found).toMatchObject({
      schema: 'sec-redline/find@1',
      change: 'SPECIMEN',
      text: 'before',
      terms: [
        { term: 'go', names: ['go'] },
        { term: 'Gateway', names: ['Gateway', 'by wire'] },
      ],
      counts: [{ document: 'D', count: 1 }],
    });
    expect(found.mentions[0]).toMatchObject({ locator: 'paragraph 5.9.1', allowed: false });
  });

  it('says where a term stands nowhere, and which defined terms are like it', async () => {
    const { code, out } = await command('find', 'Gatway', 'DCC');
    expect(code).toBe(0);
    expect(out).toBe(
      '“Gatway” stands nowhere. Defined terms like it: “Gateway”.\n0 provisions mention “Gatway” and “DCC”.\n',
    );
  });

  it('shows a term that steers the terminal as an escape', async () => {
    write('appendices/D.md', `${document()}\n5.9.1 A \u001b[31mred Gateway.\n`);
    const { out } = await command('find', 'red');
    expect(out).not.toContain('\u001b');
  });

  it.each([
    [['find', '--after', 'Gateway'], 'Expected --change with --after'],
    [['find', '--change', 'SPECIMEN', '--option', 'A', 'Gateway'], 'Expected --after with --option'],
    [['find', '“ ”'], 'Expected words to find'],
  ])('says what is missing: %j', async (args, said) => {
    const { code, error } = await command(...args);
    expect(code).toBe(2);
    expect(error).toContain(said);
  });
});

describe('a change that offers options', () => {
  beforeEach(() => {
    const offers = fileURLToPath(new URL('fixtures/offers-options-for-a-vote/change.md', import.meta.url));
    cpSync(offers, path.join(folder, 'appendices/changes/SPECIMEN.md'));
  });

  it('has a folder for each option, beside the pages that show them together, and all are proved', async () => {
    const { code, out } = await command('redline');
    expect({ code, out }).toEqual({ code: 0, out: 'redlines/SPECIMEN: 40 files\n' });
    expect(readdirSync(path.join(folder, 'redlines/SPECIMEN')).sort()).toEqual([
      'D.html',
      'SPECIMEN.pdf',
      'index.html',
      'manifest.json',
      'option-A',
      'option-B',
      'option-C',
    ]);
    expect(read('redlines/SPECIMEN/option-B/D.md')).toContain('answer by post or via the Gateway');
    expect(read('redlines/SPECIMEN/option-B/index.html')).toContain('href="../index.html"');
    const proved = await command('verify');
    expect(proved.code).toBe(0);
    expect(proved.out).toContain('for Option C, accepted, shows the text after');
    expect(proved.out).toMatch(
      /proved {2}SPECIMEN\.pdf +for Option C, rejected, shows the text before, block by block/,
    );
    expect(proved.out).toContain('option-A/D.md               is the text after, byte for byte');
    expect(proved.out).not.toContain('FAILED');
  });

  it.each([
    ['D.html', 'by post', 'by hand', 'D.html'],
    ['option-B/D.html', 'by post', 'by hand', 'option-B/D.html'],
    ['option-C/D.md', 'seven', 'eight', 'manifest.json'],
  ])('is found to be changed in %s', async (file, from, to, failed) => {
    await command('redline');
    const page = read(`redlines/SPECIMEN/${file}`);
    const at = page.lastIndexOf(from);
    write(`redlines/SPECIMEN/${file}`, at < 0 ? `${page} ` : page.slice(0, at) + to + page.slice(at + from.length));
    const { code, out } = await command('verify');
    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`FAILED {2}${failed.replaceAll('.', '\\.')} `));
  });

  it('is built as one option, in a folder of its own, where that is asked for', async () => {
    const { out } = await command('redline', '--option', 'b');
    expect(out).toBe('redlines/SPECIMEN-option-B: 12 files\n');
    expect(read('redlines/SPECIMEN-option-B/index.html')).toContain('SPECIMEN, Option B: Offers options for a vote');
    expect(read('redlines/SPECIMEN-option-B/index.html')).not.toContain('../index.html');
    expect((await command('verify', '--option', 'B')).code).toBe(0);
    const { out: text } = await command('apply', 'SPECIMEN', '--option', 'B');
    expect(text).toBe(read('redlines/SPECIMEN-option-B/D.md'));
  });

  it('gives no clean text while no option is chosen, and lists the options', async () => {
    const { code, out, error } = await command('apply', 'SPECIMEN');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error).toContain(
      'Expected one of the options that SPECIMEN offers (Options A, B and C), found none chosen.',
    );
    expect(error).toContain('Choose one: --option A or --option B or --option C.');
  });

  it.each([
    [['apply', 'SPECIMEN']],
    [['redline']],
    [['check']],
    [['verify']],
    [['find', '--change', 'SPECIMEN', '--after', 'DCC']],
  ])('refuses an option that is not offered: %j', async (args) => {
    const { code, error } = await command(...args, '--option', 'Z');
    expect(code).toBe(1);
    expect(error).toContain('found “Z”');
    expect(existsSync(path.join(folder, 'redlines'))).toBe(false);
  });

  it('refuses an option where no change offers any', async () => {
    cpSync(path.join(specimen, 'change.md'), path.join(folder, 'appendices/changes/SPECIMEN.md'));
    const { code, error } = await command('redline', '--option', 'A');
    expect(code).toBe(1);
    expect(error).toContain('Expected a change that offers options, found that SPECIMEN offers none.');
  });

  it('is checked as each option would leave the documents, or as one would', async () => {
    const file = 'appendices/changes/SPECIMEN.md';
    write(
      file,
      read(file)
        .replace('“by post or”', '“as section 9.9 says or”')
        .replace(/^- Option B:.*$/m, ''),
    );
    const all = await command('check');
    expect(all.error).toContain('After SPECIMEN, Option B, in ');
    expect(all.error).not.toContain('Option A: ');
    expect((await command('check', '--option', 'A')).error).not.toContain('After SPECIMEN');
  });

  it('is refused with what is wrong of each option, and what is common to all once', async () => {
    const refused = fileURLToPath(new URL('fixtures/refuses-options-that-do-not-fit/change.md', import.meta.url));
    cpSync(refused, path.join(folder, 'appendices/changes/SPECIMEN.md'));
    const { code, error } = await command('redline');
    expect(code).toBe(1);
    expect(error.match(/Instruction 1 cannot/g)).toHaveLength(1);
    expect(error).toContain('Instruction 2, Option A, cannot be carried out');
    expect(error).toContain('Instruction 3, Option B, cannot be carried out');
    expect(error).toContain('Nothing was written.');
  });

  it('is looked through after one option', async () => {
    const found = async (letter: string) =>
      (await command('find', '--change', 'SPECIMEN', '--after', '--option', letter, 'Sundays')).out;
    expect(await found('A')).toContain('0 provisions mention “Sundays”.');
    expect(await found('B')).toContain('1 provision mentions “Sundays”.');
  });
});

describe('format', () => {
  it('puts a source into canonical form and changes nothing the second time', async () => {
    write('appendices/D.md', document().replace('- (a) via', '*   (a) via'));
    expect((await command('format', '--check')).code).toBe(1);
    expect((await command('format')).out).toBe('appendices/D.md put into canonical form\n');
    expect((await command('format', '--check')).code).toBe(0);
    expect((await command('format')).out).toBe('');
  });

  it('takes away a byte order mark and carriage returns, which other commands refuse', async () => {
    write('appendices/D.md', `\uFEFF${document().replaceAll('\n', '\r\n')}`);
    expect((await command('check')).code).toBe(1);
    await command('format');
    expect(document()).not.toMatch(/[\r\uFEFF]/);
    expect((await command('redline')).code).toBe(0);
  });
});

describe('bad input', () => {
  const cases: readonly (readonly [string, () => void, RegExp])[] = [
    [
      'invalid UTF-8',
      () => write('appendices/D.md', Buffer.concat([Buffer.from(document()), Buffer.from([0xff, 0xfe])])),
      /appendices\/D\.md[\s\S]*expected UTF-8/,
    ],
    ['a NUL byte', () => write('appendices/D.md', `${document()}\0`), /NUL/],
    [
      'front matter that is not YAML',
      () =>
        write(
          'appendices/changes/SPECIMEN.md',
          read('appendices/changes/SPECIMEN.md').replace('stage: specimen', 'stage: [specimen'),
        ),
      /SPECIMEN\.md/,
    ],
    [
      'a change without front matter',
      () => write('appendices/changes/SPECIMEN.md', '## Appendix D\n\n1. Omit paragraph 5.1.2.\n'),
      /SPECIMEN\.md/,
    ],
    ['two documents for one appendix', () => write('appendices/E.md', document()), /same-appendix-twice/],
    [
      'quotes nested twenty thousand deep',
      () => write('appendices/D.md', `${document()}\n${'>'.repeat(20_000)} deep\n`),
      /nested-too-deeply/,
    ],
    [
      'front matter nested without end',
      () => write('appendices/D.md', `---\nappendix: ${'['.repeat(500_000)}\n---\n${document()}`),
      /appendices\/D\.md|unknown-appendix/,
    ],
    ['an empty document', () => write('appendices/D.md', ''), /unknown-appendix|baseline-moved/],
  ];

  for (const [name, arrange, message] of cases) {
    it(`is told in a clear message, with nothing written: ${name}`, async () => {
      arrange();
      const { code, out, error } = await command('redline');
      expect(code).toBe(1);
      expect(error).toMatch(message);
      expect(error).not.toMatch(/\bat .*\.(?:ts|js):\d+/);
      expect(out).toBe('');
      expect(existsSync(path.join(folder, 'redlines'))).toBe(false);
    });
  }

  it('is told where there is no folder of appendices', async () => {
    rmSync(path.join(folder, 'appendices'), { recursive: true });
    const { code, error } = await command('check');
    expect(code).toBe(1);
    expect(error).toContain('expected a folder appendices, found none');
  });

  it('is told of every file at once', async () => {
    write('appendices/D.md', Buffer.from([0xff]));
    write('appendices/changes/SPECIMEN.md', 'nothing');
    const { error } = await command('check');
    expect(error).toContain('appendices/D.md');
    expect(error).toContain('appendices/changes/SPECIMEN.md');
  });
});

describe('usage', () => {
  it('is shown with examples by --help', async () => {
    const { code, out } = await command('redline', '--help');
    expect(code).toBe(0);
    expect(out).toContain('For example:');
  });

  it('is wrong with a command that there is not', async () => {
    const { code, error } = await command('redact');
    expect(code).toBe(2);
    expect(error).toContain('redact');
  });

  it('prints annotations where a code host runs the command', async () => {
    write('appendices/D.md', document().replace('via the Internet or', 'through the Internet or'));
    const { error } = await commandIn({ GITHUB_ACTIONS: 'true' }, 'redline');
    expect(error).toMatch(/^::error file=appendices\/changes\/SPECIMEN\.md,line=\d+,col=\d+,title=words-not-found::/m);
  });
});
