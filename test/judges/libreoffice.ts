import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { answers, type Judge, type Judgement, withFiles } from './judge.ts';

const python = '/usr/bin/python3';
const script = fileURLToPath(new URL('libreoffice.py', import.meta.url));

/** LibreOffice Writer: Accept All and Reject All, as a person would press them. One process reads all the files. */
export const libreOffice: Judge = {
  name: 'LibreOffice',
  installed: answers('soffice', '--version') && answers(python, '-c', 'import uno'),
  blind: { keepsEmptyCells: true, headingStyles: true, footnotes: true },
  judge: (files) => withFiles(files, async (paths): Promise<readonly Judgement[]> => JSON.parse(run(paths))),
};

function run(paths: readonly string[], ...options: readonly string[]): string {
  const input = JSON.stringify(paths);
  return execFileSync(python, [script, ...options], { input, maxBuffer: 1 << 28, encoding: 'utf8' });
}

/** Each file printed as PDF as a person would print it, its changes shown. */
export function printed(files: readonly Uint8Array[]): Promise<readonly Uint8Array[]> {
  return withFiles(files, async (paths) => {
    run(paths, '--pdf');
    return paths.map((path) => readFileSync(path.replace(/\.docx$/, '.pdf')));
  });
}

/** Each file saved by LibreOffice after somebody has had it bring the contents up to date. */
export function updated(files: readonly Uint8Array[]): Promise<readonly Uint8Array[]> {
  return withFiles(files, async (paths) => {
    run(paths, '--update');
    return paths.map((path) => readFileSync(path));
  });
}
