import type { Told } from '../import/imported.ts';
import { visible } from './visible.ts';

/**
 * What of a Word file is not in the Markdown, as a table for a person: where, and what; under it the text of it, whole. What is told of
 * many places alike is told once. Empty where nothing is told.
 */
export function toldTable(name: string, told: readonly Told[]): string {
  if (told.length === 0) return '';
  const rows = joinAlike(told);
  const width = rows.reduce((most, { where }) => Math.max(most, Math.min(40, where.length)), 0);
  const lines = rows.flatMap(({ where, what, text }) => [
    `  ${where.padEnd(width)}  ${what}`,
    ...(text === undefined ? [] : text.split('\n').map((line) => `  ${' '.repeat(width)}  | ${line}`)),
  ]);
  const count =
    told.length === 1 ? '1 thing was not carried as it stood' : `${told.length} things were not carried as they stood`;
  return visible(`${name}: ${count}\n${lines.join('\n')}\n`);
}

function joinAlike(told: readonly Told[]): readonly Told[] {
  const rows = new Map<string, { readonly first: Told; count: number }>();
  for (const one of told) {
    const key = JSON.stringify([one.what, one.text]);
    const row = rows.get(key);
    if (row) row.count += 1;
    else rows.set(key, { first: one, count: 1 });
  }
  return [...rows.values()].map(({ first, count }) =>
    count === 1 ? first : { ...first, where: `${first.where} and ${count - 1} more` },
  );
}
