import type { InsertProvision, Instruction, OmitProvision, SubstituteProvision } from '../model/change.ts';
import type { Document, Provision } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import type { Target } from '../provision/locate.ts';
import { labelCore } from '../source/label.ts';
import { type Content, cellCount, readContent } from './content.ts';
import { insertionAfter, insertionBefore, reindented } from './insertion.ts';
import type { PlannedEdit, Work } from './planned-edit.ts';
import type { RefusalText } from './refusal.ts';

type Placed = { readonly document: Document; readonly target: Target; readonly instruction: Instruction };
type Result = Work | RefusalText;

/** Works out “omit X”: the whole provision goes, or all but its label, in whose place the words left stand. */
export function omitProvision(operation: OmitProvision, placed: Placed): Result {
  const { target, document, instruction } = placed;
  if (target.type === 'document')
    return { rule: 'whole-document', text: 'an instruction cannot omit a whole document' };
  if (target.type === 'words') return omitPart(operation, placed);
  const { provision } = target;
  if (provision.header) return { rule: 'table-head', text: 'the head of a table cannot be omitted; omit the table' };
  if (operation.leaving !== undefined) return leave(operation.leaving, provision, placed);
  if (provision.type === 'cell') {
    return oneEdit(emptyCell(provision.words, document, instruction.number));
  }
  if (provision.start === 0 && provision.end === document.source.length) {
    return { rule: 'whole-document', text: 'an instruction cannot omit a whole document' };
  }
  return { edits: [], omissions: [{ start: provision.start, end: provision.end, by: instruction.number }] };
}

// Closing words are a paragraph of their own and go as one; a heading or opening words cannot go alone.
function omitPart(operation: OmitProvision, { target, instruction }: Placed): Result {
  if (target.type !== 'words') return { edits: [], omissions: [] };
  const { range, part } = target;
  if (operation.leaving !== undefined)
    return oneEdit({ ...range, text: operation.leaving, by: instruction.number, meant: { type: 'words' } });
  if (part === 'closing') return { edits: [], omissions: [{ ...range, by: instruction.number }] };
  return {
    rule: 'cannot-stand-without',
    text: `what follows cannot stand without its ${part === 'heading' ? 'heading' : 'opening words'}`,
    advice: 'substitute other words for them, or omit the whole provision',
  };
}

// An empty cell keeps one space between its bars.
function emptyCell({ start, end }: Range, { source }: Document, by: number): PlannedEdit {
  return { start, end: source.charAt(end) === ' ' ? end + 1 : end, text: '', by, meant: { type: 'words' } };
}

function leave(leaving: string, provision: Provision, { document, instruction }: Placed): Result {
  const by = instruction.number;
  if (provision.type === 'row' || provision.type === 'definition') {
    const [, second, ...rest] = provision.children;
    const filled = second ? [{ ...second.words, text: leaving, by, meant: { type: 'words' } as const }] : [];
    const emptied = rest
      .filter(({ words }) => words.start < words.end)
      .map(({ words }) => emptyCell(words, document, by));
    return { edits: [...filled, ...emptied], omissions: [] };
  }
  if (provision.label === undefined) {
    return {
      rule: 'no-label-to-keep',
      text: 'it has no number to keep, so no words can be left in its place',
      advice: 'omit it whole, or substitute words for it',
    };
  }
  return oneEdit({
    start: provision.words.start,
    end: provision.end,
    text: leaving,
    by,
    meant: { type: 'blocks', inserted: [] },
  });
}

/** Works out “after X insert—”: the content becomes a neighbour of the same kind, with the gap its neighbours have. */
export function insertProvision(operation: InsertProvision, placed: Placed): Result {
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
  const misfit = misfitBeside(target.provision, content);
  if (misfit) return misfit;
  const siblings = siblingsOf(document, target.parents);
  const insertion = operation.position === 'after' ? insertionAfter : insertionBefore;
  return oneEdit(insertion(document.source, target.provision, siblings, content, placed.instruction.number));
}

