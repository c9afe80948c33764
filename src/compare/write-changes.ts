import type { Region } from './compare-region.ts';
import { scanWords } from './scan-words.ts';
import type { Side } from './side.ts';
import { tidyChanges } from './tidy.ts';
import { compareTokens, type TokenChange } from './token-changes.ts';
import type { Token } from './tokens.ts';

/** Two lists of tokens of one block each, and the changes that make the one of the other. */
export interface ComparedTokens {
  readonly before: readonly Token[];
  readonly after: readonly Token[];
  readonly changes: readonly TokenChange[];
}

// Lines of code that keep less than this part of their words read better whole.
const leastKept = 0.5;

/**
 * Writes the spans of two lists of tokens. White space and emphasis that are only written in another way are spans of their own,
 * so that the mark beside them begins with a word; an emphasis is written whole.
 */
export function writeChanges(region: Region, { before, after, changes }: ComparedTokens): void {
  const { writer, by } = region;
  let [b, a] = [0, 0];
  const equalUpTo = (end: number): void => {
    while (b < end) {
      const [token, other] = [before[b] as Token, after[a] as Token];
      const mate = token.writing === other.writing ? undefined : token.mate;
      const to = mate !== undefined && mate > b && mate < end ? mate + 1 : b + 1;
      const texts = [textOf(region.before, before, b, to), textOf(region.after, after, a, a + to - b)] as const;
      if (texts[0] === texts[1]) writer.same(texts[0]);
      else if (token.key !== other.key) {
        writer.deleted(texts[0], by, true);
        writer.inserted(texts[1], by, true);
      } else writeRewritten(region, ...texts);
      [b, a] = [to, a + to - b];
    }
  };
  for (const { beforeFrom, beforeTo, afterFrom, afterTo } of changes) {
    equalUpTo(beforeFrom);
    const [lines, others] = [before.slice(beforeFrom, beforeTo), after.slice(afterFrom, afterTo)];
    const inLines = wordsInLines(region, lines, others);
    if (inLines) writeChanges(region, inLines);
    else {
      writer.deleted(textOf(region.before, lines, 0, lines.length), by);
      writer.inserted(textOf(region.after, others, 0, others.length), by);
    }
    [b, a] = [beforeTo, afterTo];
  }
  equalUpTo(before.length);
}

// Lines of code that keep most of their words, as words; every space counts.
function wordsInLines(region: Region, lines: readonly Token[], others: readonly Token[]): ComparedTokens | undefined {
  if (lines[0]?.type !== 'line' || others[0]?.type !== 'line') return undefined;
  const [before, after] = [lineWords(region.before, lines), lineWords(region.after, others)];
  const { changes, limited } = compareTokens(before, after);
  region.limited.words += limited;
  const changed = changes.reduce((sum, { beforeFrom, beforeTo }) => sum + countWords(before, beforeFrom, beforeTo), 0);
  const kept = countWords(before, 0, before.length) - changed;
  const most = Math.max(countWords(before, 0, before.length), countWords(after, 0, after.length));
  return kept > 0 && kept >= leastKept * most
    ? { before, after, changes: tidyChanges(changes, before, after, { opens: false, closes: false }) }
    : undefined;
}

function lineWords({ source }: Side, lines: readonly Token[]): readonly Token[] {
  const range = { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
  return scanWords(source, range, false).map(({ type, start, end }) => ({
    type,
    start,
    end,
    key: source.slice(start, end),
    words: type === 'space' || type === 'punctuation' ? 0 : 1,
  }));
}

function countWords(tokens: readonly Token[], from: number, to: number): number {
  let words = 0;
  for (let place = from; place < to; place += 1) words += (tokens[place] as Token).words;
  return words;
}

function writeRewritten({ writer, by }: Region, before: string, after: string): void {
  writer.boundary();
  writer.deleted(before, by);
  writer.inserted(after, by);
  writer.boundary();
}

function textOf(side: Side, tokens: readonly Token[], from: number, to: number): string {
  const [first, last] = [tokens[from], tokens[to - 1]];
  return from < to && first && last ? side.source.slice(first.start, last.end) : '';
}
