import { mapStories, storiesOf, type Unit, unitsOf } from './map-words.ts';
import { settleBlocks } from './settle-blocks.ts';
import { moveRanges, settleMoves } from './settle-moves.ts';
import type { WordDocument } from './word-document.ts';
import { documentPart, edgePart } from './write-body.ts';
import { commentsPart, footnotesPart } from './write-notes.ts';
import { type Part, writePackage } from './write-package.ts';
import { officeRelationships, type PackageState, type PartState, startPackage, startPart } from './write-part.ts';
import { applicationPropertiesPart, corePropertiesPart, customPropertiesPart } from './write-properties.ts';
import { revisionOf } from './write-revision.ts';
import { fontTablePart, numberingPart, settingsPart } from './write-settings.ts';
import { stylesPart } from './write-styles.ts';

/**
 * Writes a Word file (ECMA-376) that holds the document with its revisions. The same document gives the same bytes. What Word has no
 * way to say, or says so that its readers differ, is settled first (`settle-…`), so that accepting every revision and
 * rejecting every one give the two texts in each of them.
 */
export function writeWord(document: WordDocument): Uint8Array {
  const settled = settleMoves(mapStories(document, settleBlocks));
  const units = storiesOf(settled).flatMap(unitsOf);
  const state = startPackage(noteLabels(units), moveRanges(settled));
  const tracked = units.some((unit) => revisionOf(unit) !== undefined);
  const parts = [...wordParts(settled, state, tracked), ...propertyParts(settled, state)];
  return writePackage(
    parts,
    parts.flatMap(({ path }, index) => {
      const type = packageTypes[path];
      return type === undefined ? [] : [{ id: `rId${index + 1}`, type, target: path }];
    }),
  );
}

function noteLabels(units: readonly Unit[]): ReadonlyMap<number, string> {
  return new Map(
    units.flatMap((unit) =>
      unit.type === 'note-reference' && unit.label !== undefined ? [[unit.footnote, unit.label] as const] : [],
    ),
  );
}

/** The parts that the package itself reaches, and how. */
const packageTypes: Readonly<Record<string, string>> = {
  'word/document.xml': `${officeRelationships}/officeDocument`,
  'docProps/core.xml': 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
  'docProps/app.xml': `${officeRelationships}/extended-properties`,
  'docProps/custom.xml': `${officeRelationships}/custom-properties`,
};

/** A part beside the document: its name, which is also that of its type but for a number, and how it is written. */
interface Beside {
  readonly name: string;
  readonly write: (part: PartState) => string;
}

const wordTypes = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

// The document is written first, so that its ids come in reading order; where the others stand is known before.
function wordParts(document: WordDocument, state: PackageState, tracked: boolean): readonly Part[] {
  const beside = partsBeside(document, tracked);
  const typeOf = (name: string) => name.replace(/\d$/, '');
  const main = startPart(
    state,
    beside.map(({ name }, index) => ({
      id: `rId${index + 1}`,
      type: `${officeRelationships}/${typeOf(name)}`,
      target: `${name}.xml`,
    })),
  );
  const idOf = (name: string) => main.relationships().find(({ target }) => target === `${name}.xml`)?.id;
  const text = documentPart(document.blocks, main, { header: idOf('header1'), footer: idOf('footer1') });
  return [
    {
      path: 'word/document.xml',
      contentType: `${wordTypes}.document.main+xml`,
      text,
      relationships: main.relationships(),
    },
    ...beside.map(({ name, write }): Part => {
      const part = startPart(state);
      const written = write(part);
      return {
        path: `word/${name}.xml`,
        contentType: `${wordTypes}.${typeOf(name)}+xml`,
        text: written,
        relationships: part.relationships(),
      };
    }),
  ];
}

function partsBeside(document: WordDocument, tracked: boolean): readonly Beside[] {
  const { properties, header, footer, footnotes, comments } = document;
  const language = properties.language ?? 'en-GB';
  return [
    { name: 'styles', write: () => stylesPart(language) },
    { name: 'numbering', write: numberingPart },
    { name: 'settings', write: () => settingsPart(language, tracked) },
    { name: 'fontTable', write: fontTablePart },
    { name: 'footnotes', write: (part) => footnotesPart(footnotes, part) },
    ...(header ? [{ name: 'header1', write: (part: PartState) => edgePart('w:hdr', header, part) }] : []),
    ...(footer ? [{ name: 'footer1', write: (part: PartState) => edgePart('w:ftr', footer, part) }] : []),
    ...(comments.length > 0 ? [{ name: 'comments', write: (part: PartState) => commentsPart(comments, part) }] : []),
  ];
}

function propertyParts({ properties }: WordDocument, state: PackageState): readonly Part[] {
  const custom = [...(properties.custom ?? []), ...state.keptValues()];
  const office = 'application/vnd.openxmlformats-officedocument';
  const core: Part = {
    path: 'docProps/core.xml',
    contentType: 'application/vnd.openxmlformats-package.core-properties+xml',
    text: corePropertiesPart(properties),
  };
  const application: Part = {
    path: 'docProps/app.xml',
    contentType: `${office}.extended-properties+xml`,
    text: applicationPropertiesPart(),
  };
  if (custom.length === 0) return [core, application];
  const own = { path: 'docProps/custom.xml', contentType: `${office}.custom-properties+xml` };
  return [core, application, { ...own, text: customPropertiesPart(custom) }];
}
