import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Applied } from '../../src/change/applied.ts';
import { applyChange } from '../../src/change/apply.ts';
import { footnotesAtEnd } from '../../src/change/footnotes-at-end.ts';
import { plan } from '../../src/change/plan.ts';
import { printChange } from '../../src/change/print-change.ts';
import { readChange } from '../../src/change/read-change.ts';
import type { Change } from '../../src/model/change.ts';
import type { Document, Provision } from '../../src/model/document.ts';
import { walk } from '../../src/provision/walk.ts';
import { parseDocument } from '../../src/source/parse.ts';
import { changeOf, type Fixture, fixtures } from '../fixture.ts';
import { documentText } from '../generate.ts';

/** The text before, made again from what stands outside the edits of the text after and what the edits took away. */
function undone({ before, after, edits }: Applied): string {
  let shift = 0;
  let text = '';
  let at = 0;
  for (const edit of edits) {
    const start = edit.start + shift;
    text += after.source.slice(at, start) + before.source.slice(edit.start, edit.end);
    at = start + edit.text.length;
    shift += edit.text.length - (edit.end - edit.start);
  }
  return text + after.source.slice(at);
}

const carriedOut = (fixture: Fixture) => {
  if (!fixture.change.ok) return [];
  const applied = applyChange(fixture.change.change, fixture.documents);
  return applied.ok ? [...applied.documents.values()] : [];
};

const labelled = (document: Document): readonly Provision[] =>
  [...walk(document)]
    .map(({ provision }) => provision)
    .filter(({ label, type }) => label !== undefined && type !== 'footnote');

const sentences = (provision: Provision, others: string): readonly string[] => {
  const at =
    provision.type === 'section'
      ? `section ${provision.label}`
      : provision.type === 'row'
        ? `step ${provision.label}`
        : `paragraph ${provision.label}`;
  return [
    `Omit ${at}.`,
    `Omit ${at} and leave “[No longer in use]”.`,
    `In ${at}, for “the”, in each place where it occurs, substitute “${others}”.`,
    `In ${at}, omit “shall”.`,
    `In ${at}, after “DCC” insert “or a User”.`,
    `At the end of ${at} insert “, and more”.`,
    `After ${at} insert—\n\n   > 9.9.9 ${others} and more.`,
    `After ${at} insert—\n\n   > - (z) ${others} and more.`,
    `For ${at} substitute—\n\n   > ${provision.label} ${others}.`,
    `In ${at}, for the words from “shall” to the end substitute “${others}.”.`,
    `In ${at}, omit the words from the beginning to “DCC”.`,
    `In ${at}, omit “shall” and after “DCC” insert “or ${others}”.`,
    `In the first sentence of ${at}, for “the” substitute “${others}”.`,
    `In ${at} and the definition of “DCC”, for “the”, in each place where it occurs, substitute “${others}”.`,
    `In ${at}—\n\n   - (a) before “shall” insert “${others}”; and\n   - (b) at the end insert “, and more”.`,
    `In the document, for “DCC”, in each place where it occurs, substitute “${others}”.`,
  ];
};

const generated = documentText.chain((text) => {
  const document = parseDocument(text, 'D.md');
  const provisions = labelled(document).filter(({ label }) => /^\d/.test(label ?? ''));
  const one = fc.tuple(
    fc.constantFrom(...provisions),
    fc.nat({ max: 15 }),
    fc.constantFrom('every', 'a *new', 'the new** one', '`odd', 'plain'),
  );
  return fc.array(one, { minLength: 1, maxLength: 4 }).map((chosen) => ({
    document,
    instructions: chosen.map(([provision, kind, others]) => sentences(provision, others)[kind] ?? ''),
  }));
});

const changeText = (instructions: readonly string[]) =>
  `---\nchange: SPECIMEN\ntitle: Specimen\nstage: specimen\nbaseline: { D: "1.0" }\n---\n\n## Appendix D\n\n${instructions.map((text, index) => `${index + 1}. ${text}\n`).join('\n')}`;

describe('carrying a change out', () => {
  it('keeps every byte outside the edits, on every fixture', () => {
    const all = fixtures().flatMap(carriedOut);
    expect(all.length).toBeGreaterThan(30);
    for (const applied of all) expect(undone(applied)).toBe(applied.before.source);
  });

  it('gives the same text whatever the order of the instructions, on every fixture', () => {
    for (const fixture of fixtures()) {
      if (!fixture.change.ok || carriedOut(fixture).length === 0) continue;
      const change = changeOf(fixture);
      const turned = applyChange({ ...change, instructions: [...change.instructions].reverse() }, fixture.documents);
      expect(turned.ok && [...turned.documents.values()].map(({ after }) => after.source)).toEqual(
        carriedOut(fixture).map(({ after }) => after.source),
      );
    }
  });

  it('prints every change of the fixtures so that it is read as the same edits', () => {
    let several = 0;
    for (const fixture of fixtures()) {
      if (!fixture.change.ok) continue;
      const change = changeOf(fixture);
      const printed = printChange(change);
      const again = readChange(printed, 'change.md');
      if (!again.ok) throw new Error(`${fixture.name}: ${again.messages.map(({ text }) => text).join(' ')}`);
      expect(printChange(again.change)).toBe(printed);
      const edits = (one: Change) => {
        const planned = plan(one, fixture.documents);
        return planned.ok ? [...planned.edits] : planned.refusals.map(({ rule, text }) => [rule, text]);
      };
      expect(edits(again.change)).toEqual(edits(change));
      several += change.instructions.length;
    }
    expect(several).toBeGreaterThan(80);
  });

  it('keeps every byte outside the edits or refuses with a reason, on generated documents and instructions', () => {
    let done = 0;
    let refused = 0;
    fc.assert(
      fc.property(generated, ({ document, instructions }) => {
        const read = readChange(changeText(instructions), 'change.md');
        if (!read.ok) throw new Error(read.messages.map(({ text }) => text).join(' '));
        const applied = applyChange(read.change, new Map([['D', document]]));
        if (applied.ok) {
          done += 1;
          for (const result of applied.documents.values()) expect(undone(result)).toBe(document.source);
        } else {
          refused += 1;
          for (const refusal of applied.refusals) {
            expect(refusal.text).toMatch(/^(?:Instruction \d+(?:\([a-z]+\))? cannot|The baseline)/);
            expect(refusal.place.line).toBeGreaterThan(8);
          }
        }
      }),
      { numRuns: 400 },
    );
    expect(done).toBeGreaterThan(40);
    expect(refused).toBeGreaterThan(40);
  });

  it('leaves the provisions it does not name as they were, on generated documents', () => {
    fc.assert(
      fc.property(generated, ({ document, instructions }) => {
        const read = readChange(changeText(instructions.slice(0, 1)), 'change.md');
        if (!read.ok) throw new Error('unreadable');
        const applied = applyChange(read.change, new Map([['D', document]]));
        const result = applied.ok ? applied.documents.get('D') : undefined;
        if (!result) return;
        const touched = (provision: Provision) =>
          result.edits.some((edit) => edit.start <= provision.end && edit.end >= provision.start);
        const kept = labelled(document).filter((provision) => !touched(provision));
        // Footnotes at the end of a text are of all of it: the section that holds them is the last, whichever that is.
        const textOf = (one: Document, provision: Provision) => {
          const { start, end } = footnotesAtEnd(one, provision).range;
          return one.source.slice(start, end);
        };
        const after = new Set(labelled(result.after).map((provision) => textOf(result.after, provision)));
        for (const provision of kept) expect(after).toContain(textOf(document, provision));
      }),
      { numRuns: 200 },
    );
  });
});
