import {
  attempt,
  expected,
  nextToken,
  skipDash,
  skipMark,
  skipWord,
  takeQuotation,
  takeWord,
} from '../provision/sentence-reader.ts';
import type { QuotationToken } from '../provision/tokens.ts';
import { type Clause, type ClauseReader, type ClauseRule, clauseOf } from './clause.ts';
import { readInsertColumn } from './column-grammar.ts';
import { readFootnote } from './footnote-grammar.ts';
import { readOccurrence } from './occurrence-grammar.ts';
import { structuralRules } from './structural-grammar.ts';
import { joinTarget, type Named, readInner, readOuter } from './target-grammar.ts';

const rules: Readonly<Record<string, ClauseRule>> = {
  for: (reader, outer) => (quotesWords(reader) ? readSubstituteWords(reader, outer) : readSubstitute(reader, outer)),
  omit: (reader, outer) => (quotesWords(reader) ? readOmitWords(reader, outer) : readOmit(reader, outer)),
  after: (reader, outer) => readBeside(reader, outer, 'after'),
  before: (reader, outer) => readBeside(reader, outer, 'before'),
  at: readAtEnd,
};

/** Rule: one instruction, without its full stop. `In TARGET, for “WORDS” substitute “WORDS”` and the other forms. */
export function readClause(reader: ClauseReader): Clause | undefined {
  const outer = readOuter(reader);
  if (outer === 'failed') return undefined;
  const structural = skipWord(reader, ...Object.keys(structuralRules));
  if (structural !== undefined) return structuralRules[structural]?.(reader, outer);
  const verb = takeWord(reader, ...Object.keys(rules));
  return verb === undefined ? undefined : rules[verb]?.(reader, outer);
}

function readSubstituteWords(reader: ClauseReader, outer: Named | undefined): Clause | undefined {
  reader.form = 'substitute-words';
  const words = takeWordsIn(reader, outer);
  const occurrence = words && readOccurrence(reader);
  const replacement = occurrence && takeWord(reader, 'substitute') ? takeQuotation(reader) : undefined;
  const target = replacement && joinTarget(reader, outer);
  if (!words || !occurrence || !replacement || !target) return undefined;
  const operation = { type: 'substitute-words', words: words.text, replacement: replacement.text, occurrence } as const;
  return { ...clauseOf({ ...operation, at: target.at }, target.range), wordsRange: words.inside };
}

function readOmitWords(reader: ClauseReader, outer: Named | undefined): Clause | undefined {
  reader.form = 'omit-words';
  const words = takeWordsIn(reader, outer);
  const occurrence = words && readOccurrence(reader);
  const target = occurrence && joinTarget(reader, outer);
  if (!words || !occurrence || !target) return undefined;
  const operation = { type: 'omit-words', at: target.at, words: words.text, occurrence } as const;
  return { ...clauseOf(operation, target.range), wordsRange: words.inside };
}

function readBeside(reader: ClauseReader, outer: Named | undefined, position: 'after' | 'before'): Clause | undefined {
  if (!quotesWords(reader)) return readInsertProvision(reader, outer, position);
  reader.form = 'insert-words';
  const anchor = takeWordsIn(reader, outer);
  const occurrence = anchor && readOccurrence(reader);
  const inserts = occurrence && takeWord(reader, 'insert');
  if (anchor && occurrence && inserts && position === 'after' && readFootnote(reader)) {
    const at = joinTarget(reader, outer);
    const footnote = { type: 'insert-footnote', anchor: anchor.text, occurrence, content: '' } as const;
    return at && { ...clauseOf({ ...footnote, at: at.at }, at.range), wordsRange: anchor.inside, block: true };
  }
  const words = inserts ? takeQuotation(reader) : undefined;
  const target = words && joinTarget(reader, outer);
  if (!anchor || !occurrence || !words || !target) return undefined;
  const operation = { type: 'insert-words', words: words.text, position, anchor: anchor.text, occurrence } as const;
  return { ...clauseOf({ ...operation, at: target.at }, target.range), wordsRange: anchor.inside };
}

