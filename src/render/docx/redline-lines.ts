import type { Run, WordsBlock } from '../../model/redline.ts';
import type { Revision, WordBlock, WordInline, WordParagraph } from '../../word/word-document.ts';
import { revisionOf } from './authorship.ts';
import { container } from './clean-blocks.ts';
import { isAt, markOf, movedRevision, type RedlineContext, type Standing, takeBookmarks } from './redline-context.ts';
import { wordInlines } from './redline-runs.ts';

const styles = {
  code: 'Code',
  html: 'HtmlText',
  'front-matter': 'FrontMatter',
  'link-definition': 'LinkDefinition',
} as const;

interface Line {
  readonly children: readonly WordInline[];
  /** Of the end of the line. */
  readonly mark?: Revision;
}

/** A block of lines that show as they are written: a paragraph a line, so that a line that only one text has is a tracked paragraph. */
export function lineBlocks(block: WordsBlock, standing: Standing, context: RedlineContext): readonly WordBlock[] {
  const style = styles[block.type as keyof typeof styles];
  if (block.type === 'code') context.waiting.push(context.codeBookmark(block.language ?? ''));
  const paragraphs = linesOf(block, standing, context).map(
    ({ children, mark }): WordParagraph => ({
      type: 'paragraph',
      style,
      ...takeBookmarks(context),
      ...(mark && { mark }),
      children: context.remarks.around(standing.whole ?? block, children),
    }),
  );
  // LibreOffice loses what changes in a content control.
  if (block.type === 'link-definition' || block.status !== 'same' || standing.moved) return paragraphs;
  return [container(block.language ? `${block.type} ${block.language}` : block.type, paragraphs)];
}

function linesOf(block: WordsBlock, { moved }: Standing, context: RedlineContext): readonly Line[] {
  const lines: Line[] = [];
  let children: WordInline[] = [];
  for (const run of block.runs) {
    const [first = '', ...others] = run.text.split(/\r\n|\r|\n/);
    children.push(...inlines(run, first));
    for (const text of others) {
      const mark = endOf(run);
      // At this end of a move the line does not end here.
      if (mark !== 'none') {
        lines.push({ children, ...(mark && { mark }) });
        children = [];
      }
      children.push(...inlines(run, text));
    }
  }
  const mark = markOf(block, moved, context);
  return [...lines, { children, ...(mark && { mark }) }];

  function inlines(run: Run, text: string): readonly WordInline[] {
    return text === '' ? [] : wordInlines([{ ...run, text }], moved, context);
  }

  function endOf(run: Run): Revision | undefined | 'none' {
    if (!moved || run.type === 'same')
      return moved ? movedRevision(moved, context) : revisionOf(run, context.authorship);
    context.moves.edited(moved);
    return isAt(run, moved) ? revisionOf(run, context.authorship) : 'none';
  }
}
