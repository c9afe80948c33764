import { type Archive, openArchive } from './archive.ts';
import { decodePart } from './decode.ts';
import { limits } from './limits.ts';
import { refuse, refuseOther, shown } from './unreadable.ts';
import { type Budget, childrenNamed, parseXml, type XmlElement } from './xml.ts';

/** A file in the format of Open Packaging (ECMA-376 Part 2), opened. */
export interface WordPackage {
  readonly names: readonly string[];
  /** The name of the part that is the document. */
  readonly main: string;
  /** A part as a tree; undefined where there is none of this name. */
  readonly part: (name: string) => XmlElement | undefined;
  /** What a part points at, by id. */
  readonly relationships: (part: string) => ReadonlyMap<string, Relationship>;
}

export interface Relationship {
  /** The last word of its type: `styles`, `footnotes`, `hyperlink`. */
  readonly kind: string;
  /** An address outside, as written, which is never fetched; or the name of a part. */
  readonly target: string;
  readonly external: boolean;
}

/** Opens a Word file and finds its document. Refuses what is no Word file, with what it is instead where that can be told. */
export function openPackage(bytes: Uint8Array): WordPackage {
  const archive = openArchive(bytes);
  const budget: Budget = { elements: 0 };
  const part = (name: string) => {
    const found = archive.read(name);
    return found && parseXml(decodePart(found, name), name, budget);
  };
  const known = new Map<string, ReadonlyMap<string, Relationship>>();
  const relationships = (name: string) => {
    const read = known.get(name) ?? readRelationships(part(relationshipsOf(name)), name);
    known.set(name, read);
    return read;
  };
  const main = [...relationships('').values()].find((one) => one.kind === 'officeDocument' && !one.external)?.target;
  if (main === undefined) refuseOther(otherPackage(archive));
  return { names: archive.names, main, part, relationships };
}

/** The part that holds the relationships of another (Part 2, 9.3). */
function relationshipsOf(part: string): string {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

function readRelationships(root: XmlElement | undefined, part: string): ReadonlyMap<string, Relationship> {
  const all = childrenNamed(root, 'rel:Relationship');
  if (all.length > limits.definitions)
    refuse(`the part “${shown(part)}” points at more than ${limits.definitions} others; no document does`);
  const read = new Map<string, Relationship>();
  for (const { attributes } of all) {
    const external = attributes.TargetMode?.toLowerCase() === 'external';
    const target = attributes.Target ?? '';
    read.set(attributes.Id ?? '', {
      kind: (attributes.Type ?? '').split('/').at(-1) ?? '',
      target: external ? target : resolveTarget(target, part),
      external,
    });
  }
  return read;
}

/** The name of the part that a relationship means, beside the part that has it. Refuses one that leads out of the file. */
function resolveTarget(target: string, part: string): string {
  const path = target.split('#')[0] ?? '';
  const folders = path.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const step of path.replaceAll('\\', '/').split('/')) {
    if (step === '..' && folders.pop() === undefined)
      refuse(
        `the file points at “${shown(target)}”, which is outside of it; it was not made by Word, so it is not read`,
      );
    if (step !== '..' && step !== '.' && step !== '') folders.push(step);
  }
  return folders.join('/');
}

/** What a zip archive without a document is. */
function otherPackage(archive: Archive): string {
  const type = archive.read('mimetype');
  const named = type ? new TextDecoder('latin1').decode(type.subarray(0, 100)) : '';
  if (named.includes('opendocument'))
    return 'it is an OpenDocument file; open it in Word or LibreOffice and save it as .docx';
  if (named.includes('epub')) return 'it is an electronic book; ask for the Word file it was made from';
  return 'it is a zip archive without a Word document in it; look in it for the Word file, and take it out';
}

/** Refuses a document part that is not one of Word. */
export function checkDocument(root: XmlElement | undefined, name: string): XmlElement {
  if (!root)
    refuse(
      `the file says that its document is “${shown(name)}”, and there is no such part; open it in Word and save it`,
    );
  if (root.name === 'w:document') return root;
  if (/(?:^|[}:])workbook$/.test(root.name)) refuseOther('it is an Excel workbook; ask for the Word file');
  if (/(?:^|[}:])presentation$/.test(root.name)) refuseOther('it is a PowerPoint presentation; ask for the Word file');
  return refuseOther(`its main part is a “${shown(root.name)}”, not a Word document`);
}
