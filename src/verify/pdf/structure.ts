import { type PdfObjects, readObjects } from './objects.ts';
import { type PageWords, pageWords } from './page-words.ts';
import { isArray, isDictionary, nameOf, type PdfDictionary, type PdfValue, referenceOf, textOf } from './values.ts';

/** An element of the structure of a tagged PDF: its standard type, its attributes, and in reading order its words and elements. */
export interface PdfElement {
  readonly type: string;
  readonly attributes: PdfDictionary;
  readonly children: readonly (PdfElement | string)[];
}

/** A tagged PDF: what it says of itself, and its structure. */
export interface TaggedPdf {
  readonly tagged: boolean;
  readonly language?: string;
  readonly title?: string;
  /** The title is shown in place of the file's name. */
  readonly showsTitle: boolean;
  /** It has an outline to go through it by. */
  readonly outlined: boolean;
  readonly root: PdfElement;
}

/** Reads a tagged PDF. Throws where it is none, in words for a message. */
export function readTaggedPdf(bytes: Uint8Array): TaggedPdf {
  const objects = readObjects(bytes);
  const { resolve, trailer } = objects;
  const catalog = dictionary(resolve(trailer.get('Root')));
  const tree = dictionary(resolve(catalog.get('StructTreeRoot')));
  const kids = resolve(tree.get('K'));
  const [first] = isArray(kids) ? kids : [tree.get('K')];
  const language = textOf(resolve(catalog.get('Lang')));
  const title = textOf(resolve(dictionary(resolve(trailer.get('Info'))).get('Title')));
  const outlines = resolve(catalog.get('Outlines'));
  return {
    tagged: dictionary(resolve(catalog.get('MarkInfo'))).get('Marked') === true,
    ...(language === undefined ? {} : { language }),
    ...(title === undefined ? {} : { title }),
    showsTitle: dictionary(resolve(catalog.get('ViewerPreferences'))).get('DisplayDocTitle') === true,
    outlined: isDictionary(outlines) && outlines.has('First'),
    root: readElement(dictionary(resolve(first)), undefined, {
      objects,
      roles: rolesOf(tree, resolve),
      pages: new Map(),
    }),
  };
}

interface Reading {
  readonly objects: PdfObjects;
  /** What types of its own the file maps to standard ones. */
  readonly roles: ReadonlyMap<string, string>;
  readonly pages: Map<number, PageWords>;
}

function readElement(element: PdfDictionary, above: number | undefined, reading: Reading): PdfElement {
  const { resolve } = reading.objects;
  const page = referenceOf(element.get('Pg')) ?? above;
  const kids = resolve(element.get('K'));
  const type = nameOf(element.get('S')) ?? '';
  return {
    type: reading.roles.get(type) ?? type,
    attributes: attributesOf(element, resolve),
    children: (isArray(kids) ? kids : [element.get('K') ?? null]).flatMap((kid) => readKid(kid, page, reading)),
  };
}

function readKid(kid: PdfValue, page: number | undefined, reading: Reading): readonly (PdfElement | string)[] {
  if (typeof kid === 'number') return [wordsOn(page, reading).get(kid) ?? ''];
  const value = reading.objects.resolve(kid);
  if (!isDictionary(value)) return [];
  const type = nameOf(value.get('Type'));
  if (type === 'OBJR') return [];
  if (type !== 'MCR') return [readElement(value, page, reading)];
  const number = value.get('MCID');
  const own = wordsOn(referenceOf(value.get('Pg')) ?? page, reading);
  return [typeof number === 'number' ? (own.get(number) ?? '') : ''];
}

function wordsOn(page: number | undefined, { objects, pages }: Reading): PageWords {
  if (page === undefined) return new Map();
  const kept = pages.get(page);
  if (kept) return kept;
  const words = pageWords(dictionary(objects.resolve({ type: 'reference', number: page })), objects);
  pages.set(page, words);
  return words;
}

function attributesOf(element: PdfDictionary, resolve: PdfObjects['resolve']): PdfDictionary {
  const own = resolve(element.get('A'));
  const all = (isArray(own) ? own : [own]).map(resolve).filter(isDictionary);
  return new Map(all.flatMap((one) => [...one]));
}

function rolesOf(tree: PdfDictionary, resolve: PdfObjects['resolve']): ReadonlyMap<string, string> {
  const roles = resolve(tree.get('RoleMap'));
  if (!isDictionary(roles)) return new Map();
  return new Map([...roles].map(([name, value]) => [name, nameOf(value) ?? name]));
}

function dictionary(value: PdfValue): PdfDictionary {
  if (!isDictionary(value)) throw new Error('expected a tagged PDF, found one without tags');
  return value;
}
