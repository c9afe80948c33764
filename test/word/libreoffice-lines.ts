import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const program = '/usr/bin/soffice';

/** The text of Word files as LibreOffice saves it, a line for a paragraph, with the numbers it prints. */
export const libreOfficeLines = {
  installed: existsSync(program),
  read: (files: readonly Uint8Array[]): readonly (readonly string[])[] =>
    converted(files, 'docx', 'txt:Text (encoded):UTF8', 'txt').map((bytes) =>
      new TextDecoder().decode(bytes).trimEnd().split(/\r?\n/),
    ),
};

/** Files of one kind as LibreOffice saves them in another. One process converts them all. */
export function converted(
  files: readonly Uint8Array[],
  from: string,
  filter: string,
  to: string,
): readonly Uint8Array[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'converted-'));
  try {
    const names = files.map((_, index) => path.join(folder, `${index}.${from}`));
    files.forEach((file, index) => {
      writeFileSync(names[index] ?? '', file);
    });
    const out = path.join(folder, 'out');
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile'))}`;
    execFileSync(program, [profile, '--headless', '--convert-to', filter, '--outdir', out, ...names], {
      stdio: 'ignore',
    });
    return files.map((_, index) => readFileSync(path.join(out, `${index}.${to}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
