/** Gives names of bookmarks that are unique in one Word file, where case does not tell names apart. */
export type BookmarkNames = (fragment: string) => string;

// Word keeps at most this much of a name.
const longest = 40;

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
