import type { Document, Provision } from '../src/model/document.ts';
import type { Range } from '../src/model/range.ts';
import { references } from '../src/provision/references.ts';
import { type Visit, walk } from '../src/provision/walk.ts';
import { isDocumentWideLabel, labelCore } from '../src/source/label.ts';
import { parseDocument } from '../src/source/parse.ts';

/** A text with one provision put in, and every label and citation after it shifted. */
export interface Renumbering {
  readonly type: Provision['type'];
  /** The label that the new provision took. */
  readonly label: string;
  readonly after: string;
  /** What was put in, its label and markup included. */
  readonly text: string;
}

interface Patch extends Range {
  readonly text: string;
}

/** The provisions before which another of their kind can be put: labelled sections, paragraphs, items and rows. */
export function shiftable(document: Document): readonly Visit[] {
  return [...walk(document)].filter(({ provision: { label, labelRange, type, header } }) => {
    if (label === undefined || !labelRange || header) return false;
    return ['item', 'paragraph', 'section', 'row'].includes(type);
  });
}

/**
 * Puts one provision with words of its own before the one given, under its label, and moves the labels of it and of those after it
 * beside it up by one, with the labels under them. `follow`: so do the citations of all of these. Nothing where that would give two
 * provisions one label, so that a citation no longer says which it means.
 */
export function putBefore(
  source: string,
  document: Document,
  visit: Visit,
  words: string,
  follow: boolean,
): Renumbering | undefined {
  const { provision, parents } = visit;
  const beside = (parents.at(-1)?.children ?? document.children).filter((child) => isLike(child, provision));
  const shifted = beside.slice(beside.indexOf(provision));
  const labels = new Map<Provision, string>();
  for (const child of shifted) {
    const next = beside[beside.indexOf(child) + 1];
    labels.set(child, next?.label ?? nextLabel(child.label as string, beside.length));
  }
  if (new Set(labels.values()).size !== labels.size) return undefined;
  for (const child of shifted) shiftUnder(child, child.label as string, labels.get(child) as string, labels);
  const patches: Patch[] = [...labels].map(([child, label]) => patchLabel(source, child, label));
  if (follow) for (const patch of patchCitations(source, document, labels)) patches.push(patch);
  const text = newProvision(source, provision, words);
  patches.push({ start: provision.start, end: provision.start, text });
  const after = splice(source, patches);
  if (after === undefined || (follow && lost(parseDocument(after, 'text.md')) > lost(document))) return undefined;
  return { type: provision.type, label: provision.label as string, after, text };
}

function lost(document: Document): number {
  return references([document]).filter(({ target }) => target?.type === 'unlocated').length;
}

function isLike(child: Provision, { type, label = '' }: Provision): boolean {
  if (child.type !== type || child.label === undefined || !child.labelRange || child.header) return false;
  return shape(child.label) === shape(label);
}

function shape(label: string): string {
  return labelCore(label)
    .replace(/\d+[A-Z]{0,2}/g, '#')
    .replace(/(?<=^|\s)[A-Z]{1,2}$/, 'A')
    .replace(/^[a-z]{1,6}$/, 'a');
}

function nextLabel(label: string, count: number): string {
  if (/\d+[A-Z]{0,2}[).:]*$/.test(label))
    return label.replace(/(\d+)[A-Z]{0,2}([).:]*)$/, (_, number, end) => `${Number(number) + 1}${end}`);
  const core = labelCore(label).replace(/^.* /, '');
  const next =
    /^[ivx]+$/.test(core) && !(core === 'i' && count > 8)
      ? roman(fromRoman(core) + 1)
      : String.fromCharCode(core.charCodeAt(0) + 1);
  const at = label.lastIndexOf(core);
  return label.slice(0, at) + next + label.slice(at + core.length);
}

const numerals = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv'];
const roman = (number: number): string => numerals[number] ?? 'xvi';
const fromRoman = (text: string): number => numerals.indexOf(text);

function shiftUnder(parent: Provision, from: string, to: string, labels: Map<Provision, string>): void {
  for (const child of parent.children) {
    const { label } = child;
    if (label?.startsWith(`${from}.`) && isDocumentWideLabel(label)) labels.set(child, to + label.slice(from.length));
    shiftUnder(child, from, to, labels);
  }
}

function patchLabel(source: string, { label = '', labelRange }: Provision, next: string): Patch {
  const { start, end } = labelRange as Range;
  return { start, end, text: source.slice(start, end).replace(label, next) };
}

function patchCitations(source: string, document: Document, labels: ReadonlyMap<Provision, string>): readonly Patch[] {
  return references([document]).flatMap(({ start, end, target, cited }) => {
    if (cited !== document || !target || (target.type !== 'provision' && target.type !== 'words')) return [];
    const chain = [...target.parents, target.provision].filter(({ label }) => label !== undefined);
    let text = source.slice(start, end);
    let limit = text.length;
    for (const provision of chain.reverse()) {
      const [one, other] = [
        core(provision.label as string),
        core(labels.get(provision) ?? (provision.label as string)),
      ];
      const at = text.slice(0, limit).lastIndexOf(one);
      if (at < 0) break;
      text = text.slice(0, at) + other + text.slice(at + one.length);
      limit = at;
      if (isDocumentWideLabel(provision.label as string)) break;
    }
    return text === source.slice(start, end) ? [] : [{ start, end, text }];
  });
}

function core(label: string): string {
  return labelCore(label).replace(/^[a-z]+ /, '');
}

function newProvision(source: string, provision: Provision, words: string): string {
  const { start, type, children } = provision;
  const indent = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
  if (type === 'row') {
    const cells = children.map((_, index) => (index === 0 ? provision.label : `${words} ${index}`));
    return `| ${cells.join(' | ')} |\n${indent}`;
  }
  const opening = source.slice(start, provision.words.start);
  if (type === 'item') return `${opening}${words};\n${indent}`;
  if (type === 'section') return `${opening}${words}\n\nThe ${words} is told.\n\n${indent}`;
  return `${opening}The ${words} is kept.\n\n${indent}`;
}

function splice(source: string, patches: readonly Patch[]): string | undefined {
  const ordered = [...patches].sort((one, other) => one.start - other.start || one.end - other.end);
  let [text, at] = ['', 0];
  for (const patch of ordered) {
    if (patch.start < at) return undefined;
    text += source.slice(at, patch.start) + patch.text;
    at = patch.end;
  }
  return text + source.slice(at);
}
