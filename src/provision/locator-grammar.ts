import type { OrdinalNoun } from '../model/locator.ts';
import { isItemLabel } from './label-path.ts';
import { type Composed, composeLocator, type LocatorStep } from './locator-steps.ts';
import { readOrdinal } from './ordinal.ts';
import { namedNouns, pluralNouns, provisionNouns } from './provision-nouns.ts';
import {
  attempt,
  beginReading,
  expected,
  nextToken,
  type SentenceReader,
  sentenceProblem,
  skipLabel,
  skipMark,
  skipWord,
  takeQuotation,
  takeWord,
} from './sentence-reader.ts';
import { readColumn, readEntry, readRow } from './table-grammar.ts';
import { readTokens } from './tokens.ts';

/** No locator that anyone means has more links than this. */
const mostSteps = 20;
const aProvision = 'a provision (as “paragraph 5.5.2(b)” or “the second paragraph of section 3.1”)';

/**
 * Reads a text that is a locator and nothing else: `paragraph 5.5.2(b)`, `the heading of section 5.6`, `the table in
 * section 5.3, the row for “SPOTI”, the column “Device Certificates”`. Refuses with the place where sense stops.
 */
export function parseLocator(text: string): Composed {
  const reader = beginReading(readTokens(text, { start: 0, end: text.length }));
  const steps = readNarrowingSteps(reader);
  if (steps && nextToken(reader).type === 'end') return composeLocator(steps);
  if (steps) expected(reader, 'the end of the locator');
  return { ok: false, text: sentenceProblem(reader).text, advice: 'Say for example “paragraph 5.5.2(b)”.' };
}

/** Rule: chains from the outermost in, with commas between: `the table in section 5.3, in the row for “SPOTI”`. Steps innermost first. */
export function readNarrowingSteps(reader: SentenceReader): readonly LocatorStep[] | undefined {
  const first = readLocatorSteps(reader);
  if (!first) return undefined;
  const chains = [first];
  while (chains.length < mostSteps) {
    const inner = attempt(reader, () => {
      if (!skipMark(reader, ',')) return undefined;
      skipWord(reader, 'in');
      return readLocatorSteps(reader);
    });
    if (!inner) break;
    chains.push(inner);
  }
  return chains.reverse().flat();
}

/** Rule: a chain from the innermost out: `the second paragraph of section 3.1`. */
export function readLocatorSteps(reader: SentenceReader): readonly LocatorStep[] | undefined {
  const first = readStep(reader);
  if (!first) return undefined;
  const steps = [first];
  while (steps.length < mostSteps) {
    const next = attempt(reader, () => (skipWord(reader, 'of', 'in') ? readStep(reader) : undefined));
    if (!next) break;
    steps.push(next);
  }
  return steps;
}

function readStep(reader: SentenceReader): LocatorStep | undefined {
  return attempt(reader, () => readThisDocument(reader) ?? readArticled(reader));
}

function readThisDocument(reader: SentenceReader): LocatorStep | undefined {
  return attempt(reader, () => {
    const article = skipWord(reader, 'this', 'the');
    const noun = article && skipWord(reader, ...(article === 'this' ? ['document', 'appendix'] : ['document']));
    return noun ? { type: 'document' } : undefined;
  });
}

function readArticled(reader: SentenceReader): LocatorStep | undefined {
  skipWord(reader, 'the');
  const token = nextToken(reader);
  if (token.type === 'quotation') return readPart(reader, token.text);
  if (token.type === 'label') return readLabelled(reader, undefined);
  if (token.type !== 'word') return expected(reader, aProvision);
  const word = token.text.toLowerCase();
  if (pluralNouns.includes(word))
    return expected(reader, 'one provision (each instruction amends one: write one for each)');
  const ordinal = readOrdinal(word);
  reader.index += 1;
  if (ordinal !== undefined) return readOrdinalStep(reader, ordinal);
  if ((provisionNouns as readonly string[]).includes(word)) return readLabelled(reader, word);
  if ((namedNouns as readonly string[]).includes(word)) return readNamed(reader, word);
  const rule = rules[word];
  if (rule) return rule(reader);
  reader.index -= 1;
  return expected(reader, aProvision);
}

