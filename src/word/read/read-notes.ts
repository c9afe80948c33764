import type { WordBlock, WordFootnote, WordInline } from '../word-document.ts';
import { blocksText } from './blocks-text.ts';
import type { WordTold } from './told.ts';
import type { XmlElement } from './xml.ts';

/** A part with footnotes or endnotes, as it is read. */
export interface NotePart {
  readonly kind: 'footnote' | 'endnote';
  readonly root: XmlElement | undefined;
  readonly read: (note: XmlElement, story: string) => readonly WordBlock[];
}

export interface NoteCalls {
  /** The number in the document by kind and id, in the order of the calls. */
  readonly numbers: ReadonlyMap<string, number>;
  /** The marks that the calls show, by number, where they are not Word's own. */
  readonly labels: ReadonlyMap<number, string>;
  /** Every call of the file, also where its tracked change is left out. */
  readonly everCalled: ReadonlySet<string>;
}

/**
 * Reads the notes that are called (17.11), in the order of the calls. A note called only by text that the side of the tracked changes leaves
 * out goes with it; one that nothing calls is told, with its text.
 */
export function readNotes(parts: readonly NotePart[], calls: NoteCalls, told: WordTold[]): readonly WordFootnote[] {
  const found = new Map<string, readonly [NotePart, XmlElement]>();
  for (const part of parts) {
    for (const note of part.root?.children ?? []) {
      const type = note.attributes['w:type'] ?? 'normal';
      if (note.name !== `w:${part.kind}` || type !== 'normal') continue;
      const key = `${part.kind} ${note.attributes['w:id'] ?? ''}`;
      if (!found.has(key)) found.set(key, [part, note]);
    }
  }
  const notes: WordFootnote[] = [];
  // A note may call a further one, which then joins the numbers while they are gone through.
  for (const [key, id] of calls.numbers) {
    const [part, note] = found.get(key) ?? [];
    if (!part || !note) told.push({ what: 'the call of a note that is not there', where: `note ${id}` });
    const blocks = part && note ? part.read(note, `footnote ${id}`) : [];
    if (part?.kind === 'endnote') told.push({ what: 'an endnote, kept as a footnote', where: `footnote ${id}` });
    notes.push({ id, blocks: withoutMark(blocks, calls.labels.get(id)) });
  }
  for (const [key, [part, note]] of found) {
    if (calls.everCalled.has(key) || calls.numbers.has(key)) continue;
    const text = blocksText(part.read(note, `a ${part.kind}`));
    if (text !== '') told.push({ what: `a ${part.kind} that nothing refers to`, where: 'the document', text });
  }
  return notes;
}

/** Without the mark that a note repeats at its beginning, and the space after it. */
function withoutMark(blocks: readonly WordBlock[], label: string | undefined): readonly WordBlock[] {
  const [first, ...others] = blocks;
  if (first?.type !== 'paragraph') return blocks;
  const children = trimStart(dropLabel(first.children, label));
  return [{ ...first, children }, ...others];
}

function dropLabel(inlines: readonly WordInline[], label: string | undefined): readonly WordInline[] {
  const [first, ...others] = inlines;
  if (!label || first?.type !== 'run' || !first.text.startsWith(label)) return inlines;
  const rest = first.text.slice(label.length);
  // A label that only begins the first word of the note is part of it.
  const ends =
    rest === ''
      ? others.length === 0 || first.styleName === 'footnote reference' || /^[\t ]/.test(textOf(others[0]))
      : /^[\t ]/.test(rest);
  if (!ends) return inlines;
  return rest === '' ? others : [{ ...first, text: rest }, ...others];
}

function trimStart(inlines: readonly WordInline[]): readonly WordInline[] {
  const [first, ...others] = inlines;
  if (first?.type !== 'run' || !/^[\t ]/.test(first.text)) return inlines;
  const text = first.text.slice(1);
  return text === '' ? others : [{ ...first, text }, ...others];
}

const textOf = (inline: WordInline | undefined) => (inline?.type === 'run' ? inline.text : '');

/** Every call of a note in a story, as kind and id. */
export function findCalls(root: XmlElement | undefined): ReadonlySet<string> {
  const calls = new Set<string>();
  const visit = (element: XmlElement) => {
    const kind = /^w:(footnote|endnote)Reference$/.exec(element.name)?.[1];
    if (kind) calls.add(`${kind} ${element.attributes['w:id'] ?? ''}`);
    element.children.forEach(visit);
  };
  if (root) visit(root);
  return calls;
}
