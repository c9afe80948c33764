import type { Revision } from '../word-document.ts';
import type { XmlElement } from './xml.ts';

/** Which moves are open, and the numbers that pair their ends (17.13.5.21 to 17.13.5.28). */
export interface MoveNames {
  /** The names of the open ranges by kind and id. */
  readonly open: Map<string, string>;
  readonly numbers: Map<string, number>;
}

const types = new Map<string, Revision['type']>([
  ['w:ins', 'inserted'],
  ['w:del', 'deleted'],
  ['w:moveFrom', 'moved-from'],
  ['w:moveTo', 'moved-to'],
  ['w:cellIns', 'inserted'],
  ['w:cellDel', 'deleted'],
]);

/** Whether an element is a tracked change of what stands in it. */
export function isRevision(element: XmlElement): boolean {
  return types.has(element.name) && !element.name.startsWith('w:cell');
}

/** The tracked change that an element states; undefined where it states none. */
export function readRevision(element: XmlElement | undefined, moves: MoveNames): Revision | undefined {
  const type = types.get(element?.name ?? '');
  if (!element || !type) return undefined;
  const date = element.attributes['w:date'];
  const move = type.startsWith('moved') ? moveNumber(element.name, moves) : undefined;
  return {
    type,
    author: element.attributes['w:author'] ?? '',
    ...(date !== undefined && { date }),
    ...(move !== undefined && { move }),
  };
}

/** The first tracked change stated among the properties of a paragraph mark, a row or a cell. */
export function findRevision(properties: XmlElement | undefined, moves: MoveNames): Revision | undefined {
  return readRevision(
    properties?.children.find((one) => types.has(one.name)),
    moves,
  );
}

/** The revision of what stands in two tracked changes, one inside the other; `never` where neither version of the text has it. */
export function nest(outer: Revision | undefined, inner: Revision): Revision | 'never' {
  return outer === undefined || adds(outer) === adds(inner) ? inner : 'never';
}

/** Whether the text after has it, and the text before has not. */
export const adds = (revision: Revision) => revision.type === 'inserted' || revision.type === 'moved-to';

/** Moves that may be open at once; each tracked change looks through them. */
const mostOpen = 64;

/** Takes note of where a move begins and ends. True where the element is such a mark. */
export function noteMove(element: XmlElement, moves: MoveNames): boolean {
  const [, kind, end] = /^w:(moveFrom|moveTo)Range(Start|End)$/.exec(element.name) ?? [];
  if (kind === undefined) return false;
  const { 'w:id': id = '', 'w:name': name = id } = element.attributes;
  if (end === 'Start' && moves.open.size < mostOpen) moves.open.set(`${kind} ${id}`, name);
  if (end === 'End') moves.open.delete(`${kind} ${id}`);
  return true;
}

/** The number of the innermost open move of a kind. */
function moveNumber(element: string, moves: MoveNames): number | undefined {
  const kind = `${element.slice(2)} `;
  let name: string | undefined;
  for (const [key, one] of moves.open) if (key.startsWith(kind)) name = one;
  if (name === undefined) return undefined;
  const number = moves.numbers.get(name) ?? moves.numbers.size + 1;
  moves.numbers.set(name, number);
  return number;
}
