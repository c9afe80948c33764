import type { SubstituteColumn } from '../model/structural-operation.ts';
import type { Joining } from './joining.ts';
import type { Pair } from './pair.ts';
import type { Deriving, Proposal } from './proposal.ts';
import { cellText, namesRows, tableOf, tableVersions } from './table-columns.ts';
import { costOf } from './written.ts';

/** Of fewer cells a reader wants to see what changes in each. */
const fewestCells = 3;

/**
 * Finds cells of one column, its head perhaps among them, that change each by an instruction of its own: “for the column “X” substitute—”,
 * where most of its cells change and that costs a reader less.
 */
export function joinColumn(proposals: readonly Proposal[], deriving: Deriving): readonly Joining[] {
  const groups = new Map<Pair, Map<number, Proposal[]>>();
  for (const proposal of proposals) {
    const { owner } = proposal;
    const table = owner.parent?.parent;
    if (owner.before.type !== 'cell' || table?.before.type !== 'table') continue;
    const column = owner.parent?.before.children.indexOf(owner.before) ?? 0;
    const columns = groups.get(table) ?? new Map<number, Proposal[]>();
    groups.set(table, columns.set(column, [...(columns.get(column) ?? []), proposal]));
  }
  return [...groups].flatMap(([table, columns]) =>
    [...columns].flatMap(([column, members]): readonly Joining[] => {
      const operation = substitution(table, column, deriving);
      const [first, ...others] = members;
      const isMost = members.length > table.before.children.length / 2 && members.length >= fewestCells;
      if (!first || !operation || !isMost || costOf([{ operation }]) >= costOf(members)) return [];
      const more = [...(first.more ?? []), ...others.flatMap(({ after, more: further = [] }) => [after, ...further])];
      return [{ members, joined: { ...first, operation, more } }];
    }),
  );
}

function substitution(pair: Pair, column: number, deriving: Deriving): SubstituteColumn | undefined {
  const { before: one, after: other } = deriving.correspondence;
  const [before, after] = [tableOf(pair.before, one), tableOf(pair.after, other)];
  const versions = before && after && tableVersions(before, after);
  const of = deriving.locators.of(pair.before);
  if (!versions || !of || column === 0) return undefined;
  const named = namesRows(versions.before);
  const line = (name: string, text: string) => (named ? `| ${name} | ${text} |` : `| ${text} |`);
  const { head } = versions.before;
  const rows = versions.before.rows.map((row): string | undefined => {
    const version = versions.rows.get(row);
    return version && line(cellText(versions.before, row, 0), cellText(versions.after, version, column));
  });
  if (rows.includes(undefined)) return undefined;
  const top = line(cellText(versions.before, head, 0), cellText(versions.after, versions.after.head, column));
  const content = [top, named ? '|---|---|' : '|---|', ...rows].join('\n').replaceAll('|  |', '| |');
  return { type: 'substitute-column', at: { type: 'cell', column: head.children[column]?.title ?? '', of }, content };
}
