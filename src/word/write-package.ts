import { strToU8, zipSync } from 'fflate';
import { type Relationship, relationshipsPart } from './write-part.ts';
import { element, xmlPart } from './write-xml.ts';

/** A part of the package: where it stands, the type of its content, its text, and how it reaches others. */
export interface Part {
  readonly path: string;
  readonly contentType: string;
  readonly text: string;
  readonly relationships?: readonly Relationship[];
}

/**
 * Zips the parts as an Open Packaging Conventions file (ECMA-376 Part 2), in the order given. `relationships` are those of the package.
 * Every file bears the first time that ZIP can say, by the clock of wherever this runs, for that is the one that fflate writes.
 */
export function writePackage(parts: readonly Part[], relationships: readonly Relationship[]): Uint8Array {
  const files: [string, string][] = [
    ['[Content_Types].xml', contentTypesPart(parts)],
    ['_rels/.rels', relationshipsPart(relationships)],
  ];
  for (const part of parts) {
    files.push([part.path, part.text]);
    if (part.relationships?.length)
      files.push([part.path.replace(/([^/]+)$/, '_rels/$1.rels'), relationshipsPart(part.relationships)]);
  }
  const bytes = Object.fromEntries(files.map(([path, text]) => [path, strToU8(text)]));
  return zipSync(bytes, { level: 6, mtime: new Date(1980, 0, 1) });
}

function contentTypesPart(parts: readonly Part[]): string {
  return xmlPart(
    element(
      'Types',
      { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
      element('Default', {
        Extension: 'rels',
        ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
      }),
      element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      ...parts.map(({ path, contentType }) => element('Override', { PartName: `/${path}`, ContentType: contentType })),
    ),
  );
}
