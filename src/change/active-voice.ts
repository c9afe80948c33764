import type { Token } from '../provision/tokens.ts';

/** What is done, in the passive, and the verb of an instruction that says it. */
const participles: ReadonlyMap<string, string> = new Map([
  ...['omitted', 'deleted', 'removed', 'repealed', 'revoked'].map((word) => [word, 'omit'] as const),
  ...['inserted', 'added'].map((word) => [word, 'insert'] as const),
  ['substituted', 'substitute'],
  ['replaced', 'replace'],
  ['renumbered', 'renumber'],
  ['moved', 'move'],
]);

const gerunds: ReadonlyMap<string, string> = new Map([
  ...['omitting', 'deleting', 'removing'].map((word) => [word, 'omit'] as const),
  ...['inserting', 'adding'].map((word) => [word, 'insert'] as const),
  ['substituting', 'substitute'],
  ['replacing', 'replace'],
]);

/** “by the substitution of”, “by the insertion after”: nouns that say what a gerund says. */
const nouns: ReadonlyMap<string, string> = new Map([
  ...['omission', 'deletion', 'removal'].map((word) => [word, 'omit'] as const),
  ...['insertion', 'addition'].map((word) => [word, 'insert'] as const),
  ['substitution', 'substitute'],
]);

/** No subject that anyone writes has more tokens than this. */
const longestSubject = 400;

const auxiliaries = [['is', 'to', 'be'], ['are', 'to', 'be'], ['shall', 'be'], ['is'], ['are']];

/**
 * A sentence in the words of an instruction, where its drafter states what becomes of the text: “Paragraph 5.3.4 is omitted”, “Amend section 5.1 as
 * follows—”, “Paragraph 5.1.2: delete “X””. The words stand in another order and mean the same; each keeps its place in the file, for messages.
 */
export function inActiveVoice(tokens: readonly Token[], isVerb: (word: string) => boolean): readonly Token[] {
  const plain = withoutThere(tokens);
  const first = wordOf(plain, 0);
  if (first === 'amend' || first === 'change') return amended(plain);
  if (first === 'throughout') return throughout(plain);
  if (first === 'in' || isVerb(first)) return plain;
  return amendedAs(plain) ?? activeFrom(plain, 0) ?? placeFirst(plain, isVerb) ?? plain;
}

/** The tokens with “amend “X” to “Y””, which begins at an index, as a substitution; as they are where none begins there. */
export function amendedFrom(tokens: readonly Token[], from: number): readonly Token[] {
  return [...tokens.slice(0, from), ...amended(tokens.slice(from))];
}

/** The tokens with the verb before its subject, which begins at an index: `the words “X” are omitted`. Undefined where no such verb follows. */
export function activeFrom(tokens: readonly Token[], from: number): readonly Token[] | undefined {
  for (let at = from + 1; at < Math.min(tokens.length, from + longestSubject); at += 1) {
    const length = auxiliaryAt(tokens, at);
    const becomes = ['becomes', 'become'].includes(wordOf(tokens, at));
    const participle = wordOf(tokens, at + length);
    if (becomes && tokens[at + 1]?.type === 'quotation')
      return [
        ...tokens.slice(0, from),
        wordAt(tokens, from, 'for'),
        ...tokens.slice(from, at),
        wordAt(tokens, at, 'substitute'),
        ...tokens.slice(at + 1),
      ];
    const verb = becomes ? 'renumber' : length > 0 ? participles.get(participle) : undefined;
    if (verb === undefined) continue;
    const subject = tokens.slice(from, at);
    const rest = becomes ? [wordAt(tokens, at, 'as'), ...tokens.slice(at + 1)] : tokens.slice(at + length + 1);
    const swaps = verb === 'substitute' && ['with', 'by'].includes(wordOf(rest, 0));
    const said = wordAt(tokens, from, swaps ? 'replace' : verb);
    const replaced = verb === 'omit' ? replacedBy(rest) : undefined;
    return [...tokens.slice(0, from), said, ...subject, ...(replaced ?? rest)];
  }
  return undefined;
}

// “is deleted in its entirety and replaced by”: “and replace by”, after the provision.
function replacedBy(tokens: readonly Token[]): readonly Token[] | undefined {
  const whole = wordOf(tokens, 0) === 'in' && wordOf(tokens, 2) === 'entirety' ? 3 : 0;
  const at = wordOf(tokens, whole) === 'and' ? whole + 1 : whole;
  if (!['replaced', 'substituted'].includes(wordOf(tokens, at)) || at === 0) return undefined;
  return [wordAt(tokens, at - 1, 'and'), wordAt(tokens, at, 'replace'), ...tokens.slice(at + 1)];
}

// “there is substituted”, “there shall be inserted”: the verb alone.
function withoutThere(tokens: readonly Token[]): readonly Token[] {
  const found: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const length = wordOf(tokens, at) === 'there' ? auxiliaryAt(tokens, at + 1) : 0;
    const verb = length > 0 ? participles.get(wordOf(tokens, at + 1 + length)) : undefined;
    if (verb === undefined) found.push(tokens[at] as Token);
    else {
      found.push(wordAt(tokens, at, verb));
      at += length + 1;
    }
  }
  return found;
}

