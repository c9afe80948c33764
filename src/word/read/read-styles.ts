import { limits } from './limits.ts';
import { refuse } from './unreadable.ts';
import { child, childrenNamed, isOn, onOff, value, wholeNumber, type XmlElement } from './xml.ts';

/** The styles of a file, with what each has from those it is based on. */
export interface Styles {
  /** The style of what names none, by kind; undefined where the file has none. */
  readonly standard: (kind: StyleKind) => string | undefined;
  readonly find: (id: string | undefined, kind: StyleKind) => ResolvedStyle;
}

export type StyleKind = 'paragraph' | 'character';

/** What text looks like, as far as it is read. Undefined where nothing is said. */
export interface Setting {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  /** Whether its font has letters of one width, as code has. */
  readonly monospaced?: boolean;
  /** Not shown and not printed. */
  readonly hidden?: boolean;
  readonly position?: 'raised' | 'lowered' | 'level';
}

/** The numbering that a paragraph or a style names. */
export interface NumberingReference {
  readonly number?: string;
  readonly level?: number;
}

export interface ResolvedStyle {
  readonly id: string | undefined;
  /** In lower case; undefined where the file does not define the style. */
  readonly name: string | undefined;
  readonly setting: Setting;
  /** From 0; 9 is the text of a paragraph (17.9.20). */
  readonly outlineLevel?: number;
  readonly left?: number;
  readonly contextualSpacing?: boolean;
  readonly numbering?: NumberingReference;
  /** The style and those it is based on, nearest first. */
  readonly chain: readonly string[];
}

/** The most styles that one may be based on in a row; Word allows fewer. */
const longestChain = 100;

/** Reads the styles of a file (17.7). A style that is based on itself, however far round, is read as if the last step were not there. */
export function readStyles(root: XmlElement | undefined): Styles {
  const all = childrenNamed(root, 'w:style');
  if (all.length > limits.definitions) refuse(`the file has more than ${limits.definitions} styles; no document has`);
  const defined = new Map<string, XmlElement>();
  const standard = new Map<string, string>();
  for (const style of all) {
    const { 'w:styleId': id = '', 'w:type': kind = 'paragraph', 'w:default': isDefault } = style.attributes;
    if (!defined.has(id)) defined.set(id, style);
    if (isDefault && /^(?:1|true|on)$/.test(isDefault)) standard.set(kind, id);
  }
  const resolved = new Map<string, ResolvedStyle>();
  const find = (id: string | undefined, kind: StyleKind): ResolvedStyle => {
    const key = id ?? standard.get(kind);
    if (key === undefined) return nothing;
    const known = resolved.get(key);
    if (known) return known;
    const style = resolve(key, defined);
    resolved.set(key, style);
    return style;
  };
  return { standard: (kind) => standard.get(kind), find };
}

const nothing: ResolvedStyle = { id: undefined, name: undefined, setting: {}, chain: [] };

function resolve(id: string, defined: ReadonlyMap<string, XmlElement>): ResolvedStyle {
  const chain: string[] = [];
  for (let at: string | undefined = id; at !== undefined && defined.has(at); at = value(defined.get(at), 'w:basedOn')) {
    if (chain.includes(at) || chain.length === longestChain) break;
    chain.push(at);
  }
  const elements = chain.flatMap((one) => defined.get(one) ?? []);
  const name = value(elements[0], 'w:name')?.trim().toLowerCase();
  const paragraphs = elements.map((one) => readParagraphProperties(child(one, 'w:pPr')));
  const nearest = <Key extends keyof ParagraphProperties>(key: Key) =>
    paragraphs.find((one) => one[key] !== undefined)?.[key];
  const outlineLevel = nearest('outlineLevel') ?? headingLevel(name);
  const left = nearest('left');
  const contextualSpacing = nearest('contextualSpacing');
  return {
    id,
    name,
    setting: overlay(elements.map((one) => readSetting(child(one, 'w:rPr')))),
    ...(outlineLevel !== undefined && { outlineLevel }),
    ...(left !== undefined && { left }),
    ...(contextualSpacing !== undefined && { contextualSpacing }),
    numbering: overlay(paragraphs.map((one) => one.numbering ?? {})),
    chain,
  };
}

