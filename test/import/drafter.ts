import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { libreOffice } from '../judges/libreoffice.ts';

const script = fileURLToPath(new URL('drafter.py', import.meta.url));

/** What a drafter does in LibreOffice Writer, one key or menu after another; what each word means stands in `drafter.py`. */
export type Step =
  | readonly ['select' | 'before' | 'after' | 'select_paragraph' | 'select_sentence', string, number?]
  | readonly ['row_after', ...string[]]
  | readonly ['type' | 'comment' | 'footnote' | 'paste' | 'style', string]
  | readonly ['delete' | 'enter' | 'paragraph_end' | 'paragraph_start' | 'bold' | 'italic' | 'delete_row'];

/** One file, what is done in it, and whether changes are tracked meanwhile. */
export interface Session {
  readonly file: Uint8Array;
  readonly track: boolean;
  readonly steps: readonly Step[];
}

/** Whether there is a LibreOffice here to edit with. */
export const drafterInstalled = libreOffice.installed;

/** The files as they are after the sessions. One office process does them all. */
export function draftedFiles(sessions: readonly Session[]): readonly Uint8Array[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'drafted-'));
  try {
    const input = sessions.map(({ file, track, steps }, index) => {
      const given = path.join(folder, `${index}.docx`);
      writeFileSync(given, file);
      return { file: given, out: path.join(folder, `${index}.out.docx`), track, steps };
    });
    execFileSync('/usr/bin/python3', [script], {
      input: JSON.stringify(input),
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    return input.map(({ out }) => readFileSync(out));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
