import type { InsertWords, OmitWords, SubstituteWords } from '../model/change.ts';
import type { Provision } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import { descendants } from '../provision/walk.ts';
import { findWords, outsideLabels } from './find-words.ts';
import type { Outcome, Placed } from './placed.ts';
import type { PlannedEdit, Work } from './planned-edit.ts';
import type { RefusalText } from './refusal.ts';

/** Works out “for X substitute Y”: one edit for each place meant. Refuses when the words do not occur as often as said. */
export function substituteWords(operation: SubstituteWords, placed: Placed): Outcome {
  const found = occurrences(placed, operation.words, operation);
  if ('rule' in found) return found;
  return edits(found.map((range) => wordsEdit(range, operation.replacement, placed)));
}

/** Works out “omit X”: the words go, with one adjoining space where two would be left or one before punctuation. */
export function omitWords(operation: OmitWords, placed: Placed): Outcome {
  const found = occurrences(placed, operation.words, operation);
  if ('rule' in found) return found;
  const bounds = boundsOf(placed);
  return edits(found.map((range) => wordsEdit(withAdjoiningSpace(placed.document.source, range, bounds), '', placed)));
}

/** Works out “after X insert Y” and “at the end insert Y”: a space is put in where two words would run together. */
export function insertWords(operation: InsertWords, placed: Placed): Outcome {
  const points = insertionPoints(operation, placed);
  if ('rule' in points) return points;
  const { source } = placed.document;
  return edits(
    points.map((point) => wordsEdit({ start: point, end: point }, spaced(source, point, operation.words), placed)),
  );
}

function insertionPoints(operation: InsertWords, placed: Placed): readonly number[] | RefusalText {
  if (operation.anchor !== undefined) {
    const found = occurrences(placed, operation.anchor, operation);
    if ('rule' in found) return found;
    return found.map((range) => (operation.position === 'after' ? range.end : range.start));
  }
  const bounds = lastWords(placed, operation.position === 'end');
  if (bounds) return [operation.position === 'end' ? bounds.end : bounds.start];
  return {
    rule: 'no-words-there',
    text: `expected words at the ${operation.position} of it, found a table, a code block or nothing`,
    advice: 'to add a block, end the instruction with “insert—” and give it as a block quote',
  };
}

function lastWords({ target }: Placed, atEnd: boolean): Range | undefined {
  if (target.type === 'document') return undefined;
  if (target.type === 'words') return target.range;
  const { provision } = target;
  if (provision.type === 'definition') return provision.children.at(atEnd ? -1 : 0)?.words;
  if (!atEnd || provision.children.length === 0) return worded(provision) ? provision.words : undefined;
  const last = [...descendants(provision)].at(-1);
  return last && worded(last) ? last.words : undefined;
}

function worded({ type }: Provision): boolean {
  return type === 'section' || type === 'paragraph' || type === 'item' || type === 'cell';
}

function occurrences(placed: Placed, words: string, { occurrence }: SubstituteWords | OmitWords | InsertWords) {
  const { document, target, instruction } = placed;
  const bounds = boundsOf(placed);
  const searched = findWords(document.source, bounds, words);
  const found = outsideLabels(searched.whole, target.type === 'provision' ? target.provision : undefined);
  const wanted = occurrence.type === 'nth' ? occurrence.nth : 1;
  if (found.length < wanted) return wordsMissing(placed, words, bounds, { found, searched, wanted });
  if (occurrence.type === 'each') return found;
  if (occurrence.type === 'nth') return found.slice(wanted - 1, wanted);
  if (found.length === 1) return found;
  return {
    rule: 'words-occur-more-than-once',
    text: `expected “${words}” once, found it ${found.length} times`,
    advice:
      'quote more of the words around it, name a smaller provision, or say “in the second place where it occurs” or “in each place where it occurs”',
    at: instruction.wordsRange,
    other: { document, range: around(document.source, found[1] ?? bounds) },
  };
}

type Searched = {
  readonly found: readonly Range[];
  readonly searched: ReturnType<typeof findWords>;
  readonly wanted: number;
};

