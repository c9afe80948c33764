/** Something of a Word file that its document as data does not hold, or holds in another form. */
export interface WordTold {
  /** In plain words: `a picture`, `a text box`. */
  readonly what: string;
  /** In plain words: `paragraph 12`, `table 2, row 3, cell 1`, `the header`. */
  readonly where: string;
  /** Its text, where it has some that is not in the document. */
  readonly text?: string;
}

/** Where reading stands, for what is told. */
export interface Place {
  /** `footnote 3`, `the header`; empty in the body. */
  story: string;
  paragraph: number;
  table: number;
  /** Inside a table: `table 2, row 3, cell 1`. */
  cell: string;
}

/** The beginning of a story. */
export function startStory(story: string): Place {
  return { story, paragraph: 0, table: 0, cell: '' };
}

/** A place in plain words. */
export function printPlace(place: Place): string {
  const inStory = place.cell || (place.paragraph > 0 ? `paragraph ${place.paragraph}` : '');
  return [place.story, inStory].filter((words) => words !== '').join(', ') || 'the document';
}
