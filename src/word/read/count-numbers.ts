import { isPrinted, printNumber } from './number-formats.ts';
import { type FindList, levels, type NumberingLevel, type NumberingList } from './read-numbering.ts';
import type { NumberingReference, ResolvedStyle } from './read-styles.ts';
import { shown } from './unreadable.ts';

/** The number printed before a paragraph. */
export interface PrintedNumber {
  readonly text: string;
  readonly level: number;
  readonly bullet: boolean;
  /** How far from the margin its list puts the paragraph. */
  readonly left?: number;
  /** In plain words, what is not known of the number: its format, so that it is in digits, or its level, so that there is none. */
  readonly doubt?: string;
}

/** Gives the numbers of one story, paragraph by paragraph in reading order. */
export type Counter = (own: NumberingReference | undefined, style: ResolvedStyle) => PrintedNumber | undefined;

interface Counting {
  /** The numbers reached, by level; undefined where the level is to begin. */
  readonly reached: (number | undefined)[];
}

/** Starts counting at the beginning of a story. */
export function startCounter(findList: FindList): Counter {
  const families = new Map<string, Counting>();
  const used = new Set<string>();
  return (own, style) => {
    const place = findPlace(own, style, findList);
    if (!place) return undefined;
    const { list, number, level } = place;
    if (level < 0 || level >= levels) return beyondLevels(level);
    const definition = list.levels.get(level);
    if (!definition) return undefined;
    const counting = families.get(list.family) ?? { reached: [] };
    families.set(list.family, counting);
    const first = `${number} ${level}`;
    // A list begins a level at a number of its own when it first stands on it (17.9.26).
    if (!used.has(first) && list.starts.has(level)) counting.reached[level] = undefined;
    used.add(first);
    count(counting, list, level);
    return print(counting, list, level, definition);
  };
}

function beyondLevels(level: number): PrintedNumber {
  const doubt = `numbering on level ${level + 1}, where Word has ${levels}, so that no number is known`;
  return { text: '', level: 0, bullet: false, doubt };
}

interface ListPlace {
  readonly list: NumberingList;
  readonly number: string;
  readonly level: number;
}

/** The list and the level of a paragraph: its own, or those of its style. The number 0 takes a paragraph out of every list (17.9.18). */
function findPlace(
  own: NumberingReference | undefined,
  style: ResolvedStyle,
  findList: FindList,
): ListPlace | undefined {
  const number = own?.number ?? style.numbering?.number;
  if (number === undefined || number === '0') return undefined;
  const list = findList(number);
  if (!list) return undefined;
  const level = own?.level ?? (own?.number === undefined ? levelOfStyle(list, style) : 0);
  return { list, number, level };
}

/** A level that names the style, or one that the style is based on, comes before the level that the style names (17.9.23). */
function levelOfStyle(list: NumberingList, style: ResolvedStyle): number {
  for (const id of style.chain) {
    for (const [level, definition] of list.levels) if (definition.style === id) return level;
  }
  return style.numbering?.level ?? 0;
}

function count(counting: Counting, list: NumberingList, level: number): void {
  const { reached } = counting;
  for (let above = 0; above < level; above += 1) reached[above] ??= definedStart(list, above);
  const last = reached[level];
  reached[level] = last === undefined ? startOf(list, level) : last + 1;
  for (let below = level + 1; below < levels; below += 1) {
    if (beginsAfter(list.levels.get(below), below, level)) reached[below] = undefined;
  }
}

const definedStart = (list: NumberingList, level: number) => list.levels.get(level)?.start ?? 1;

/** Where a level begins when a paragraph stands on it. A level that is only passed over begins where it is defined to. */
const startOf = (list: NumberingList, level: number) => list.starts.get(level) ?? definedStart(list, level);

/** Whether a number on `level` makes the level below it begin anew (17.9.10). */
function beginsAfter(definition: NumberingLevel | undefined, below: number, level: number): boolean {
  return level < (definition?.restart ?? below);
}

function print(counting: Counting, list: NumberingList, level: number, definition: NumberingLevel): PrintedNumber {
  const bullet = definition.format === 'bullet';
  const text = bullet ? definition.text : fill(definition, list, counting);
  const doubt = doubtOf(text, definition);
  return {
    text: definition.hidden ? '' : text.slice(0, longest),
    level,
    bullet,
    ...(definition.left !== undefined && { left: definition.left }),
    ...(doubt !== undefined && { doubt }),
  };
}

/** The longest number that is given: no list of a document prints more. */
const longest = 100;

function doubtOf(text: string, { format }: NumberingLevel): string | undefined {
  if (text.length > longest) return `a number longer than ${longest} characters, cut off`;
  return isPrinted(format) ? undefined : `a number in the format “${shown(format)}”, given in digits`;
}

/** Puts the numbers into the text of a level: `%1.%2`. */
function fill(definition: NumberingLevel, list: NumberingList, { reached }: Counting): string {
  return definition.text.slice(0, longest + 1).replace(/%([1-9])/g, (_, digit: string) => {
    const level = Number(digit) - 1;
    const { format = 'decimal', pattern } = list.levels.get(level) ?? {};
    const plain = definition.legal && format !== 'none' && format !== 'decimalZero';
    return format === 'bullet'
      ? ''
      : printNumber(reached[level] ?? definedStart(list, level), plain ? 'decimal' : format, pattern);
  });
}
