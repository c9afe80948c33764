import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange } from '../../src/change/apply.ts';
import { readChange } from '../../src/change/read-change.ts';
import { splice } from '../../src/change/splice.ts';
import { acceptRedline, rejectRedline } from '../../src/compare/accept-redline.ts';
import { compareDocuments } from '../../src/compare/compare-documents.ts';
import type { Change } from '../../src/model/change.ts';
import type { Document, Provision } from '../../src/model/document.ts';
import { walk } from '../../src/provision/walk.ts';
import { parseDocument } from '../../src/source/parse.ts';
import { documentText } from '../generate.ts';

const nameOf = ({ type, label }: Provision) =>
  `${type === 'section' ? 'section' : type === 'row' ? 'step' : 'paragraph'} ${label}`;

/** Numbered sections, paragraphs and steps; items by their paragraph. */
const named = (document: Document): readonly { readonly provision: Provision; readonly name: string }[] =>
  [...walk(document)].flatMap(({ provision, parents }) => {
    const { label, type } = provision;
    if (label === undefined || type === 'footnote' || /^Appendix/.test(label)) return [];
    if (type !== 'item') return [{ provision, name: nameOf(provision) }];
    const labels = parents.filter((parent) => parent.type === 'item').map((parent) => parent.label ?? '');
    const holder = parents.findLast((parent) => /^\d/.test(parent.label ?? ''));
    return holder ? [{ provision, name: `paragraph ${holder.label}${labels.join('')}${label}` }] : [];
  });

/** A word of its own that a provision can be split before. */
const wordIn = ({ source }: Document, { words }: Provision): string =>
  source
    .slice(words.start, words.end)
    .split(/\s+/)
    .slice(1)
    .find((word) => /^\p{L}{2,}$/u.test(word)) ?? 'shall';

type Named = ReturnType<typeof named>[number];

const tableOf = ({ provision }: Named) => provision.children.find(({ type }) => type === 'table');

/** Two paragraphs or items side by side, most of which can be merged. */
const neighbours = (document: Document): readonly (readonly [Named, Named])[] => {
  const all = named(document);
  const next = new Map(all.map((each) => [each.provision.start, each]));
  return all.flatMap((one) => {
    const holder = [...walk(document)].find(({ provision }) => provision.children.includes(one.provision));
    const beside = holder?.provision.children[holder.provision.children.indexOf(one.provision) + 1];
    const other = beside && next.get(beside.start);
    const plain = other && other.provision === beside && beside.type === one.provision.type;
    return plain && (beside.type === 'paragraph' || beside.type === 'item') ? [[one, other] as const] : [];
  });
};

const sentences = (document: Document, one: Named, other: Named): readonly string[] => {
  const label = one.provision.label ?? '';
  const next = label.startsWith('(') ? '(q)' : `${label}Q`;
  const words = label.startsWith('(') ? '(r)' : `${label}R`;
  // Few provisions have a table, and a column can be asked of no other.
  const holder = [one, ...named(document)].find(tableOf) ?? one;
  const pairs = neighbours(document);
  const [first, second] = pairs[one.provision.start % Math.max(1, pairs.length)] ?? [one, other];
  const rows = Math.max(1, (tableOf(holder)?.children.length ?? 0) - 1);
  return [
    `Renumber ${one.name} as ${next}; references follow.`,
    `Renumber ${one.name} as ${next}.`,
    `Move ${one.name} to after ${other.name}.`,
    `Move ${one.name} to before ${other.name}, and renumber it ${next}; references follow.`,
    `Move ${one.name} to the beginning of ${other.name}.`,
    `Split ${one.name} before “${wordIn(document, one.provision)}”; the second part becomes ${words}.`,
    `Merge ${first.name} and ${second.name}; references follow.`,
    `Merge ${one.name} and ${other.name}.`,
    `In the table in ${holder.name}, omit the column “Obligation”.`,
    `In the table in ${holder.name}, after the column “Obligation” insert the column “When”—\n${'\n   > | now |'.repeat(rows)}`,
    `In the table in ${holder.name}, for the column “Obligation” substitute—\n\n   > | Duty |\n   > |---|${'\n   > | *now* |'.repeat(rows)}`,
    `In ${one.name}, for “the”, in each place where it occurs, substitute “every”.`,
    `At the end of ${other.name} insert “, and more”.`,
  ];
};

const generated = documentText.chain((text) => {
  const document = parseDocument(text, 'D.md');
  const provisions = named(document);
  const chosen = fc.constantFrom(...provisions);
  // Neighbours are what can be merged and what is most easily fused.
  const pair = fc.oneof(
    { weight: 1, arbitrary: fc.tuple(chosen, chosen) },
    {
      weight: 3,
      arbitrary: fc.nat({ max: Math.max(provisions.length - 2, 0) }).map((at) => {
        const [one, other] = [provisions[at], provisions[at + 1] ?? provisions[at]];
        if (!one || !other) throw new Error('a document without provisions');
        return [one, other] as const;
      }),
    },
  );
  const instruction = fc
    .tuple(pair, fc.nat({ max: 12 }))
    .map(([[one, other], kind]) => sentences(document, one, other)[kind] ?? '');
  return fc
    .array(instruction, { minLength: 1, maxLength: 3 })
    .map((instructions) => ({ document, instructions: [...new Set(instructions)] }));
});

function changeOf(instructions: readonly string[]): Change {
  const head =
    '---\nchange: SPECIMEN\ntitle: Specimen\nstage: specimen\nbaseline: { D: "1.0" }\n---\n\n## Appendix D\n';
  const body = instructions.map((sentence, index) => `\n${index + 1}. ${sentence}\n`).join('');
  const read = readChange(head + body, 'change.md');
  if (!read.ok) throw new Error(read.messages.map(({ text }) => text).join(' '));
  return read.change;
}

describe('a change of the structure', () => {
  it('gives both texts back, whatever the order of its instructions, or is refused with a reason', () => {
    const done = new Map<string, number>();
    fc.assert(
      fc.property(generated, ({ document, instructions }) => {
        const change = changeOf(instructions);
        const applied = applyChange(change, new Map([['D', document]]));
        const turned = applyChange(
          { ...change, instructions: [...change.instructions].reverse() },
          new Map([['D', document]]),
        );
        expect(turned.ok).toBe(applied.ok);
        if (!applied.ok) {
          for (const { text } of applied.refusals) expect(text).toMatch(/^Instruction \d+ cannot be carried out: /);
          return;
        }
        const result = applied.documents.get('D');
        if (!result) return;
        expect(turned.ok && turned.documents.get('D')?.after.source).toBe(result.after.source);
        expect(splice(document.source, result.edits)).toBe(result.after.source);
        const redline = compareDocuments(document, result.after, { edits: result.edits });
        expect(acceptRedline(redline)).toBe(result.after.source);
        expect(rejectRedline(redline)).toBe(document.source);
        for (const { operation } of change.instructions) done.set(operation.type, (done.get(operation.type) ?? 0) + 1);
      }),
      { numRuns: 400 },
    );
    for (const type of ['renumber', 'move', 'split', 'merge', 'omit-provision', 'insert-column', 'substitute-column'])
      expect([type, (done.get(type) ?? 0) > 0]).toEqual([type, true]);
  });
});
