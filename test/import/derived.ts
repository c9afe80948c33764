import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../src/cli/run.ts';
import { importWord } from '../../src/import/import-word.ts';
import { apply, parseChange } from '../../src/library.ts';

/** What `derive` says of a text and the Word file that somebody edited. */
export interface DerivedFromWord {
  /** One line each; what is put in after a dash. */
  readonly instructions: readonly string[];
  /** What it tells besides, one line each. */
  readonly notes: readonly string[];
  /** Whether the instructions, carried out, give the text of the file byte for byte. */
  readonly isGiven: boolean;
}

/** Derives as the command does. */
export async function derivedFrom(base: string, file: Uint8Array): Promise<DerivedFromWord> {
  const folder = mkdtempSync(path.join(tmpdir(), 'derived-'));
  try {
    writeFileSync(path.join(folder, 'D.md'), base);
    writeFileSync(path.join(folder, 'D.docx'), file);
    const out: string[] = [];
    const error: string[] = [];
    const io = {
      ...{ cwd: folder, environment: {}, isTerminal: false },
      out: (text: string) => void out.push(text),
      error: (text: string) => void error.push(text),
    };
    const code = await run(['derive', 'D.md', 'D.docx', '--name', 'DP101', '--title', 'A change'], io);
    const imported = importWord(file, { base });
    if (code !== 0 || !imported.ok) throw new Error(error.join(''));
    return {
      instructions: instructionsIn(out.join('')),
      notes: error.join('').split('\n').slice(1).filter(Boolean),
      isGiven: textGiven(out.join(''), base) === imported.markdown,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function instructionsIn(change: string): readonly string[] {
  const [, written = ''] = change.split(/^## Appendix [A-Z]$/m);
  return written
    .trim()
    .split(/\n(?=\d+\. )/)
    .map((one) =>
      one
        .trim()
        .replace(/\n\s*/g, ' ')
        .replace(/^\d+\. /, ''),
    )
    .filter((one) => one !== '');
}

function textGiven(change: string, base: string): string | undefined {
  if (!/^1\. /m.test(change)) return base;
  const key = /^appendix: ([A-Z])$/m.exec(base)?.[1] ?? 'D';
  const result = apply(parseChange(change), { [key]: base });
  return result.ok ? result.texts[key] : undefined;
}
