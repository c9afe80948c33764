import { SaxesParser } from 'saxes';
import { limits } from './limits.ts';
import { bindNames, type Names, standardNames, type Written } from './names.ts';
import { refuse, shown } from './unreadable.ts';

/** An element of a part. Names bear the prefixes of `names.ts`, whatever the file wrote. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own characters, where it has some besides the white space between elements. */
  readonly text: string;
}

/** How many elements were read from a file so far. */
export interface Budget {
  elements: number;
}

interface Open {
  readonly element: { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string };
  readonly names: Names;
  readonly preserve: boolean;
}

/**
 * Reads one part. Refuses what is not well-formed, any document type declaration (so that no entity is ever expanded) and what goes
 * beyond `limits`.
 *
 * @param part its name, for messages
 */
export function parseXml(text: string, part: string, budget: Budget): XmlElement {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  const top: Open = { element: makeElement('', {}), names: standardNames, preserve: false };
  const stack: Open[] = [top];
  const innermost = () => stack.at(-1) ?? top;
  const where = `the part “${shown(part)}”`;
  parser.on('error', (error) =>
    refuse(`${where} is not well-formed XML (${shown(error.message)}); open the file in Word and save it`),
  );
  parser.on('doctype', () => refuse(`${where} declares a document type, which no Word file does; it is not read`));
  let written: Written[] = [];
  parser.on('attribute', (attribute) => written.push(attribute));
  parser.on('opentag', (tag) => {
    budget.elements += 1;
    if (budget.elements > limits.elements)
      refuse(`the file has more than ${limits.elements} elements; no document needs as many`);
    if (stack.length > limits.depth)
      refuse(`${where} nests its elements more than ${limits.depth} deep; no document does`);
    const outer = innermost();
    const names = bindNames(outer.names, written, where);
    const space = tag.attributes['xml:space'];
    const element = makeElement(names.element(tag.name), names.attributes(written));
    written = [];
    const requires = element.attributes.Requires;
    if (requires !== undefined) element.attributes.Requires = names.prefixes(requires);
    if (outer.element.children === none) outer.element.children = [];
    outer.element.children.push(element);
    stack.push({ element, names, preserve: space === undefined ? outer.preserve : space === 'preserve' });
  });
  const characters = (data: string) => {
    innermost().element.text += data;
  };
  parser.on('text', characters);
  parser.on('cdata', characters);
  parser.on('closetag', () => {
    const { element, preserve } = innermost();
    if (element.text !== '' && (!preserve || element.children.length > 0)) element.text = trim(element.text);
    stack.pop();
  });
  parser.write(text).close();
  return top.element.children[0] ?? refuse(`${where} is empty`);
}

function makeElement(name: string, attributes: Record<string, string>): Open['element'] {
  return { name, attributes, children: none, text: '' };
}

/** Shared by all elements that hold none, since most do. */
const none: XmlElement[] = [];

/** Without the white space of XML at its ends. A loop, because an expression would try each start. */
function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

const isSpace = (code: number) => code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;

/** The first child of a name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((one) => one.name === name);
}

/** The children of a name. */
export function childrenNamed(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((one) => one.name === name) ?? [];
}

/** The typed characters of an element, whatever stands around them. */
export function typedText(element: XmlElement): string {
  return element.children.reduce((text, one) => text + typedText(one), isTyped(element) ? element.text : '');
}

/** Whether the characters of an element are text of the document. */
export function isTyped({ name }: XmlElement): boolean {
  return name === 'w:t' || name === 'w:delText' || name === 'm:t';
}

/** The `w:val` of the first child of a name. */
export function value(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes['w:val'];
}

/** A property that is on, off or not said: `<w:b/>`, `<w:b w:val="0"/>` (17.17.4). */
export function onOff(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(element, name);
  return found && isOn(found);
}

/** Whether a property that is there is on. */
export function isOn(property: XmlElement): boolean {
  const said = property.attributes['w:val'];
  return said === undefined || !['0', 'false', 'off', 'none'].includes(said);
}

/** A whole number, or undefined where it is none that can be counted with. */
export function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined || !/^\s*[+-]?\d{1,10}(?:\.\d*)?\s*$/.test(text)) return undefined;
  return Math.trunc(Number(text));
}
