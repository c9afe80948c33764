import type { Document, Provision } from '../model/document.ts';
import { type Visit, walk } from '../provision/walk.ts';
import { isOmitted } from './omitted.ts';
import type { Finding, Rule } from './rule.ts';
import type { Survey } from './survey.ts';

/**
 * A step of a procedure that no other step leads to and that nothing cites. The first step of a table is where its procedure
 * begins; a step whose last column names no other step and no end leads to the one below it. That a “Next step” is gone is
 * told as a reference that points at nothing.
 *
 * Bad:
 *
 *     5.1.1 The steps are:
 *
 *     | Step | Obligation | Next step |
 *     |---|---|---|
 *     | 5.1.1.1 | Apply. | 5.1.1.3 |
 *     | 5.1.1.2 | Wait. | 5.1.1.3 |
 *     | 5.1.1.3 | Answer. | End |
 *
 * Good:
 *
 *     5.1.1 The steps are:
 *
 *     | Step | Obligation | Next step |
 *     |---|---|---|
 *     | 5.1.1.1 | Apply. | 5.1.1.2 if in time, else 5.1.1.3 |
 *     | 5.1.1.2 | Wait. | 5.1.1.3 |
 *     | 5.1.1.3 | Answer. | End |
 */
export const stepNotReached: Rule = {
  id: 'step-not-reached',
  severity: 'warning',
  summary: 'A step of a procedure that nothing leads to.',
  find: (survey) => {
    const reached = reachedIn(survey);
    return survey.documents.flatMap((document) =>
      [...walk(document)].flatMap(({ provision }) =>
        provision.type === 'table' ? inTable(document, provision, reached) : [],
      ),
    );
  },
};

/** Every provision that a reference leads to from outside it; those between the two ends of a range count as well. */
function reachedIn({ references }: Survey): ReadonlySet<Provision> {
  const reached = new Set<Provision>();
  let before: (Visit & { readonly citation: number }) | undefined;
  for (const { target, visit, citation } of references) {
    if (target?.type !== 'provision') continue;
    const { provision, parents } = target;
    const table = parents.at(-1);
    if (before?.citation === citation.start && table && before.parents.at(-1) === table) {
      const rows = table.children;
      for (const row of rows.slice(rows.indexOf(before.provision), rows.indexOf(provision))) reached.add(row);
    }
    if (!visit.parents.includes(provision)) reached.add(provision);
    before = { provision, parents, citation: citation.start };
  }
  return reached;
}

function inTable(document: Document, table: Provision, reached: ReadonlySet<Provision>): readonly Finding[] {
  const steps = table.children.filter((row) => row.label !== undefined && !row.header);
  if (!table.children[0]?.children.some((cell) => isNext(cell))) return [];
  return steps.flatMap((step, index): readonly Finding[] => {
    const before = steps[index - 1];
    if (!before || isOmitted(document, step) || reached.has(step) || fallsThrough(document, before)) return [];
    return [
      {
        document,
        ...(step.labelRange ?? step),
        text: `Nothing leads to step ${step.label}.`,
        advice: 'Name it as the next step of the step that comes before it, or omit it.',
      },
    ];
  });
}

function isNext({ title }: Provision): boolean {
  return /^next steps?$/i.test(title ?? '');
}

function fallsThrough(document: Document, row: Provision): boolean {
  const cell = row.children.find(isNext);
  if (!cell || isOmitted(document, row)) return !cell;
  const words = document.source.slice(cell.words.start, cell.words.end);
  return !/\d|\b(?:end|ends|none|stop|finish|complete)\b/i.test(words);
}
