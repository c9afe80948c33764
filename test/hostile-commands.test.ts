import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writingProblem } from '../src/cli/file-problems.ts';
import { heedPrinting } from '../src/cli/printing.ts';
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
  return commandOn(false, ...args);
}

async function commandOn(isTerminal: boolean, ...args: readonly string[]) {
  const out: string[] = [];
  const error: string[] = [];
  const code = await run(args, {
    cwd: folder,
    environment: {},
    isTerminal,
    isOutTerminal: false,
    out: (text) => void out.push(text),
    error: (text) => void error.push(text),
  });
  return { code, out: out.join(''), error: error.join('') };
}

const at = (file: string) => path.join(folder, file);
const write = (file: string, content: string | Uint8Array) => writeFileSync(at(file), content);
const read = (file: string) => readFileSync(at(file), 'utf8');
const change = 'appendices/changes/SPECIMEN.md';

describe('a folder of outputs', () => {
  const made = () => command('redline', '--format', 'md');

  it('is replaced where the tool made it, PDFs and what a system leaves there included', async () => {
    await made();
    for (const name of ['SPECIMEN.pdf', 'D.redline.pdf', '.DS_Store']) write(`redlines/SPECIMEN/${name}`, 'x');
    expect((await made()).code).toBe(0);
    expect(readdirSync(at('redlines/SPECIMEN')).sort()).toEqual(['D.redline.md', 'manifest.json']);
  });

  it('is left alone where somebody put a file into it', async () => {
    await made();
    write('redlines/SPECIMEN/notes.txt', 'mine');
    const { code, error } = await made();
    expect({ code, error }).toEqual({
      code: 1,
      error: `Expected ${at('redlines/SPECIMEN')} to be empty or made by this tool, found other files (notes.txt). Name another folder with --out.\nNothing was written.\n`,
    });
    expect(read('redlines/SPECIMEN/notes.txt')).toBe('mine');
  });

  it('is left alone where its manifest is that of another program', async () => {
    mkdirSync(at('extension'));
    write('extension/manifest.json', '{ "manifest_version": 3 }');
    const { code, error } = await command('compare', 'appendices/D.md', change, '--out', 'extension');
    expect(code).toBe(1);
    expect(error).toContain('found a manifest.json of something else');
    expect(readdirSync(at('extension'))).toEqual(['manifest.json']);
  });

  it('leaves its neighbours alone, whatever they are called, and nothing else beside it', async () => {
    await made();
    for (const name of ['SPECIMEN.old', 'SPECIMEN.partial']) {
      mkdirSync(at(`redlines/${name}`));
      write(`redlines/${name}/mine.txt`, 'mine');
    }
    await made();
    expect(readdirSync(at('redlines')).sort()).toEqual(['SPECIMEN', 'SPECIMEN.old', 'SPECIMEN.partial']);
    expect(read('redlines/SPECIMEN.old/mine.txt')).toBe('mine');
  });

  it('of one change is not written where that of another cannot be', async () => {
    write('appendices/changes/OTHER.md', read(change).replace('change: SPECIMEN', 'change: OTHER'));
    mkdirSync(at('redlines/SPECIMEN'), { recursive: true });
    write('redlines/SPECIMEN/mine.txt', 'mine');
    const { code, error } = await made();
    expect(code).toBe(1);
    expect(error).toContain('Nothing was written.');
    expect(readdirSync(at('redlines'))).toEqual(['SPECIMEN']);
  });

  it('is refused by the name of the place where nothing may be written', () => {
    const denied = { code: 'EACCES', syscall: 'mkdtemp', path: '/laws/redlines/.sec-redline-XXXXXX' };
    expect(writingProblem(Object.assign(new Error('EACCES'), denied))).toBe(
      'Expected to be able to write /laws/redlines, found that you may not write there (EACCES). Nothing more was written.',
    );
    expect(writingProblem(new Error('anything else'))).toBeUndefined();
  });

  it('is refused in one sentence where a file stands in its way', async () => {
    write('redlines', 'a file');
    const { code, error } = await made();
    expect(code).toBe(1);
    expect(error).toBe(
      `sec-redline: Expected to be able to write ${at('redlines')}, found that a file stands where a folder should be (EEXIST). Nothing more was written.\n`,
    );
  });
});

describe('a file that is written', () => {
  it('is never put in place of a folder', async () => {
    const { code, error } = await command('derive', 'appendices/D.md', 'appendices/D.md', '--out', 'appendices');
    expect(code).toBe(1);
    expect(error).toContain(`Expected a file at ${at('appendices')}, found a folder.`);
    expect(readdirSync(folder)).toEqual(['appendices']);
  });

  it('stays what it was: a link stays a link, and it allows what it allowed', async () => {
    write('D.md', read('appendices/D.md').replace('### 5.3', '###   5.3'));
    chmodSync(at('D.md'), 0o600);
    symlinkSync('D.md', at('link.md'));
    expect((await command('format', 'link.md')).code).toBe(0);
    expect(lstatSync(at('link.md')).isSymbolicLink()).toBe(true);
    expect(read('D.md')).toBe(read('appendices/D.md'));
    expect(statSync(at('D.md')).mode & 0o777).toBe(0o600);
  });

  it('is the one document that was asked for', async () => {
    const { code, out } = await command('apply', 'SPECIMEN', '--document', 'D', '--out', 'after');
    expect({ code, out }).toEqual({ code: 0, out: 'after/D.md\n' });
    expect((await command('apply', 'SPECIMEN', '--document', 'K', '--out', 'other')).code).toBe(2);
    expect(existsSync(at('other'))).toBe(false);
  });
});

