import type { TargetLocator } from '../model/locator.ts';
import type { Range } from '../model/range.ts';
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
import {
  type Clause,
  type ClauseReader,
  clauseOf,
  isWord,
  quotesWords,
  readActively,
  skipTheFollowing,
  takeVerb,
  takeWords,
} from './clause.ts';
import { readInsertColumn, readSubstituteColumn } from './column-grammar.ts';
import { instructionForms } from './instruction-forms.ts';
import { joinTarget, type Named, readInner } from './target-grammar.ts';
import { isWordsTarget } from './target-words.ts';
import { atEnd, type End, readEnd, readInsertedBeside } from './words-grammar.ts';

type Outer = Named | undefined;

/** Rule, after “after” or “before”: `paragraph 5.5.2 insert—`, `the column “X” insert the column “Y”—`. */
export function readInsertProvision(
  reader: ClauseReader,
  outer: Outer,
  position: 'after' | 'before',
): Clause | undefined {
  reader.form = 'insert-provision';
  const inner = readInner(reader);
  const target = inner && joinTarget(reader, outer, inner);
  if (!target || !takeInsert(reader)) return undefined;
  const column = attempt(reader, () => readInsertColumn(reader, target, position));
  if (column) return column;
  if (isSentence(target.at) && quotesWords(reader)) {
    const words = takeWords(reader);
    return words && atEnd({ position: position === 'after' ? 'end' : 'beginning', named: undefined, target }, words);
  }
  if (!takeBlockDash(reader)) return undefined;
  const operation = { type: 'insert-provision', at: target.at, position, content: '' } as const;
  return { ...clauseOf(operation, target.range), block: true };
}

/** Rule, after “insert”: `the following after paragraph 5.5.2—`, `at the end of section 5.5—`. */
export function readInsertedProvision(reader: ClauseReader, outer: Outer): Clause | undefined {
  reader.form = 'insert-provision';
  skipTheFollowing(reader);
  const side = takeWord(reader, 'after', 'before', 'at');
  if (!side) return expected(reader, 'words in quotation marks');
  if (side === 'at') {
    const end = readEnd(reader, outer);
    if (end && quotesWords(reader)) return readWordsAt(reader, end);
    return end && !isAtBeginning(reader, end) && takeBlockDash(reader) ? endBlock(reader, end) : undefined;
  }
  if (quotesWords(reader)) return readInsertedBeside(reader, outer, side as 'after' | 'before');
  const inner = readInner(reader);
  const target = inner && joinTarget(reader, outer, inner);
  if (!target || !takeBlockDash(reader)) return undefined;
  const operation = {
    type: 'insert-provision',
    at: target.at,
    position: side as 'after' | 'before',
    content: '',
  } as const;
  return { ...clauseOf(operation, target.range), block: true };
}

// Rule, after “insert at the end of paragraph 5.5.1”: `“X”`.
function readWordsAt(reader: ClauseReader, end: End): Clause | undefined {
  const words = takeWords(reader);
  return words && atEnd(end, words);
}

/** Rule, after “at”: `the end of section 5.5 insert—`, `the end of paragraph 5.5.1 insert “X”`. */
export function readAtEnd(reader: ClauseReader, outer: Outer): Clause | undefined {
  reader.form = 'insert-words';
  const end = readEnd(reader, outer);
  if (!end || !takeInsert(reader)) return undefined;
  if (end.position === 'end' && skipDash(reader)) return endBlock(reader, end);
  if (end.position === 'end') expected(reader, '“—”');
  else if (attempt(reader, () => skipDash(reader)) && isAtBeginning(reader, end)) return undefined;
  const words = takeWords(reader);
  return words && atEnd(end, words);
}

