import { createHash } from 'node:crypto';
import type { Change } from '../src/model/change.ts';
import type { ExpectationResult, Pack, PackDocument, PrintedInstruction } from '../src/model/pack.ts';
import type { ParentBlock, Redline, RedlineBlock, RedlineChange, Run, Span, WordsBlock } from '../src/model/redline.ts';
import { parseDocument } from '../src/source/parse.ts';

/** Redlines written out by hand, so that what a renderer is given does not depend on any comparison. */
export const same = (text: string, more: Partial<Run> = {}): Run => ({ type: 'same', text, formats: [], ...more });
export const inserted = (text: string, by?: number, more: Partial<Run> = {}): Run => ({
  ...same(text, more),
  type: 'inserted',
  ...(by === undefined ? {} : { by }),
});
export const deleted = (text: string, by?: number, more: Partial<Run> = {}): Run => ({
  ...inserted(text, by, more),
  type: 'deleted',
});

type WordsType = WordsBlock['type'];
type ParentType = ParentBlock['type'];

/** A block of words: its status follows from its runs unless it is told. */
export function words(type: WordsType, runs: readonly Run[], more: Partial<WordsBlock> = {}): WordsBlock {
  const types = new Set(runs.map((run) => run.type));
  const [only] = types;
  const status = types.size === 1 && only !== undefined ? only : types.size === 0 ? 'same' : 'changed';
  return { type, status, runs, ...more };
}

/** A block of blocks, changed where one of them is. */
export function parent(
  type: ParentType,
  children: readonly RedlineBlock[],
  more: Partial<ParentBlock> = {},
): ParentBlock {
  const status = children.every((child) => child.status === 'same') ? 'same' : 'changed';
  return { type, status, children, ...more };
}

export const paragraph = (...runs: readonly Run[]) => words('paragraph', runs);
export const heading = (depth: number, ...runs: readonly Run[]) => words('heading', runs, { depth });
export const item = (...runs: readonly Run[]) => {
  const opening = paragraph(...runs);
  return parent('item', [opening], { status: opening.status });
};
export const row = (...cells: readonly (readonly Run[])[]) => {
  const children = cells.map((runs) => words('cell', runs));
  const statuses = new Set(children.map(({ status }) => status));
  const [only] = statuses;
  return parent('row', children, { status: statuses.size === 1 && only !== undefined ? only : 'changed' });
};

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

interface Given {
  readonly blocks?: readonly RedlineBlock[];
  readonly source?: readonly Span[];
  readonly changes?: readonly RedlineChange[];
  readonly instructions?: readonly PrintedInstruction[];
  readonly document?: Partial<PackDocument>;
  readonly change?: Partial<Change>;
  readonly expectations?: readonly ExpectationResult[];
  readonly path?: string;
}

/** A redline by its blocks, its spans, or both; the texts follow from the spans. */
export function handmadePack(given: Given): Pack {
  const source = given.source ?? [];
  const textOf = (other: 'inserted' | 'deleted') =>
    source.flatMap((span) => (span.type === other ? [] : [span.text])).join('');
  const [textBefore, textAfter] = [textOf('inserted'), textOf('deleted')];
  const path = given.path ?? 'appendices/D.md';
  const redline: Redline = {
    schema: 'sec-redline/redline@1',
    before: { path, version: '1.0', sha256: sha256(textBefore) },
    after: { path, sha256: sha256(textAfter) },
    source,
    blocks: given.blocks ?? [],
    changes: given.changes ?? [],
    coverage: { blocksBefore: 3, blocksAfter: 4, blocksUnchanged: 2, suppressed: 0, notCompared: [] },
  };
  const document: PackDocument = {
    key: 'D',
    title: 'Registration Procedures',
    frontMatter: { appendix: 'D', title: 'Registration Procedures', version: '1.0' },
    redline,
    textBefore,
    textAfter,
    after: { ...parseDocument(textAfter, path), key: 'D' },
    instructions: given.instructions ?? [],
    ...given.document,
  };
  return {
    type: 'pack',
    tool: { name: 'sec-redline', version: '0.1.0' },
    ...(given.change ? { change: { ...emptyChange, ...given.change } } : {}),
    documents: [document],
    ...(given.expectations ? { expectations: given.expectations } : {}),
  };
}

const emptyChange: Change = {
  type: 'change',
  name: 'DP074',
  title: 'Clarity on Certificates',
  stage: 'problem statement',
  baseline: {},
  prose: '',
  instructions: [],
  expectations: [],
  path: 'changes/DP074.md',
  source: 'change: DP074\n',
};

/** The content of the only file a renderer gives, or of the one with this path. */
export function contentOf(
  files: readonly { readonly path: string; readonly content: string | Uint8Array }[],
  path?: string,
): string {
  const file = path === undefined ? files[0] : files.find((one) => one.path === path);
  if (!file || typeof file.content !== 'string') throw new Error(`no text ${path ?? ''}`);
  return file.content;
}
