import type { WordProperties } from './word-document.ts';
import { element, xmlPart, xmlText } from './write-xml.ts';

/** The part that says what the file is (ECMA-376 Part 2, 11). Without a date it says none. */
export function corePropertiesPart({ title, subject, author, date, language }: WordProperties): string {
  const told = (name: string, value: string | undefined) =>
    value === undefined ? '' : element(name, {}, xmlText(value));
  const when = (name: string) =>
    date === undefined ? '' : element(name, { 'xsi:type': 'dcterms:W3CDTF' }, xmlText(date));
  return xmlPart(
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      told('dc:title', title),
      told('dc:subject', subject),
      told('dc:creator', author),
      told('cp:lastModifiedBy', author),
      when('dcterms:created'),
      when('dcterms:modified'),
      told('dc:language', language),
    ),
  );
}

/** The part that says what made the file (Part 1, 22.2). */
export function applicationPropertiesPart(): string {
  return xmlPart(
    element(
      'Properties',
      { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
      element('Application', {}, 'sec-redline'),
    ),
  );
}

/** The part that holds further properties by name (22.3). Their numbers begin at 2. */
export function customPropertiesPart(properties: readonly { readonly name: string; readonly value: string }[]): string {
  return xmlPart(
    element(
      'Properties',
      {
        xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
        'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
      },
      ...properties.map(({ name, value }, index) =>
        element(
          'property',
          { fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid: index + 2, name },
          element('vt:lpwstr', {}, xmlText(value)),
        ),
      ),
    ),
  );
}
