import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { handmadeFile } from '../word/word-file.ts';
import { commented, commentOn, edited, exported, typeOver, typeOverTracked } from './edit-word.ts';

const base = readFileSync(new URL('../fixtures/substitutes-words-once/D.md', import.meta.url), 'utf8');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sec-redline-'));
  mkdirSync(path.join(folder, 'appendices'));
  write('appendices/D.md', base);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (file: string, content: string | Uint8Array) => writeFileSync(path.join(folder, file), content);
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');

async function command(...args: readonly string[]) {
  const out: string[] = [];
  const error: string[] = [];
  const io = {
    cwd: folder,
    environment: {},
    isTerminal: false,
    out: (text: string) => void out.push(text),
    error: (text: string) => void error.push(text),
  };
  const code = await run(args, io);
  return { code, out: out.join(''), error: error.join('') };
}

describe('import', () => {
  it('prints the Markdown, and tells nothing where all is carried', async () => {
    write('D.docx', exported(base));
    expect(await command('import', 'D.docx')).toEqual({ code: 0, out: base, error: '' });
  });

  it('writes the Markdown to a file', async () => {
    write('D.docx', exported(base));
    expect(await command('import', 'D.docx', '--out', 'new/D.md')).toEqual({ code: 0, out: 'new/D.md\n', error: '' });
    expect(read('new/D.md')).toBe(base);
  });

  it('tells what Markdown cannot carry, with its text, on standard error', async () => {
    const row = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>wide</w:t></w:r></w:p></w:tc>';
    const table = `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${row}</w:tr></w:tbl>`;
    const hidden = '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r></w:p>';
    write('D.docx', handmadeFile({ body: `<w:p><w:r><w:t>Words.</w:t></w:r></w:p>${table}${hidden}` }));
    const { code, out, error } = await command('import', 'D.docx');
    expect({ code, out }).toEqual({ code: 0, out: 'Words.\n\n| wide | |\n|---|---|\n' });
    expect(error.split('\n')).toEqual([
      'D.docx: 2 things were not carried as they stood',
      '  paragraph 2             hidden text',
      '                          | unseen',
      '  table 1, row 1, cell 1  a cell merged across 2 columns: its text stands in the first',
      '',
    ]);
  });

  it('takes tracked changes as they are asked for', async () => {
    write('D.docx', edited(exported(base), typeOverTracked('via the Internet or', 'only')));
    const [accepted, rejected, both] = [
      await command('import', 'D.docx'),
      await command('import', 'D.docx', '--revisions', 'reject'),
      await command('import', 'D.docx', '--revisions', 'both'),
    ];
    expect(accepted.out).toBe(base.replace('via the Internet or', 'only'));
    expect(rejected.out).toBe(base);
    expect(both.out).toBe(accepted.out);
    expect(both.error).toContain('words deleted by A. Drafter on 2026-02-01\n');
    expect((await command('import', 'D.docx', '--revisions', 'some')).code).toBe(2);
  });

  it('tells comments with the line that they speak of', async () => {
    write('D.docx', edited(commented(exported(base), ['Who keeps them?']), commentOn('for seven years', 0)));
    const { error } = await command('import', 'D.docx');
    const line = base.split('\n').findIndex((text) => text.includes('for seven years')) + 1;
    expect(error).toContain(`line ${line}, column 24 of the Markdown  a comment by A. Drafter\n`);
    expect(error).toContain('| Who keeps them?\n');
  });

  it.each([
    [
      'a text',
      'appendices/D.md',
      'Expected a Word file (.docx), found something else: it is plain text; a text in Markdown needs no importing',
    ],
    ['a damaged Word file', 'damaged.docx', 'This Word file cannot be read'],
    ['a file that is not there', 'none.docx', 'expected this file, found none.'],
  ])('refuses %s, and writes nothing', async (_, file, message) => {
    write('damaged.docx', exported(base).slice(0, 2000));
    const { code, out, error } = await command('import', file, '--out', 'new.md');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error).toContain(message);
    expect(existsSync(path.join(folder, 'new.md'))).toBe(false);
  });
});

describe('what is given for a Word file', () => {
  const old = [
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...[...'WordDocument'].flatMap((sign) => [sign.charCodeAt(0), 0]),
  ];
  const openDocument = zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') });

  it.each([
    [
      'a .doc',
      Uint8Array.from(old),
      'it is in the format of Word before 2007 (.doc); open it in Word and save it as .docx.',
    ],
    ['an .odt', openDocument, 'it is an OpenDocument file; open it in Word or LibreOffice and save it as .docx.'],
    ['a PDF', strToU8('%PDF-1.7\n'), 'it is a PDF; ask for the Word file it was made from.'],
    ['Rich Text', strToU8('{\\rtf1 words}'), 'it is in Rich Text Format; open it in Word and save it as .docx.'],
  ])('is refused with what it is and what to do: %s', async (_, bytes, why) => {
    write('D.docx', bytes);
    for (const given of [
      ['import', 'D.docx', '--out', 'new.md'],
      ['derive', 'appendices/D.md', 'D.docx', '--out', 'new.md'],
      ['compare', 'appendices/D.md', 'D.docx', '--out', 'new.md'],
    ]) {
      const { code, out, error } = await command(...given);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(error).toContain(`Expected a Word file (.docx), found something else: ${why}`);
    }
    expect(existsSync(path.join(folder, 'new.md'))).toBe(false);
  });

  it.each([
    ['a web page', '<!doctype html><p>words', 'it is a web page; open it in Word and save it as .docx.'],
    ['nothing', '', 'it is empty; ask for it again.'],
  ])('is not imported: %s', async (_, text, why) => {
    write('D.docx', text);
    const { code, error } = await command('import', 'D.docx');
    expect(code).toBe(1);
    expect(error).toContain(`Expected a Word file (.docx), found something else: ${why}`);
  });
});

