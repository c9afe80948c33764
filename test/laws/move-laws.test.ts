import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange } from '../../src/change/apply.ts';
import { readChange } from '../../src/change/read-change.ts';
import { acceptRedline, rejectRedline } from '../../src/compare/accept-redline.ts';
import { compareDocuments } from '../../src/compare/compare-documents.ts';
import type { Document, Provision } from '../../src/model/document.ts';
import { references } from '../../src/provision/references.ts';
import { walk } from '../../src/provision/walk.ts';
import { parseDocument } from '../../src/source/parse.ts';
import { documentText } from '../generate.ts';

const paragraphs = (document: Document): readonly Provision[] =>
  [...walk(document)].flatMap(({ provision }) =>
    provision.type === 'paragraph' && /^\d/.test(provision.label ?? '') ? [provision] : [],
  );

/** Two appendices, with citations of one provision of the first from both. */
const pairs = fc.tuple(documentText, documentText).chain(([called, another]) => {
  // What calls a footnote cannot leave its document.
  const text = called.replace(/\[\^\w+\](?!:)/g, '');
  const other = another.replace('appendix: D', 'appendix: K').replaceAll('Appendix D', 'Appendix K');
  const from = paragraphs(parseDocument(text, 'D.md'));
  const to = paragraphs(parseDocument(other, 'K.md'));
  if (from.length === 0 || to.length === 0) throw new Error('a document without paragraphs');
  return fc
    .tuple(fc.constantFrom(...from), fc.constantFrom(...from), fc.constantFrom(...to), fc.boolean())
    .map(([moved, citing, place, follow]) => ({
      documents: new Map([
        ['D', parseDocument(cite(text, citing, `See paragraph ${moved.label} and`), 'D.md')],
        ['K', parseDocument(cite(other, place, `See paragraph ${moved.label} of Appendix D and`), 'K.md')],
      ]),
      expected: {
        D: moved === citing ? undefined : `See paragraph ${place.label}Q of Appendix K and`,
        K: `See paragraph ${place.label}Q of this Appendix and`,
      },
      sentence: `Move paragraph ${moved.label} to after paragraph ${place.label} of Appendix K, and renumber it ${place.label}Q${follow ? '; references follow' : ''}.`,
      follow,
    }));
});

function cite(text: string, { words }: Provision, citation: string): string {
  const at = text.slice(words.start).search(/\s/) + words.start;
  return `${text.slice(0, at)} ${citation}${text.slice(at)}`;
}

const resolved = (documents: readonly Document[]): number =>
  references(documents).filter(({ target }) => target !== undefined && target.type !== 'unlocated').length;

describe('a move to another appendix', () => {
  it('leaves every reference pointing at something where references follow, or is refused with a reason', () => {
    let followed = 0;
    fc.assert(
      fc.property(pairs, ({ documents, sentence, follow, expected }) => {
        const head =
          '---\nchange: SPECIMEN\ntitle: Specimen\nstage: specimen\nbaseline: { D: "1.0" }\n---\n\n## Appendix D\n';
        const read = readChange(`${head}\n1. ${sentence}\n`, 'change.md');
        if (!read.ok) throw new Error(read.messages.map(({ text }) => text).join(' '));
        const applied = applyChange(read.change, documents);
        if (!applied.ok) {
          for (const { text } of applied.refusals) expect(text).toMatch(/^Instruction 1 cannot be carried out: /);
          return;
        }
        for (const { before, after, edits } of applied.documents.values()) {
          const redline = compareDocuments(before, after, { edits });
          expect(acceptRedline(redline)).toBe(after.source);
          expect(rejectRedline(redline)).toBe(before.source);
        }
        const after = [...documents].map(([key, document]) => applied.documents.get(key)?.after ?? document);
        if (!follow) return;
        expect(resolved(after)).toBeGreaterThanOrEqual(resolved([...documents.values()]));
        expect(applied.documents.get('D')?.after.source).toContain(expected.D ?? '');
        expect(applied.documents.get('K')?.after.source).toContain(expected.K);
        followed += 1;
      }),
      { numRuns: 80 },
    );
    expect(followed).toBeGreaterThan(0);
  });
});
