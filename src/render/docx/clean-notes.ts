import type { FootnoteDefinition, Nodes, Root } from 'mdast';

/** Which footnotes of a document can be Word's own, and by which call each is opened. */
export interface CleanNotes {
  /** In the order of their calls: the first has the id 1. */
  readonly definitions: readonly FootnoteDefinition[];
  /** The id of the footnote that a call opens. */
  readonly noteOf: (call: Nodes) => number | undefined;
  /** The id of a footnote that is Word's own. */
  readonly idOf: (definition: Nodes) => number | undefined;
  /** Those whose place cannot be told from the order of the calls: all but those that end the document in that order. */
  readonly isPlaced: (id: number) => boolean;
}

/**
 * Finds the footnotes that Word can have as its own: defined once, not inside anything, after some other block, and called
 * outside footnotes. The first call opens it; any further one is words.
 */
export function cleanNotes({ children }: Root): CleanNotes {
  const calls = new Map<string, Nodes>();
  for (const block of children) findCalls(block, calls);
  const candidates = children.filter(
    (block, index): block is FootnoteDefinition =>
      block.type === 'footnoteDefinition' && children.slice(0, index).some((before) => isText(before)),
  );
  const defined = (label: string) => candidates.filter((each) => labelOf(each) === label);
  const ordered = [...calls].flatMap(([label, call]) => {
    const own = defined(label);
    return own[0] && own.length === 1 ? [{ call, definition: own[0] }] : [];
  });
  const ids = new Map<Nodes, number>(
    ordered.flatMap(({ call, definition }, index): [Nodes, number][] => [
      [call, index + 1],
      [definition, index + 1],
    ]),
  );
  const last = trailing(children, ids);
  return {
    definitions: ordered.map(({ definition }) => definition),
    noteOf: (call) => ids.get(call),
    idOf: (definition) => ids.get(definition),
    isPlaced: (id) => !last.has(id),
  };
}

function isText({ type }: Nodes): boolean {
  return type !== 'yaml' && type !== 'footnoteDefinition';
}

function labelOf({
  label,
  identifier,
}: {
  readonly label?: string | null | undefined;
  readonly identifier: string;
}): string {
  return label ?? identifier;
}

function findCalls(node: Nodes, calls: Map<string, Nodes>): void {
  if (node.type === 'footnoteReference') {
    const label = labelOf(node);
    if (!calls.has(label)) calls.set(label, node);
  }
  if ('children' in node && node.type !== 'footnoteDefinition')
    for (const child of node.children) findCalls(child, calls);
}

function trailing(children: Root['children'], ids: ReadonlyMap<Nodes, number>): ReadonlySet<number> {
  const found: number[] = [];
  for (let index = children.length - 1; index >= 0; index -= 1) {
    const id = ids.get(children[index] as Nodes);
    if (id === undefined || id > (found.at(-1) ?? id)) break;
    found.push(id);
  }
  return new Set(found);
}
