import type { Document, Provision } from '../model/document.ts';
import { walk } from '../provision/walk.ts';

/** Words of their own that say nothing of which document they are in: `[No longer in use]`, `End`. */
const fewestWords = 5;

/** How much of the longer words of two versions is shared at least; two appendices of one code share definitions and what is said of each */
const leastShared = 0.3;

/** Whether two documents share hardly anything, so that one is no version of the other: of the words of their provisions, hardly any stand in both. */
export function areStrangers(before: Document, after: Document): boolean {
  const [one, other] = [wordsOf(before), wordsOf(after)];
  const shared = [...one].filter((words) => other.has(words)).length;
  return shared <= leastShared * Math.min(one.size, other.size);
}

function wordsOf(document: Document): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { provision } of walk(document)) {
    const words = document.source.slice(provision.words.start, provision.words.end).replace(/\s+/g, ' ').trim();
    if (words.split(' ').length >= fewestWords) found.add(words);
  }
  return found;
}

/** What a document calls itself in its first heading, else in its front matter; its path where it says nothing. */
export function titleOf(document: Document): string {
  const heading = document.children.find(({ type }) => type === 'section');
  return (heading && headingOf(document, heading)) || document.frontMatter.title || document.path;
}

function headingOf({ source }: Document, { labelRange, words }: Provision): string {
  return source
    .slice(Math.min(labelRange?.start ?? words.start, words.start), words.end)
    .replace(/\s+/g, ' ')
    .trim();
}
