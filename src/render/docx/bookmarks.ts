/** Gives names of bookmarks that are unique in one Word file, where case does not tell names apart. */
export type BookmarkNames = (fragment: string) => string;

// Word keeps at most this much of a name.
const longest = 40;

/** A name holds nothing but these, and not more of them than leaves room for what it begins with. */
const told = /^\w{1,30}$/;

/**
 * Names the bookmark on the first line of a block of code, the `count`th of its document, and says its language there: `code_2_xml`. Other
 * programs throw content controls away and keep bookmarks, and no control stands round what changes. What is no word is not said.
 */
export function codeBookmark(count: number, information: string): string {
  return told.test(information) ? `code_${count}_${information}` : `code_${count}`;
}

/** The bookmark on the first line of the `count`th list that a blank line parts from what stands above it in its item: `loose_1`. */
export function looseBookmark(count: number): string {
  return `loose_${count}`;
}

/** The bookmark on the first line of a footnote that stands among the blocks, `footnote_1`; none where its label is no word. */
export function footnoteBookmark(label: string): string | undefined {
  return told.test(label) ? `footnote_${label}` : undefined;
}

/**
 * The bookmark in the block that a footnote of Word's own stands after in the source, in both texts or in one: `note_at_1`, `note_before_1`.
 * It names the label, since Word counts its footnotes anew whenever one comes or goes; the number only where the label is no word: `note_3`.
 */
export function noteBookmark(label: string, id: number, side: 'before' | 'after' | 'both'): string {
  if (told.test(label)) return `note_${side === 'both' ? 'at' : side}_${label}`;
  return side === 'both' ? `note_${id}` : `note_${id}_${side}`;
}

/**
 * Names bookmarks after fragments: `p_5_5_2_b` for `p-5.5.2-b`. A name is made of letters, digits and underscores, as Word wants it
 * (ECMA-376 Part 1, 17.13.6.2).
 */
export function bookmarkNames(): BookmarkNames {
  const taken = new Set<string>();
  return (fragment) => {
    const wished = `p_${fragment.replace(/^p-/, '').replace(/[^A-Za-z0-9]+/g, '_')}`.slice(0, longest);
    let name = wished;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) {
      name = `${wished.slice(0, longest - 1 - String(count).length)}_${count}`;
    }
    taken.add(name.toLowerCase());
    return name;
  };
}
