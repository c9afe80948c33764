import type { LabelLocator, OrdinalNoun } from '../model/locator.ts';
import { isItemLabel } from './label-path.ts';
import type { LocatorStep } from './locator-steps.ts';
import { readOrdinal } from './ordinal.ts';
import { namedNouns, pluralNouns, provisionNouns } from './provision-nouns.ts';
import {
  attempt,
  expected,
  nextToken,
  rangeSince,
  type SentenceReader,
  skipLabel,
  skipWord,
  takeQuotation,
  takeWord,
} from './sentence-reader.ts';
import { readColumn, readEntry, readRow } from './table-grammar.ts';

const aProvision = 'a provision (as “paragraph 5.5.2(b)” or “the second paragraph of section 3.1”)';

/** Rule: one link of a locator: `the second paragraph`, `section 3.1`, `the heading`. */
export function readStep(reader: SentenceReader): LocatorStep | undefined {
  return attempt(reader, () => readThisDocument(reader) ?? readArticled(reader));
}

const documentNouns = ['document', 'documents', 'appendix', 'appendices'];

function readThisDocument(reader: SentenceReader): LocatorStep | undefined {
  return attempt(reader, () => {
    const article = skipWord(reader, 'this', 'the', 'each', 'both', 'all', 'these');
    skipWord(reader, 'of');
    skipWord(reader, 'the', 'these', 'whole');
    const noun = article && skipWord(reader, ...(article === 'the' ? ['document', 'documents'] : documentNouns));
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
  if (pluralNouns.includes(word)) return expected(reader, 'one provision');
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
  heading: (reader) => (skipWord(reader, 'row') ? { type: 'head-row' } : readHeading(reader)),
  title: readHeading,
  head: readHeadRow,
  header: readHeadRow,
  front: (reader) => (takeWord(reader, 'matter') ? { type: 'front-matter' } : undefined),
  opening: (reader) => (takeWord(reader, 'words') ? { type: 'opening' } : undefined),
  introductory: (reader) => (takeWord(reader, 'words') ? { type: 'opening' } : undefined),
  closing: (reader) => (takeWord(reader, 'words') ? { type: 'closing' } : undefined),
  words: readWordsBeside,
  everything: (reader) => {
    if (['before', 'after', 'between', 'following', 'preceding'].includes(nextToken(reader).text.toLowerCase()))
      return readWordsBeside(reader);
    reader.index -= 1;
    return expected(reader, aProvision);
  },
  table: () => ({ type: 'table' }),
  row: readRow,
  column: readColumn,
  cell: readEntry,
  entry: readEntry,
  code: (reader) => (takeWord(reader, 'block') ? { type: 'ordinal', noun: 'code block' } : undefined),
  block: (reader) => (takeWord(reader, 'quote') ? { type: 'ordinal', noun: 'block quote' } : undefined),
  footnote: readFootnote,
};

// “The heading to section 5.2” is that of it; after “Move the heading” another word follows “to”.
function readHeading(reader: SentenceReader): LocatorStep {
  const [to, noun] = [0, 1].map((count) => reader.tokens[reader.index + count]);
  const nouns: readonly string[] = [...provisionNouns, ...namedNouns];
  if (
    to?.type === 'word' &&
    ['to', 'for'].includes(to.text.toLowerCase()) &&
    nouns.includes(noun?.text.toLowerCase() ?? '')
  )
    reader.tokens = reader.tokens.with(reader.index, { ...to, text: 'of' });
  return { type: 'heading' };
}

function readPart(reader: SentenceReader, title: string): LocatorStep | undefined {
  reader.index += 1;
  return takeWord(reader, 'part') ? { type: 'part', title } : undefined;
}

const counted: readonly OrdinalNoun[] = ['paragraph', 'item', 'row', 'cell', 'part', 'footnote'];
const countedBlocks: Readonly<Record<string, OrdinalNoun>> = {
  code: 'code block',
  block: 'block quote',
  other: 'other block',
};

function readOrdinalStep(reader: SentenceReader, ordinal: number): LocatorStep | undefined {
  const noun = takeWord(reader, ...counted, 'table', 'sentence', ...Object.keys(countedBlocks));
  if (noun === undefined) return undefined;
  if (noun === 'table' || noun === 'sentence') return { type: noun, ordinal };
  const block = countedBlocks[noun];
  if (block === undefined) return { type: 'ordinal', noun: noun as OrdinalNoun, ordinal };
  return takeWord(reader, block.slice(noun.length + 1)) ? { type: 'ordinal', noun: block, ordinal } : undefined;
}

function readHeadRow(reader: SentenceReader): LocatorStep | undefined {
  return takeWord(reader, 'row') ? { type: 'head-row' } : undefined;
}

function readFootnote(reader: SentenceReader): LocatorStep | undefined {
  const token = nextToken(reader);
  const name = token.type === 'label' || (token.type === 'quotation' && token.quotes === 'double');
  if (!name) return expected(reader, 'the name of a footnote (as “footnote 1” or “the footnote “note””)');
  reader.index += 1;
  return { type: 'footnote', name: token.text };
}

/** Rule, after the noun: a number with the items that follow it, `5.5.2(b)`. */
export function readLabelled(reader: SentenceReader, noun: string | undefined): LabelLocator | undefined {
  const token = nextToken(reader);
  const letter = token.type === 'word' && noun === 'section' && /^[A-Z]{1,2}$/.test(token.text);
  const label = skipLabel(reader);
  if (!label && !letter) return expected(reader, 'a number (as “5.5.2(b)”)');
  if (!label) reader.index += 1;
  const labels = withItems(reader, label ? label.labels : [token.text]);
  return noun === undefined ? { type: 'label', labels } : { type: 'label', noun, labels };
}

/** Rule, after `annex` and its like: a letter or number, `A(b)`. */
export function readNamed(reader: SentenceReader, noun: string): LabelLocator | undefined {
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
  const from = reader.index;
  const said = skipWord(reader, 'between', 'following', 'preceding') ?? takeWord(reader, 'before', 'after');
  const side = said === 'following' ? 'after' : said === 'preceding' ? 'before' : said;
  if (side === undefined) return undefined;
  if (side === 'between' || nextToken(reader).type === 'quotation') {
    reader.misfit = { ...rangeSince(reader, from), ...besideWords };
    return undefined;
  }
  const type = side === 'before' ? 'opening' : 'closing';
  if (skipWord(reader, 'the')) return takeWord(reader, 'list') ? { type } : undefined;
  skipWord(reader, ...provisionNouns);
  const token = nextToken(reader);
  // Only the first item's label says where the opening words end; the grammar cannot know which item is the last.
  const isFirst = side === 'before' && token.type === 'label' && /^\(?[aAiI1][).]$/.test(token.text);
  if (!isFirst) return expected(reader, side === 'before' ? 'the first item (as “(a)”) or “the list”' : '“the list”');
  reader.index += 1;
  return { type };
}

const besideWords = {
  text: 'Expected the first and the last words of what is meant, found words that stand outside of it.',
  advice: 'Say for example: In paragraph 5.6.1, omit the words from “where” to the end. Both ends are words that go.',
};

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
