import type { Document, Provision } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import type { Move } from '../model/structural-operation.ts';
import { locate } from '../provision/locate.ts';
import { citedPath, numberOf } from '../provision/printed-numbers.ts';
import type { Target } from '../provision/target.ts';
import type { Visit } from '../provision/walk.ts';
import { labelCore } from '../source/label.ts';
import { footnotesAtEnd } from './footnotes-at-end.ts';
import { cutOff, findPlace, unknownAppendix } from './place-of-move.ts';
import { printNewLabel } from './print-structural.ts';
import type { RefusalText } from './refusal.ts';
import { newLabel, type Renumbering } from './renumber.ts';
import { type Step, unlocated } from './steps.ts';
import type { RowWidth } from './tables-after.ts';

/** A provision that is moved, and where to: beside another, with those that stand there. */
export interface PlannedMove {
  readonly type: 'move';
  readonly instruction: Step;
  readonly document: Document;
  /** The document that it is moved to: its own, or another. */
  readonly into: Document;
  readonly visit: Visit;
  /** What is taken out: the provision without the footnotes that stand at its end. */
  readonly range: Range;
  readonly position: 'before' | 'after';
  readonly beside: Provision;
  readonly siblings: readonly Provision[];
  readonly renumbering?: Renumbering;
  readonly referencesFollow: boolean;
}

/** Works out what is moved, and where to. Refuses what cannot stand there, what would move into itself, and what stands there already. */
export function moveOf(
  operation: Move,
  instruction: Step,
  documents: ReadonlyMap<string, Document>,
  document: Document,
  widthOf: RowWidth,
): PlannedMove | RefusalText {
  const target = locate(document, operation.at);
  if (target.type === 'unlocated') return unlocated(target, document, operation);
  const visit = movable(target, document);
  if ('rule' in visit) return visit;
  const { into, place } = findPlace(operation.to, document, documents);
  if (place.type === 'unlocated') return unknownAppendix(operation.to, documents) ?? unlocated(place, into);
  const beside = besideOf(operation, visit.provision, place, into);
  if ('rule' in beside) return { other: { document, range: visit.provision }, ...beside };
  const { range } = footnotesAtEnd(document, visit.provision);
  const { referencesFollow } = operation;
  const move = { type: 'move', instruction, document, into, visit, range, referencesFollow, ...beside } as const;
  const unfit = standsAtEnd(operation, move) ? alreadyThere : (misplaced(move, widthOf) ?? cutOff(move));
  if (unfit) return { other: { document: into, range: beside.beside }, ...unfit };
  if (operation.as === undefined) return takenInList(move, visit.provision.label) ?? withoutNumber(move);
  const label = labelThere(operation.as, move, place);
  if (typeof label !== 'string') return label;
  const renumbering = { instruction, document, visit, label, referencesFollow };
  return takenInList(move, label) ?? { ...move, renumbering };
}

// References follow a new number, or a provision that another document has from now on.
function withoutNumber(move: PlannedMove): PlannedMove | RefusalText {
  if (!move.referencesFollow || move.into !== move.document) return move;
  return {
    rule: 'nothing-follows',
    text: 'its number stays, and no reference has to follow',
    advice: 'leave out “references follow”, or say “and renumber it 5.1A; references follow”',
    other: { document: move.document, range: move.visit.provision },
  };
}

function movable(target: Target, document: Document): Visit | RefusalText {
  if (target.type === 'document')
    return { rule: 'whole-document', text: 'an instruction cannot move a whole document' };
  const { provision } = target;
  const other = { document, range: target.type === 'words' ? target.range : provision };
  if (target.type === 'words' || provision.type === 'cell')
    return { rule: 'not-a-provision', text: 'expected a whole provision to move, found only a part of one', other };
  if (provision.header)
    return { rule: 'table-head', text: 'the head of a table cannot be moved; move the table', other };
  return target;
}

type Beside = Pick<PlannedMove, 'position' | 'beside' | 'siblings'>;

