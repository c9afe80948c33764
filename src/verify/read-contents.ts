/** A heading, or the entry of one in the contents, as a Word file has it. */
export interface HeadingShown {
  /** From 1. */
  readonly level: number;
  readonly text: string;
}

/** The contents of a Word file, and the headings that it has. */
export interface WordContents {
  /** What stands above the entries. */
  readonly titles: readonly string[];
  /** The instruction of each field of contents: `TOC \n \h \o "2-4"`. */
  readonly instructions: readonly string[];
  /** The entries, with the bookmarks that their links lead to. */
  readonly entries: readonly (HeadingShown & { readonly leadsTo: readonly string[] })[];
  /** The headings of the body outside tables, with the bookmarks that stand on them. */
  readonly headings: readonly (HeadingShown & { readonly bookmarks: readonly string[] })[];
  /** Words in the field that are no entry. */
  readonly strays: readonly string[];
}

/** Gathers the contents of a part while it is read element by element. */
export interface ContentsReading {
  readonly contents: {
    readonly [Key in keyof WordContents]: WordContents[Key][number][];
  };
  readonly openElement: (name: string, attributes: Readonly<Record<string, string>>) => void;
  /** Words of an instruction. */
  readonly instruction: (text: string) => void;
  /** Ends a paragraph, given its words without calls of footnotes, and says whether it is of the contents and so of no other text. */
  readonly endParagraph: (style: string, text: string) => boolean;
}

/** Starts to gather the contents of a part. Fields are told by their characters (17.16.18), since one reaches over several paragraphs. */
export function startContents(): ContentsReading {
  const contents: ContentsReading['contents'] = { titles: [], instructions: [], entries: [], headings: [], strays: [] };
  const open: { text: string; shows: boolean }[] = [];
  const isContents = (field: (typeof open)[number]) => field.shows && /^\s*TOC\b/.test(field.text);
  let inside = false;
  let anchors: string[] = [];
  let bookmarks: string[] = [];
  return {
    contents,
    instruction: (text) => {
      const field = open.at(-1);
      if (field && !field.shows) field.text += text;
    },
    openElement: (name, attributes) => {
      if (name === 'w:hyperlink' && attributes['w:anchor'] !== undefined) anchors.push(attributes['w:anchor']);
      if (name === 'w:bookmarkStart') bookmarks.push(attributes['w:name'] ?? '');
      if (name !== 'w:fldChar') return;
      const type = attributes['w:fldCharType'];
      const field = open.at(-1);
      if (type === 'begin') open.push({ text: '', shows: false });
      if (type === 'separate' && field) field.shows = true;
      if (type === 'separate' && field && isContents(field)) contents.instructions.push(field.text.trim());
      if (type === 'end') open.pop();
      inside ||= open.some(isContents);
    },
    endParagraph: (style, text) => {
      const [leadsTo, own, listed] = [anchors, bookmarks, inside];
      [anchors, bookmarks, inside] = [[], [], open.some(isContents)];
      const digit = /^(TOC|Heading)(\d)$/.exec(style);
      const shown = { level: Number(digit?.[2] ?? 0), text };
      const isEntry = digit?.[1] === 'TOC';
      if (style === 'TOCHeading') contents.titles.push(text);
      else if (isEntry && listed) contents.entries.push({ ...shown, leadsTo });
      else if (isEntry || listed) contents.strays.push(text);
      else if (digit) contents.headings.push({ ...shown, bookmarks: own });
      return style === 'TOCHeading' || isEntry || listed;
    },
  };
}
