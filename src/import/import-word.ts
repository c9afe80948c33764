import { readWord } from '../word/read-word.ts';
import type { WordDocument } from '../word/word-document.ts';
import { importDocument } from './import-document.ts';
import type { Imported, Told } from './imported.ts';
import { lostStyles, withStyles } from './lost-styles.ts';
import { shownText } from './shown-text.ts';
import { tellRevisions } from './tell-revisions.ts';
import { withTypedItems } from './typed-items.ts';
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
  const { document, told } = base === undefined ? read : asInBase(read, side, base, bytes);
  const imported = importDocument(document, told, { base, side });
  if (revisions !== 'both') return { ok: true, ...imported };
  const tracked = readWord(bytes, { revisions: 'both' });
  if (!tracked.ok) return { ok: false, message: tracked.message };
  return { ok: true, ...imported, told: [...imported.told, ...tellRevisions(tracked.document)] };
}

interface Read {
  readonly document: WordDocument;
  readonly told: readonly Told[];
}

// What somebody typed, or a program lost, is known where the text is known that the file was made from.
function asInBase(read: Read, side: 'before' | 'after', base: string, bytes: Uint8Array): Read {
  const other = readWord(bytes, { revisions: side === 'before' ? 'accept' : 'reject' });
  if (!other.ok) return read;
  const [accepted, rejected] = side === 'before' ? [other.document, read.document] : [read.document, other.document];
  const { document, restored } = withStyles(read.document, lostStyles(accepted, rejected, base));
  const what =
    'a style that is lost where a paragraph before it was deleted, as in files from LibreOffice: it is taken from the other version';
  const told = restored.map((paragraph): Told => ({ what, where: 'the file', text: shownText([paragraph]) }));
  return { document: withTypedItems(document, base), told: [...read.told, ...told] };
}