describe('what is read', () => {
  it('is a link to a document as the document is', async () => {
    cpSync(at('appendices/D.md'), at('elsewhere.md'));
    rmSync(at('appendices/D.md'));
    symlinkSync(at('elsewhere.md'), at('appendices/D.md'));
    expect((await command('redline', '--format', 'md')).code).toBe(0);
  });

  it('is refused where it is called a Markdown file and is a folder, or a link to nothing', async () => {
    mkdirSync(at('appendices/E.md'));
    symlinkSync('nowhere.md', at('appendices/F.md'));
    const { code, error } = await command('check');
    expect(code).toBe(1);
    expect(error).toMatch(/appendices\/E\.md\n.*expected a file, found a folder/);
    expect(error).toMatch(/appendices\/F\.md\n.*expected this file, found none/);
  });

  it('is refused where there are no documents', async () => {
    rmSync(at('appendices/D.md'));
    for (const words of [['check'], ['format'], ['find', 'DCC'], ['redline']]) {
      const { code, error } = await command(...words);
      expect({ words, code }).toEqual({ words, code: 1 });
      expect(error).toContain('expected Markdown files, whose names end with .md, found none');
    }
  });

  it('may be a code without changes', async () => {
    rmSync(at('appendices/changes'), { recursive: true });
    expect(await command('check')).toEqual({ code: 0, out: '1 document: no problem found.\n', error: '' });
    expect((await command('redline')).out).toBe('There are no changes in appendices/changes.\n');
    expect((await command('verify')).error).toContain('nothing was proved');
    expect((await command('redline', 'DP1')).code).toBe(1);
  });

  it('is a folder by its whole path, too', async () => {
    cpSync(at('appendices'), at('edited'), { recursive: true });
    write('edited/D.md', read('edited/D.md').replace('on Sundays', 'on Mondays'));
    const { code, out } = await command('derive', at('appendices'), at('edited'));
    expect(code).toBe(0);
    expect(out).toContain('for “Sundays” substitute “Mondays”');
  });

  it('is refused where two files of a folder are one document', async () => {
    cpSync(at('appendices/D.md'), at('appendices/D.copy.md'));
    const { code, error } = await command('derive', 'appendices', 'appendices');
    expect(code).toBe(1);
    expect(error).toContain('Expected one document for Appendix D, found two.');
  });

  it('is refused as a change with a NUL character, and as one whose baseline names no document', async () => {
    write(
      change,
      read(change)
        .replace('“via the Gateway”.', '“via the \0Gateway”.')
        .replace('{ D: "1.0" }', '{ D: "1.0", d: "1" }'),
    );
    const { code, error } = await command('redline');
    expect(code).toBe(1);
    expect(error).toMatch(/SPECIMEN\.md[\s\S]*found a NUL character/);
    expect(error).toContain('Expected the baseline to name documents of the code, found “d”.');
    expect(error).toContain('Nothing was written.');
  });

  it('is a change that changes nothing, which is told', async () => {
    const [head = ''] = read(change).split('## Appendix D');
    write(change, head);
    const { code, error } = await command('check');
    expect(code).toBe(0);
    expect(error).toContain('no-instructions');
    write(change, `${head}## Appendix d\n\nIn paragraph 5.1.2, omit “via the Internet or”.\n`);
    expect(await command('redline')).toMatchObject({ code: 1, out: '' });
  });

  it('is refused as a Word file that is empty', async () => {
    write('old.docx', '');
    const { code, error } = await command('compare', 'old.docx', 'appendices/D.md');
    expect(code).toBe(1);
    expect(error).toContain('expected a Word file, found an empty file');
  });

  it('is refused by name where it nests too deeply or holds a NUL character, by every command', async () => {
    write('deep.md', `${'>'.repeat(20_000)} deep\n`);
    write('nul.md', 'a\0b\n');
    for (const words of [['compare'], ['derive']]) {
      const { code, error } = await command(...words, 'deep.md', 'appendices/D.md');
      expect({ words, code }).toEqual({ words, code: 1 });
      expect(error).toMatch(/deep\.md\n.*nested-too-deeply/);
      expect((await command(...words, 'nul.md', 'appendices/D.md')).error).toMatch(/nul\.md\n.*NUL/);
    }
    const { code, error } = await command('format', 'deep.md', 'nul.md');
    expect(code).toBe(1);
    expect(error).toMatch(/deep\.md\n.*nested-too-deeply[\s\S]*nul\.md\n.*NUL/);
    expect(read('nul.md')).toBe('a\0b\n');
  });

  it('is told of carriage returns once', async () => {
    write('appendices/D.md', read('appendices/D.md').replaceAll('\n', '\r\n'));
    const { error } = await command('check');
    expect(error.match(/carriage return/g)).toHaveLength(1);
  });

  it('says nothing of a change where a document cannot be read', async () => {
    write('appendices/D.md', Buffer.from([0xff]));
    const { error } = await command('check');
    expect(error).toContain('expected UTF-8 text');
    expect(error).not.toContain('there is no Appendix');
  });
});

