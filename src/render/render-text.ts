import type { Pack, RenderedFile } from '../model/pack.ts';
import { fileStems } from './file-stems.ts';

/** `D.md` for each document: the clean text after, byte for byte. */
export function renderText(pack: Pack): readonly RenderedFile[] {
  const stems = fileStems(pack.documents);
  return pack.documents.map(({ textAfter }, index) => ({ path: `${stems[index]}.md`, content: textAfter }));
}