describe('a small file that would take all memory', () => {
  it('is refused by each command, and nothing is written', async () => {
    const run = `<w:r><w:t>${'*_`['.repeat(1000)}</w:t></w:r>`;
    write('D.docx', handmadeFile({ body: `<w:p>${run.repeat(220)}</w:p>` }));
    for (const given of [
      ['import', 'D.docx', '--out', 'new'],
      ['derive', 'appendices/D.md', 'D.docx', '--out', 'new'],
      ['compare', 'appendices/D.md', 'D.docx', '--out', 'new'],
    ]) {
      const { code, out, error } = await command(...given);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(error).toContain('it has more than 8000000 characters of words');
    }
    expect(existsSync(path.join(folder, 'new'))).toBe(false);
  });

  it('and one of as many plain words is read', async () => {
    write('D.docx', handmadeFile({ body: `<w:p><w:r><w:t>${'word '.repeat(1000)}</w:t></w:r></w:p>`.repeat(220) }));
    expect(await command('import', 'D.docx')).toMatchObject({ code: 0 });
  });
});

describe('derive', () => {
  it('takes an edited Word file, and its comments as reasons', async () => {
    const file = edited(
      commented(exported(base), ['Six is enough.', 'Why?']),
      commentOn('for seven years', 0),
      typeOver('>for seven years<', '>for six years<'),
      commentOn('A user shall not', 1),
    );
    write('D.docx', file);
    const { code, out, error } = await command('derive', 'appendices/D.md', 'D.docx', '--name', 'DP101');
    expect(code).toBe(0);
    expect(out).toContain('1. In paragraph 5.3.1, for “seven” substitute “six”.\n\n   Reason: Six is enough.\n');
    expect(error).toContain('a comment by A. Drafter\n');
    expect(error).toContain('| Why?\n');
    expect(error).not.toContain('Six is enough.');
  });

  it('takes a Word file by what it holds, not by what it is called', async () => {
    write('D.md', edited(exported(base), typeOver('for seven years', 'for six years')));
    const { out } = await command('derive', 'appendices/D.md', 'D.md');
    expect(out).toContain('1. In paragraph 5.3.1, for “seven” substitute “six”.');
  });

  it('takes the front matter of the other version where the Word file shows none', async () => {
    const body = base.slice(base.indexOf('# Appendix D'));
    write('D.docx', edited(exported(body), typeOver('for seven years', 'for six years')));
    const { out, error } = await command('derive', 'appendices/D.md', 'D.docx');
    expect(out.match(/^\d+\. .*/gm)).toEqual(['1. In paragraph 5.3.1, for “seven” substitute “six”.']);
    expect(error).toContain('no front matter: it is taken from the other version');
  });

  it('tells where tracked changes were made on another text', async () => {
    const other = base.replace('for seven years', 'for nine years');
    write('D.docx', edited(exported(other), typeOverTracked('via the Internet or ', '')));
    const { out, error } = await command('derive', 'appendices/D.md', 'D.docx');
    expect(out.match(/^\d+\. /gm)).toHaveLength(2);
    expect(error).toContain('tracked changes made on another text than appendices/D.md');
    expect(error).toMatch(/\| expected: 5\.3\.1 .*for seven years.*\n *\| found: 5\.3\.1 .*for nine years/);
  });

  it('refuses a damaged Word file', async () => {
    write('D.docx', exported(base).slice(0, 2000));
    const { code, out, error } = await command('derive', 'appendices/D.md', 'D.docx');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error).toContain('This Word file cannot be read');
  });
});

describe('compare', () => {
  it.each([
    ['Word with Word', 'old.docx', 'new.docx'],
    ['Markdown with Word', 'appendices/D.md', 'new.docx'],
    ['Word with Markdown', 'old.docx', 'new.md'],
  ])('takes %s', async (_, before, after) => {
    const text = base.replace('for seven years', 'for six years');
    write('old.docx', exported(base));
    write('new.docx', exported(text));
    write('new.md', text);
    const { code, out } = await command('compare', before, after, '--format', 'diff');
    expect(code).toBe(0);
    expect(out.match(/^[-+][^-+].*/gm)).toEqual([
      '-5.3.1 Records are kept for seven years.',
      '+5.3.1 Records are kept for six years.',
    ]);
  });
});
