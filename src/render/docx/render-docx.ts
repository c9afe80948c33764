import type { Pack, PackDocument, RenderedFile } from '../../model/pack.ts';
import { type Reference, references } from '../../provision/references.ts';
import type { WordDocument } from '../../word/word-document.ts';
import { writeWord } from '../../word/write-word.ts';
import { fileStems } from '../file-stems.ts';
import { authorshipOf } from './authorship.ts';
import { cleanText } from './clean-document.ts';
import { pageEdges } from './page-edges.ts';
import { redlineText } from './redline-document.ts';

/**
 * Two Word files for each document: `D.redline.docx`, both versions with tracked changes and a comment on each that says by which
 * instruction it is made and why; `D.clean.docx`, the text after.
 */
export function renderDocx(pack: Pack): readonly RenderedFile[] {
  return wordDocuments(pack).map(({ path, document }) => ({ path, content: writeWord(document) }));
}

/** The same before they are written: both files of each document, the redline first. */
export function wordDocuments(pack: Pack): readonly { readonly path: string; readonly document: WordDocument }[] {
  const stems = fileStems(pack.documents);
  const found = references(pack.documents.map(({ after }) => after));
  return pack.documents.flatMap((document, index) => [
    { path: `${stems[index]}.redline.docx`, document: redlineWord(pack, document, found) },
    { path: `${stems[index]}.clean.docx`, document: cleanWord(pack, document, found) },
  ]);
}

function redlineWord(pack: Pack, document: PackDocument, found: readonly Reference[]): WordDocument {
  return {
    type: 'word-document',
    ...pageEdges(pack, document, 'redline'),
    ...redlineText(document, found, authorshipOf(pack.change)),
  };
}

function cleanWord(pack: Pack, document: PackDocument, found: readonly Reference[]): WordDocument {
  return {
    type: 'word-document',
    ...pageEdges(pack, document, 'clean'),
    ...cleanText(document.after, found),
    comments: [],
  };
}
