import type { Document, Provision } from '../model/document.ts';
import type { InsertDefinitions } from '../model/structural-operation.ts';
import type { Target } from '../provision/target.ts';
import { descendants, walk } from '../provision/walk.ts';
import { type Content, readContent } from './content.ts';
import { insertionAfter, insertionBefore } from './insertion.ts';
import { misfitBeside } from './misfit.ts';
import type { Outcome, Placed } from './placed.ts';
import type { RefusalText } from './refusal.ts';

interface NewRow {
  readonly term: string;
  readonly key: string;
  readonly content: Content;
}

/**
 * Works out “insert the following definitions in the appropriate places—”: each row goes where the alphabet has its term, letters and
 * figures alone counted. Refuses where the terms that stand there leave more than one place, or none, and a term already defined.
 */
export function insertDefinitions({ content }: InsertDefinitions, placed: Placed): Outcome {
  const { document, target, instruction, widthOf } = placed;
  const tables = tablesIn(document, target);
  const [table] = tables;
  const rows = table?.children.filter(({ type }) => type === 'definition') ?? [];
  const [first] = rows;
  if (!first || tables.length !== 1) return notOneTable(tables.length);
  const all = readContent(content);
  const misfit = misfitBeside(first, all, widthOf);
  if (misfit) return misfit;
  const added = all.text
    .split('\n')
    .map(newRow)
    .sort((one, other) => (one.key < other.key ? -1 : Number(one.key > other.key)));
  const repeated = added.find(({ key }, index) => index > 0 && added[index - 1]?.key === key);
  if (repeated) return { rule: 'term-repeated', text: `expected each term once, found “${repeated.term}” twice` };
  const places = added.map((row) => placeOf(row, rows, document));
  const refusal = places.find((place): place is RefusalText => typeof place !== 'number');
  if (refusal) return refusal;
  const edits = [...new Set(places as readonly number[])].map((place) => {
    const beside = rows[place - 1];
    const there = readContent(
      added.flatMap(({ content }, index) => (places[index] === place ? [content.text] : [])).join('\n'),
    );
    return beside
      ? insertionAfter(document.source, beside, rows, there, instruction.number)
      : insertionBefore(document.source, first, rows, there, instruction.number);
  });
  return { edits, omissions: [] };
}

function tablesIn(document: Document, target: Target): readonly Provision[] {
  const inside =
    target.type === 'document'
      ? [...walk(document)].map(({ provision }) => provision)
      : [target.provision, ...descendants(target.provision)];
  return inside.filter(({ type, children }) => type === 'table' && children.some((row) => row.type === 'definition'));
}

function notOneTable(found: number): RefusalText {
  return {
    rule: found === 0 ? 'no-definitions-there' : 'more-than-one-provision',
    text: `expected one table of definitions (headed “Term”) there, found ${found === 0 ? 'none' : found}`,
    advice:
      'name the annex or the section that has it: In Annex A, insert the following definitions in the appropriate places—',
  };
}

function newRow(line: string): NewRow {
  const content = readContent(line.trim());
  const term = content.labels[0] ?? '';
  return { term, key: alphabetKey(term), content };
}

// Before the row of that index: the one place between a term that comes before and one that comes after.
function placeOf({ term, key }: NewRow, rows: readonly Provision[], document: Document): number | RefusalText {
  const keys = rows.map(({ title }) => alphabetKey(title ?? ''));
  const same = keys.indexOf(key);
  if (same >= 0)
    return {
      rule: 'term-defined',
      text: `expected no definition of “${term}”, found one`,
      advice: `substitute it: for the definition of “${rows[same]?.title ?? term}” substitute—`,
      other: { document, range: rows[same] ?? { start: 0, end: 0 } },
    };
  const places: number[] = [];
  for (let place = 0; place <= keys.length; place += 1) {
    const [before, after] = [keys[place - 1], keys[place]];
    if ((before === undefined || before < key) && (after === undefined || after > key)) places.push(place);
  }
  const [place] = places;
  if (place !== undefined && places.length === 1) return place;
  const near = rows[places[1] ?? 0] ?? rows.at(-1);
  return {
    rule: 'not-in-alphabetical-order',
    text: `expected the terms there in alphabetical order, found ${places.length} places for “${term}”`,
    advice: `name the place: after the definition of “${rows[(place ?? 1) - 1]?.title ?? rows[0]?.title ?? ''}” insert—`,
    other: near && { document, range: near },
  };
}

function alphabetKey(term: string): string {
  return term
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
