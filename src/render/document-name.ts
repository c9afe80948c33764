import type { Change } from '../model/change.ts';
import type { PackDocument } from '../model/pack.ts';

/** What a document is called on a page: `Appendix D: SMKI Registration Authority Policies and Procedures`. */
export function documentName(document: PackDocument): string {
  const appendix = appendixName(document);
  return appendix === undefined ? document.title : `${appendix}: ${document.title}`;
}

/** What a document is called in passing: `Appendix D`, else its short title, else its title. */
export function shortName(document: PackDocument): string {
  return appendixName(document) ?? document.short ?? document.title;
}

/** The names of documents as a sentence has them: `Appendices D, K and M`. */
export function namesInWords(documents: readonly PackDocument[]): string {
  const letters = documents.flatMap(({ frontMatter }) => frontMatter.appendix ?? []);
  if (letters.length < 2 || letters.length < documents.length) return inWords(documents.map(shortName));
  return `Appendices ${inWords(letters)}`;
}

/** Names as a sentence has them: `A, B and C`. */
export function inWords(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** What a change is called: `DP074`, and with the option that was chosen `DP074, Option B`. */
export function changeName({ name, option }: Pick<Change, 'name' | 'option'>): string {
  return option === undefined ? name : `${name}, Option ${option}`;
}

/** A number with its noun: `1 change`, `3 changes`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function appendixName(document: PackDocument): string | undefined {
  return document.frontMatter.appendix === undefined ? undefined : `Appendix ${document.frontMatter.appendix}`;
}
