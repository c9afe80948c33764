import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { guardedSettler, revisionSettler } from '../src/cli/revision-settler.ts';
import { readWord } from '../src/verify/read-word.ts';
import { writeWord } from '../src/word/write-word.ts';
import { everyKind } from './judges/every-kind.ts';

it('starts without a word on the output of the command, and then leaves that alone', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  try {
    const settler = await revisionSettler();
    const { body } = await readWord(writeWord(everyKind), 'after', settler);
    expect(body.map(({ text }) => text)).toContain('5.2\tA heading that comes');
    expect(log).not.toHaveBeenCalled();
    expect(console.log).toBe(log);
  } finally {
    log.mockRestore();
  }
});

describe('the guard before docxodus', () => {
  const bytes = (path: string) => readFileSync(new URL(`../redlines/DP074/${path}`, import.meta.url));

  it('refuses a file that declares a document type, is packed far too small or is cut off, and goes on to read others', async () => {
    const settler = await guardedSettler();
    const file = bytes('N.redline.docx');
    const altered = (edit: (xml: string) => string) => {
      const parts = unzipSync(file);
      parts['word/document.xml'] = strToU8(edit(strFromU8(parts['word/document.xml'] ?? new Uint8Array())));
      return zipSync(parts);
    };
    const typed = altered((xml) => xml.replace('?>', '?><!DOCTYPE w [<!ENTITY a "b">]>'));
    const bomb = altered((xml) => xml.replace('<w:body>', `<w:body>${'<w:p/>'.repeat(4_000_000)}`));
    await expect(async () => settler.docxDiffAcceptRevisions(typed)).rejects.toThrow('declares a document type');
    await expect(async () => settler.docxDiffRejectRevisions(bomb)).rejects.toThrow('packed more than');
    // The reason alone, for a message that says by itself that the file cannot be read.
    await expect(async () => settler.docxDiffAcceptRevisions(file.subarray(0, 9000))).rejects.toThrow(
      /^the file is cut off/,
    );
    expect((await settler.docxDiffAcceptRevisions(file)).length).toBeGreaterThan(1000);
  });
});
