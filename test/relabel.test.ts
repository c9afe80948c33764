import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptRedline, rejectRedline } from '../src/compare/accept-redline.ts';
import type { Redline } from '../src/model/redline.ts';
import type { Visit } from '../src/provision/walk.ts';
import { parseDocument } from '../src/source/parse.ts';
import { corpusPairs, hasCorpus } from './corpus.ts';
import { putBefore, shiftable } from './generate-renumbering.ts';
import { redlineOf, redlineOfEdits } from './read-redline.ts';

/** The source with marks: those of the label alone in angle brackets. */
function marked({ source }: Redline): string {
  return source
    .map(({ type, text, relabel }) => {
      if (type === 'same') return text;
      const mark = type === 'deleted' ? `-${text}-` : `+${text}+`;
      return relabel ? `<${mark}>` : `[${mark}]`;
    })
    .join('');
}

function substantive(redline: Redline): readonly string[] {
  return redline.source.filter(({ type, relabel }) => type !== 'same' && !relabel).map(({ text }) => text);
}

function statuses(redline: Redline): readonly string[] {
  return redline.blocks.map(({ type, status }) => `${type} ${status}`);
}

const list = '5.1 The DCC shall:\n\n- (a) keep a list;\n- (b) publish the list each day; and\n- (c) tell each Party.\n';
const listAfter =
  '5.1 The DCC shall:\n\n- (a) keep a list;\n- (b) sign it with a seal;\n- (c) publish the list each day; and\n- (d) tell each Party.\n';