const rules: Readonly<Record<string, (reader: SentenceReader) => LocatorStep | undefined>> = {
  __proto__: null as never,
  definition: readDefinition,
  heading: () => ({ type: 'heading' }),
  front: (reader) => (takeWord(reader, 'matter') ? { type: 'front-matter' } : undefined),
  opening: (reader) => (takeWord(reader, 'words') ? { type: 'opening' } : undefined),
  closing: (reader) => (takeWord(reader, 'words') ? { type: 'closing' } : undefined),
  words: readWordsBeside,
  table: () => ({ type: 'table' }),
  row: readRow,
  column: readColumn,
  cell: readEntry,
  entry: readEntry,
};

function readPart(reader: SentenceReader, title: string): LocatorStep | undefined {
  reader.index += 1;
  return takeWord(reader, 'part') ? { type: 'part', title } : undefined;
}

function readOrdinalStep(reader: SentenceReader, ordinal: number): LocatorStep | undefined {
  const plain = ['paragraph', 'item', 'table', 'row', 'cell', 'part', 'quotation', 'footnote'];
  const noun = takeWord(reader, ...plain, 'code', 'other');
  if (noun === undefined) return undefined;
  if (noun === 'table') return { type: 'table', ordinal };
  if (plain.includes(noun)) return { type: 'ordinal', noun: noun as OrdinalNoun, ordinal };
  return takeWord(reader, 'block') ? { type: 'ordinal', noun: `${noun} block` as OrdinalNoun, ordinal } : undefined;
}

function readLabelled(reader: SentenceReader, noun: string | undefined): LocatorStep | undefined {
  const token = nextToken(reader);
  const letter = token.type === 'word' && noun === 'section' && /^[A-Z]{1,2}$/.test(token.text);
  const label = skipLabel(reader);
  if (!label && !letter) return expected(reader, 'a number (as “5.5.2(b)”)');
  if (!label) reader.index += 1;
  const labels = withItems(reader, label ? label.labels : [token.text]);
  return noun === undefined ? { type: 'label', labels } : { type: 'label', noun, labels };
}

function readNamed(reader: SentenceReader, noun: string): LocatorStep | undefined {
  const token = nextToken(reader);
  const plain = token.type === 'label' ? token.labels[0] : token.text;
  if ((token.type !== 'label' && token.type !== 'word') || !/^(?:[A-Z]{1,2}|\d{1,3}[A-Z]?)$/.test(plain ?? '')) {
    return expected(reader, `a letter or number (as “${capitalise(noun)} A”)`);
  }
  reader.index += 1;
  const items = token.type === 'label' ? token.labels.slice(1) : [];
  return { type: 'label', noun, labels: withItems(reader, [`${capitalise(noun)} ${plain}`, ...items]) };
}

// “5.5.2 (b)” and “Annex A(b)”: item labels that follow, with or without a space.
function withItems(reader: SentenceReader, labels: readonly string[]): readonly string[] {
  const all = [...labels];
  for (;;) {
    const token = nextToken(reader);
    if (token.type !== 'label' || !isItemLabel(token.labels[0] ?? '')) return all;
    for (const label of token.labels) all.push(label);
    reader.index += 1;
  }
}

function readDefinition(reader: SentenceReader): LocatorStep | undefined {
  if (!skipWord(reader, 'of', 'for')) expected(reader, '“of”');
  const term = takeQuotation(reader);
  return term && { type: 'definition', term: term.text };
}

function readWordsBeside(reader: SentenceReader): LocatorStep | undefined {
  const side = takeWord(reader, 'before', 'after');
  if (side === undefined) return undefined;
  const type = side === 'before' ? 'opening' : 'closing';
  if (skipWord(reader, 'the')) return takeWord(reader, 'list') ? { type } : undefined;
  const token = nextToken(reader);
  // Only the first item's label says where the opening words end; the grammar cannot know which item is the last.
  const isFirst = side === 'before' && token.type === 'label' && /^\(?[aAiI1][).]$/.test(token.text);
  if (!isFirst) return expected(reader, side === 'before' ? 'the first item (as “(a)”) or “the list”' : '“the list”');
  reader.index += 1;
  return { type };
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
