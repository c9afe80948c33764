import type { Provision } from '../model/document.ts';
import { labelCore } from '../source/label.ts';
import { type Content, cellCount } from './content.ts';
import type { Placed } from './placed.ts';
import type { RefusalText } from './refusal.ts';
import type { RowWidth } from './tables-after.ts';

/** Why content cannot stand beside a provision: it is of another kind or width, or bears no label; nothing where it can. */
export function misfitBeside(beside: Provision, content: Content, widthOf: RowWidth): RefusalText | undefined {
  if (beside.type === 'row' || beside.type === 'definition')
    return misfitRows(beside.children.length, content, widthOf(beside));
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

function misfitRows(before: number, content: Content, width = before): RefusalText | undefined {
  if (content.type !== 'rows')
    return {
      rule: 'wrong-kind',
      text: 'expected table rows, found other text',
      advice: 'write the block quote as a row: > | first cell | second cell |',
    };
  const wrong = content.text.split('\n').find((line) => cellCount(line) !== width);
  if (wrong === undefined) return undefined;
  return {
    rule: 'wrong-number-of-cells',
    text: `expected ${width} cells in each row${width === before ? '' : ', as the table has after this change'}, found ${cellCount(wrong) ?? 0} in “${wrong.trim()}”`,
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

/** Why content cannot stand in place of a provision: it is of another kind, level or number; nothing where it can. */
export function misfitInPlace(
  { document, widthOf }: Pick<Placed, 'document' | 'widthOf'>,
  provision: Provision,
  content: Content,
): RefusalText | undefined {
  if (provision.type === 'row' || provision.type === 'definition') {
    return (
      misfitRows(provision.children.length, content, widthOf(provision)) ??
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
