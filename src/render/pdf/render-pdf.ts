import type { Message, Place } from '../../model/message.ts';
import type { OptionsPack, Pack, PackDocument, RenderedFile } from '../../model/pack.ts';
import { shortName } from '../document-name.ts';
import { fileStems } from '../file-stems.ts';
import { placeDocuments } from './document-text.ts';
import { type DrawnDocument, documentPart, documentSheets, packSheets } from './file-sheets.ts';
import { deepestLevel, nestingOf } from './nesting.ts';
import { optionsSheets } from './options-sheets.ts';
import { placeOptions } from './options-text.ts';
import { type PdfEngine, Undrawable } from './pdf-engine.ts';
import type { Sheets } from './sheet.ts';
import { template } from './template/template.ts';
import { writeSheets } from './write-sheets.ts';

/** The PDFs of a pack, and why any of them could not be made. */
export interface PdfsMade {
  readonly files: readonly RenderedFile[];
  /** One for each document that cannot be drawn, and one for the change where that alone cannot be. Always errors. */
  readonly messages: readonly Message[];
}

/**
 * `D.redline.pdf` for each document, and of a change one file with all of them, named after it. Tagged, after PDF/UA-1. The words of a document are
 * in paragraphs, headings, items, cells and code; those inserted are underlined and those omitted are struck, in its tags too; what the file adds
 * among them is tagged as a note. The text of each document begins with a heading of level 1, after the pages that introduce it. A character
 * that cannot be seen or drawn stands as its name, before a ground. The particulars at the head of a document stand only where they change.
 * Throws one error carrying every reason where a document cannot be drawn: see `makePdfs`.
 */
export function renderPdf(pack: Pack, engine: PdfEngine): readonly RenderedFile[] {
  return filesOf(makePdfs(pack, engine));
}

/** The file that shows the options of a change for a vote. Throws one error carrying every reason where it cannot be drawn: see `makeOptionsPdf`. */
export function renderOptionsPdf(pack: OptionsPack, engine: PdfEngine): readonly RenderedFile[] {
  return filesOf(makeOptionsPdf(pack, engine));
}

function filesOf({ files, messages }: PdfsMade): readonly RenderedFile[] {
  if (messages.length > 0) throw new Error(messages.map(({ text }) => text).join('\n'));
  return files;
}

/**
 * The same, but a document that cannot be drawn, because its lists and quotes stand too deep in one another or the engine refuses it, is left
 * out with a message; and with it the file of the whole change, which would not be whole.
 */
export function makePdfs(pack: Pack, engine: PdfEngine): PdfsMade {
  const stems = fileStems(pack.documents);
  const whole = pack.change && `${pack.change.name}.pdf`;
  const make = (path: string, sheets: Sheets): RenderedFile => ({
    path,
    content: engine({ source: template, sheets: writeSheets(sheets) }),
  });
  const messages: Message[] = [];
  const drawn: DrawnDocument[] = [];
  const files: RenderedFile[] = [];
  for (const [index, placed] of placeDocuments(pack.documents, stems).entries()) {
    const path = `${stems[index]}.redline.pdf`;
    const reason = reasonAgainst(placed.document, () => {
      const one = { placed, text: documentPart(pack, placed) };
      files.push(make(path, documentSheets(pack, one)));
      drawn.push(one);
    });
    if (reason) messages.push({ ...reason, advice: leftOut(whole === undefined ? [path] : [path, whole]) });
  }
  if (whole === undefined || messages.length > 0) return { files, messages };
  const words = refusalOf(() => files.unshift(make(whole, packSheets(pack, drawn))));
  if (words === undefined) return { files, messages };
  const place = { path: pack.change?.path ?? '', line: 1, column: 1 };
  return { files, messages: [{ ...refused('the whole change', words, place), advice: leftOut([whole]) }] };
}

/**
 * One file, named after the change, that shows its options for a vote: what they share once, and where they differ, each under its letter. Each
 * difference is a list, and the name of an option is the label of its item. Left out with a message as `makePdfs` says.
 */
export function makeOptionsPdf(pack: OptionsPack, engine: PdfEngine): PdfsMade {
  const path = `${pack.change.name}.pdf`;
  const messages: Message[] = [];
  for (const { document } of pack.documents.flatMap(({ options }) => options)) {
    const { levels, place } = nestingOf(document);
    if (place) messages.push({ ...tooDeep(document, levels, place), advice: leftOut([path]) });
  }
  if (messages.length > 0) return { files: [], messages };
  const files: RenderedFile[] = [];
  const words = refusalOf(() => {
    const sheets = optionsSheets(pack, placeOptions(pack, fileStems(pack.documents)));
    files.push({ path, content: engine({ source: template, sheets: writeSheets(sheets) }) });
  });
  if (words === undefined) return { files, messages };
  const place = { path: pack.change.path, line: 1, column: 1 };
  return { files, messages: [{ ...refused('the page of all options', words, place), advice: leftOut([path]) }] };
}

/** Why a document cannot be drawn, once that is tried; nothing where it was. */
function reasonAgainst(document: PackDocument, draw: () => void): Reason | undefined {
  const { levels, place } = nestingOf(document);
  if (place) return tooDeep(document, levels, place);
  const words = refusalOf(draw);
  const start = { path: document.redline.after.path, line: 1, column: 1 };
  return words === undefined ? undefined : refused(shortName(document), words, start);
}

function refusalOf(draw: () => void): string | undefined {
  try {
    draw();
    return undefined;
  } catch (cause) {
    if (cause instanceof Undrawable) return cause.message;
    throw cause;
  }
}

type Reason = Omit<Message, 'advice'>;

function tooDeep(document: PackDocument, levels: number, place: Place): Reason {
  return {
    severity: 'error',
    rule: 'nested-too-deep',
    text: `Expected lists and block quotes in one another of at most ${deepestLevel} levels for the PDF of ${shortName(document)}, found ${levels}: no room would be left for the words.`,
    place,
  };
}

function refused(name: string, words: string, place: Place): Reason {
  return {
    severity: 'error',
    rule: 'pdf-refused',
    text: `Expected that ${name} can be drawn as a PDF, found that the engine refuses it: ${words}.`,
    place,
  };
}

function leftOut(paths: readonly string[]): string {
  const are = paths.length > 1 ? 'are' : 'is';
  return `${paths.join(' and ')} ${are} left out, and all else is made. To ask for no PDFs, name the other formats with --format.`;
}