/** Word's own headings have their level even where a program did not write it. */
function headingLevel(name: string | undefined): number | undefined {
  const level = /^heading ([1-9])$/.exec(name ?? '')?.[1];
  return level === undefined ? undefined : Number(level) - 1;
}

/** The properties that count, where the first that says something wins. */
export function overlay<Properties extends object>(nearestFirst: readonly Properties[]): Properties {
  return Object.assign({}, ...nearestFirst.toReversed());
}

/** What is read of the properties of a paragraph (17.3.1), its own or those of a style. */
export interface ParagraphProperties {
  readonly outlineLevel?: number;
  readonly left?: number;
  readonly hanging?: number;
  readonly contextualSpacing?: boolean;
  readonly numbering?: NumberingReference;
}

/** Reads `w:pPr`. */
export function readParagraphProperties(properties: XmlElement | undefined): ParagraphProperties {
  const outlineLevel = wholeNumber(value(properties, 'w:outlineLvl'));
  const indent = child(properties, 'w:ind')?.attributes;
  const left = wholeNumber(indent?.['w:left'] ?? indent?.['w:start']);
  const firstLine = wholeNumber(indent?.['w:firstLine']);
  const hanging = wholeNumber(indent?.['w:hanging']) ?? (firstLine === undefined ? undefined : -firstLine);
  const contextualSpacing = onOff(properties, 'w:contextualSpacing');
  const numbering = readNumberingReference(child(properties, 'w:numPr'));
  return {
    ...(outlineLevel !== undefined && outlineLevel >= 0 && outlineLevel <= 9 && { outlineLevel }),
    ...(left !== undefined && { left }),
    ...(hanging !== undefined && { hanging }),
    ...(contextualSpacing !== undefined && { contextualSpacing }),
    ...(numbering && { numbering }),
  };
}

function readNumberingReference(properties: XmlElement | undefined): NumberingReference | undefined {
  if (!properties) return undefined;
  const number = value(properties, 'w:numId')?.trim();
  const level = wholeNumber(value(properties, 'w:ilvl'));
  return { ...(number !== undefined && { number }), ...(level !== undefined && { level }) };
}

const monospaced = /courier|consolas|mono|menlo|monaco|lucida console|cascadia|typewriter|fixedsys|source code/i;

/** Reads `w:rPr`: of a run, or of a style. */
export function readSetting(properties: XmlElement | undefined): Setting {
  const setting: { -readonly [Key in keyof Setting]: Setting[Key] } = {};
  for (const one of properties?.children ?? []) {
    if (one.name === 'w:b') setting.bold = isOn(one);
    else if (one.name === 'w:i') setting.italic = isOn(one);
    else if (one.name === 'w:strike' || one.name === 'w:dstrike') setting.strike = setting.strike || isOn(one);
    else if (one.name === 'w:vanish') setting.hidden = isOn(one);
    else if (one.name === 'w:vertAlign') setting.position = positions.get(one.attributes['w:val'] ?? '') ?? 'level';
    else if (one.name === 'w:position') setting.position = positionOf(one) ?? setting.position ?? 'level';
    else if (one.name === 'w:rFonts' && one.attributes['w:ascii'] !== undefined)
      setting.monospaced = monospaced.test(one.attributes['w:ascii']);
  }
  return setting;
}

// In half points (17.3.2.24). Less is how a sign is set on its line; LibreOffice says so of every raised figure that it reads from a web page.
const raisedLeast = 4;

function positionOf(element: XmlElement): Setting['position'] {
  const by = wholeNumber(element.attributes['w:val']) ?? 0;
  if (Math.abs(by) < raisedLeast) return undefined;
  return by > 0 ? 'raised' : 'lowered';
}

const positions = new Map<string, NonNullable<Setting['position']>>([
  ['superscript', 'raised'],
  ['subscript', 'lowered'],
]);
