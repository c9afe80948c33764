import { below, type XmlElement } from './lint-tree.ts';

/** What is wrong between the text of a document and its footnotes and comments. */
export function lintNotes(
  document: XmlElement,
  footnotes: XmlElement | undefined,
  comments: XmlElement | undefined,
): readonly string[] {
  const elements = [document, ...(footnotes ? [footnotes] : [])].flatMap(below);
  const idsOf = (name: string, from: readonly XmlElement[]) =>
    from.filter((element) => element.name === name).map(({ attributes }) => attributes['w:id'] ?? '');
  const bodies = (footnotes?.children[0]?.children ?? []).filter(
    ({ attributes }) => attributes['w:type'] === undefined,
  );
  const notes = bodies.map(({ attributes }) => attributes['w:id'] ?? '');
  const said = idsOf('w:comment', comments ? below(comments) : []);
  return [
    ...pairs('footnote', 'is called', idsOf('w:footnoteReference', elements), notes),
    ...bodies
      .filter((body) => !body.children.some(({ name }) => name === 'w:p'))
      .map(({ attributes }) => `the footnote ${attributes['w:id']} has no paragraph`),
    ...pairs('comment', 'is called', idsOf('w:commentReference', elements), said),
    ...ranges(idsOf('w:commentRangeStart', elements), idsOf('w:commentRangeEnd', elements), said),
  ];
}

// A comment may have no range; half of one is a fault.
function ranges(starts: readonly string[], ends: readonly string[], said: readonly string[]): readonly string[] {
  return [
    ...starts.filter((id) => !ends.includes(id)).map((id) => `the comment ${id} begins and does not end`),
    ...ends.filter((id) => !starts.includes(id)).map((id) => `the comment ${id} ends and did not begin`),
    ...starts.filter((id) => !said.includes(id)).map((id) => `the comment ${id} begins, and has no text`),
  ];
}

function pairs(kind: string, does: string, marks: readonly string[], bodies: readonly string[]): readonly string[] {
  return [
    ...marks.filter((id) => !bodies.includes(id)).map((id) => `the ${kind} ${id} ${does}, and has no text`),
    ...bodies.filter((id) => !marks.includes(id)).map((id) => `the ${kind} ${id} never ${does}`),
    ...marks.filter((id, index) => marks.indexOf(id) !== index).map((id) => `the ${kind} ${id} ${does} twice`),
    ...bodies.filter((id, index) => bodies.indexOf(id) !== index).map((id) => `the ${kind} ${id} has two texts`),
  ];
}
