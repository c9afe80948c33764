import { readLabel } from '../source/label.ts';
import { indentOfItem } from '../word/style-settings.ts';
import { type ParagraphStyle, paragraphStyles } from '../word/styles.ts';
import type { WordParagraph } from '../word/word-document.ts';
import { beforeTab, textOfPieces } from './leaf-words.ts';
import type { Piece } from './piece.ts';
import { styleKey } from './style-name.ts';

/** What a paragraph of a Word document is in Markdown. */
export type Role =
  | { readonly type: 'heading'; readonly depth: number }
  | {
      readonly type: 'item';
      /** A bullet has no text; a label is text; the number of an ordered list is printed for it. */
      readonly marker: 'bullet' | 'label' | { readonly number: string; readonly typed: boolean };
      /** Said by its style. Else it follows from where it stands. */
      readonly depth?: number;
    }
  | { readonly type: 'continued'; readonly depth: number }
  | { readonly type: 'paragraph'; readonly closes: boolean }
  | {
      readonly type:
        | 'code'
        | 'html'
        | 'quote'
        | 'front-matter'
        | 'rule'
        | 'definition'
        | 'contents'
        | 'separator'
        | 'note';
    };

const own = new Map(
  (Object.entries(paragraphStyles) as [ParagraphStyle, string][]).flatMap(([id, name]) => [
    [styleKey(id), id],
    [styleKey(name), id],
  ]),
);

// What other programs call the same. Names are Word's and LibreOffice's and pandoc's own.
const foreign: Readonly<Record<string, Role['type']>> = {
  sourcecode: 'code',
  htmlpreformatted: 'code',
  preformattedtext: 'code',
  plaintext: 'code',
  quotations: 'quote',
  blocktext: 'quote',
  intensequote: 'quote',
  horizontalline: 'rule',
  tocheading: 'contents',
  contentsheading: 'contents',
};

const numbered = /^\d{1,9}[.)]$/;

/** Says what a paragraph is by its style, its level among headings, its number and how it begins. Nothing is guessed from its looks. */
export function roleOf(paragraph: WordParagraph, pieces: readonly Piece[]): Role {
  const key = styleKey(paragraph.styleName ?? paragraph.style);
  const style = own.get(key);
  if (/^(?:toc|contents)\d$/.test(key) || /^TOC\b/i.test(paragraph.inField ?? '')) return { type: 'contents' };
  const byStyle = roleOfStyle(style, paragraph, pieces);
  if (byStyle) return byStyle;
  const other = foreign[key];
  if (other) return { type: other } as Role;
  if (paragraph.styleSetting?.code) return { type: 'code' };
  if (paragraph.outlineLevel !== undefined) return { type: 'heading', depth: paragraph.outlineLevel };
  if (key === 'title') return { type: 'heading', depth: 1 };
  const marker = markerOf(paragraph, pieces, key);
  return marker ? { type: 'item', marker } : { type: 'paragraph', closes: false };
}

const plainRoles: Readonly<Partial<Record<ParagraphStyle, Role>>> = {
  Provision: { type: 'paragraph', closes: true },
  ProvisionContinued: { type: 'paragraph', closes: true },
  Code: { type: 'code' },
  HtmlText: { type: 'html' },
  Quote: { type: 'quote' },
  FrontMatter: { type: 'front-matter' },
  LinkDefinition: { type: 'definition' },
  Rule: { type: 'rule' },
  FootnoteText: { type: 'note' },
};

function roleOfStyle(
  style: ParagraphStyle | 'Separator' | undefined,
  paragraph: WordParagraph,
  pieces: readonly Piece[],
): Role | undefined {
  if (style === undefined) return undefined;
  const [, kind, digit] = /^(Item|NumberedItem|ItemContinued)(\d)$/.exec(style) ?? [];
  if (kind === undefined) return plainRoles[style as ParagraphStyle];
  const depth = Number(digit) + deeper(paragraph, Number(digit));
  if (kind === 'ItemContinued') return { type: 'continued', depth };
  const number = kind === 'NumberedItem' ? beforeTab(pieces) : undefined;
  if (number !== undefined && numbered.test(number)) return { type: 'item', marker: { number, typed: true }, depth };
  return { type: 'item', marker: ownMarker(paragraph, pieces), depth };
}

// Whoever edits the file may use Word's own numbers there.
function ownMarker(paragraph: WordParagraph, pieces: readonly Piece[]): (Role & { type: 'item' })['marker'] {
  const { numbering } = paragraph;
  if (paragraph.bullet || numbering?.bullet) return 'bullet';
  if (numbering && numbered.test(numbering.text)) return { number: numbering.text, typed: false };
  return textOfPieces(pieces) === '' && !numbering ? 'bullet' : 'label';
}

const deepest = 200;

// The last of the styles stands for all that is deeper, with an indent of its own.
function deeper({ indent }: WordParagraph, digit: number): number {
  if (digit < 6 || !indent) return 0;
  let depth = digit;
  while (depth < deepest && indentOfItem(depth + 1) <= indent.left) depth += 1;
  return depth - digit;
}

function markerOf(
  { numbering, indent, margin = indent?.left ?? 0 }: WordParagraph,
  pieces: readonly Piece[],
  key: string,
): (Role & { type: 'item' })['marker'] | undefined {
  // Some programs give what goes on under an item a bullet of white space.
  if (numbering?.bullet) return numbering.text.trim() === '' ? undefined : 'bullet';
  if (numbering && numbering.text !== '') {
    if (numbered.test(numbering.text)) return { number: numbering.text, typed: false };
    return isItemLabel(numbering.text) ? 'label' : undefined;
  }
  const typed = beforeTab(pieces);
  if (typed !== undefined && numbered.test(typed)) return { number: typed, typed: true };
  if (typed !== undefined && isItemLabel(typed)) return 'label';
  const isListed = margin > 0 || key.startsWith('list');
  return isListed && /^\([A-Za-z0-9]{1,6}\) /.test(textOfPieces(pieces).slice(0, 10)) ? 'label' : undefined;
}

// `5.5.2` is the number of a paragraph, whatever list Word counts it in.
function isItemLabel(text: string): boolean {
  const read = readLabel(`${text} x`, 'item');
  return read?.printedLength === text.length && !/^\d/.test(text);
}
