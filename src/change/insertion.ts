import type { Provision } from '../model/document.ts';
import type { Content } from './content.ts';
import type { PlannedEdit } from './planned-edit.ts';

/** The edit that puts content in after a provision, as a neighbour: at its indentation, with the gap its neighbours have. */
export function insertionAfter(
  source: string,
  beside: Provision,
  siblings: readonly Provision[],
  content: Content,
  by: number,
): PlannedEdit {
  const { indent, gap } = setting(source, beside, siblings, content);
  const text = `${gap}${indent}${reindented(content.text, indent)}`;
  return {
    start: beside.end,
    end: beside.end,
    text,
    by,
    meant: { type: 'blocks', inserted: insertedNodes(beside, content) },
  };
}

/** The edit that puts content in before a provision, likewise. */
export function insertionBefore(
  source: string,
  beside: Provision,
  siblings: readonly Provision[],
  content: Content,
  by: number,
): PlannedEdit {
  const { indent, gap } = setting(source, beside, siblings, content);
  const text = `${reindented(content.text, indent)}${gap}${indent}`;
  return {
    start: beside.start,
    end: beside.start,
    text,
    by,
    meant: { type: 'blocks', inserted: insertedNodes(beside, content) },
  };
}

/** Content set at an indentation: every line but the first, which follows what the edit puts before it, and empty ones. */
export function reindented(text: string, indent: string): string {
  return indent === '' ? text : text.replace(/\n(?!\n|$)/g, `\n${indent}`);
}

// New items join the list of their neighbour, so no list of their own is expected.
function insertedNodes(beside: Provision, content: Content): readonly string[] {
  return content.type === 'items' && beside.type !== 'item' ? ['list', ...content.nodes] : content.nodes;
}

function setting(
  source: string,
  beside: Provision,
  siblings: readonly Provision[],
  content: Content,
): { readonly indent: string; readonly gap: string } {
  const line = source.slice(source.lastIndexOf('\n', beside.start - 1) + 1, beside.start);
  const indent = /^[ \t]*$/.test(line) ? line : '';
  if (beside.type === 'row' || beside.type === 'definition') return { indent, gap: '\n' };
  if (beside.type !== 'item') return { indent, gap: '\n\n' };
  return { indent, gap: isLoose(source, beside, siblings) || /\n[ \t]*\n/.test(content.text) ? '\n\n' : '\n' };
}

function isLoose(source: string, item: Provision, siblings: readonly Provision[]): boolean {
  const at = siblings.indexOf(item);
  const previous = siblings[at - 1];
  const next = siblings[at + 1];
  const blank = (from: number, to: number) => /\n[ \t]*\n/.test(source.slice(from, to));
  if (blank(item.start, item.end)) return true;
  if (next?.type === 'item') return blank(item.end, next.start);
  return previous?.type === 'item' && blank(previous.end, item.start);
}
