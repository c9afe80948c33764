/** Where a written text stands: the characters beside it, and which labels are defined in the whole document. */
export interface EscapeSurroundings {
  readonly before: string;
  readonly after: string;
  /** In a heading no line of its text begins a line of the source. */
  readonly inHeading: boolean;
  /** The keys of link definitions, and of footnotes with `^` before them. */
  readonly defined: ReadonlySet<string>;
}

type Place = EscapeSurroundings & { readonly written: string; readonly at: number };

/**
 * Takes out the backslashes that Markdown does not need from a text that is already safe, so that `[No longer in use]`
 * and `A&B` are written as a lawyer writes them. Each is left where there is any doubt.
 */
export function relaxEscapes(written: string, surroundings: EscapeSurroundings): string {
  return written.replace(/\\([\s\S])/g, (escaped, character: string, at: number) =>
    isNeedless(character, { ...surroundings, written, at }) ? character : escaped,
  );
}

function isNeedless(character: string, place: Place): boolean {
  const after = place.written.slice(place.at + 2, place.at + 1002) + place.after;
  const before = place.at === 0 ? place.before.slice(-1) : (place.written[place.at - 1] ?? '');
  switch (character) {
    case '&':
      return !/^(?:#|[A-Za-z][A-Za-z0-9]{0,31};)/.test(after);
    case '[':
      return isPlainBracket(after, before, place);
    case '~':
      return before !== '~' && !/^\\?~/.test(after) && !isLineStart(place);
    case '*':
    case '_':
      return /[ \t]/.test(before) && /^[ \t]/.test(after) && !isLineStart(place);
    case '#':
      return isLineStart(place) && !place.inHeading && !/^#{0,5}(?:\s|$)/.test(after);
    case '.':
      return /[Ww]/.test(before) && !/www$/i.test(place.written.slice(Math.max(0, place.at - 3), place.at));
    case ':':
      return /[ps]/.test(before) && !/https?$/i.test(place.written.slice(Math.max(0, place.at - 5), place.at));
    default:
      return false;
  }
}

// Brackets make a link, an image, a footnote call, a definition or a task only in these surroundings.
function isPlainBracket(after: string, before: string, place: Place): boolean {
  const match = /^([^[\]\\`<]{1,200})\](?![([])/.exec(after);
  const label = match?.[1];
  if (label === undefined || before === ']' || before === '!') return false;
  if (isLineStart(place) && (after[label.length + 1] === ':' || /^[ \txX]$/.test(label))) return false;
  return !place.defined.has(definitionKey(label));
}

function isLineStart({ written, at, before }: Place): boolean {
  let start = at;
  while (start > 0 && /[ \t]/.test(written[start - 1] ?? '')) start -= 1;
  return /^$|[\r\n]$/.test(start > 0 ? (written[start - 1] ?? '') : before);
}

/** What two ways of writing the label of a definition have in common: white space and case do not count. */
export function definitionKey(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase();
}