function besideOf({ position }: Move, moved: Provision, place: Target, document: Document): Beside | RefusalText {
  if (place.type === 'words')
    return { rule: 'not-a-provision', text: 'expected a provision to move beside, found only a part of its words' };
  if (position === 'before' || position === 'after') {
    if (place.type === 'document')
      return { rule: 'not-a-provision', text: 'expected a provision to move beside, found a whole document' };
    const siblings = place.parents.at(-1)?.children ?? document.children;
    return { position, beside: place.provision, siblings };
  }
  const children = place.type === 'document' ? document.children : place.provision.children;
  const table = place.type === 'provision' && place.provision.type !== 'table' && moved.type !== 'table';
  const rows = moved.type === 'row' || moved.type === 'definition';
  const siblings = rows && table ? (children.findLast(({ type }) => type === 'table')?.children ?? []) : children;
  const beside = position === 'end' ? siblings.at(-1) : siblings.find(({ header }) => !header);
  if (beside) return { position: position === 'end' ? 'after' : 'before', beside, siblings };
  return {
    rule: 'nothing-there',
    text: 'expected something there to move it beside, found nothing',
    advice: 'name the provision that it is to stand after',
  };
}

const alreadyThere: RefusalText = {
  rule: 'no-effect',
  text: 'it stands there already',
  advice: 'take the instruction out',
};

function standsAtEnd({ position }: Move, { visit, beside }: PlannedMove): boolean {
  return (position === 'beginning' || position === 'end') && visit.provision === beside;
}

function misplaced(
  { visit, beside, position, siblings, document, into }: PlannedMove,
  widthOf: RowWidth,
): RefusalText | undefined {
  const moved = visit.provision;
  if (into === document && beside.start >= moved.start && beside.end <= moved.end)
    return {
      rule: 'moves-into-itself',
      text: 'expected a place outside the provision that is moved, found that provision itself or a part of it',
      advice: 'name the provision that it is to stand after or before',
    };
  const kinds = ['section', 'item', 'row', 'definition', 'cell'];
  if (moved.type !== beside.type && (kinds.includes(moved.type) || kinds.includes(beside.type)))
    return {
      rule: 'wrong-kind',
      text: `expected a place beside another ${moved.type}, found ${beside.type === 'item' ? 'an' : 'a'} ${beside.type}`,
      advice: `name the ${moved.type} that it is to stand beside`,
    };
  if ((moved.type === 'row' || moved.type === 'definition') && widthOf(moved) !== widthOf(beside))
    return {
      rule: 'wrong-number-of-cells',
      text: `expected ${widthOf(beside)} cells, as the rows there have, found ${widthOf(moved)}`,
    };
  const level = levelOf(document, moved);
  if (level !== levelOf(into, beside))
    return {
      rule: 'level-changed',
      text: `expected a heading of level ${levelOf(into, beside)}, as there, found one of level ${level}`,
      advice: 'name a section of the same level, or omit this one and insert it with another level',
    };
  if (beside.header && position === 'before')
    return { rule: 'table-head', text: 'nothing can stand before the head of a table' };
  const gap = position === 'after' ? [beside.end, moved.start] : [moved.end, beside.start];
  const [from = 0, to = 0] = gap;
  const near = siblings.includes(moved) && to >= from && document.source.slice(from, to).trim() === '';
  return near ? alreadyThere : undefined;
}

function levelOf({ source }: Document, { type, start }: Provision): number | undefined {
  return type === 'section' ? (/^#+/.exec(source.slice(start, start + 7))?.[0].length ?? 0) : undefined;
}

// Labels before the last must be those of the place.
function labelThere(as: readonly string[], move: PlannedMove, place: Target): string | RefusalText {
  const { visit, document } = move;
  const given = as.slice(0, -1).map(labelCore);
  const chain = place.type === 'document' ? [] : citedPath([...place.parents, place.provision]);
  const path = chain.map(({ label = '' }) => labelCore(label)).join(' ');
  if (given.length > 0 && !` ${path} `.includes(` ${given.join(' ')} `))
    return {
      rule: 'number-of-another-place',
      text: `expected a number of the place that it is moved to, found ${printNewLabel(as)}`,
      advice: `name the new number alone: ${numberOf(as.at(-1) ?? '')}`,
      other: { document: move.into, range: move.beside },
    };
  return newLabel(visit, as.slice(-1), document);
}

// In its new list no other item may have its label; numbers of the whole document are held against the result.
function takenInList(move: PlannedMove, label: string | undefined): RefusalText | undefined {
  const { visit, siblings, into } = move;
  if (visit.provision.type !== 'item' || label === undefined) return undefined;
  const taken = siblings.find(
    (item) =>
      item !== visit.provision &&
      item.type === 'item' &&
      item.label !== undefined &&
      labelCore(item.label) === labelCore(label),
  );
  return (
    taken && {
      rule: 'label-taken',
      text: `expected the number ${label} to be free there, found it taken`,
      advice: 'say “and renumber it (ba)”, with a number that no other item there has',
      other: { document: into, range: taken },
    }
  );
}
