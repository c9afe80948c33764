import type { Sheets } from './sheet.ts';

/**
 * The sheets as the JSON that the template reads. A way that leads to no place in the file is left out, and its words stay; so is the name of
 * a place to which nothing leads.
 */
export function writeSheets(sheets: Sheets): string {
  const places = new Set<string>();
  const ways = new Set<string>();
  JSON.stringify(sheets, (key, value: unknown) => {
    if (key === 'ids') for (const name of value as readonly string[]) places.add(name);
    if (key === 'to') ways.add(value as string);
    if (key === 'places') for (const name of value as readonly string[]) ways.add(name);
    return value;
  });
  return JSON.stringify(sheets, (key, value: unknown) => {
    if (key === 'to' && !places.has(value as string)) return undefined;
    if (key === 'places') return (value as readonly string[]).filter((name) => places.has(name));
    return key === 'ids' ? (value as readonly string[]).filter((name) => ways.has(name)) : value;
  });
}
