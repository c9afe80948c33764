import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { run } from '../src/cli/run.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const shown = [...readme.matchAll(/^```console\n([\s\S]*?)^```$/gm)].map((match) =>
  (match[1] ?? '').trimEnd().split('\n'),
);

async function print(cwd: string, args: readonly string[]): Promise<string> {
  const printed: string[] = [];
  const io = {
    cwd,
    environment: {},
    isTerminal: false,
    out: (text: string) => void printed.push(text),
    error: (text: string) => void printed.push(text),
  };
  await run(args, io);
  return printed.join('');
}

/** The words of a command line as a shell would give them. */
const wordsOf = (line: string) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');

describe('what the README shows on the console', () => {
  const commands = shown.filter(([first]) => first?.startsWith('$'));

  it('is there: commands and a refusal', () => {
    expect(commands.length).toBeGreaterThan(1);
    expect(shown.length).toBe(commands.length + 1);
  });

  for (const lines of commands) {
    for (const line of lines.filter((each) => each.startsWith('$ '))) {
      it(`is what is printed: ${line}`, async () => {
        const from = lines.indexOf(line) + 1;
        const next = lines.findIndex((each, index) => index >= from && each.startsWith('$ '));
        const expected = lines.slice(from, next < 0 ? undefined : next).filter((each) => each.trim() !== '…');
        const printed = (await print(root, wordsOf(line).slice(3))).split('\n');
        for (const each of expected) expect(printed).toContain(each);
      });
    }
  }

  it('is what is said of a mistake', async () => {
    const [refusal] = shown.filter(([first]) => !first?.startsWith('$'));
    const fixture = (file: string) =>
      readFileSync(path.join(root, 'test/fixtures/refuses-words-that-are-not-there', file), 'utf8');
    const folder = mkdtempSync(path.join(tmpdir(), 'sec-redline-readme-'));
    try {
      mkdirSync(path.join(folder, 'appendices/changes'), { recursive: true });
      writeFileSync(path.join(folder, 'appendices/D.md'), fixture('D.md'));
      writeFileSync(path.join(folder, 'appendices/changes/SPECIMEN.md'), fixture('change.md'));
      const printed = await print(folder, ['redline']);
      expect(printed.trim().split('\n')).toEqual(refusal);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