describe('outputs', () => {
  it('are the same bytes however the folder of documents is named', async () => {
    await command('redline', '--format', 'md,json,diff,html');
    const names = readdirSync(at('redlines/SPECIMEN'));
    const first = names.map((name) => read(`redlines/SPECIMEN/${name}`));
    for (const named of [at('appendices'), './appendices/', `../${path.basename(folder)}/appendices`]) {
      await command('--appendices', named, 'redline', '--format', 'md,json,diff,html');
      expect(names.map((name) => read(`redlines/SPECIMEN/${name}`))).toEqual(first);
    }
  });
});

describe('a link in the clean Word file', () => {
  const addresses = [
    'javascript:alert(1)',
    'file://host/share/x.exe',
    'ms-word:ofe|u|https://a.example/x',
    'vbscript:x',
  ];

  it('opens nothing but a page or a letter, and comes back as it was', async () => {
    const links = ['https://a.example/x', 'mailto:a@b.example', ...addresses].map((address) => `[here](<${address}>)`);
    const text = `${read('appendices/D.md')}\n## Annex B Links\n\n${links.join(' and ')}.\n`;
    write('appendices/D.md', text);
    await command('format');
    await command('redline', '--format', 'docx');
    const parts = unzipSync(readFileSync(at('redlines/SPECIMEN/D.clean.docx')));
    const targets = [
      ...strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array()).matchAll(/Target="([^"]*)" TargetMode/g),
    ];
    const schemes = targets
      .map(([, target = '']) => /^[a-z-]+:/.exec(target)?.[0])
      .filter((scheme) => scheme !== undefined);
    expect(schemes).toEqual(['https:', 'mailto:']);
    const { out } = await command('import', 'redlines/SPECIMEN/D.clean.docx');
    expect(out).toBe((await command('apply', 'SPECIMEN')).out);
  });
});

describe('an output that was damaged', () => {
  const damages: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
    ['empty', () => Buffer.alloc(0)],
    ['cut off', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['other bytes', () => Buffer.from([0, 0xff, 0x1b, 0x5b, 0x33, 0x31, 0x6d, 0xc3, 0x28, 10])],
  ];

  it('is found, whatever file it is and however it was damaged, and what it holds steers no terminal', async () => {
    await command('redline', '--format', 'html,md,json,diff,text');
    for (const name of readdirSync(at('redlines/SPECIMEN'))) {
      const file = at(`redlines/SPECIMEN/${name}`);
      const bytes = readFileSync(file);
      for (const [how, damage] of damages) {
        writeFileSync(file, damage(bytes));
        const { code, out, error } = await command('verify');
        expect({ name, how, code, error }).toEqual({ name, how, code: 1, error: '' });
        expect(out).toMatch(/FAILED/);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
        expect(out).not.toMatch(/[\0\u001b]/);
      }
      writeFileSync(file, bytes);
    }
    expect((await command('verify')).code).toBe(0);
  });
});

describe('what is printed', () => {
  it('never steers the terminal by the name of a file', async () => {
    const { error } = await command('compare', 'no\u001b[31m.md', 'appendices/D.md');
    expect(error).toContain('no\\u001b[31m.md');
    write('appendices/E\u001b[31m.md', read('appendices/D.md').replace('appendix: D', 'appendix: E'));
    expect((await command('find', 'Gateway')).out).toContain('appendices/E\\u001b[31m.md:');
  });

  it('has no bold in it where it does not go to a terminal, though messages do', async () => {
    expect((await commandOn(true, 'find', 'Gateway')).out).not.toContain('\u001b');
  });

  it('is one thing: JSON or SARIF', async () => {
    expect((await command('check', '--json', '--sarif')).code).toBe(2);
  });

  it('says that a list of formats is empty, and a title', async () => {
    expect((await command('redline', '--format', '')).error).toContain('found nothing.');
    expect((await command('derive', 'a', 'b', '--title', ' ')).code).toBe(2);
  });

  it('ends quietly where its reader has seen enough, and is told where it cannot be printed', () => {
    const [out, error] = [new PassThrough(), new PassThrough()];
    let failures = 0;
    heedPrinting(out, error, () => {
      failures += 1;
    });
    out.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    expect([failures, error.read()]).toEqual([0, null]);
    out.emit('error', Object.assign(new Error('no room'), { code: 'ENOSPC' }));
    expect([failures, String(error.read())]).toEqual([1, 'sec-redline: what was printed is not complete (ENOSPC).\n']);
  });
});
