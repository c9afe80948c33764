import type { Document } from '../model/document.ts';
import type { InsertColumn, Move, Renumber, SubstituteColumn } from '../model/structural-operation.ts';
import { locate } from '../provision/locate.ts';
import { columnAt, insertColumn, omitColumn } from './columns.ts';
import { insertDefinitions } from './insert-definitions.ts';
import { insertFootnote } from './insert-footnote.ts';
import { insertProvision } from './insert-provision.ts';
import { mergeProvisions } from './merge.ts';
import { moveOf, type PlannedMove } from './move.ts';
import { omitProvision } from './omit-provision.ts';
import type { Outcome, Placed } from './placed.ts';
import { type Renumbering, renumberingsOf } from './renumber.ts';
import { setLevel } from './set-level.ts';
import { splitProvision } from './split.ts';
import { type SingleOperation, type Step, unlocated } from './steps.ts';
import { omitStretch, substituteStretch } from './stretch-edits.ts';
import { substituteColumn, wordsForColumn } from './substitute-column.ts';
import { substituteProvision } from './substitute-provision.ts';
import type { TablesAfter } from './tables-after.ts';
import { insertWords, omitWords, substituteWords } from './words-edits.ts';

/** Works out what an instruction asks of one place. Renumberings and moves are settled later, with those of the other instructions. */
export function workOut(
  step: Step,
  document: Document,
  documents: ReadonlyMap<string, Document>,
  tables: TablesAfter,
): Outcome | readonly Renumbering[] | PlannedMove {
  const { operation } = step;
  const { widthOf } = tables;
  if (operation.type === 'unexpanded') return operation.refusal;
  if (operation.type === 'renumber') return renumberingsOf(operation, step, document);
  if (operation.type === 'move') return moveOf(operation, step, documents, document, widthOf);
  if (operation.type === 'insert-column') return insertColumn(operation, document, step, tables);
  if (operation.type === 'substitute-column') return substituteColumn(operation, document, step.number, tables);
  const words = operation.type === 'substitute-provision' ? wordsForColumn(operation, document) : undefined;
  if (words) return words;
  if (operation.type === 'omit-provision') {
    const column = columnAt(document, operation.at);
    if (column) return 'rule' in column ? column : omitColumn(operation, document, column, { by: step.number, tables });
  }
  const target = locate(document, operation.at);
  if (target.type === 'unlocated') return unlocated(target, document, operation);
  const result = workOutAt(operation, { document, target, instruction: step, widthOf }, [...documents.values()]);
  if (!('rule' in result) || result.other || target.type === 'document') return result;
  return { ...result, other: { document, range: target.type === 'words' ? target.range : target.provision } };
}

function workOutAt(
  operation: Exclude<SingleOperation, Renumber | Move | InsertColumn | SubstituteColumn>,
  placed: Placed,
  documents: readonly Document[],
): Outcome {
  switch (operation.type) {
    case 'substitute-words':
      return substituteWords(operation, placed);
    case 'omit-words':
      return omitWords(operation, placed);
    case 'insert-words':
      return insertWords(operation, placed);
    case 'substitute-stretch':
      return substituteStretch(operation, placed);
    case 'omit-stretch':
      return omitStretch(operation, placed);
    case 'insert-provision':
      return insertProvision(operation, placed);
    case 'omit-provision':
      return omitProvision(operation, placed);
    case 'substitute-provision':
      return substituteProvision(operation, placed);
    case 'set-level':
      return setLevel(operation, placed);
    case 'insert-footnote':
      return insertFootnote(operation, placed);
    case 'split':
      return splitProvision(operation, placed);
    case 'merge':
      return mergeProvisions(operation, placed, documents);
    case 'insert-definitions':
      return insertDefinitions(operation, placed);
  }
}
