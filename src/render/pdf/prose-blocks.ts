import type { List, Nodes, PhrasingContent, Table } from 'mdast';
import { isCheckComment } from '../../source/check-comment.ts';
import { parseMarkdown } from '../../source/syntax.ts';
import { safeAddress } from '../address.ts';
import { type Outline, outlineFrom } from '../outline.ts';
import { fitColumns } from './column-widths.ts';
import { drawnLine, drawnPlain, drawnText } from './drawn-text.ts';
import { fitted } from './fit-words.ts';
import { plainSize } from './front-parts.ts';
import type { Piece, SheetBlock, SheetRow } from './sheet.ts';
import { measures } from './sheet.ts';

/** The prose of a change, given as Markdown, as it is drawn: its headings stand below the level given, images are told by their words. */
export function proseBlocks(markdown: string, level: number): readonly SheetBlock[] {
  const outline = outlineFrom(level);
  return parseMarkdown(markdown).children.flatMap((node) => blocksOf(node, outline, measures.label));
}

function blocksOf(node: Nodes, outline: Outline, at: number): readonly SheetBlock[] {
  switch (node.type) {
    case 'heading': {
      const pieces = node.children.flatMap(piecesOf);
      return [
        {
          type: 'heading',
          look: 'front',
          at: 0,
          level: outline(node.depth),
          title: drawnPlain(textOf(node)) || 'Heading',
          pieces,
        },
      ];
    }
    case 'paragraph':
      return [{ type: 'paragraph', at, pieces: node.children.flatMap(piecesOf) }];
    case 'list':
      return [listOf(node, outline, at)];
    case 'blockquote':
      return [
        {
          type: 'quote',
          indent: 0,
          blocks: node.children.flatMap((child) => blocksOf(child, outline, at + measures.quote)),
        },
      ];
    case 'code':
      return [{ type: 'source', at, title: '', size: 7.6, lines: node.value.split('\n').map(drawnLine) }];
    case 'html':
      return isCheckComment(node.value) ? [] : [{ type: 'paragraph', at, pieces: drawnText(node.value) }];
    case 'thematicBreak':
      return [{ type: 'rule', at }];
    case 'table':
      return [tableOf(node)];
    default:
      return [];
  }
}

function listOf(list: List, outline: Outline, at: number): SheetBlock {
  const items = list.children.map((item, index) => {
    const blocks = item.children.flatMap((child) => blocksOf(child, outline, at + measures.item));
    return list.ordered ? { marker: [`${(list.start ?? 1) + index}.`], blocks } : { blocks };
  });
  return { type: 'list', indent: 0, width: measures.item, items };
}

function tableOf(table: Table): SheetBlock {
  const texts = table.children.map((row) => row.children.map(textOf));
  const columns = Math.max(1, ...texts.map((cells) => cells.length));
  const rows = table.children.map((row): SheetRow => {
    const cells = row.children.map((cell) => ({ pieces: cell.children.flatMap(piecesOf) }));
    while (cells.length < columns) cells.push({ pieces: [] });
    return { bar: false, long: true, cells };
  });
  const { rows: drawn, ...set } = fitted(fitColumns(texts, columns, measures.sheet, plainSize), rows);
  return { type: 'table', at: 0, ...set, landscape: false, head: drawn.slice(0, 1), body: drawn.slice(1) };
}

function piecesOf(node: PhrasingContent): readonly Piece[] {
  switch (node.type) {
    case 'text':
    case 'html':
      return drawnText(node.value);
    case 'inlineCode':
      return [{ type: 'code', pieces: drawnText(node.value) }];
    case 'strong':
    case 'emphasis':
      return [{ type: node.type, pieces: node.children.flatMap(piecesOf) }];
    case 'delete':
      return [{ type: 'struck', pieces: node.children.flatMap(piecesOf) }];
    case 'break':
      return [{ type: 'break' }];
    case 'link': {
      const address = safeAddress(node.url);
      const pieces = node.children.flatMap(piecesOf);
      return address === undefined || address.startsWith('#') ? pieces : [{ type: 'link', address, pieces }];
    }
    case 'image':
    case 'imageReference':
      return drawnText(node.alt ?? '');
    case 'footnoteReference':
      return [{ type: 'raised', pieces: drawnText(node.label ?? node.identifier) }];
    default:
      return 'children' in node ? node.children.flatMap(piecesOf) : [];
  }
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('').trim() : '';
}
