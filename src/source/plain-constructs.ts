import type { Nodes, Paragraph } from 'mdast';

/** What has been read of the words so far. */
interface Reading {
  readonly words: string;
  readonly labels: readonly string[];
  readonly found: Nodes[];
  /** The delimiter that is open, and how many constructs were found before it. */
  open: { readonly marks: string; readonly start: number; readonly count: number } | undefined;
}

const special = /[*_`[<~@\\!\t\0]|https?:|www\.| {2}[\r\n]/gi;
const address = /\([^\s()<>\\&`\p{Cc}]+\)/uy;
const note = /\[\^([A-Za-z0-9-]{1,40})\](?![([:])/y;
const bracketed = /<(?:https?:\/\/[^\s<>\p{Cc}]*|br ?\/?)>/iuy;
const opensTag = /[A-Za-z/!?]/;
const foreignMark = /\p{P}|\p{S}/u;
const asciiMark = /[!-/:-@[-`{-~]/;

/**
 * Reads the words of one block as `readInlineConstructs` does, where they hold only what needs no parser: code, links with a plain
 * address, tags of line breaks, calls of footnotes, escapes, and emphases that do not stand in one another. Gives nothing as
 * soon as it meets anything else; a wrong reading is worse than a slow one. Most blocks hold no more, and the parser costs thirty times as much.
 */
export function readPlainConstructs(words: string, labels: readonly string[]): Paragraph | undefined {
  const reading: Reading = { words, labels, found: [], open: undefined };
  if (words.charCodeAt(0) === 0xfeff) return undefined;
  special.lastIndex = 0;
  for (let place = special.exec(words); place; place = special.exec(words)) {
    const end = readAt(reading, place.index);
    if (end === undefined) return undefined;
    special.lastIndex = end;
  }
  return { type: 'paragraph', children: reading.found as Paragraph['children'] };
}

// Where what stands at a place ends; nothing where that is not plain.
function readAt(reading: Reading, at: number): number | undefined {
  const { words } = reading;
  switch (words[at]) {
    case '`':
      return add(reading, 'inlineCode', at, codeEnd(words, at));
    case '\\':
      return words[at + 1] === '\n' || words[at + 1] === '\r'
        ? undefined
        : at + (asciiMark.test(words.charAt(at + 1)) ? 2 : 1);
    case '*':
    case '_':
      return readDelimiter(reading, at);
    case '[':
      return readBracket(reading, at);
    case '!':
      return words[at + 1] === '[' ? undefined : at + 1;
    case '~':
      return words[at + 1] === '~' ? undefined : at + 1;
    case '<':
      return readAngle(reading, at);
    case ' ':
      return readBreak(reading, at);
    default:
      return undefined;
  }
}

function add({ found }: Reading, type: Nodes['type'], start: number, end: number | undefined): number | undefined {
  if (end !== undefined) found.push(nodeOf(type, start, end, []));
  return end;
}

function nodeOf(type: Nodes['type'], start: number, end: number, children: readonly Nodes[]): Nodes {
  const position = { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: end } };
  return { type, children, position } as unknown as Nodes;
}

// Marks that no marks of their number close are no code, but to know that takes reading on: the parser does.
function codeEnd(words: string, at: number): number | undefined {
  let from = at;
  while (words[from] === '`') from += 1;
  const marks = words.slice(at, from);
  const close = words.indexOf(marks, from);
  const end = close + marks.length;
  return close < 0 || words[end] === '`' ? undefined : end;
}

// All the spaces before a line end are one break, after words.
function readBreak(reading: Reading, at: number): number | undefined {
  let start = at;
  while (start > 0 && reading.words[start - 1] === ' ') start -= 1;
  return /[\p{L}\p{N}.,:;]/u.test(reading.words.charAt(start - 1)) ? add(reading, 'break', start, at + 2) : undefined;
}

function readAngle(reading: Reading, at: number): number | undefined {
  const { words } = reading;
  bracketed.lastIndex = at;
  const text = bracketed.exec(words)?.[0];
  if (text !== undefined) return add(reading, text.includes(':') ? 'link' : 'html', at, at + text.length);
  return opensTag.test(words.charAt(at + 1)) ? undefined : at + 1;
}

function readBracket(reading: Reading, at: number): number | undefined {
  const { words, labels } = reading;
  if (words[at + 1] === '^') {
    note.lastIndex = at;
    const [text, label] = note.exec(words) ?? [];
    const known = text !== undefined && label !== undefined && labels.includes(`^${label.toUpperCase()}`);
    return known ? add(reading, 'footnoteReference', at, at + text.length) : undefined;
  }
  const close = closingBracket(words, at + 1);
  if (close === undefined || close === at + 1) return undefined;
  if (words[close + 1] === '(') {
    address.lastIndex = close + 1;
    return address.test(words) ? add(reading, 'link', at, address.lastIndex) : undefined;
  }
  // Without a definition, or an address, brackets are words.
  return words[close + 1] === '[' || labels.some((label) => !label.startsWith('^')) ? undefined : at + 1;
}

function closingBracket(words: string, from: number): number | undefined {
  for (let at = from; at < words.length; at += 1) {
    const character = words[at];
    if (character === ']') return at;
    if (character === '[' || character === '<') return undefined;
    if (character === '\\') at += 1;
    else if (character === '`') {
      const end = codeEnd(words, at);
      if (end === undefined) return undefined;
      at = end - 1;
    }
  }
  return undefined;
}

// How the attention of CommonMark opens and closes, for marks of which no others stand beside them.
function readDelimiter(reading: Reading, at: number): number | undefined {
  const { words, open } = reading;
  const mark = words[at] as string;
  const end = words[at + 1] === mark ? at + 2 : at + 1;
  if (isDelimiter(words[end]) || isDelimiter(words[at - 1])) return undefined;
  const [before, after] = [classOf(words.charCodeAt(at - 1)), classOf(words.charCodeAt(end))];
  const [left, right] = [after === 0 || (after === 2 && before > 0), before === 0 || (before === 2 && after > 0)];
  const opens = left && (mark === '*' || before > 0 || !right);
  const closes = right && (mark === '*' || after > 0 || !left);
  const marks = words.slice(at, end);
  if (opens && !closes) {
    if (open) return undefined;
    reading.open = { marks, start: at, count: reading.found.length };
  } else if (closes) {
    if (!open) return opens ? undefined : end;
    if (open.marks !== marks) return undefined;
    const inside = reading.found.splice(open.count);
    reading.found.push(nodeOf(marks.length === 1 ? 'emphasis' : 'strong', open.start, end, inside));
    reading.open = undefined;
  }
  return end;
}

function isDelimiter(character: string | undefined): boolean {
  return character === '*' || character === '_' || character === '~';
}

// 0 of a letter, 1 of white space and the ends of the words, 2 of a mark.
function classOf(code: number): 0 | 1 | 2 {
  if (Number.isNaN(code) || code === 0x20 || (code >= 0x09 && code <= 0x0d)) return 1;
  if (code < 0x80) return asciiMark.test(String.fromCharCode(code)) ? 2 : 0;
  const character = String.fromCharCode(code);
  if (/\s/.test(character)) return 1;
  return foreignMark.test(character) ? 2 : 0;
}
