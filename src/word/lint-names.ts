import { below, placeOf, type XmlElement } from './lint-tree.ts';

/** The parts of a Word file that hold text, and those that its text speaks of. */
export interface NamedParts {
  readonly text: readonly XmlElement[];
  readonly styles: XmlElement | undefined;
  readonly numbering: XmlElement | undefined;
}

/** What is named and not there, or named twice: ids, styles, lists, bookmarks and the links to them. */
export function lintNames({ text, styles, numbering }: NamedParts): readonly string[] {
  const elements = text.flatMap(below);
  return [
    ...lintIds(elements),
    ...lintStyles(elements, styles),
    ...lintLists(elements, numbering),
    ...lintBookmarks(elements),
  ];
}

const revised =
  /^w:(?:ins|del|moveFrom|moveTo|moveFromRangeStart|moveToRangeStart|cellIns|cellDel|[pr]PrChange|bookmarkStart)$/;

function lintIds(elements: readonly XmlElement[]): readonly string[] {
  const seen = new Set<string>();
  return elements
    .filter(({ name }) => revised.test(name))
    .flatMap((element) => {
      const id = element.attributes['w:id'] ?? '';
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      return [`the id ${id} stands twice, on ${element.name} ${placeOf(element)}`];
    });
}

function lintStyles(elements: readonly XmlElement[], styles: XmlElement | undefined): readonly string[] {
  const known = new Set(
    (styles ? below(styles) : [])
      .filter(({ name }) => name === 'w:style')
      .map(({ attributes }) => attributes['w:styleId']),
  );
  return elements
    .filter(({ name }) => name === 'w:pStyle' || name === 'w:rStyle' || name === 'w:tblStyle')
    .filter(({ attributes }) => !known.has(attributes['w:val']))
    .map((element) => `the style “${element.attributes['w:val']}” is not defined, ${placeOf(element)}`);
}

function lintLists(elements: readonly XmlElement[], numbering: XmlElement | undefined): readonly string[] {
  const known = new Set(
    (numbering ? below(numbering) : [])
      .filter(({ name }) => name === 'w:num')
      .map(({ attributes }) => attributes['w:numId']),
  );
  return elements
    .filter(
      ({ name, attributes }) => name === 'w:numId' && attributes['w:val'] !== '0' && !known.has(attributes['w:val']),
    )
    .map((element) => `the list ${element.attributes['w:val']} is not defined, ${placeOf(element)}`);
}

function lintBookmarks(elements: readonly XmlElement[]): readonly string[] {
  const findings: string[] = [];
  const names = new Map<string, string>();
  const open = new Set<string>();
  for (const { name: element, attributes } of elements) {
    const [id = '', name = ''] = [attributes['w:id'], attributes['w:name']];
    if (element === 'w:bookmarkStart') {
      open.add(id);
      // Word takes no account of case in the names of bookmarks.
      const key = name.toLowerCase();
      if (names.has(key)) findings.push(`the bookmark “${name}” stands twice`);
      names.set(key, name);
      if (!/^[\p{L}_][\p{L}\p{N}_]{0,39}$/u.test(name))
        findings.push(`“${name}” is no name for a bookmark: a letter, then at most 39 letters, digits and underscores`);
    } else if (element === 'w:bookmarkEnd' && !open.delete(id))
      findings.push(`the bookmark ${id} ends and did not begin`);
  }
  for (const id of open) findings.push(`the bookmark ${id} does not end`);
  const links = elements.filter(
    ({ name, attributes }) => name === 'w:hyperlink' && attributes['w:anchor'] !== undefined,
  );
  for (const link of links) {
    const anchor = link.attributes['w:anchor'] ?? '';
    if (!names.has(anchor.toLowerCase()))
      findings.push(`a link leads to the bookmark “${anchor}”, which is not there, ${placeOf(link)}`);
  }
  return findings;
}
