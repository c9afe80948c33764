import { isWhollyRevised } from '../../word/settle-marks.ts';
import type { Revision, WordBlock, WordInline, WordParagraph, WordRun } from '../../word/word-document.ts';
import { isRemoval } from '../../word/write-revision.ts';

/** A text that a Word document with tracked changes holds. */
type Side = 'before' | 'after';

/** A heading as one of the two texts has it. */
export interface HeadingLine {
  /** From 1. */
  readonly level: number;
  readonly runs: readonly WordRun[];
  /** The paragraph that it is, or the several whose ends are not in that text. */
  readonly paragraphs: readonly WordParagraph[];
}

/**
 * The headings of one of the two texts, in order, as Word takes them for its contents (17.16.5.68): those with words, wherever in the body
 * they stand but in tables, where Markdown has none. Words without the calls of footnotes.
 */
export function headingLines(blocks: readonly WordBlock[], side: Side): readonly HeadingLine[] {
  const lines: HeadingLine[] = [];
  let open: WordParagraph[] = [];
  const end = () => {
    const line = lineOf(open, side);
    if (line) lines.push(line);
    open = [];
  };
  for (const paragraph of bodyParagraphs(blocks)) {
    const { mark } = paragraph;
    const endsHere = isIn(mark, side);
    if (!endsHere && isWhollyRevised(paragraph)) continue;
    open.push(paragraph);
    if (endsHere) end();
  }
  end();
  return lines;
}

/** The paragraphs of a body, those in containers among them. */
export function bodyParagraphs(blocks: readonly WordBlock[]): readonly WordParagraph[] {
  return blocks.flatMap((block): readonly WordParagraph[] => {
    if (block.type === 'container') return bodyParagraphs(block.blocks);
    return block.type === 'paragraph' ? [block] : [];
  });
}

/** The level of a paragraph among the headings of one of the two texts; undefined where it is none there. */
function levelIn({ outlineLevel, styleBefore }: WordParagraph, side: Side): number | undefined {
  if (side === 'after' || !styleBefore) return outlineLevel;
  const digit = /^Heading(\d)$/.exec(styleBefore.style)?.[1];
  return digit === undefined ? undefined : Number(digit);
}

/** Whether one of the two texts has what a revision marks. */
function isIn(revision: Revision | undefined, side: Side): boolean {
  return revision === undefined || isRemoval(revision) === (side === 'before');
}

// Paragraphs that are one in a text stand there as the first of them.
function lineOf(paragraphs: readonly WordParagraph[], side: Side): HeadingLine | undefined {
  const [first] = paragraphs;
  const level = first && levelIn(first, side);
  if (level === undefined) return undefined;
  const runs = paragraphs.flatMap(({ children }) => entryRuns(children)).filter(({ revision }) => isIn(revision, side));
  return runs.some(({ text }) => text.trim() !== '') ? { level, runs, paragraphs } : undefined;
}

/** The words of a heading as its entry has them: without calls of footnotes, and within no link but the entry's own. */
export function entryRuns(children: readonly WordInline[]): readonly WordRun[] {
  return children.flatMap((child): readonly WordRun[] => {
    if (child.type === 'run') return child.style === 'FootnoteReference' ? [] : [withoutLink(child)];
    return 'children' in child ? entryRuns(child.children) : [];
  });
}

function withoutLink(run: WordRun): WordRun {
  if (run.style !== 'Hyperlink') return run;
  const { style: _, ...plain } = run;
  return plain;
}
