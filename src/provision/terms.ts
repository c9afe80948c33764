import type { Document } from '../model/document.ts';
import { keptForDocuments } from './kept-for-documents.ts';
import { labelIndex } from './label-index.ts';
import type { Visit } from './walk.ts';

/** A term that the definitions tables of some documents define, and every name it goes by. */
export interface DefinedTerm {
  /** As its row prints it, an abbreviation in brackets left out. */
  readonly name: string;
  /** Its own name first, then its abbreviations and the terms that mean no more than it. */
  readonly names: readonly string[];
  readonly definitions: readonly Definition[];
}

/** One row of a definitions table. */
interface Definition {
  readonly document: Document;
  readonly visit: Visit;
}

/**
 * The terms that documents define in tables headed `Term`, over all of them together. Two names are one term where a row
 * carries both (`Certificate Signing Request (CSR)`), or where the meaning of one is only the other: `SPOTI` that “means
 * the SMKI Portal Interface over the Internet”, whether or not “, by which …” follows. A meaning that narrows (“means a
 * Device CSR that …”) or offers a choice makes another term, not another name.
 */
export const definedTerms = keptForDocuments(readTerms);

function readTerms(documents: readonly Document[]): readonly DefinedTerm[] {
  const rows = documents.flatMap((document) => readRows(document));
  const groups = new Map<string, Set<string>>();
  for (const { names } of rows) joinNames(groups, names);
  const terms = new Map<string, { names: readonly string[]; definitions: Definition[] }>();
  for (const { document, visit, names } of rows) {
    const name = names[0] as string;
    const others = [...(groups.get(name) ?? [])].filter((other) => other !== name);
    const known = terms.get(name) ?? { names: [name, ...others], definitions: [] };
    known.definitions.push({ document, visit });
    terms.set(name, known);
  }
  return [...terms].map(([name, term]) => ({ name, ...term }));
}

/** Words that mean the same because somebody declares it, as a change does. */
type DeclaredNames = readonly { readonly names: readonly string[] }[];

/**
 * Every name that a term goes by in some documents, its own first, those of terms inside it put in their place too. Where it, or
 * another name of it, is among words that are `declared` to mean the same, all of these are its names, and so are theirs.
 */
export function namesOf(terms: readonly DefinedTerm[], asked: string, declared: DeclaredNames = []): readonly string[] {
  const defined = definedNames(terms, asked);
  const list = declared.find(({ names }) => names.some((name) => defined.some((other) => isSameName(name, other))));
  if (!list) return defined;
  return [...new Set([...defined, ...list.names.flatMap((name) => definedNames(terms, name))])];
}

function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function definedNames(terms: readonly DefinedTerm[], asked: string): readonly string[] {
  const own = terms.find(({ names }) => names.includes(asked))?.names ?? [];
  const names = new Set([asked, ...own]);
  for (const { names: others } of terms) {
    for (const name of [asked, ...own]) {
      const inside = others.find((other) => other.length < name.length && containsWords(name, other));
      if (inside === undefined) continue;
      for (const other of others) names.add(name.replace(inside, other));
    }
  }
  return [...names];
}

/** Takes the setting of a printed term away: `**“SPOTI”**` gives `SPOTI`. */
function plainTerm(printed: string): string {
  return printed
    .replace(/[*_`“”"]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The names that the first cell of a definition carries: `Certificate Signing Request (CSR)` carries two. */
function namesOfRow(printed: string): readonly string[] {
  const plain = plainTerm(printed);
  const match = /^(.{1,120}?) \(([A-Z][A-Za-z0-9-]{1,11})\)$/.exec(plain);
  return match ? [match[1] as string, match[2] as string] : [plain];
}

function readRows(document: Document): readonly (Definition & { readonly names: readonly string[] })[] {
  return [...labelIndex(document).terms].flatMap(([printed, visits]) =>
    visits.flatMap((visit) => {
      const names = namesOfRow(printed);
      if (names[0] === '') return [];
      const cell = visit.provision.children[1];
      const other = cell && onlyMeans(document.source.slice(cell.words.start, cell.words.end));
      return [{ document, visit, names: other === undefined ? names : [...names, other] }];
    }),
  );
}

const link = '(?:and|of|over|the|via|a|an|for|to|in|on)';
const capital = String.raw`[A-Z][\w’-]*`;
const expression = new RegExp(
  `^means (?:the |an? )?(${capital}(?: (?:${link} ){0,2}${capital}){0,11})` +
    String.raw`(?:\.?$|\. |, (?:by |in |on |over |through )?(?:which|being)\b)`,
);

/** The term that a meaning is no more than a name of, if it is one: “means the X.”, “means the X, which …”. */
function onlyMeans(meaning: string): string | undefined {
  const name = expression.exec(plainTerm(meaning))?.[1];
  return name === undefined || /^(?:Appendix|Section|Annex|Part|Schedule)\b/.test(name) ? undefined : name;
}

function joinNames(groups: Map<string, Set<string>>, names: readonly string[]): void {
  const joined = new Set<string>();
  for (const name of names) for (const other of groups.get(name) ?? [name]) joined.add(other);
  for (const name of joined) groups.set(name, joined);
}

function containsWords(text: string, words: string): boolean {
  const at = text.indexOf(words);
  if (at < 0) return false;
  return !/\w/.test(text.charAt(at - 1)) && !/\w/.test(text.charAt(at + words.length));
}
