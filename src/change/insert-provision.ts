import type { InsertProvision } from '../model/change.ts';
import type { Document, Provision } from '../model/document.ts';
import type { Target } from '../provision/target.ts';
import { type Content, readContent } from './content.ts';
import { insertionAfter, insertionBefore, reindented } from './insertion.ts';
import { misfitBeside } from './misfit.ts';
import { indentOf, type Outcome, oneEdit, type Placed } from './placed.ts';

/**
 * Works out “after X insert—”: the content becomes a neighbour of the same kind, with the gap its neighbours have. Before and after closing
 * words it is a neighbour of the paragraph that they begin or end with.
 */
export function insertProvision(operation: InsertProvision, given: Placed): Outcome {
  const placed = { ...given, target: paragraphAtClosing(given.target, operation.position) };
  const { target, document } = placed;
  const content = readContent(operation.content);
  if (content.text === '') return { rule: 'nothing-to-insert', text: 'the block quote is empty' };
  if (target.type === 'words')
    return { rule: 'not-a-provision', text: 'expected a provision to insert beside, found only a part of its words' };
  if (operation.position === 'end') return insertAtEnd(content, placed);
  if (target.type === 'document')
    return {
      rule: 'not-a-provision',
      text: 'expected a provision to insert beside, found a whole document',
      advice: 'say “At the end of Appendix D insert—”',
    };
  const misfit = misfitBeside(target.provision, content, placed.widthOf);
  if (misfit) return misfit;
  const siblings = siblingsOf(document, target.parents);
  const insertion = operation.position === 'after' ? insertionAfter : insertionBefore;
  return oneEdit(insertion(document.source, target.provision, siblings, content, placed.instruction.number));
}

function paragraphAtClosing(target: Target, position: InsertProvision['position']): Target {
  if (target.type !== 'words' || target.part !== 'closing' || position === 'end') return target;
  const { provision: holder, parents, range } = target;
  const provision = holder.children.find(({ start, end }) =>
    position === 'before' ? start === range.start : end === range.end,
  );
  return provision ? { type: 'provision', provision, parents: [...parents, holder] } : target;
}

function insertAtEnd(content: Content, placed: Placed): Outcome {
  const { target, document, instruction, widthOf } = placed;
  const holder = target.type === 'provision' ? target.provision : undefined;
  const children = holder ? holder.children : document.children;
  const table = holder?.type === 'table' ? holder : children.findLast((child) => child.type === 'table');
  const beside = content.type === 'rows' ? table?.children.at(-1) : lastBeside(children, content);
  if (content.type === 'rows' && !beside)
    return { rule: 'no-table-there', text: 'expected a table to put the row in, found none there' };
  if (beside) {
    const misfit = misfitBeside(beside, content, widthOf);
    if (misfit) return misfit;
    const siblings = table && content.type === 'rows' ? table.children : children;
    return oneEdit(insertionAfter(document.source, beside, siblings, content, instruction.number));
  }
  const end = holder?.end ?? document.source.trimEnd().length;
  const indent = holder?.type === 'item' ? `${indentOf(document.source, holder.start)}  ` : '';
  const gap = content.type === 'items' && holder?.type === 'item' ? '\n' : '\n\n';
  const text = `${gap}${indent}${reindented(content.text, indent)}`;
  return oneEdit({
    start: end,
    end,
    text,
    by: instruction.number,
    meant: { type: 'blocks', inserted: content.type === 'items' ? ['list', ...content.nodes] : content.nodes },
  });
}

function lastBeside(children: readonly Provision[], content: Content): Provision | undefined {
  const last = children.at(-1);
  return content.type === 'items' && last?.type === 'item' ? last : undefined;
}

function siblingsOf(document: Document, parents: readonly Provision[]): readonly Provision[] {
  return parents.at(-1)?.children ?? document.children;
}
