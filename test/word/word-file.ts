import { strToU8, zipSync } from 'fflate';

/** What stands in the parts of a Word file made by hand: the content of each root element, as XML. */
export interface HandmadeParts {
  /** The content of the body. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  /** Further relationships of the document, as XML. */
  readonly relationships?: string;
  /** Further parts by name, whole. */
  readonly further?: Readonly<Record<string, string | Uint8Array>>;
}

export const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');

const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageSchemas = 'http://schemas.openxmlformats.org/package/2006';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const parts = ['styles', 'numbering', 'footnotes', 'endnotes', 'comments'] as const;
const roots = {
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  comments: 'comments',
};

/** A Word file with these parts, by name. */
export function handmadeEntries(made: HandmadeParts): Record<string, string | Uint8Array> {
  const present = parts.filter((part) => made[part] !== undefined);
  const overrides = present.map(
    (part) => `<Override PartName="/word/${part}.xml" ContentType="${wordType}.${part}+xml"/>`,
  );
  const pointers = present.map(
    (part) => `<Relationship Id="${part}" Type="${officeRelationships}/${part}" Target="${part}.xml"/>`,
  );
  return {
    '[Content_Types].xml': `<Types xmlns="${packageSchemas}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${wordType}.document.main+xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${packageSchemas}/relationships"><Relationship Id="main" Type="${officeRelationships}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${namespaces}><w:body>${made.body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${packageSchemas}/relationships">${pointers.join('')}${made.relationships ?? ''}</Relationships>`,
    ...Object.fromEntries(
      present.map((part) => [`word/${part}.xml`, `<w:${roots[part]} ${namespaces}>${made[part]}</w:${roots[part]}>`]),
    ),
    ...made.further,
  };
}

/** A zip archive of these entries. */
export function zipEntries(entries: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const bytes = Object.entries(entries).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(bytes), { mtime: new Date(1980, 0, 1) });
}

/** A Word file made by hand. */
export function handmadeFile(made: HandmadeParts): Uint8Array {
  return zipEntries(handmadeEntries(made));
}
