import type { Change, Operation } from '../model/change.ts';
import type { Document } from '../model/document.ts';
import type { Refusal } from '../model/message.ts';
import { labelIndex } from '../provision/label-index.ts';
import { isDocumentWideLabel, labelCore } from '../source/label.ts';
import type { Applied } from './applied.ts';
import { example } from './example.ts';
import { judgeStructure, type StructureProblem } from './judge-structure.ts';
import { lettersTaken } from './letters-taken.ts';
import { numbersTwice } from './numbers-twice.ts';
import type { PlannedEdit } from './planned-edit.ts';
import { type RefusalText, refuse } from './refusal.ts';
import { refusedPart } from './steps.ts';

/** What is wrong with the text that a change has made: it is not built as meant, or a number stands twice. */
export function resultRefusals(change: Change, applied: Applied): readonly Refusal[] {
  return [...structureRefusals(change, applied), ...takenLabels(change, applied), ...takenLetters(change, applied)];
}

function structureRefusals(change: Change, { before, after, edits }: Applied): readonly Refusal[] {
  const problem = judgeStructure(before, after, edits);
  if (!problem) return [];
  const refused = refusedPart(change, problem.by, problem.part);
  const escaped = refused && withEscapes(refused.operation);
  const advice = 'Look for a missing blank line, an unpaired * or `, or a line that begins like a list or heading';
  return refusalOf(change, problem, {
    rule: 'changes-its-neighbours',
    text: `the result would not be built as meant: ${contrast(problem)}; the new text would run into what stands beside it, or change how it is read`,
    advice: escaped
      ? `${advice}. To have such a sign as a sign, write a backslash before it. For example: ${escaped}`
      : advice,
    other: { document: before, range: { start: problem.at, end: Math.min(before.source.length, problem.at + 80) } },
  });
}

// A block of the right kind, in the wrong place: the words quoted, or those put in, part it or run over its end.
function contrast({ expected, found }: StructureProblem): string {
  if (expected !== found) return `expected ${expected} here, found ${found}`;
  if (expected === 'tableCell')
    return 'expected each cell to begin and end where it did, found a bar between cells put in or left out (in words, a bar is written \\|)';
  return `expected the ${expected} here to begin and end where it should, found another beginning or end (a list goes on only with the same bullets)`;
}

// The drafter's own instruction, with the signs that Markdown reads as emphasis or code made plain.
function withEscapes(operation: Operation): string | undefined {
  const plain = (words: string) => words.replace(/(?<!\\)[*_`]/g, '\\$&');
  if ('replacement' in operation) {
    const replacement = plain(operation.replacement);
    return replacement === operation.replacement ? undefined : example({ ...operation, replacement });
  }
  if (operation.type !== 'insert-words') return undefined;
  const words = plain(operation.words);
  return words === operation.words ? undefined : example({ ...operation, words });
}

// A new provision must not bear a number that another one has in the same annex.
function takenLabels(change: Change, { before, after, edits }: Applied): readonly Refusal[] {
  return numbersTwice(before, after).flatMap(({ label, after: visits, before: known }) => {
    const owner = edits.find((edit) => edit.text.includes(visits[1]?.provision.label ?? label)) ?? edits[0];
    const there = known[0]?.provision;
    return refusalOf(change, owner, {
      rule: 'label-taken',
      text: `the number ${label} would stand twice in Appendix ${before.key}`,
      advice: freeNumber(change, owner, after),
      other: there ? { document: before, range: there } : undefined,
    });
  });
}

// An item put in must not bear the letter of another in its list.
function takenLetters(change: Change, { before, after, edits }: Applied): readonly Refusal[] {
  return lettersTaken(after, edits).flatMap(({ label, owner }) =>
    refusalOf(change, owner, {
      rule: 'label-taken',
      text: `the item ${label} would stand twice in one list of Appendix ${before.key}`,
      advice: `Give the new item a letter of its own, such as one with a further letter. For example: > - ${lettered(label)} the words`,
    }),
  );
}

function lettered(label: string): string {
  return label.replace(/([A-Za-z])(?=[).]|$)/, '$1a');
}

// The drafter's own words under the number of the provision they follow, with a letter that nothing has.
function freeNumber(change: Change, owner: PlannedEdit | undefined, after: Document): string {
  const general = 'Give the new provision a number of its own, such as one with a letter';
  const operation = owner && refusedPart(change, owner.by, owner.part)?.operation;
  if (operation?.type === 'move' && operation.as === undefined)
    return 'Say “and renumber it 5.5.2A”, with a number that is free there';
  if (operation?.type !== 'insert-provision' || operation.at.type !== 'label') return `${general}: 5.5.2A`;
  const beside = operation.at.labels.at(-1) ?? '';
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const free = letters.find((letter) => !labelIndex(after).labels.has(labelCore(`${beside}${letter}`)));
  if (!isDocumentWideLabel(beside) || !free) return general;
  const [first = ''] = operation.content.split('\n');
  return `${general}. For example: > ${first.replace(/^(#* *|[-*+] +)?\S+/, `$1${beside}${free}`)}`;
}

function refusalOf(
  change: Change,
  owner: { readonly by: number; readonly part?: string } | undefined,
  said: RefusalText,
): readonly Refusal[] {
  const refused = refusedPart(change, owner?.by ?? 0, owner?.part);
  return refused ? [refuse(change, refused, said)] : [];
}
