import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { answers, type Judge, type Judgement, withFiles } from './judge.ts';

const python = '/usr/bin/python3';
const script = fileURLToPath(new URL('libreoffice.py', import.meta.url));

/** LibreOffice Writer: Accept All and Reject All, as a person would press them. One process reads all the files. */
export const libreOffice: Judge = {
  name: 'LibreOffice',
  installed: answers('soffice', '--version') && answers(python, '-c', 'import uno'),
  blind: { keepsEmptyCells: true, footnotes: true },
  judge: (files) => withFiles(files, async (paths) => readAll(paths)),
};

function readAll(paths: readonly string[]): readonly Judgement[] {
  const output = execFileSync(python, [script], { input: JSON.stringify(paths), maxBuffer: 1 << 28, encoding: 'utf8' });
  return JSON.parse(output);
}