// “Amend section 5.1 as follows—”, “Amend “X” to “Y””, “Change “X” to “Y””, “Amend paragraph 5.1.2 to read—”.
function amended(tokens: readonly Token[]): readonly Token[] {
  const quotes = tokens.slice(1).some(({ type }) => type === 'quotation');
  const to = tokens.findIndex(
    (_, at) =>
      wordOf(tokens, at) === 'to' && (wordOf(tokens, at + 1) === 'read' || tokens[at + 1]?.type === 'quotation'),
  );
  if (to < 0 || (wordOf(tokens, to + 1) !== 'read' && !quotes))
    return (wordOf(tokens, 0) === 'amend' ? amendedAs(tokens.slice(1), 'said') : undefined) ?? tokens;
  let rest = tokens.slice(to + (wordOf(tokens, to + 1) === 'read' ? 2 : 1));
  if (wordOf(rest, 0) === 'as' && wordOf(rest, 1) === 'follows') rest = rest.slice(2);
  return [wordAt(tokens, 0, 'for'), ...tokens.slice(1, to), wordAt(tokens, to, 'substitute'), ...rest];
}

// “section 5.1 is amended as follows—”, “section 5.1 is amended by omitting “X””; after “amend” without “is amended”.
function amendedAs(tokens: readonly Token[], verb?: 'said'): readonly Token[] | undefined {
  for (let at = 1; at < Math.min(tokens.length, longestSubject); at += 1) {
    const length = auxiliaryAt(tokens, at);
    const isAmended = length > 0 && wordOf(tokens, at + length) === 'amended';
    if (!isAmended && !verb) continue;
    const said = isAmended ? at + length + 1 : at;
    const subject = [wordAt(tokens, 0, 'in'), ...tokens.slice(0, at)];
    if (wordOf(tokens, said) === 'as' && wordOf(tokens, said + 1) === 'follows')
      return [...subject, ...tokens.slice(said + 2)];
    if (isAmended && wordOf(tokens, said) === 'to' && wordOf(tokens, said + 1) === 'read')
      return amended([wordAt(tokens, 0, 'amend'), ...tokens.slice(0, at), ...tokens.slice(said)]);
    if (wordOf(tokens, said) !== 'by') continue;
    const gerund = gerunds.get(wordOf(tokens, said + 1));
    if (gerund) return [...subject, wordAt(tokens, said + 1, gerund), ...tokens.slice(said + 2)];
    const noun = wordOf(tokens, said + 1) === 'the' ? nouns.get(wordOf(tokens, said + 2)) : undefined;
    const rest = wordOf(tokens, said + 3) === 'of' ? said + 4 : said + 3;
    if (noun) return [...subject, wordAt(tokens, said + 2, noun), ...tokens.slice(rest)];
  }
  return undefined;
}

// “Throughout section 5.1, for “X” substitute “Y””.
function throughout(tokens: readonly Token[]): readonly Token[] {
  const comma = tokens.findIndex(({ text }) => text === ',');
  if (comma < 0) return tokens;
  const place = [wordAt(tokens, 0, 'in'), ...tokens.slice(1, comma + 1)];
  return [...place, wordAt(tokens, comma, 'wherever'), ...tokens.slice(comma + 1)];
}

// “Paragraph 5.1.2: delete “X””, “Paragraph 5.1.2—” before a list of parts.
function placeFirst(tokens: readonly Token[], isVerb: (word: string) => boolean): readonly Token[] | undefined {
  const parts = (token: Token) => token.type === 'dash' || token.text === ',' || token.text === ':';
  if (tokens[0]?.type !== 'word' && tokens[0]?.type !== 'label') return undefined;
  const opens = tokens.at(-1)?.type === 'end' && tokens.at(-2)?.type === 'dash';
  const at = tokens.findIndex((token, index) => parts(token) && isVerb(wordOf(tokens, index + 1)));
  if (at < 0 && opens) return [wordAt(tokens, 0, 'in'), ...tokens];
  if (at < 1) return undefined;
  return [wordAt(tokens, 0, 'in'), ...tokens.slice(0, at), ...tokens.slice(at + 1)];
}

function auxiliaryAt(tokens: readonly Token[], at: number): number {
  const found = auxiliaries.find((words) => words.every((word, index) => wordOf(tokens, at + index) === word));
  const length = found?.length ?? 0;
  return length > 0 && wordOf(tokens, at + length) === 'hereby' ? length + 1 : length;
}

function wordOf(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token?.type === 'word' ? token.text.toLowerCase() : '';
}

// A word of ours, at the place of one that the drafter wrote.
function wordAt(tokens: readonly Token[], at: number, text: string): Token {
  const { start = 0 } = tokens[at] ?? {};
  return { type: 'word', text, start, end: start };
}
