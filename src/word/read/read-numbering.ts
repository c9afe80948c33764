import { limits } from './limits.ts';
import { readParagraphProperties } from './read-styles.ts';
import { shownSymbol } from './symbols.ts';
import { refuse } from './unreadable.ts';
import { child, childrenNamed, onOff, value, wholeNumber, type XmlElement } from './xml.ts';

/** One level of a list (17.9.6). */
export interface NumberingLevel {
  readonly start: number;
  /** `decimal`, `lowerLetter`, `bullet`. */
  readonly format: string;
  readonly pattern?: string;
  /** What is printed, with `%1` for the number of the first level. */
  readonly text: string;
  /** Every number in it in digits. */
  readonly legal: boolean;
  /** The level, from 1, that begins it anew; 0 where none does; where absent, any level above it. */
  readonly restart?: number;
  /** The style whose paragraphs stand on this level. */
  readonly style?: string;
  readonly left?: number;
  /** Not shown and not printed. */
  readonly hidden: boolean;
}

/** A list as paragraphs name it (17.9.15). Lists with one `family` count on together. */
export interface NumberingList {
  readonly family: string;
  readonly levels: ReadonlyMap<number, NumberingLevel>;
  /** Levels that begin at a number of their own when the list is first used. */
  readonly starts: ReadonlyMap<number, number>;
}

/** Word has levels 0 to 8. */
export const levels = 9;

/** Finds lists by the number that paragraphs name. */
export type FindList = (number: string) => NumberingList | undefined;

/**
 * Reads the lists of a file (17.9).
 *
 * @param listOfStyle the number that a numbering style names, for lists that are defined by a style
 */
export function readNumbering(
  root: XmlElement | undefined,
  listOfStyle: (style: string) => string | undefined,
): FindList {
  const families = byId(root, 'w:abstractNum', 'w:abstractNumId');
  const numbers = byId(root, 'w:num', 'w:numId');
  const known = new Map<string, NumberingList | undefined>();
  const familyOf = (number: string): string | undefined => value(numbers.get(number), 'w:abstractNumId');
  const read = (number: string): NumberingList | undefined => {
    const family = followLinks(familyOf(number), families, (style) => familyOf(listOfStyle(style) ?? ''));
    const element = numbers.get(number);
    return family === undefined || !element ? undefined : readList(element, family, families.get(family));
  };
  return (number) => {
    if (!known.has(number)) known.set(number, read(number));
    return known.get(number);
  };
}

function byId(root: XmlElement | undefined, name: string, id: string): ReadonlyMap<string, XmlElement> {
  const all = childrenNamed(root, name);
  if (all.length > limits.definitions) refuse(`the file has more than ${limits.definitions} lists; no document has`);
  const read = new Map<string, XmlElement>();
  for (const one of all) {
    const key = one.attributes[id]?.trim() ?? '';
    if (!read.has(key)) read.set(key, one);
  }
  return read;
}

/** From a list that only names a numbering style to the list of that style (17.9.21). Links that lead in a circle lead nowhere. */
function followLinks(
  family: string | undefined,
  families: ReadonlyMap<string, XmlElement>,
  familyOfStyle: (style: string) => string | undefined,
): string | undefined {
  const seen = new Set<string>();
  let at = family;
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    const link = value(families.get(at), 'w:numStyleLink');
    if (link === undefined) return families.has(at) ? at : undefined;
    at = familyOfStyle(link);
  }
  return undefined;
}

function readList(element: XmlElement, family: string, defined: XmlElement | undefined): NumberingList {
  const read = new Map(readLevels(defined));
  const starts = new Map<number, number>();
  for (const override of childrenNamed(element, 'w:lvlOverride')) {
    const level = wholeNumber(override.attributes['w:ilvl']);
    if (level === undefined) continue;
    for (const [, own] of readLevels(override)) read.set(level, own);
    const start = wholeNumber(value(override, 'w:startOverride'));
    if (start !== undefined) starts.set(level, start);
  }
  return { family, levels: read, starts };
}

function readLevels(element: XmlElement | undefined): readonly (readonly [number, NumberingLevel])[] {
  return childrenNamed(element, 'w:lvl').map((level) => [
    wholeNumber(level.attributes['w:ilvl']) ?? 0,
    readLevel(level),
  ]);
}

function readLevel(element: XmlElement): NumberingLevel {
  const number = findFormat(element);
  const format = number?.attributes['w:val'] ?? 'decimal';
  const pattern = number?.attributes['w:format'];
  const restart = wholeNumber(value(element, 'w:lvlRestart'));
  const style = value(element, 'w:pStyle');
  const { left } = readParagraphProperties(child(element, 'w:pPr'));
  const text = value(element, 'w:lvlText') ?? '';
  const font = child(child(element, 'w:rPr'), 'w:rFonts')?.attributes['w:ascii'];
  return {
    start: wholeNumber(value(element, 'w:start')) ?? 0,
    format,
    ...(pattern !== undefined && { pattern }),
    text: format === 'bullet' ? shownSymbol(text, font) : text,
    legal: onOff(element, 'w:isLgl') ?? false,
    ...(restart !== undefined && { restart }),
    ...(style !== undefined && { style }),
    ...(left !== undefined && { left }),
    hidden: onOff(child(element, 'w:rPr'), 'w:vanish') ?? false,
  };
}

/** The format, which newer programs write twice: as they know it, and for those that do not. */
function findFormat(level: XmlElement): XmlElement | undefined {
  const alternatives = child(level, 'mc:AlternateContent');
  return child(child(alternatives, 'mc:Choice'), 'w:numFmt') ?? child(level, 'w:numFmt');
}
