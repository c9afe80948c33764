import type { Revision, WordBlock, WordInline } from '../word-document.ts';
import type { Counter } from './count-numbers.ts';
import type { FieldMeaning } from './fields.ts';
import type { KeptValues } from './kept-values.ts';
import type { Relationship } from './package.ts';
import type { FindList } from './read-numbering.ts';
import type { Styles } from './read-styles.ts';
import type { MoveNames } from './revisions.ts';
import type { Place, WordTold } from './told.ts';
import type { XmlElement } from './xml.ts';

/** What all stories of a file share: the body, the notes, the comments, the headers and the text boxes. */
export interface Shared {
  readonly styles: Styles;
  readonly findList: FindList;
  readonly told: WordTold[];
  readonly moves: MoveNames;
  /** The number that a footnote or an endnote bears in the document, by kind and id in the file; given when it is first called. */
  readonly notes: Map<string, number>;
  /** The marks that the calls of notes show, by number, where they are not Word's own. */
  readonly noteLabels: Map<number, string>;
  /** The number that a comment bears in the document, by its id in the file. */
  readonly comments: ReadonlyMap<string, number>;
  /** Comments whose range was seen. */
  readonly ranged: Set<string>;
  readonly kept: KeptValues;
  /** Reads what stands inside an element as a story of its own, such as a text box. */
  readonly readStory: (element: XmlElement, place: Place, part: PartContext) => readonly WordBlock[];
}

/** The part that a story stands in. */
export interface PartContext {
  readonly relationships: ReadonlyMap<string, Relationship>;
}

/** A field that has begun and not ended (17.16). */
export interface OpenField {
  /** Whether it is one element, which ends where it ends, and not three characters among the runs. */
  readonly simple: boolean;
  instruction: string;
  phase: 'instruction' | 'result';
  /** Whether it reaches over the end of a paragraph. */
  spans: boolean;
  /** What the instruction says, once it is whole. */
  meaning?: FieldMeaning;
}

/** Where reading stands in one story. */
export interface Story {
  readonly shared: Shared;
  readonly part: PartContext;
  readonly place: Place;
  /** The numbers as if all tracked changes were accepted, and as if all were rejected. */
  readonly accepted: Counter;
  readonly rejected: Counter;
  /** Field characters that have no partner. */
  readonly loose: ReadonlySet<XmlElement>;
  readonly fields: OpenField[];
  /** Bookmarks and marks of comments that stand between paragraphs and wait for the next. */
  bookmarks: string[];
  marks: WordInline[];
  /** The content of the paragraph read last. */
  last: WordInline[] | undefined;
}

/** What tracked changes an element stands in. */
export interface Within {
  readonly revision?: Revision;
  /** Of the row or the cell. */
  readonly row?: Revision | undefined;
}

/** Tells of something at the place where reading stands. */
export function tell(story: Story, what: string, where: string, text?: string): void {
  story.shared.told.push({ what, where, ...(text !== undefined && text !== '' && { text }) });
}

/** Ends a field that is open. */
export function closeField(field: OpenField, story: Story): void {
  const at = story.fields.indexOf(field);
  if (at !== -1) story.fields.splice(at, 1);
}
