import type { CharacterStyle, ParagraphStyle } from './styles.ts';

/** How words are set: sizes in half points. */
export interface WordsSetting {
  readonly font?: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly raised?: boolean;
  readonly colour?: string;
  readonly fill?: string;
}

/** How a paragraph stands: measures in twentieths of a point. */
export interface ParagraphSetting extends WordsSetting {
  readonly basedOn?: ParagraphStyle;
  readonly next?: ParagraphStyle;
  readonly before?: number;
  readonly after?: number;
  readonly left?: number;
  readonly hanging?: number;
  readonly keepNext?: boolean;
  readonly line?: 'bottom' | 'left';
  readonly align?: 'left' | 'center' | 'right';
  readonly outlineLevel?: number;
  readonly tabs?: readonly TabStop[];
}

interface TabStop {
  readonly at: number;
  readonly align: 'left' | 'center' | 'right';
}

/** The fonts of the words and of code, with what a machine without them takes instead. */
export const fonts = {
  words: { name: 'Cambria', instead: 'Caladea', family: 'roman', pitch: 'variable' },
  code: { name: 'Consolas', instead: 'Liberation Mono', family: 'modern', pitch: 'fixed' },
} as const;

/** The width of the words on a page: A4 with margins of 25 mm. */
export const textWidth = 9072;

/** How far the words of a numbered provision hang, so that `5.5.2A` fits before them. */
const provisionIndent = 992;

/** How much further the words of an item hang at each depth. */
const itemIndent = 567;

const grey = '595959';

const depths = [1, 2, 3, 4, 5, 6] as const;

/** How far the words of an item at a depth, from 1, stand from the margin. */
export function indentOfItem(depth: number): number {
  return provisionIndent + itemIndent * depth;
}

const headings: readonly ParagraphSetting[] = [
  // The title of a document, or an annex: without a number that could hang.
  { size: 32, before: 0, after: 240, left: 0, hanging: 0 },
  { size: 26, before: 360, after: 160 },
  { size: 23, before: 280, after: 120 },
  { size: 22, before: 240, after: 120, italic: true },
  { size: 22, before: 200, after: 120, bold: false, italic: true },
  { size: 22, before: 200, after: 120, bold: false, colour: grey },
];

function headingSetting(depth: number): ParagraphSetting {
  return {
    next: 'Normal',
    bold: true,
    keepNext: true,
    left: provisionIndent,
    hanging: provisionIndent,
    outlineLevel: depth,
    ...headings[depth - 1],
  };
}

/** Where the entries of the contents begin and where their words hang, by level: a part, a section, and what is in it. */
const entryIndents = [
  { left: 0, hanging: 0 },
  { left: 567, hanging: 567 },
  { left: 1304, hanging: 737 },
  { left: 2211, hanging: 907 },
  { left: 3232, hanging: 1021 },
  { left: 3232, hanging: 1021 },
];

function entrySetting(depth: number): ParagraphSetting {
  const more = depth === 1 ? { bold: true, before: 100 } : { before: depth === 2 ? 60 : 0 };
  return { size: 20, after: 20, ...more, ...entryIndents[depth - 1] };
}

function byDepth(
  make: (depth: (typeof depths)[number]) => readonly (readonly [ParagraphStyle, ParagraphSetting])[],
): readonly (readonly [ParagraphStyle, ParagraphSetting])[] {
  return depths.flatMap(make);
}

/** How each style of paragraphs is set. What is not said is as Normal has it. */
export const paragraphSettings: ReadonlyMap<ParagraphStyle, ParagraphSetting> = new Map<
  ParagraphStyle,
  ParagraphSetting
>([
  ['Normal', { after: 140 }],
  ['Title', { size: 36, bold: true, after: 240, keepNext: true, next: 'Normal' }],
  ...byDepth((depth) => [[`Heading${depth}`, headingSetting(depth)]]),
  ['Provision', { left: provisionIndent, hanging: provisionIndent }],
  ['ProvisionContinued', { left: provisionIndent }],
  ...byDepth((depth) => [
    [`Item${depth}`, { left: indentOfItem(depth), hanging: itemIndent }],
    [`NumberedItem${depth}`, { basedOn: `Item${depth}` }],
    [`ItemContinued${depth}`, { left: indentOfItem(depth) }],
  ]),
  ['TableText', { size: 20, before: 40, after: 40 }],
  ['TableHead', { basedOn: 'TableText', bold: true, keepNext: true }],
  ['Code', { font: fonts.code.name, size: 18, before: 0, after: 0, fill: 'F5F5F5' }],
  ['HtmlText', { basedOn: 'Code', colour: grey }],
  ['Quote', { left: itemIndent, line: 'left' }],
  ['FrontMatter', { basedOn: 'Code', colour: grey, fill: 'FFFFFF' }],
  ['LinkDefinition', { basedOn: 'Code', colour: grey, fill: 'FFFFFF' }],
  ['Rule', { size: 8, after: 200, line: 'bottom' }],
  ['Separator', { size: 8, before: 0, after: 0 }],
  ['FootnoteText', { size: 18, after: 60 }],
  ['CommentText', { size: 20, after: 60 }],
  ['Header', { size: 18, after: 40, colour: grey, tabs: pageTabs() }],
  ['Footer', { size: 18, after: 0, colour: grey, tabs: pageTabs() }],
  ['TOCHeading', { size: 24, bold: true, before: 240, after: 100, keepNext: true, next: 'Normal' }],
  ...byDepth((depth) => [[`TOC${depth}`, entrySetting(depth)]]),
]);

function pageTabs(): readonly TabStop[] {
  return [{ at: textWidth, align: 'right' }];
}

/** How each style of characters is set. */
export const characterSettings: Readonly<Record<CharacterStyle, WordsSetting>> = {
  CodeCharacter: { font: fonts.code.name, size: 19 },
  HtmlCharacter: { font: fonts.code.name, size: 19, colour: grey },
  // No style of characters is bold or italic: what comes back could not tell it from a mark of the text.
  ImageText: { colour: grey },
  TaskBox: { font: fonts.code.name },
  LineEnd: {},
  Hyperlink: { colour: '1F4E79', underline: true },
  FootnoteReference: { raised: true },
  CommentReference: { size: 16 },
};