describe('a label that only shifts', () => {
  it('is told apart where an item is put in, and the item alone is substantive', () => {
    const redline = redlineOf(list, listAfter);
    expect(marked(redline)).toBe(
      '5.1 The DCC shall:\n\n- (a) keep a list;\n[+- (b) sign it with a seal;\n+]- <-(b)-><+(c)+> publish the list each day; and\n- <-(c)-><+(d)+> tell each Party.\n',
    );
    expect(redline.changes).toEqual([
      expect.objectContaining({ type: 'insertion', after: 'paragraph 5.1(b)', kind: 'substantive' }),
      {
        type: 'relabelling',
        before: 'paragraph 5.1(b) to paragraph 5.1(c)',
        after: 'paragraph 5.1(c) to paragraph 5.1(d)',
        kind: 'consequential',
        id: 'p-5.1-c',
      },
    ]);
    expect(redline.coverage.suppressed).toBe(2);
  });

  it('is told apart where an item is left out', () => {
    const redline = redlineOf(listAfter, list);
    expect(substantive(redline)).toEqual(['- (b) sign it with a seal;\n']);
  });

  it('leaves its block relabelled, and the runs say so', () => {
    const [, block] = redlineOf(list, listAfter).blocks;
    const items = block && 'children' in block ? block.children : [];
    expect(items.map(({ status }) => status)).toEqual(['same', 'inserted', 'relabelled', 'relabelled']);
    const [words] = items[3] && 'children' in items[3] ? items[3].children : [];
    expect(words).toMatchObject({
      status: 'relabelled',
      runs: [
        { type: 'deleted', text: '(c)', relabel: true },
        { type: 'inserted', text: '(d)', relabel: true },
        { type: 'same', text: ' tell each Party.' },
      ],
    });
  });

  it('is told apart in an inner list', () => {
    const before = '5.1 A Party:\n\n- (a) shall keep:\n  - (i) the keys; and\n  - (ii) the tokens;\n- (b) may ask.\n';
    const after = before
      .replace('  - (i) the keys', '  - (i) the seals;\n  - (ii) the keys')
      .replace('(ii) the tokens', '(iii) the tokens');
    expect(substantive(redlineOf(before, after))).toEqual(['  - (i) the seals;\n']);
  });

  it('is told apart in numbered paragraphs, with the citations that follow', () => {
    const before =
      '5.1 The DCC keeps a list.\n\n5.2 Each Party reads the list:\n\n- (a) daily.\n\n5.3 Under paragraph 5.2(a) nothing is owed.\n';
    const after =
      '5.1 The DCC keeps a list.\n\n5.2 A seal is kept in a safe.\n\n5.3 Each Party reads the list:\n\n- (a) daily.\n\n5.4 Under paragraph 5.3(a) nothing is owed.\n';
    const redline = redlineOf(before, after);
    expect(marked(redline)).toBe(
      '5.1 The DCC keeps a list.\n\n[+5.2 A seal is kept in a safe.\n\n+]<-5.2-><+5.3+> Each Party reads the list:\n\n- (a) daily.\n\n<-5.3-><+5.4+> Under paragraph <-5.2(a)-><+5.3(a)+> nothing is owed.\n',
    );
    expect(redline.changes.slice(1)).toEqual([
      expect.objectContaining({
        type: 'relabelling',
        before: 'paragraph 5.2 to paragraph 5.3',
        after: 'paragraph 5.3 to paragraph 5.4',
      }),
      expect.objectContaining({
        type: 'relabelling',
        kind: 'consequential',
        after: 'paragraph 5.4',
        reason: '1 citation follows the labels.',
      }),
    ]);
    expect(statuses(redline)).toEqual([
      'paragraph same',
      'paragraph inserted',
      'paragraph relabelled',
      'list same',
      'paragraph relabelled',
    ]);
  });

  it('is told apart in a section with all that stands in it', () => {
    const before =
      '## 4 Keys\n\n4.1 Keys are kept.\n\n## 5 Tokens\n\n### 5.1 Issue\n\n5.1.1 See section 4 and paragraphs 5.1.1 and 5.1.2.\n\n5.1.2 Tokens are red.\n';
    const after =
      '## 4 Seals\n\n4.1 Seals are made of lead or wax.\n\n## 5 Keys\n\n5.1 Keys are kept.\n\n## 6 Tokens\n\n### 6.1 Issue\n\n6.1.1 See section 5 and paragraphs 6.1.1 and 6.1.2.\n\n6.1.2 Tokens are red.\n';
    const redline = redlineOf(before, after);
    expect(substantive(redline)).toEqual(['4 Seals\n\n4.1 Seals are made of lead or wax.\n\n## ']);
    expect(redline.changes.map(({ type, before }) => `${type} ${before}`)).toEqual([
      'insertion undefined',
      'relabelling Section 4 to section 5',
      expect.stringContaining('relabelling'),
    ]);
  });

  it('is told apart in the steps of a table, with the next steps', () => {
    const head =
      '5.5.3 The steps are:\n\n| Step | What is done | Next step |\n|---|---|---|\n| 5.5.3.1 | Read the form. | 5.5.3.2 |\n';
    const before = `${head}| 5.5.3.2 | Decide it. | 5.5.3.3 if refused, else End |\n| 5.5.3.3 | Tell the Party what step 5.5.3.2 gave. | End |\n`;
    const after = `${head.replace('5.5.3.2 |\n', '5.5.3.2 |\n')}| 5.5.3.2 | Weigh all the evidence. | 5.5.3.3 |\n| 5.5.3.3 | Decide it. | 5.5.3.4 if refused, else End |\n| 5.5.3.4 | Tell the Party what step 5.5.3.3 gave. | End |\n`;
    expect(substantive(redlineOf(before, after))).toEqual(['| 5.5.3.2 | Weigh all the evidence. | 5.5.3.3 |\n']);
  });

  it('is told apart in annexes', () => {
    const before =
      '## 1 Rules\n\n1.1 The form in Annex B is used.\n\n## Annex A Terms\n\nTerms stand here.\n\n## Annex B Form\n\nThe form stands here.\n';
    const after =
      '## 1 Rules\n\n1.1 The form in Annex C is used.\n\n## Annex A Terms\n\nTerms stand here.\n\n## Annex B Seals\n\nEach seal is shown.\n\n## Annex C Form\n\nThe form stands here.\n';
    const redline = redlineOf(before, after);
    expect(substantive(redline).join('')).toBe('## Annex B Seals\n\nEach seal is shown.\n\n');
    expect(redline.changes.map(({ before, after }) => [before, after])).toContainEqual(['Annex B', 'Annex C']);
  });

  it('lets a bare citation of the same list follow', () => {
    const before = list.replace('tell each Party', 'tell each Party of what is done in (b)');
    const after = listAfter.replace('tell each Party', 'tell each Party of what is done in (c)');
    expect(substantive(redlineOf(before, after))).toEqual(['- (b) sign it with a seal;\n']);
  });

  it('does not hide an edit of the words beside it', () => {
    const redline = redlineOf(list, listAfter.replace('each Party', 'each User'));
    expect(substantive(redline)).toEqual(['- (b) sign it with a seal;\n', 'Party', 'User']);
    expect(redline.changes.filter(({ kind }) => kind === 'substantive')).toHaveLength(2);
  });
});

