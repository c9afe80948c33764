import type { ConsequenceFinding, Consequences, LabelConsequence } from '../model/consequences.ts';
import type { Pack } from '../model/pack.ts';
import { changeName } from './document-name.ts';

/** One cell: its words, and the fragment on the page of a document that it leads to, where it leads to one. */
export interface TellingCell {
  readonly words: string;
  readonly target?: { readonly document: string; readonly id: string };
}

/** A table that tells consequences of one kind. The first cell of a row names it. */
export interface TellingTable {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly TellingCell[])[];
}

/** What a pack says of consequences: sentences first, then the tables that have rows. */
export interface Telling {
  readonly sentences: readonly string[];
  readonly tables: readonly TellingTable[];
}

/**
 * Tells the consequences of a change for its readers: all of them, or those in one document. What there is none of is said, and what was
 * checked. Undefined where consequences were not looked for.
 */
export function tellConsequences({ consequences, change }: Pack, document?: string): Telling | undefined {
  if (!consequences) return undefined;
  const own = document === undefined ? consequences : ofDocument(consequences, document);
  const all = document === undefined && consequences.checked.documents.length > 1;
  const name = (key: string) => (all ? `${documentWords(key)}, ` : '');
  const { labels, followed, brought, cured, checked } = own;
  const { silenced } = checked;
  const tables = [
    table(
      'What is now wrong',
      ['Where', 'What', 'What to do'],
      brought.map((finding) => findingCells(finding, name)),
    ),
    table(
      'Silenced',
      ['Where', 'What', 'Reason given'],
      silenced.map((finding) => [where(finding, name), { words: finding.text }, { words: finding.reason }]),
    ),
    table(
      'Labels',
      ['Provision before', 'Provision after', 'What becomes of it', 'Instruction'],
      labels.map((label) => labelCells(label, name)),
    ),
    table(
      'References that follow',
      ['Where', 'Before', 'After'],
      followed.map(({ document: key, at, before, after }) => [
        { words: `${name(key)}${at}` },
        { words: before },
        { words: after },
      ]),
    ),
    table(
      'What is no longer wrong',
      ['Where, in the text before', 'What was wrong'],
      cured.map((finding) => [where(finding, name), { words: finding.text }]),
    ),
  ];
  return {
    sentences: [...checkedSentences(consequences, change && changeName(change)), ...sums(own, document)],
    tables: tables.filter(({ rows }) => rows.length > 0),
  };
}

/** The consequences that are in one document. */
export function ofDocument(consequences: Consequences, key: string): Consequences {
  const { labels, followed, brought, cured, checked } = consequences;
  const own = <Entry extends { readonly document: string }>(entries: readonly Entry[]) =>
    entries.filter(({ document }) => document === key);
  return {
    labels: own(labels),
    followed: own(followed),
    brought: own(brought),
    cured: own(cured),
    checked: { ...checked, silenced: own(checked.silenced) },
  };
}

function checkedSentences({ checked }: Consequences, change: string | undefined): readonly string[] {
  const { documents, references, rules } = checked;
  const named =
    documents.length === 1
      ? documentWords(documents[0] ?? '')
      : `${documents.length} documents (${documents.map(documentWords).join(', ')})`;
  const left =
    change === undefined ? 'in both versions' : `as ${change} would leave ${documents.length === 1 ? 'it' : 'them'}`;
  return [
    `Checked: ${named}, ${left}. ${references === 1 ? 'The one reference there was' : `All ${references} references there were`} looked up, and ${rules.length} rules were applied.`,
  ];
}

function sums({ labels, followed, brought, cured }: Consequences, document: string | undefined): readonly string[] {
  const here = document === undefined ? '' : ' in this document';
  const wrong =
    brought.length === 0
      ? `Nothing${here} that was right before is wrong after`
      : `${things(brought.length)}${here} that ${brought.length === 1 ? 'was' : 'were'} right before ${brought.length === 1 ? 'is' : 'are'} wrong after`;
  const right =
    cured.length === 0
      ? ''
      : `; ${things(cured.length).toLowerCase()} that ${cured.length === 1 ? 'was' : 'were'} wrong before ${cured.length === 1 ? 'is' : 'are'} right after`;
  return [
    `${wrong}${right}.`,
    labels.length === 0 ? `No label${here} changes.` : '',
    followed.length === 0 ? `No reference${here} had to follow a renumbering.` : '',
  ].filter((sentence) => sentence !== '');
}

function things(count: number): string {
  return count === 1 ? 'One thing' : `${count} things`;
}

function documentWords(key: string): string {
  return /^[A-Z]{1,2}$/.test(key) ? `Appendix ${key}` : key;
}

function table(caption: string, heads: readonly string[], rows: readonly (readonly TellingCell[])[]): TellingTable {
  return { caption, heads, rows };
}

function where({ document, at }: ConsequenceFinding, name: (key: string) => string): TellingCell {
  return { words: `${name(document)}${at}` };
}

function findingCells(finding: ConsequenceFinding, name: (key: string) => string): readonly TellingCell[] {
  return [where(finding, name), { words: finding.text }, { words: finding.advice ?? '' }];
}

const fates: Readonly<Record<LabelConsequence['type'], string>> = {
  relabelled: 'Renumbered',
  omitted: 'Omitted',
  'omitted-number-kept': 'Omitted; the number is kept',
  new: 'New',
};

function labelCells(
  { type, document, before, after, id, within, by }: LabelConsequence,
  name: (key: string) => string,
): readonly TellingCell[] {
  const target = id === undefined ? {} : { target: { document, id } };
  const cell = (words: string | undefined): TellingCell =>
    words === undefined ? { words: 'None' } : { words: `${name(document)}${words}`, ...target };
  const inside =
    within === 0
      ? ''
      : `, with ${within === 1 ? 'the one provision' : `the ${within} provisions`} in it that ${within === 1 ? 'has a label' : 'have labels'}`;
  return [cell(before), cell(after), { words: `${fates[type]}${inside}` }, { words: by.join(', ') }];
}
