import type { WordInline } from '../word-document.ts';
import { chooseAlternative } from './alternatives.ts';
import { longestInstruction, makeLink } from './fields.ts';
import type { Collector } from './inline-tree.ts';
import { readRun } from './read-run.ts';
import { isRevision, nest, noteMove, readRevision } from './revisions.ts';
import { closeField, type OpenField, type Story, tell, type Within } from './story.ts';
import { printPlace } from './told.ts';
import { child, typedText, value, type XmlElement } from './xml.ts';

/** Where the content of a paragraph is read to. */
export interface InlineTarget {
  readonly story: Story;
  readonly collector: Collector;
  readonly within: Within;
  readonly bookmarks: string[];
}

const silent = new Set([
  'w:pPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:customXmlPr',
  'w:smartTagPr',
  'w:fldData',
  'm:ctrlPr',
  'm:rPr',
  'w:rPr',
]);

/** Reads what stands in a paragraph, or in an element of one. */
export function readInlines(children: readonly XmlElement[], target: InlineTarget): void {
  for (const one of children) readInline(one, target);
}

function readInline(element: XmlElement, target: InlineTarget): void {
  if (silent.has(element.name) || noteMove(element, target.story.shared.moves)) return;
  if (isRevision(element)) readTracked(element, target);
  else (readers.get(element.name) ?? readInside)(element, target);
}

const readInside = (element: XmlElement, target: InlineTarget) => readInlines(element.children, target);

function readOwnRun(element: XmlElement, { story, collector, within }: InlineTarget): void {
  readRun(element, { story, collector, revision: within.revision });
}

/** Characters that some programs leave outside of every run. */
const readBareText = (element: XmlElement, target: InlineTarget) =>
  readOwnRun({ name: 'w:r', attributes: {}, text: '', children: [element] }, target);

const readCommentMark = (element: XmlElement, { story, collector }: InlineTarget) =>
  addCommentMark(element, story, collector.add);

function readEquation(element: XmlElement, target: InlineTarget): void {
  tell(target.story, 'an equation, kept as its characters in a row', printPlace(target.story.place));
  readInside(element, target);
}

const readers = new Map<string, (element: XmlElement, target: InlineTarget) => void>([
  ['w:r', readOwnRun],
  ['m:r', readOwnRun],
  ['w:t', readBareText],
  ['m:t', readBareText],
  ['w:delText', readBareText],
  ['w:hyperlink', readHyperlink],
  ['w:sdt', readControl],
  ['w:fldSimple', readSimpleField],
  ['w:bookmarkStart', (element, target) => addBookmark(element, target.bookmarks)],
  ['w:commentRangeStart', readCommentMark],
  ['w:commentRangeEnd', readCommentMark],
  ['m:oMath', readEquation],
  ['mc:AlternateContent', (element, target) => readInlines(chooseAlternative(element), target)],
  ['w:subDoc', (_, { story }) => tell(story, 'a document in another file, which is not read', printPlace(story.place))],
]);

/** What stands in a tracked change. What was inserted and deleted again is in neither version, and told. */
function readTracked(element: XmlElement, target: InlineTarget): void {
  const { story, within } = target;
  const own = readRevision(element, story.shared.moves);
  const revision = own && nest(within.revision, own);
  if (revision === 'never') {
    tell(story, 'words that were inserted and deleted again', printPlace(story.place), typedText(element));
    return;
  }
  readInlines(element.children, { ...target, within: revision ? { ...within, revision } : within });
}

function readHyperlink(element: XmlElement, target: InlineTarget): void {
  const { 'r:id': id, 'w:anchor': anchor, 'w:docLocation': location, 'w:tooltip': tooltip } = element.attributes;
  const { story, collector } = target;
  const relationship = id === undefined ? undefined : story.part.relationships.get(id);
  const place = anchor ?? location;
  if (!relationship && !place) {
    tell(story, 'a link that leads nowhere, kept as its words', printPlace(story.place));
    readInlines(element.children, target);
    return;
  }
  const address = relationship && (story.shared.kept.addresses.get(relationship.target) ?? relationship.target);
  const link = makeLink(address, place, tooltip);
  collector.inside(
    (children): WordInline => ({ type: 'link', ...link, children }),
    () => readInlines(element.children, target),
  );
}

/** A content control: with a tag it is kept as a span. */
function readControl(element: XmlElement, target: InlineTarget): void {
  const tag = controlTag(element, target.story);
  if (tag === undefined) {
    readInside(element, target);
    return;
  }
  target.collector.inside(
    (children): WordInline => ({ type: 'span', tag, children }),
    () => readInside(element, target),
  );
}

/** The tag of a content control, or the name of the gallery its content comes from. */
export function controlTag(element: XmlElement, story: Story): string | undefined {
  const properties = child(element, 'w:sdtPr');
  const tag = value(properties, 'w:tag');
  return story.shared.kept.tags.get(tag ?? '') ?? tag ?? value(child(properties, 'w:docPartObj'), 'w:docPartGallery');
}

function readSimpleField(element: XmlElement, target: InlineTarget): void {
  const { story, collector } = target;
  const instruction = (element.attributes['w:instr'] ?? '').slice(0, longestInstruction);
  const field: OpenField = { simple: true, instruction, phase: 'result', spans: false };
  story.fields.push(field);
  collector.beginField(field);
  readInlines(element.children, target);
  closeField(field, story);
  collector.endField(field);
}

/** Takes note of a bookmark. `_GoBack` is where the author stood last, and nothing points at it. */
export function addBookmark(element: XmlElement, bookmarks: string[]): void {
  const name = element.attributes['w:name'];
  if (name && name !== '_GoBack') bookmarks.push(name);
}

/** Adds the beginning or the end of what a comment speaks of (17.13.4). */
export function addCommentMark(element: XmlElement, story: Story, add: (mark: WordInline) => void): void {
  const { comments, ranged } = story.shared;
  const id = element.attributes['w:id'] ?? '';
  const comment = comments.get(id);
  if (comment === undefined) return;
  const start = element.name === 'w:commentRangeStart';
  // An end without a beginning, or a second beginning, would make a range that no reader could close.
  if (start === ranged.has(id)) return;
  if (start) ranged.add(id);
  add({ type: start ? 'comment-start' : 'comment-end', comment });
}
