import type { ClauseRule } from './clause.ts';
import { readInsertDefinitions } from './definitions-grammar.ts';
import { readSetLevel } from './level-grammar.ts';
import { readMove } from './move-grammar.ts';
import { readRenumber } from './renumber-grammar.ts';
import { readMerge, readSplit } from './split-grammar.ts';

/** The rules of the operations on the structure of a document, by their verbs. */
export const structuralRules: Readonly<Record<string, ClauseRule>> = {
  change: readSetLevel,
  insert: readInsertDefinitions,
  merge: readMerge,
  move: readMove,
  renumber: readRenumber,
  split: readSplit,
};
