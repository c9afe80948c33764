import type { Document, Provision } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import type { Visit } from './walk.ts';

/**
 * What a provision says. `own` is where its own words are; `context` is where the words are that a reader has to read
 * with them to have a sentence, because they are the beginning or the end of it.
 */
export interface OwnWords {
  readonly visit: Visit;
  readonly own: Range;
  readonly context: readonly Range[];
}

/**
 * The words of each provision of a document, in reading order, as a lawyer reads them:
 *
 * - a section says its heading;
 * - a numbered paragraph says its own words, and headings are no part of it;
 * - an unnumbered paragraph is cited through its section, so it is read with the heading directly above it;
 * - an item is read with the words that open its list, and with those of the items around it, outermost first; and with
 *   the words that close the list, where they go on with the sentence (they begin with a small letter): “(a) Device CSRs”
 *   under “The following may be submitted over SPOTI:” speaks of both;
 * - closing words that go on with the sentence are read with the words that open the list; other words after a list
 *   stand alone;
 * - a row or a definition says all its cells, and nothing outside it.
 */
export function ownWords(document: Document): readonly OwnWords[] {
  const read = known.get(document) ?? readWords(document);
  known.set(document, read);
  return read;
}

// A document never changes, so its words are read once.
const known = new WeakMap<Document, readonly OwnWords[]>();

function readWords(document: Document): readonly OwnWords[] {
  const found: OwnWords[] = [];
  readChildren(document.source, document.children, [], [], found);
  return found;
}

function readChildren(
  source: string,
  children: readonly Provision[],
  parents: readonly Provision[],
  context: readonly Range[],
  found: OwnWords[],
): void {
  const holder = parents.at(-1);
  const closings = closingWords(source, children);
  let opening = holder && isSentence(holder) ? [holder.words, ...context] : context;
  for (const [index, provision] of children.entries()) {
    const { type, words, label } = provision;
    let around: readonly Range[] = [];
    let inside: readonly Range[] = [];
    if (type === 'section') inside = [words];
    if (type === 'item') inside = around = [...opening, ...(closings[index] ?? [])];
    if (type === 'paragraph' && label === undefined) {
      const closes = children[index - 1]?.type === 'item' && goesOn(source, provision);
      around = closes ? opening : context;
      // A list that follows is opened by these words.
      opening = [words, ...context];
    }
    if (speaking.has(type)) found.push({ visit: { provision, parents }, own: words, context: around });
    if (type !== 'row' && type !== 'definition') {
      readChildren(source, provision.children, [...parents, provision], inside, found);
    }
  }
}

const speaking = new Set<Provision['type']>(['section', 'paragraph', 'item', 'row', 'definition']);

function isSentence({ type }: Provision): boolean {
  return type === 'paragraph' || type === 'item';
}

// For each item the words that close its list, where they go on with its sentence.
function closingWords(source: string, siblings: readonly Provision[]): readonly (readonly Range[])[] {
  const closings: (readonly Range[])[] = [];
  let closing: readonly Range[] = [];
  for (let index = siblings.length - 1; index >= 0; index -= 1) {
    const sibling = siblings[index] as Provision;
    if (sibling.type === 'item') closings[index] = closing;
    else {
      const closes = sibling.type === 'paragraph' && sibling.label === undefined && goesOn(source, sibling);
      closing = closes ? [sibling.words] : [];
    }
  }
  return closings;
}

function goesOn(source: string, { words }: Provision): boolean {
  return /^\p{Ll}/u.test(source.slice(words.start, words.start + 2));
}