describe('what only looks like renumbering', () => {
  const before =
    '5.1 The DCC keeps a list.\n\n5.2 Each Party reads it.\n\n5.3 Under paragraph 5.2 nothing is owed for 40 Working Days.\n';
  const after =
    '5.1 The DCC keeps a list.\n\n5.2 A seal is kept in a safe.\n\n5.3 Each Party reads it.\n\n5.4 Under paragraph 5.3 nothing is owed for 40 Working Days.\n';

  it('stays substantive where a citation does not follow', () => {
    const redline = redlineOf(before, after.replace('paragraph 5.3', 'paragraph 5.1'));
    expect(substantive(redline).slice(1)).toEqual(['5.2', '5.1']);
  });

  it('is no mark at all where a citation was left as it is', () => {
    const redline = redlineOf(before, after.replace('paragraph 5.3', 'paragraph 5.2'));
    expect(substantive(redline)).toEqual(['5.2 A seal is kept in a safe.\n\n']);
  });

  it('stays substantive where a quantity changes', () => {
    const redline = redlineOf(before, after.replace('40 Working Days', '41 Working Days'));
    expect(substantive(redline).slice(1)).toEqual(['40 Working Days', '41 Working Days']);
    expect(substantive(redlineOf(before, before.replace('40', '41')))).toEqual(['40 Working Days', '41 Working Days']);
  });

  it('stays substantive where an edit is given', () => {
    const redline = redlineOfEdits('5.1 One.\n\n5.2 Two.\n', ['5.2', '5.3', 4]);
    expect(redline.source.some(({ relabel }) => relabel)).toBe(false);
    expect(redline.changes).toEqual([expect.objectContaining({ kind: 'substantive', by: 4 })]);
  });
});

const wordsOf = (text: string): number => text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
const tries = Number(process.env.RENUMBERINGS ?? 6);

// Every kind of provision at every depth has its turn.
function levelOf({ provision: { type, label = '' }, parents }: Visit): string {
  return `${type} ${type === 'item' ? parents.filter((parent) => parent.type === 'item').length : label.split('.').length}`;
}

function grouped(visits: readonly Visit[]): readonly (readonly Visit[])[] {
  const groups = new Map<string, Visit[]>();
  for (const visit of visits) groups.set(levelOf(visit), [...(groups.get(levelOf(visit)) ?? []), visit]);
  return [...groups.values()];
}

/** Puts provisions in at random places, and says where more than the new text was marked. */
function tryOut(
  source: string,
  follow: boolean,
): { readonly tried: Record<string, number>; readonly wrong: readonly string[] } {
  const document = parseDocument(source, 'text.md');
  const levels = grouped(shiftable(document));
  const tried: Record<string, number> = {};
  const wrong: string[] = [];
  for (const [index, seed] of fc.sample(fc.nat(), tries).entries()) {
    const places = levels[index % levels.length] ?? [];
    const visit = places[seed % places.length];
    const made = visit && putBefore(source, document, visit, 'quartz heron ledger', follow);
    if (!made) continue;
    tried[made.type] = (tried[made.type] ?? 0) + 1;
    const redline = redlineOf(source, made.after);
    const marks = substantive(redline);
    const exact = acceptRedline(redline) === made.after && rejectRedline(redline) === source;
    if (!exact || wordsOf(marks.join(' ')) > wordsOf(made.text))
      wrong.push(`${made.type} ${made.label}: ${marks.join(' | ')}`);
  }
  return { tried, wrong };
}

describe('a provision put in at a random place', () => {
  it.each(['D', 'K', 'M', 'N'])('marks its own words alone in Appendix %s', { timeout: 400_000 }, (letter) => {
    const source = readFileSync(new URL(`../appendices/${letter}.md`, import.meta.url), 'utf8');
    const { tried, wrong } = tryOut(source, true);
    console.info(`Appendix ${letter}: ${JSON.stringify(tried)}`);
    expect(wrong).toEqual([]);
  });

  it.runIf(hasCorpus)('marks its own words alone in documents of the corpus', { timeout: 400_000 }, () => {
    for (const { name, before } of corpusPairs().slice(0, process.env.RENUMBERINGS ? undefined : 1)) {
      const { tried, wrong } = tryOut(before, false);
      console.info(`${name}: ${JSON.stringify(tried)}`);
      expect(wrong).toEqual([]);
    }
  });
});
