import { readWord } from '../word/read-word.ts';
import { importDocument } from './import-document.ts';
import type { Imported } from './imported.ts';
import { tellRevisions } from './tell-revisions.ts';
import { holdsTooMuch, wordsAtMost } from './weigh-words.ts';

/** How a Word file is imported. */
export interface ImportOptions {
  /** How tracked changes are taken: as if all were accepted, all rejected; or accepted, with each of them told. */
  readonly revisions?: 'accept' | 'reject' | 'both';
  /** The text that the file was made from: what Word has no form for is taken from it, as front matter and the language of code. */
  readonly base?: string;
}

/** What became of a Word file, or why it cannot be read. */
export type WordImported = ({ readonly ok: true } & Imported) | { readonly ok: false; readonly message: string };

/**
 * Whether bytes are those of a Word file of today or of former times, or of what is given for one, a PDF or Rich Text: by what they begin
 * with, whatever the file is called.
 */
export function isWordFile(bytes: Uint8Array): boolean {
  return [zip, compound, pdf, richText].some((signature) => signature.every((byte, index) => bytes[index] === byte));
}

// The signatures of a zip archive, of Microsoft's compound files, of PDF and of Rich Text; no text begins with any of them.
const zip = [0x50, 0x4b, 0x03, 0x04];
const pdf = [...'%PDF-'].map((sign) => sign.charCodeAt(0));
const richText = [...'{\\rtf'].map((sign) => sign.charCodeAt(0));
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const tooMuch = `This Word file cannot be read: it has more than ${wordsAtMost} characters of words, where each sign that Markdown may read, such as * or _, counts as ten; no document has. Import it in parts.`;

/** Turns the bytes of a Word file into Markdown in canonical form; see `importDocument`. Refuses what is no Word file with one message. */
export function importWord(bytes: Uint8Array, { revisions = 'accept', base }: ImportOptions = {}): WordImported {
  const read = readWord(bytes, { revisions: revisions === 'reject' ? 'reject' : 'accept' });
  if (!read.ok) return { ok: false, message: read.message };
  if (holdsTooMuch(read.document)) return { ok: false, message: tooMuch };
  const side = revisions === 'reject' ? 'before' : 'after';
  const imported = importDocument(read.document, read.told, { base, side });
  if (revisions !== 'both') return { ok: true, ...imported };
  const tracked = readWord(bytes, { revisions: 'both' });
  if (!tracked.ok) return { ok: false, message: tracked.message };
  return { ok: true, ...imported, told: [...imported.told, ...tellRevisions(tracked.document)] };
}
