import type { Definition, Nodes } from 'mdast';
import type { Range } from '../model/range.ts';
import type { Format } from '../model/redline.ts';
import { mapCharacters } from './map-characters.ts';
import { type Block, rangeOf } from './outline.ts';

/** A piece of what a reader sees of a block, and where it stands in the source. */
export interface Piece extends Range {
  readonly text: string;
  readonly setting: Setting;
  /** Each character of the source is one character of the text; else the piece stands for its range as a whole. */
  readonly exact: boolean;
}

/** How words are set, by what stands around them. */
export interface Setting {
  readonly formats: readonly Format[];
  readonly link?: string;
  /** The address and title of a link, and what a piece is that is not plain words: pieces with different ones are never the same. */
  readonly key: string;
}

/** Words without any setting. */
export const plain: Setting = { formats: [], key: '' };

/** Lines of code and the like, in which every space shows. */
export const verbatim: Setting = { formats: [], key: 'lines' };

/**
 * What a reader sees of a paragraph, a heading or a cell, in order. `precise` maps every character to the source; without it
 * the words of one setting are one piece.
 */
export function displayWords(
  leaf: Block,
  source: string,
  definitions: ReadonlyMap<string, Definition>,
  precise: boolean,
): readonly Piece[] {
  const pieces: Piece[] = [];
  const context = { source, definitions, precise, pieces };
  if (leaf.checkbox) {
    const text = /x/i.test(source.slice(leaf.checkbox.start, leaf.checkbox.end)) ? '[x] ' : '[ ] ';
    pieces.push({ ...leaf.checkbox, text, setting: plain, exact: false });
  }
  displayChildren(leaf.node, { start: leaf.checkbox?.end ?? leaf.words.start, end: leaf.words.end }, plain, context);
  return pieces;
}

interface Context {
  readonly source: string;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly precise: boolean;
  readonly pieces: Piece[];
}

// Nodes without a position are parts of one text that the parser split; they share the range between their neighbours.
function displayChildren(parent: Nodes, within: Range, setting: Setting, context: Context): void {
  const nodes: readonly Nodes[] = 'children' in parent ? parent.children : [];
  let at = within.start;
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index] as Nodes;
    if (node.position) {
      displayNode(node, setting, context);
      at = rangeOf(node).end;
      continue;
    }
    const group: Nodes[] = [];
    for (; index < nodes.length && !(nodes[index] as Nodes).position; index += 1) group.push(nodes[index] as Nodes);
    const next = nodes[index];
    index -= 1;
    const end = next ? rangeOf(next).start : within.end;
    displayTexts(textsOf(group, setting), { start: at, end }, context);
  }
}

function displayNode(node: Nodes, setting: Setting, context: Context): void {
  const range = rangeOf(node);
  switch (node.type) {
    case 'text':
      displayTexts([{ value: node.value, setting }], range, context);
      return;
    case 'emphasis':
      displayChildren(node, inner(range, 1), withFormat(setting, 'emphasis'), context);
      return;
    case 'strong':
      displayChildren(node, inner(range, 2), withFormat(setting, 'strong'), context);
      return;
    case 'delete':
      displayChildren(node, inner(range, 2), withFormat(setting, 'struck'), context);
      return;
    case 'link':
      displayChildren(node, range, linked(setting, node.url, node.title), context);
      return;
    case 'linkReference': {
      const definition = context.definitions.get(node.identifier);
      displayChildren(node, range, linked(setting, definition?.url ?? '', definition?.title), context);
      return;
    }
    default:
      displayWhole(node, range, setting, context);
  }
}

function displayWhole(node: Nodes, range: Range, setting: Setting, context: Context): void {
  const whole = wholeOf(node, setting, context);
  if (whole) {
    const [text, format, around] = whole;
    const own = { ...withFormat(around, format), key: `${around.key} ${format}` };
    context.pieces.push({ start: range.start, end: range.end, text, setting: own, exact: false });
  } else displayTexts([{ value: context.source.slice(range.start, range.end), setting }], range, context);
}

function wholeOf(node: Nodes, setting: Setting, { definitions }: Context): [string, Format, Setting] | undefined {
  switch (node.type) {
    case 'inlineCode':
      return [node.value, 'code', setting];
    case 'break':
      return ['\n', 'break', setting];
    case 'html':
      return [node.value, 'html', setting];
    case 'image':
      return [node.alt ?? '', 'image', linked(setting, node.url, node.title)];
    case 'imageReference': {
      const definition = definitions.get(node.identifier);
      return [node.alt ?? '', 'image', linked(setting, definition?.url ?? '', definition?.title)];
    }
    case 'footnoteReference':
      return [node.label ?? node.identifier, 'footnote', linked(setting, node.identifier, undefined)];
    default:
      return undefined;
  }
}

function inner(range: Range, width: number): Range {
  return { start: range.start + width, end: range.end - width };
}

function withFormat(setting: Setting, format: Format): Setting {
  return { ...setting, formats: [...setting.formats, format] };
}

function linked(setting: Setting, url: string, title: string | null | undefined): Setting {
  return { ...setting, link: url, key: `${setting.key} ${url} ${title ?? ''}` };
}

/** A piece of a text node's value, with its setting. */
interface SetText {
  readonly value: string;
  readonly setting: Setting;
}

function textsOf(nodes: readonly Nodes[], setting: Setting): readonly SetText[] {
  return nodes.flatMap((node): readonly SetText[] => {
    if (node.type === 'text') return [{ value: node.value, setting }];
    if (node.type === 'link') return textsOf(node.children, linked(setting, node.url, node.title));
    return 'children' in node ? textsOf(node.children, setting) : [];
  });
}

function displayTexts(texts: readonly SetText[], range: Range, context: Context): void {
  const { pieces, source } = context;
  const { start, end } = range;
  const found: Piece[] = [];
  let at = start;
  for (const { value, setting } of texts) {
    const mapped = context.precise ? mapCharacters(value, source, at, end) : undefined;
    if (!mapped) {
      for (const text of texts)
        pieces.push({ start, end, text: unwrapped(text.value), setting: text.setting, exact: false });
      return;
    }
    for (const piece of mapped.pieces)
      found.push({ start: piece.start, end: piece.end, text: piece.text, setting, exact: piece.exact });
    at = mapped.end;
  }
  for (const piece of found) pieces.push(piece);
}

// A line break inside a paragraph reads as a space.
function unwrapped(value: string): string {
  return value.includes('\n') || value.includes('\r') ? value.replace(/\r\n|\r|\n/g, ' ') : value;
}
