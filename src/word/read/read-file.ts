import type { ReadOptions } from '../read-word.ts';
import type { WordBlock, WordComment, WordDocument } from '../word-document.ts';
import { startCounter } from './count-numbers.ts';
import { findLoose } from './fields.ts';
import { type KeptValues, takeKeptValues } from './kept-values.ts';
import { checkDocument, openPackage, type WordPackage } from './package.ts';
import { readBlocks } from './read-blocks.ts';
import { readComments } from './read-comments.ts';
import { readPageEdges } from './read-headers.ts';
import { findCalls, type NotePart, readNotes } from './read-notes.ts';
import { type FindList, readNumbering } from './read-numbering.ts';
import { readProperties } from './read-properties.ts';
import { readStyles, type Styles } from './read-styles.ts';
import { settleRevisions } from './settle-revisions.ts';
import type { PartContext, Shared } from './story.ts';
import { tellPackage } from './tell-package.ts';
import { type Place, startStory, type WordTold } from './told.ts';
import { child, type XmlElement } from './xml.ts';

interface Read {
  readonly document: WordDocument;
  readonly told: readonly WordTold[];
}

/** A part of the file with the tracked changes of the side that is read, and what it points at. */
interface StoryPart {
  readonly root: XmlElement | undefined;
  readonly part: PartContext;
}

/** Reads a file part by part. Refuses by throwing `Unreadable`. */
export function readFile(bytes: Uint8Array, revisions: ReadOptions['revisions']): Read {
  const opened = openPackage(bytes);
  const written = checkDocument(opened.part(opened.main), opened.main);
  const settle = (root: XmlElement) => (revisions === 'both' ? root : settleRevisions(root, revisions));
  const open = (kind: string) => openStory(opened, kind, settle);
  const stylesRoot = findPart(opened, 'styles');
  const styles = readStyles(stylesRoot);
  const comments = open('comments');
  const told: WordTold[] = [];
  const said = readProperties(
    findRootPart(opened, 'core-properties'),
    findRootPart(opened, 'custom-properties'),
    stylesRoot,
  );
  const kept = takeKeptValues(said);
  const shared = makeShared(styles, findLists(opened, styles), comments.root, kept, told);
  const document = settle(written);
  const main = { relationships: opened.relationships(opened.main) };
  tellPackage(opened, told);
  const blocks = shared.readStory(child(document, 'w:body') ?? document, startStory(''), main);
  const footnotes = readNotes(
    (['footnote', 'endnote'] as const).map((kind): NotePart => {
      const { root, part } = open(`${kind}s`);
      return { kind, root, read: (note, story) => shared.readStory(note, startStory(story), part) };
    }),
    { numbers: shared.notes, labels: shared.noteLabels, everCalled: findCalls(written) },
    told,
  );
  const edges = readPageEdges(
    document,
    (id, story) => readEdge(opened, main.relationships.get(id)?.target, story, settle, shared),
    told,
  );
  return {
    document: {
      type: 'word-document',
      properties: kept.properties,
      ...edges,
      blocks,
      footnotes,
      comments: readCommentTexts(comments, shared),
    },
    told,
  };
}

function makeShared(
  styles: Styles,
  findList: FindList,
  comments: XmlElement | undefined,
  kept: KeptValues,
  told: WordTold[],
): Shared {
  const shared: Shared = {
    styles,
    findList,
    kept,
    told,
    moves: { open: new Map(), numbers: new Map() },
    notes: new Map(),
    noteLabels: new Map(),
    comments: new Map(commentElements(comments).map((one, index) => [one.attributes['w:id'] ?? '', index])),
    ranged: new Set(),
    readStory: (element, place, part) => readStory(element, place, part, shared),
  };
  return shared;
}

function readStory(element: XmlElement, place: Place, part: PartContext, shared: Shared): readonly WordBlock[] {
  const counter = () => startCounter(shared.findList);
  const loose = findLoose(element);
  const story = {
    shared,
    part,
    place,
    accepted: counter(),
    rejected: counter(),
    loose,
    fields: [],
    bookmarks: [],
    marks: [],
    last: undefined,
  };
  return readBlocks(element.children, story, {});
}

const commentElements = (root: XmlElement | undefined) =>
  root?.children.filter((one) => one.name === 'w:comment') ?? [];

function readCommentTexts({ root, part }: StoryPart, shared: Shared): readonly WordComment[] {
  return readComments(commentElements(root), (comment, story) => shared.readStory(comment, startStory(story), part));
}

/** The lists of the file, with those that styles define. */
function findLists(opened: WordPackage, styles: Styles): FindList {
  return readNumbering(findPart(opened, 'numbering'), (style) => styles.find(style, 'paragraph').numbering?.number);
}

/** The part that the document points at by a kind. */
function findPart(opened: WordPackage, kind: string): XmlElement | undefined {
  const target = partName(opened, opened.main, kind);
  return target === undefined ? undefined : opened.part(target);
}

/** The part that the file itself points at by a kind. */
function findRootPart(opened: WordPackage, kind: string): XmlElement | undefined {
  const target = partName(opened, '', kind);
  return target === undefined ? undefined : opened.part(target);
}

function partName(opened: WordPackage, from: string, kind: string): string | undefined {
  return [...opened.relationships(from).values()].find((one) => one.kind === kind && !one.external)?.target;
}

function openStory(opened: WordPackage, kind: string, settle: (root: XmlElement) => XmlElement): StoryPart {
  const name = partName(opened, opened.main, kind);
  const root = name === undefined ? undefined : opened.part(name);
  return {
    root: root && settle(root),
    part: { relationships: name === undefined ? new Map() : opened.relationships(name) },
  };
}

function readEdge(
  opened: WordPackage,
  name: string | undefined,
  story: string,
  settle: (root: XmlElement) => XmlElement,
  shared: Shared,
): readonly WordBlock[] | undefined {
  const root = name === undefined ? undefined : opened.part(name);
  if (name === undefined || !root) return undefined;
  return shared.readStory(settle(root), startStory(story), { relationships: opened.relationships(name) });
}
