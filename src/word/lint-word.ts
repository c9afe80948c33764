import { unzipSync } from 'fflate';
import { lintFields, lintUpdates } from './lint-fields.ts';
import { lintMoves } from './lint-moves.ts';
import { lintNames } from './lint-names.ts';
import { lintNotes } from './lint-notes.ts';
import { lintStructure } from './lint-structure.ts';
import { below, parseXml, type XmlElement } from './lint-tree.ts';

/**
 * What is wrong with a Word file that Word would repair, refuse or show falsely, and that validators of its schema let pass;
 * nothing where all is well. For files of this project's own making: it is told nothing of what other programs may write.
 */
export function lintWord(file: Uint8Array): readonly string[] {
  const files = unzipSync(file);
  const roots = new Map<string, XmlElement>();
  const broken: string[] = [];
  for (const [path, bytes] of Object.entries(files)) {
    try {
      roots.set(path, parseXml(bytes));
    } catch (error) {
      broken.push(`${path} is not well-formed XML: ${error instanceof Error ? error.message : error}`);
    }
  }
  const document = roots.get('word/document.xml');
  if (!document) return [...broken, 'word/document.xml is not there'];
  const text = [...roots].filter(([path]) =>
    /^word\/(?:document|footnotes|comments|header\d|footer\d)\.xml$/.test(path),
  );
  const told = text.flatMap(([path, root]) =>
    [...lintStructure(root), ...lintFields(root)].map((finding) => `${path}: ${finding}`),
  );
  const settings = roots.get('word/settings.xml');
  const parts = text.map(([, root]) => root);
  return [
    ...broken,
    ...lintPackage(roots),
    ...told,
    ...(settings ? lintUpdates(settings) : []),
    ...lintMoves(parts),
    ...lintNames({ text: parts, styles: roots.get('word/styles.xml'), numbering: roots.get('word/numbering.xml') }),
    ...lintNotes(document, roots.get('word/footnotes.xml'), roots.get('word/comments.xml')),
  ];
}

/** Relationships to what is not there, parts whose content has no type, and ids of relationships that no one gave. */
function lintPackage(roots: ReadonlyMap<string, XmlElement>): readonly string[] {
  const findings: string[] = [];
  const types = roots.get('[Content_Types].xml');
  const typed = new Set((types ? below(types) : []).map(({ attributes }) => attributes.PartName));
  for (const [path, root] of roots) {
    if (path === '[Content_Types].xml') continue;
    if (!path.endsWith('.rels')) {
      if (!typed.has(`/${path}`)) findings.push(`${path} has no type of content`);
      findings.push(...lintReferences(path, root, roots));
      continue;
    }
    const folder = path.replace(/_rels\/[^/]*$/, '');
    for (const { attributes, name } of below(root)) {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') continue;
      if (!roots.has(`${folder}${attributes.Target}`))
        findings.push(`${path} leads to ${attributes.Target}, which is not there`);
    }
  }
  return findings;
}

function lintReferences(path: string, root: XmlElement, roots: ReadonlyMap<string, XmlElement>): readonly string[] {
  const relationships = roots.get(path.replace(/([^/]+)$/, '_rels/$1.rels'));
  const known = new Set((relationships ? below(relationships) : []).map(({ attributes }) => attributes.Id));
  return below(root)
    .filter(({ attributes }) => attributes['r:id'] !== undefined && !known.has(attributes['r:id']))
    .map(
      ({ name, attributes }) => `${path}: ${name} speaks of the relationship ${attributes['r:id']}, which is not there`,
    );
}
