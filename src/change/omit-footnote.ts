import { visit } from 'unist-util-visit';
import type { Document, Provision } from '../model/document.ts';
import type { Outcome } from './placed.ts';
import type { PlannedEdit } from './planned-edit.ts';

/** Works out “omit footnote 1”: what it says goes, and every call of it, wherever in the document that stands. */
export function omitFootnote(provision: Provision, { tree }: Document, by: number): Outcome {
  const own = tree.children.find(
    (node) => node.type === 'footnoteDefinition' && node.position?.start.offset === provision.start,
  );
  const name = own?.type === 'footnoteDefinition' ? own.identifier : undefined;
  const edits: PlannedEdit[] = [];
  visit(tree, 'footnoteReference', ({ identifier, position }) => {
    const [start, end] = [position?.start.offset, position?.end.offset];
    if (identifier !== name || start === undefined || end === undefined) return;
    // A call of it in what it says itself goes with that.
    if (start >= provision.start && end <= provision.end) return;
    edits.push({ start, end, text: '', by, meant: { type: 'words' } });
  });
  return { edits, omissions: [{ start: provision.start, end: provision.end, by }] };
}