function insertAtEnd(content: Content, placed: Placed): Result {
  const { target, document, instruction } = placed;
  const holder = target.type === 'provision' ? target.provision : undefined;
  const children = holder ? holder.children : document.children;
  const table = holder?.type === 'table' ? holder : children.findLast((child) => child.type === 'table');
  const beside = content.type === 'rows' ? table?.children.at(-1) : lastBeside(children, content);
  if (content.type === 'rows' && !beside)
    return { rule: 'no-table-there', text: 'expected a table to put the row in, found none there' };
  if (beside) {
    const misfit = misfitBeside(beside, content);
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

/** Works out “for X substitute—”: the provision keeps its label and its kind. */
export function substituteProvision(operation: SubstituteProvision, placed: Placed): Result {
  const { target, document, instruction } = placed;
  const by = instruction.number;
  if (target.type === 'document')
    return { rule: 'whole-document', text: 'an instruction cannot substitute a whole document' };
  if (target.type === 'words' || target.provision.type === 'cell') {
    const range = target.type === 'words' ? target.range : target.provision.words;
    if (/\n/.test(operation.content.trim()))
      return { rule: 'wrong-kind', text: 'expected words on one line, found several lines or blocks' };
    return oneEdit({
      start: range.start,
      end: range.end,
      text: operation.content.trim(),
      by,
      meant: { type: 'words' },
    });
  }
  const { provision } = target;
  const content = readContent(operation.content);
  const misfit = misfitInPlace(document, provision, content);
  if (misfit) return misfit;
  const text = reindented(content.text, indentOf(document.source, provision.start));
  if (text === document.source.slice(provision.start, provision.end))
    return { rule: 'no-effect', text: 'the new text is the same as the old' };
  return oneEdit({
    start: provision.start,
    end: provision.end,
    text,
    by,
    meant: { type: 'blocks', inserted: content.nodes },
  });
}

function misfitBeside(beside: Provision, content: Content): RefusalText | undefined {
  if (beside.type === 'row' || beside.type === 'definition') return misfitRows(beside, content);
  if (beside.type === 'cell')
    return {
      rule: 'wrong-kind',
      text: 'a cell cannot be inserted beside a cell',
      advice: 'insert a row, or substitute the words of the cell',
    };
  if (content.type === 'rows')
    return {
      rule: 'wrong-kind',
      text: 'expected provisions, found table rows',
      advice: 'name the row to insert them after',
    };
  if (beside.type !== 'item') return undefined;
  if (content.type !== 'items')
    return {
      rule: 'wrong-kind',
      text: 'expected a list item, as its neighbour is one, found other text',
      advice: 'write the block quote as an item: > - (ba) the words',
    };
  if (beside.label !== undefined && content.labels.includes(undefined)) {
    return {
      rule: 'label-missing',
      text: 'expected each new item to bear a label, as its neighbours do',
      advice: 'begin it with one: > - (ba) the words',
    };
  }
  return undefined;
}

function misfitRows(row: Provision, content: Content): RefusalText | undefined {
  if (content.type !== 'rows')
    return {
      rule: 'wrong-kind',
      text: 'expected table rows, found other text',
      advice: 'write the block quote as a row: > | first cell | second cell |',
    };
  const wrong = content.text.split('\n').find((line) => cellCount(line) !== row.children.length);
  if (wrong === undefined) return undefined;
  return {
    rule: 'wrong-number-of-cells',
    text: `expected ${row.children.length} cells in each row, found ${cellCount(wrong) ?? 0} in “${wrong.trim()}”`,
  };
}

const firstBlocks: Readonly<Record<string, string>> = {
  section: 'heading',
  paragraph: 'paragraph',
  item: 'list',
  table: 'table',
  code: 'code',
  quote: 'blockquote',
  footnote: 'footnoteDefinition',
};

function misfitInPlace(document: Document, provision: Provision, content: Content): RefusalText | undefined {
  if (provision.type === 'row' || provision.type === 'definition') {
    return (
      misfitRows(provision, content) ??
      (content.labels.length === 1
        ? undefined
        : { rule: 'wrong-kind', text: `expected one row, found ${content.labels.length}` })
    );
  }
  const expected = firstBlocks[provision.type];
  if (expected !== undefined && content.first !== expected)
    return {
      rule: 'wrong-kind',
      text: `expected the new text to open with a ${expected}, found ${content.first === undefined ? 'nothing' : `a ${content.first}`}`,
      advice: example(provision),
    };
  const [label] = content.labels;
  const same =
    provision.label === undefined
      ? label === undefined
      : label !== undefined && labelCore(label) === labelCore(provision.label);
  if (!same)
    return {
      rule: 'label-changed',
      text: `expected the new text to keep the number ${provision.label ?? '(none)'}, found ${label ?? 'none'}`,
      advice: example(provision),
    };
  const depth =
    provision.type === 'section' ? /^#+/.exec(document.source.slice(provision.start))?.[0].length : undefined;
  if (depth !== content.depth)
    return { rule: 'level-changed', text: `expected a heading of level ${depth}, found one of level ${content.depth}` };
  return undefined;
}

function example({ type, label }: Provision): string | undefined {
  if (label === undefined) return undefined;
  return `begin it so: > ${type === 'item' ? '- ' : ''}${label} the new words`;
}

function siblingsOf(document: Document, parents: readonly Provision[]): readonly Provision[] {
  return parents.at(-1)?.children ?? document.children;
}

function indentOf(source: string, start: number): string {
  const line = source.slice(source.lastIndexOf('\n', start - 1) + 1, start);
  return /^[ \t]*$/.test(line) ? line : '';
}

function oneEdit(edit: PlannedEdit): Work {
  return { edits: [edit], omissions: [] };
}