/** Rule, after “omit”: `paragraph 5.5.4 and leave “[No longer in use]”`. */
export function readOmit(reader: ClauseReader, outer: Outer): Clause | undefined {
  reader.form = 'omit-provision';
  skipAllOf(reader);
  const inner = readInner(reader);
  const target = inner && joinTarget(reader, outer, inner);
  if (!target) return undefined;
  attempt(reader, () => skipWord(reader, 'in') && skipWord(reader, 'its', 'their') && skipWord(reader, 'entirety'));
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

// “the whole of paragraph 5.5.4”; “the text of” it only where other words come in its place, since without them its number might stay.
function skipAllOf(reader: ClauseReader): void {
  attempt(reader, () => {
    skipWord(reader, 'the');
    const said = skipWord(reader, 'whole', 'text');
    const left = reader.tokens
      .slice(reader.index)
      .some((token) => isWord(token, 'replace', 'substitute', 'leave', 'leaving'));
    return said === 'whole' || (said === 'text' && left) ? skipWord(reader, 'of') : undefined;
  });
}

/** Rule, after “for” or “replace”: `paragraph 5.6.2 substitute—`, `the heading of section 5 substitute “X”`. */
export function readSubstitute(reader: ClauseReader, outer: Outer, verb: 'substitute' | 'with'): Clause | undefined {
  reader.form = 'substitute-provision';
  const inner = readInner(reader);
  const target = inner && joinTarget(reader, outer, inner);
  return target && takeVerb(reader, verb) ? readInPlace(reader, target) : undefined;
}

/** Rule, after what is replaced and “substitute”: `—` before a block quote or, of what has words alone, the words in quotation marks. */
export function readInPlace(
  reader: ClauseReader,
  target: { readonly at: TargetLocator; readonly range: Range },
): Clause | undefined {
  const column = readSubstituteColumn(reader, target);
  if (column || reader.misfit) return column;
  const { at } = target;
  if (isWordsTarget(at) && !(at.type === 'heading' && attempt(reader, () => skipDash(reader)))) {
    const words = takeWords(reader);
    return words && clauseOf({ type: 'substitute-provision', at, content: words.text }, target.range);
  }
  if (at.type !== 'heading' && !takeBlockDash(reader)) return undefined;
  return { ...clauseOf({ type: 'substitute-provision', at, content: '' }, target.range), block: true };
}

// Beside a sentence stand words, not a provision.
function isSentence(at: TargetLocator): boolean {
  return at.type === 'sentence';
}

// What stands there first, and whether the new text is to stand before it, only its name can say.
function isAtBeginning(reader: ClauseReader, { position, target }: End): boolean {
  if (position === 'end') return false;
  reader.misfit = {
    ...target.range,
    text: 'Expected the end of a provision, or the provision that the new text is to stand before, found a beginning.',
    advice:
      'Name what stands there first: Before paragraph 5.3.1 insert— (and then a block quote with the new provision)',
  };
  return true;
}

function endBlock(reader: ClauseReader, { target }: End): Clause {
  reader.form = 'insert-provision';
  const operation = { type: 'insert-provision', at: target.at, position: 'end', content: '' } as const;
  return { ...clauseOf(operation, target.range), block: true };
}

function takeInsert(reader: ClauseReader): true | undefined {
  skipMark(reader, ',');
  readActively(reader, 'insert');
  if (!takeWord(reader, 'insert', 'add')) return undefined;
  skipTheFollowing(reader);
  return true;
}

function takeBlockDash(reader: ClauseReader): true | undefined {
  skipTheFollowing(reader);
  const dash = skipDash(reader) ?? expected(reader, '“—” and a block quote');
  const { type, start, end } = nextToken(reader);
  if (!dash && type === 'quotation') reader.misfit = { start, end, ...quotedProvision };
  return dash;
}

const quotedProvision = {
  text: 'Expected “—” and a block quote with the whole provision, found quoted words.',
  advice: `To put words in at the end of a provision: At the end of paragraph 5.6.1 insert “; or”. A provision stands in a block quote: ${instructionForms['insert-provision']} · ${instructionForms['substitute-provision']} To keep only its number: ${instructionForms['omit-provision']}`,
};
