import { limits } from './limits.ts';
import { refuse, shown } from './unreadable.ts';

/** The prefix by which this reader knows a namespace. The two editions of the standard, transitional and strict, are read alike. */
const prefixes = new Map<string, string>(
  Object.entries({
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
    'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
    'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
    'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
    'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
    'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
    'http://purl.oclc.org/ooxml/drawingml/main': 'a',
    'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
    'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
    'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
    'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
    'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c',
    'http://schemas.openxmlformats.org/drawingml/2006/diagram': 'dgm',
    'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
    'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
    'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
    'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
    'http://purl.org/dc/elements/1.1/': 'dc',
    'http://purl.org/dc/terms/': 'dcterms',
    'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties': 'cust',
    'http://purl.oclc.org/ooxml/officeDocument/customProperties': 'cust',
    'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes': 'vt',
    'http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes': 'vt',
    'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
    'http://schemas.microsoft.com/office/word/2012/wordml': 'w15',
    'http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing': 'wp14',
    'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
    'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup': 'wpg',
    'http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas': 'wpc',
    'urn:schemas-microsoft-com:vml': 'v',
    'urn:schemas-microsoft-com:office:office': 'o',
    'http://www.w3.org/XML/1998/namespace': 'xml',
  }),
);

/** An attribute as the file writes it. */
export interface Written {
  readonly name: string;
  readonly value: string;
}

/** The names at one place of a part: what its declared prefixes mean there. */
export interface Names {
  /** The name of an element. Refuses a prefix that is not declared, as `attributes` does. */
  readonly element: (written: string) => string;
  readonly attributes: (written: readonly Written[]) => Record<string, string>;
  /** A list of prefixes, as an alternative names what it requires (Part 3, 7.6), in those known here. */
  readonly prefixes: (written: string) => string;
  readonly declared: ReadonlyMap<string, string>;
}

/** Where nothing is declared yet. */
export const standardNames: Names = makeNames(new Map([['xml', 'xml']]), '');

/**
 * The names inside an element, from those around it and what the element declares.
 *
 * @param where the part, for messages
 */
export function bindNames(around: Names, attributes: readonly Written[], where: string): Names {
  let declared: Map<string, string> | undefined;
  for (const { name, value } of attributes) {
    if (!isDeclaration(name)) continue;
    declared ??= new Map(around.declared);
    declared.set(name.slice(6), prefixes.get(value) ?? `{${value}}`);
    if (declared.size > limits.namespaces)
      refuse(`${where} declares more than ${limits.namespaces} namespaces at one place; no document does`);
  }
  return declared ? makeNames(declared, where) : around;
}

const isDeclaration = (name: string) => name.startsWith('xmlns') && (name.length === 5 || name[5] === ':');

/** What programs note of their own sessions; left out, since nothing here asks for it. */
const sessions = /^(?:w:rsid|w14:(?:paraId|textId)$)/;

function makeNames(declared: ReadonlyMap<string, string>, where: string): Names {
  const known = new Map<string, string>();
  const resolve = (written: string, isAttribute: boolean): string => {
    const colon = written.indexOf(':');
    // An attribute without a prefix belongs to its element (Namespaces in XML 6.2).
    if (colon === -1 && (isAttribute || !declared.get(''))) return written;
    const prefix = declared.get(colon === -1 ? '' : written.slice(0, colon));
    if (prefix === undefined)
      refuse(`${where} uses the prefix of “${shown(written)}” without declaring it; open the file in Word and save it`);
    return `${prefix}:${written.slice(colon + 1)}`;
  };
  const remember = (written: string, isAttribute: boolean): string => {
    const key = isAttribute ? `@${written}` : written;
    let name = known.get(key);
    if (name === undefined) {
      name = resolve(written, isAttribute);
      if (isAttribute && sessions.test(name)) name = '';
      known.set(key, name);
    }
    return name;
  };
  return {
    declared,
    element: (written) => remember(written, false),
    prefixes: (written) =>
      written
        .split(/\s+/)
        .map((prefix) => declared.get(prefix) ?? prefix)
        .join(' '),
    attributes: (written) => {
      const read: Record<string, string> = {};
      for (const { name, value } of written) {
        const known = isDeclaration(name) ? '' : remember(name, true);
        if (known !== '') read[known] = value;
      }
      return read;
    },
  };
}
