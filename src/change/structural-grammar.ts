import type { ClauseRule } from './clause.ts';
import { readSetLevel } from './level-grammar.ts';
import { readMove } from './move-grammar.ts';
import { readRenumber } from './renumber-grammar.ts';
import { readMerge, readSplit } from './split-grammar.ts';

/** The rules of the operations on the structure of a document, by the verbs that nothing else begins with. */
export const structuralRules: Readonly<Record<string, ClauseRule>> = {
  change: readSetLevel,
  merge: readMerge,
  move: readMove,
  renumber: readRenumber,
  ...Object.fromEntries(['re-number', 'reletter', 're-letter', 'redesignate'].map((verb) => [verb, readRenumber])),
  split: readSplit,
};
