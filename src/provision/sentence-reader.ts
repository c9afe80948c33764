import type { Range } from '../model/range.ts';
import type { LabelToken, QuotationToken, Token } from './tokens.ts';

/**
 * Where the reading of a sentence stands. The rules of the grammar move `index` on, and set it back when they fail;
 * `furthest` and `expected` keep what could have stood at the furthest place that any of them reached.
 */
export interface SentenceReader {
  /** Put in another order where a rule reads a sentence as one that says the same in other words. */
  tokens: readonly Token[];
  index: number;
  furthest: number;
  expected: string[];
  /** What is wrong with a sentence whose every word was understood: it says more than the grammar holds. */
  misfit?: SentenceProblem;
}

/** Begins to read a sentence. The tokens are those of `readTokens`: the last is the end. */
export function beginReading(tokens: readonly Token[]): SentenceReader {
  return { tokens, index: 0, furthest: 0, expected: [] };
}

/** The token that stands next; past the end, the end. */
export function nextToken(reader: SentenceReader): Token {
  return reader.tokens[Math.min(reader.index, reader.tokens.length - 1)] as Token;
}

/** Notes what could have stood at this place, for the message when the sentence makes no sense. Gives undefined: the rule failed. */
export function expected(reader: SentenceReader, description: string): undefined {
  if (reader.index > reader.furthest) {
    reader.furthest = reader.index;
    reader.expected = [];
  }
  if (reader.index === reader.furthest && !reader.expected.includes(description)) reader.expected.push(description);
  return undefined;
}

/** Takes the next token where it is one of these words (in any case of letters), and gives the word in lower case. */
export function skipWord(reader: SentenceReader, ...words: readonly string[]): string | undefined {
  const token = nextToken(reader);
  if (token.type !== 'word') return undefined;
  const found = token.text.toLowerCase();
  if (!words.includes(found)) return undefined;
  reader.index += 1;
  return found;
}

/** As `skipWord`, for words that must stand there: notes that they were expected. */
export function takeWord(reader: SentenceReader, ...words: readonly string[]): string | undefined {
  const found = skipWord(reader, ...words);
  if (found === undefined) for (const word of words) expected(reader, `“${word}”`);
  return found;
}

/** Takes these words in this order, or none of them. */
export function takeWords(reader: SentenceReader, ...words: readonly string[]): true | undefined {
  const start = reader.index;
  if (words.every((word) => takeWord(reader, word) !== undefined)) return true;
  reader.index = start;
  return undefined;
}

/** Takes the next token where it is this punctuation mark. */
export function skipMark(reader: SentenceReader, ...marks: readonly string[]): true | undefined {
  const token = nextToken(reader);
  if (token.type !== 'mark' || !marks.includes(token.text)) return undefined;
  reader.index += 1;
  return true;
}

/** Takes the next token where it is a dash or a colon: what introduces a block. */
export function skipDash(reader: SentenceReader): true | undefined {
  if (nextToken(reader).type !== 'dash') return skipMark(reader, ':');
  reader.index += 1;
  return true;
}

/** Takes a quotation in double quotes, curly or straight, or notes that one was expected. */
export function takeQuotation(reader: SentenceReader): QuotationToken | undefined {
  const token = nextToken(reader);
  if (token.type !== 'quotation' || token.quotes !== 'double') return expected(reader, 'words in quotation marks');
  reader.index += 1;
  return token;
}

/** Takes a label, where one stands next. */
export function skipLabel(reader: SentenceReader): LabelToken | undefined {
  const token = nextToken(reader);
  if (token.type !== 'label') return undefined;
  reader.index += 1;
  return token;
}

/** Tries a rule; where it fails, the reading stands where it stood. */
export function attempt<Result>(
  reader: SentenceReader,
  rule: (reader: SentenceReader) => Result | undefined,
): Result | undefined {
  const start = reader.index;
  const result = rule(reader);
  if (result === undefined) reader.index = start;
  return result;
}

/** The range of the tokens taken since `from`, an index that the reader had. */
export function rangeSince(reader: SentenceReader, from: number): Range {
  const first = reader.tokens[from] as Token;
  const last = reader.tokens[Math.max(from, reader.index - 1)] as Token;
  return { start: first.start, end: last.end };
}

/** Where the sentence stops making sense, what could have stood there and what does, in words for a message. */
export interface SentenceProblem extends Range {
  readonly text: string;
  readonly advice?: string;
}

/** What is wrong with a sentence whose rules failed: at the furthest place that any of them reached. */
export function sentenceProblem(reader: SentenceReader): SentenceProblem {
  if (reader.misfit) return reader.misfit;
  const token = reader.tokens[Math.min(reader.furthest, reader.tokens.length - 1)] as Token;
  if (token.type === 'unclosed') return unclosed(token.start);
  const text = `Expected ${alternatives(reader.expected)}, found ${found(token)}.`;
  return { start: token.start, end: token.end, text };
}

function unclosed(start: number): SentenceProblem {
  return {
    start,
    end: start + 1,
    text: 'Expected the quotation that begins here to close, found the end of the sentence.',
    advice: 'Close it; put words that hold a curly quotation mark without its fellow in straight ones: "…".',
  };
}

function alternatives(expectations: readonly string[]): string {
  if (expectations.length === 0) return 'the end of the sentence';
  if (expectations.length === 1) return expectations[0] ?? '';
  return `${expectations.slice(0, -1).join(', ')} or ${expectations.at(-1) ?? ''}`;
}

function found(token: Token): string {
  switch (token.type) {
    case 'end':
      return 'the end of the sentence';
    case 'quotation':
      return `the quotation “${shorten(token.text)}”`;
    default:
      return `“${shorten(token.text)}”`;
  }
}

/** A text short enough for a message, on one line. */
export function shorten(text: string): string {
  const line = text.slice(0, 200).replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : line;
}
