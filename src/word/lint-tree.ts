import { strFromU8 } from 'fflate';
import { SaxesParser } from 'saxes';

/** An element of XML, with what it is in. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: XmlElement | undefined;
  readonly children: XmlElement[];
  /** Its own text, without that of its children. */
  text: string;
}

/** The root of a part. Refuses, by throwing, what is not well-formed XML. */
export function parseXml(bytes: Uint8Array): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, parent: undefined, children: [], text: '' };
  let open = root;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name, attributes, parent: open, children: [], text: '' };
    open.children.push(element);
    open = element;
  });
  parser.on('closetag', () => {
    open = open.parent ?? root;
  });
  parser.on('text', (text) => {
    open.text += text;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(strFromU8(bytes)).close();
  return root;
}

/** Every element below, in reading order. */
export function below(element: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const collect = (parent: XmlElement): void => {
    for (const child of parent.children) {
      found.push(child);
      collect(child);
    }
  };
  collect(element);
  return found;
}

/** Whether an element of one of these names holds it, at any depth. */
export function isWithin(element: XmlElement, ...names: readonly string[]): boolean {
  for (let parent = element.parent; parent; parent = parent.parent) if (names.includes(parent.name)) return true;
  return false;
}

/** The value that the child of this name holds: `w:val` of `w:pStyle`. */
export function heldValue(element: XmlElement, name: string): string | undefined {
  return element.children.find((child) => child.name === name)?.attributes['w:val'];
}

/** The words that tell a reader where an element stands: those of its paragraph, or the first below it. */
export function placeOf(element: XmlElement): string {
  let place = element;
  while (place.name !== 'w:p' && place.parent && place.parent.name !== '') place = place.parent;
  const words = below(place.name === 'w:p' ? place : element)
    .filter(({ name }) => name === 'w:t' || name === 'w:delText')
    .map(({ text }) => text)
    .join('');
  if (words === '') return place.name === 'w:p' ? 'in a paragraph without words' : `in ${element.name}`;
  return `in “${words.length > 60 ? `${words.slice(0, 57)}…` : words}”`;
}
