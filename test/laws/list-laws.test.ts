import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyChange } from '../../src/change/apply.ts';
import { readChange } from '../../src/change/read-change.ts';
import { formatMarkdown } from '../../src/source/format.ts';
import { parseDocument } from '../../src/source/parse.ts';

/** An item of one block or of several, with so many items in it. */
interface Item {
  readonly several: boolean;
  readonly inner: number;
}

const item = fc.record({ several: fc.boolean(), inner: fc.nat({ max: 2 }) });
const items = (maxLength: number) => fc.array(item, { minLength: 1, maxLength });

function written(label: string, { several, inner }: Item): string {
  const nested = ['(i) one;', '(ii) two;'].slice(0, inner).map((words) => `  - ${words}`);
  return [`- ${label} words of ${label};`, ...nested, ...(several ? ['', `  More of ${label}.`] : [])].join('\n');
}

function listOf(made: readonly Item[], letters: string, loose: boolean): string {
  return made.map((one, at) => written(`(${letters.charAt(at)})`, one)).join(loose ? '\n\n' : '\n');
}

const kinds = ['after', 'before', 'end', 'omit', 'substitute', 'paragraph'] as const;
const asked = fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat({ max: 4 }) });
const change = fc.record({
  list: items(5),
  given: items(3),
  ...{ loose: fc.boolean(), givenLoose: fc.boolean(), inItem: fc.boolean() },
  asked: fc.uniqueArray(asked, { minLength: 1, maxLength: 3, selector: ({ at }) => at }),
});

type Made = typeof change extends fc.Arbitrary<infer One> ? One : never;

const indented = (text: string) => text.replace(/^(?=.)/gm, '  ');
const quoted = (text: string) => text.replace(/^.*$/gm, (line) => `   >${line === '' ? '' : ` ${line}`}`);

function textOf({ list, loose, inItem }: Made): string {
  const made = listOf(list, 'abcde', loose);
  const whole = inItem ? `- (a) it has:\n${indented(made)}\n- (b) the last.` : made;
  return formatMarkdown(`---\nappendix: D\nversion: "1.0"\n---\n# A\n\n5.1 It has:\n\n${whole}\n\nand no more.\n`);
}

function instructions({ list, given, givenLoose, inItem, asked: all }: Made): readonly string[] {
  const holder = inItem ? 'item 5.1(a)' : 'paragraph 5.1';
  const places = new Set<string>();
  return all.flatMap(({ kind, at }, turn) => {
    const label = `(${'abcde'.charAt(at % list.length)})`;
    const place = kind === 'end' ? holder : `${holder.replace('paragraph', 'item')}${label}`;
    if (places.has(place)) return [];
    places.add(place);
    // After closing words it is a list of its own, which stands as it is given.
    const isOwn = kind === 'end' && !inItem;
    const content = quoted(listOf(given, ['vwx', 'pqr', 'jkl'][turn] ?? '', givenLoose && !isOwn));
    const instead = quoted(written(label, given[0] as Item).replace('words', 'other words'));
    if (kind === 'omit') return [`Omit ${place}.`];
    if (kind === 'substitute') return [`For ${place} substitute—\n\n${instead}`];
    if (kind === 'paragraph') return [`At the end of ${place} insert—\n\n   > A further paragraph.`];
    return [`${kind === 'end' ? 'At the end of' : kind} ${place} insert—\n\n${content}`];
  });
}

it('a list stays in canonical form whatever items come and go, and however they are given', () => {
  let carriedOut = 0;
  fc.assert(
    fc.property(change, (made) => {
      const numbered = instructions(made).map((words, at) => `${at + 1}. ${words}\n`);
      const head = '---\nchange: SPECIMEN\ntitle: T\nstage: s\nbaseline: { D: "1.0" }\n---\n\n## Appendix D\n\n';
      const read = readChange(head + numbered.join('\n'), 'change.md');
      if (!read.ok) throw new Error(read.messages.map(({ text }) => text).join(' '));
      const applied = applyChange(read.change, new Map([['D', parseDocument(textOf(made), 'D.md')]]));
      if (!applied.ok) return;
      carriedOut += 1;
      for (const { after } of applied.documents.values()) expect(after.source).toBe(formatMarkdown(after.source));
    }),
    { numRuns: 400 },
  );
  expect(carriedOut).toBeGreaterThan(300);
});