function wordsMissing({ document, instruction }: Placed, words: string, bounds: Range, result: Searched): RefusalText {
  const { found, searched, wanted } = result;
  const inLabel = searched.whole.length > found.length;
  const partial = searched.partial[0];
  const near = nearestWords(document.source, bounds, words);
  const advice =
    found.length > 0
      ? 'say a place in which they occur'
      : inLabel
        ? 'a label is not words: it changes only by renumbering'
        : partial
          ? `they stand there only inside “${longerWord(document.source, partial)}”; quote whole words`
          : near && `the nearest words there are “${near}”`;
  const count =
    found.length === 0
      ? 'did not find them there'
      : `found them only ${found.length === 1 ? 'once' : `${found.length} times`}`;
  return {
    rule: 'words-not-found',
    text:
      wanted > 1
        ? `expected the words “${words}” at least ${wanted} times, ${count}`
        : `expected the words “${words}”, ${count}`,
    advice: advice ?? 'quote them exactly as the document has them, Markdown included',
    at: instruction.wordsRange,
    other: { document, range: bounds },
  };
}

// The same words in other letters or punctuation: what a drafter most often gets wrong.
function nearestWords(source: string, bounds: Range, words: string): string | undefined {
  const loose = words.match(/[\p{L}\p{N}]+/gu);
  if (!loose || loose.length > 60) return undefined;
  const text = source.slice(bounds.start, bounds.end);
  for (const length of [loose.length, Math.ceil(loose.length / 2)]) {
    const pattern = loose.slice(0, length).join('[^\\p{L}\\p{N}]{1,4}');
    const match = new RegExp(pattern, 'iu').exec(text);
    if (match)
      return length === loose.length
        ? match[0]
        : text.slice(match.index, match.index + words.length + 10).replace(/\s+/g, ' ');
  }
  return undefined;
}

function longerWord(source: string, partial: Range): string {
  const before = /[\p{L}\p{N}_-]*$/u.exec(source.slice(Math.max(0, partial.start - 40), partial.start));
  const after = /^[\p{L}\p{N}_-]*/u.exec(source.slice(partial.end, partial.end + 40));
  return `${before?.[0] ?? ''}${source.slice(partial.start, partial.end)}${after?.[0] ?? ''}`;
}

function boundsOf({ document, target }: Placed): Range {
  if (target.type === 'document') return { start: 0, end: document.source.length };
  if (target.type === 'words') return target.range;
  return target.provision.type === 'cell' ? target.provision.words : target.provision;
}

function around(source: string, range: Range): Range {
  return { start: Math.max(0, range.start - 40), end: Math.min(source.length, range.end + 40) };
}

function withAdjoiningSpace(source: string, range: Range, bounds: Range): Range {
  const before = range.start > bounds.start ? source.charAt(range.start - 1) : '';
  const after = range.end < bounds.end ? source.charAt(range.end) : '';
  const opens = before === '' || /[\s(“‘[]/.test(before);
  const closes = after === '' || /[\s.,;:)”’\]?!]/.test(after);
  if (before === ' ' && closes) return { start: range.start - 1, end: range.end };
  if (after === ' ' && opens) return { start: range.start, end: range.end + 1 };
  return range;
}

function spaced(source: string, point: number, words: string): string {
  const meets = (left: string, right: string) =>
    /[\p{L}\p{N}.,;:)”’\]!?*]$/u.test(left) && /^[\p{L}\p{N}(“‘[*]/u.test(right);
  const left = meets(source.charAt(point - 1), words) ? ' ' : '';
  const right = meets(words, source.charAt(point)) ? ' ' : '';
  return `${left}${words}${right}`;
}

function wordsEdit(range: Range, text: string, { instruction }: Placed): PlannedEdit {
  return { start: range.start, end: range.end, text, by: instruction.number, meant: { type: 'words' } };
}

function edits(list: readonly PlannedEdit[]): Work {
  return { edits: list, omissions: [] };
}