function readInsertProvision(
  reader: ClauseReader,
  outer: Named | undefined,
  position: 'after' | 'before',
): Clause | undefined {
  reader.form = 'insert-provision';
  const inner = readInner(reader);
  const target = inner && joinTarget(reader, outer, inner);
  if (!target || !takeInsert(reader)) return undefined;
  const column = attempt(reader, () => readInsertColumn(reader, target, position));
  if (column) return column;
  if (!takeBlockDash(reader)) return undefined;
  return { ...clauseOf({ type: 'insert-provision', at: target.at, position, content: '' }, target.range), block: true };
}

function readAtEnd(reader: ClauseReader, outer: Named | undefined): Clause | undefined {
  reader.form = 'insert-words';
  skipWord(reader, 'the');
  const position = takeWord(reader, 'end', 'beginning') as 'end' | 'beginning' | undefined;
  if (!position) return undefined;
  const named = skipWord(reader, 'of');
  if (!named && !outer) return expected(reader, '“of”');
  const inner = named ? readInner(reader) : undefined;
  const target = inner || !named ? joinTarget(reader, outer, inner) : undefined;
  if (!target || !takeInsert(reader)) return undefined;
  if (position === 'end' && skipDash(reader)) {
    reader.form = 'insert-provision';
    return {
      ...clauseOf({ type: 'insert-provision', at: target.at, position, content: '' }, target.range),
      block: true,
    };
  }
  if (position === 'end') expected(reader, '“—”');
  const words = takeQuotation(reader);
  const occurrence = { type: 'only' } as const;
  return (
    words && clauseOf({ type: 'insert-words', at: target.at, words: words.text, position, occurrence }, target.range)
  );
}

function readOmit(reader: ClauseReader, outer: Named | undefined): Clause | undefined {
  reader.form = 'omit-provision';
  const inner = readInner(reader);
  const target = inner && joinTarget(reader, outer, inner);
  if (!target) return undefined;
  const leaves = attempt(reader, () => {
    skipMark(reader, ',');
    return skipWord(reader, 'leaving') ?? (skipWord(reader, 'and') && takeWord(reader, 'leave'));
  });
  if (!leaves) {
    expected(reader, '“and leave”');
    return clauseOf({ type: 'omit-provision', at: target.at }, target.range);
  }
  const leaving = takeQuotation(reader);
  return leaving && clauseOf({ type: 'omit-provision', at: target.at, leaving: leaving.text }, target.range);
}

function readSubstitute(reader: ClauseReader, outer: Named | undefined): Clause | undefined {
  reader.form = 'substitute-provision';
  const inner = readInner(reader);
  const target = inner && joinTarget(reader, outer, inner);
  if (!target) return undefined;
  skipMark(reader, ',');
  if (!takeWord(reader, 'substitute')) return undefined;
  const { at } = target;
  if (['heading', 'cell', 'opening', 'closing'].includes(at.type)) {
    const words = takeQuotation(reader);
    return words && clauseOf({ type: 'substitute-provision', at, content: words.text }, target.range);
  }
  if (!takeBlockDash(reader)) return undefined;
  return { ...clauseOf({ type: 'substitute-provision', at, content: '' }, target.range), block: true };
}

function takeInsert(reader: ClauseReader): true | undefined {
  skipMark(reader, ',');
  if (!takeWord(reader, 'insert')) return undefined;
  skipTheFollowing(reader);
  return true;
}

function skipTheFollowing(reader: ClauseReader): void {
  attempt(reader, () => (skipWord(reader, 'the') ? skipWord(reader, 'following') : undefined));
}

function takeBlockDash(reader: ClauseReader): true | undefined {
  skipTheFollowing(reader);
  return skipDash(reader) ?? expected(reader, '“—” and a block quote');
}

function quotesWords(reader: ClauseReader): boolean {
  const after = reader.tokens[reader.index + 1];
  return nextToken(reader).type === 'quotation' && !(after?.type === 'word' && after.text.toLowerCase() === 'part');
}

function takeWordsIn(reader: ClauseReader, outer: Named | undefined): QuotationToken | undefined {
  if (!outer)
    return expected(reader, 'a provision (or begin with the provision that has the words: “In paragraph 5.5.2,”)');
  return takeQuotation(reader);
}
