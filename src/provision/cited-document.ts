/** The document that a citation points into. */
export type CitedDocument =
  /** The document that the citation stands in. */
  | { readonly type: 'this' }
  /** The Code itself: its lettered Sections. */
  | { readonly type: 'code' }
  /**
   * An appendix by its letter. `of` is `code` where the text says so; else the letter may name an appendix of the Code or one
   * of the document's own, and only who knows both can tell: locators are relative to the appendix either way.
   */
  | { readonly type: 'appendix'; readonly letter: string; readonly of: 'code' | 'unknown' }
  /** Any other, by the name written: a title, a short name, an Act, a standard, “that document”. */
  | { readonly type: 'named'; readonly name: string };

/** A document named at a place in a text, and where the name ends. */
export interface CitedDocumentRead {
  readonly document: CitedDocument;
  readonly end: number;
}

const link = /\s+(of|in|to)\s+/y;
const thisDocument = /this\s+(?:document|appendix)\b/iy;
const thatDocument = /th(?:at|ose)\s+[A-Za-z]+\b/iy;
const article = /(?:the|an?)\s+/iy;
const word = /[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/uy;
const gap = /[ \u00A0]|\r?\n[ \t]*/y;
const joining = /^(?:of|and|for|on|to|with)$/;
const citationNoun =
  /^(?:sub-?)?(?:section|paragraph|clause|item|step|annex|appendix|appendices|schedule|part|chapter)(?:s|es)?$/i;

/**
 * Reads ` of this document`, ` of the Code`, ` of the SMKI RAPP`, ` of RFC 5280` at a place in a text. `names` are the
 * documents known by title or short name; any other name is read from its capitals. Undefined where no document is named.
 * ` in` and ` to` have other uses, so they count before a known name only; ` to` also after what is annexed (`Schedule 2 to
 * the Act`).
 */
export function readCitedDocument(
  text: string,
  at: number,
  names: readonly string[],
  annexed = false,
): CitedDocumentRead | undefined {
  const linked = match(link, text, at);
  if (linked === undefined) return undefined;
  const start = at + linked.length;
  const certain = linked.trim() === 'of' || (annexed && linked.trim() === 'to');
  const own = match(thisDocument, text, start);
  if (own !== undefined) return { document: { type: 'this' }, end: start + own.length };
  const that = certain ? match(thatDocument, text, start) : undefined;
  if (that !== undefined) return { document: { type: 'named', name: that }, end: start + that.length };
  const nameStart = start + (match(article, text, start)?.length ?? 0);
  const known = knownName(text, nameStart, names);
  if (known !== undefined) return named(known, nameStart);
  const name = readName(text, nameStart);
  if (name === undefined || (!certain && !isCode(name))) return undefined;
  // Without an article only an abbreviation is surely a document: “of RFC 5280”, but not “of Parties”.
  if (nameStart === start && !/^[A-Z]{2,}/.test(name)) return undefined;
  return named(name, nameStart);
}

/**
 * Reads the name of a document that ends at a place in a text, before `section 5.4`: a known one, or an abbreviation of
 * capitals (`RFC 5280`). Gives where it starts.
 */
export function readCitedDocumentBefore(
  text: string,
  end: number,
  names: readonly string[],
): { readonly document: CitedDocument; readonly start: number } | undefined {
  let nameEnd = end;
  while (nameEnd > 0 && /\s/.test(text.charAt(nameEnd - 1))) nameEnd -= 1;
  if (nameEnd === end) return undefined;
  const beforeComma = text.charAt(nameEnd - 1) === ',' ? nameEnd - 1 : nameEnd;
  const { known, lengths } = lookUpIn(names);
  for (const length of lengths) {
    const start = beforeComma - length;
    if (start < 0 || isWordCharacter(text.charAt(start - 1))) continue;
    const name = text.slice(start, beforeComma);
    if (known.has(name)) return { document: named(name, start).document, start };
  }
  const tail = text.slice(Math.max(0, nameEnd - 60), nameEnd);
  const abbreviation = /(?:^|[\s(])((?:[A-Z]{2,}[A-Za-z]* )*[A-Z]{2,}[A-Za-z]*(?: \d{2,6})?)$/.exec(tail)?.[1];
  if (abbreviation === undefined) return undefined;
  return { document: named(abbreviation, 0).document, start: nameEnd - abbreviation.length };
}

function named(name: string, start: number): CitedDocumentRead {
  const plain = name.replace(/\s+/g, ' ');
  return { document: isCode(plain) ? { type: 'code' } : { type: 'named', name: plain }, end: start + name.length };
}

function isCode(name: string): boolean {
  return name === 'Code' || name === 'SEC' || name === 'Smart Energy Code';
}

function knownName(text: string, at: number, names: readonly string[]): string | undefined {
  const { known, lengths } = lookUpIn(names);
  for (const length of lengths) {
    if (isWordCharacter(text.charAt(at + length))) continue;
    const name = text.slice(at, at + length);
    if (known.has(name)) return name;
  }
  return undefined;
}

interface NameLookUp {
  readonly known: ReadonlySet<string>;
  /** Every length that a name has, the longest first. */
  readonly lengths: readonly number[];
}

// A code of hundreds of documents has as many names, and each citation asks for them.
const lookUps = new WeakMap<readonly string[], NameLookUp>();

function lookUpIn(names: readonly string[]): NameLookUp {
  const made = lookUps.get(names);
  if (made) return made;
  const known = new Set(names.filter((name) => name !== ''));
  const lengths = [...new Set([...known].map(({ length }) => length))].sort((a, b) => b - a);
  const lookUp = { known, lengths };
  lookUps.set(names, lookUp);
  return lookUp;
}

// Words with capitals, joined by “of” and the like, at most twelve. A possessive is a person: “of the DCC’s procedures”.
function readName(text: string, start: number): string | undefined {
  let end = start;
  let at = start;
  for (let count = 0; count < 12; count += 1) {
    const found = match(word, text, at);
    if (found === undefined || (citationNoun.test(found) && count > 0)) break;
    const last = text.slice(start, end);
    if (/^\p{Lu}|^\d/u.test(found) && (count > 0 || !/^\d/.test(found))) {
      if (/[’']s?$/.test(found) || /^[’'](?:\s|$)/.test(text.slice(at + found.length, at + found.length + 2)))
        return undefined;
      end = at + found.length;
    } else if (!joining.test(found) || count === 0 || /(?:^|\s)[A-Z]{2,}$/.test(last)) break;
    const space = match(gap, text, at + found.length);
    if (space === undefined) break;
    at += found.length + space.length;
  }
  return end === start ? undefined : text.slice(start, end);
}

function isWordCharacter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
