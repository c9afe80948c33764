import { expect, it, vi } from 'vitest';
import { revisionSettler } from '../src/cli/revision-settler.ts';
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
