import { below, isWithin, placeOf, type XmlElement } from './lint-tree.ts';

const ends = ['w:moveFrom', 'w:moveTo'] as const;

/** What is wrong with the moves of a document: all its parts together, since a move may end in another. */
export function lintMoves(roots: readonly XmlElement[]): readonly string[] {
  const names = new Map<string, string[]>();
  const findings = roots.flatMap((root) => ends.flatMap((end) => lintEnd(below(root), end, names)));
  for (const [name, found] of names) {
    if (found.length !== 2 || found[0] === found[1])
      findings.push(
        `the move “${name}” has ${found.length === 1 ? 'one end only' : 'not two ends'}: ${found.join(', ')}`,
      );
  }
  return findings;
}

function lintEnd(elements: readonly XmlElement[], end: string, names: Map<string, string[]>): readonly string[] {
  const findings: string[] = [];
  const open = new Map<string, XmlElement>();
  for (const element of elements) {
    const id = element.attributes['w:id'] ?? '';
    if (element.name === `${end}RangeStart`) {
      const name = element.attributes['w:name'] ?? '';
      open.set(id, element);
      names.set(name, [...(names.get(name) ?? []), end]);
    } else if (element.name === `${end}RangeEnd`) {
      if (!open.delete(id)) findings.push(`the range ${id} of ${end} ends and did not begin`);
    } else if (element.name === end) {
      if (open.size === 0 && element.children.length > 0)
        findings.push(`words moved outside the range of a move (${end}), ${placeOf(element)}`);
      const inside = below(element).find(({ name }) => name === 'w:ins' || name === 'w:del');
      if (inside) findings.push(`something is inserted or deleted inside what moved (${end}), ${placeOf(inside)}`);
      if (isWithin(element, 'w:ins', 'w:del'))
        findings.push(`a move stands inside a change (${end}), ${placeOf(element)}`);
    }
  }
  for (const [id, start] of open) findings.push(`the range ${id} of ${end} does not end, ${placeOf(start)}`);
  return findings;
}
