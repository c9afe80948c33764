import { unmoved } from '../../word/settle-rows.ts';
import type { Revision, WordBlock, WordParagraph, WordRun } from '../../word/word-document.ts';
import type { Authorship } from './authorship.ts';
import { bodyParagraphs, entryRuns, type HeadingLine } from './heading-lines.ts';

/** The headings of both texts that are listed. */
interface Listed {
  readonly before: readonly HeadingLine[];
  readonly after: readonly HeadingLine[];
}

/**
 * An entry for each heading of either text, in the order of the document: a heading that both have is one entry, with what changes in its
 * words and its level; another is an entry that comes or goes whole, and one that moved is two such. Each leads to the bookmark of its
 * heading. `authorship` is of what changes where the heading does not say who did it.
 */
export function contentsEntries(
  blocks: readonly WordBlock[],
  { before, after }: Listed,
  authorship: Authorship,
): readonly WordParagraph[] {
  const [goes, comes] = [byFirst(before), byFirst(after)];
  return bodyParagraphs(blocks).flatMap((paragraph): readonly WordParagraph[] => {
    const [was, is] = [goes.get(paragraph), comes.get(paragraph)];
    if (was && is && was.paragraphs.length === 1 && is.paragraphs.length === 1)
      return [keptEntry(paragraph, was.level, is.level, authorship)];
    return [
      ...(was ? [wholeEntry(was, 'deleted', authorship)] : []),
      ...(is ? [wholeEntry(is, 'inserted', authorship)] : []),
    ];
  });
}

function byFirst(lines: readonly HeadingLine[]): ReadonlyMap<WordParagraph | undefined, HeadingLine> {
  return new Map(lines.map((line) => [line.paragraphs[0], line]));
}

function keptEntry(heading: WordParagraph, was: number, is: number, authorship: Authorship): WordParagraph {
  const { author, date } = heading.styleBefore ?? authorship;
  const who = { author, ...(date === undefined ? {} : { date }) };
  return {
    ...entry(heading, is, entryRuns(heading.children)),
    ...(was !== is && { styleBefore: { style: `TOC${was}`, ...who } }),
  };
}

function wholeEntry(
  { paragraphs, level, runs }: HeadingLine,
  type: 'inserted' | 'deleted',
  authorship: Authorship,
): WordParagraph {
  const [heading] = paragraphs as [WordParagraph];
  const known = [heading.mark, ...runs.map(({ revision }) => revision)].find((revision) => revision !== undefined);
  const whole = revisionBy(known ?? heading.styleBefore ?? authorship, type);
  const revised = runs.map(
    ({ before: _, ...run }): WordRun => ({ ...run, revision: run.revision ? revisionBy(run.revision, type) : whole }),
  );
  return { ...entry(heading, level, revised), mark: whole };
}

function revisionBy({ author, date }: Authorship, type: Revision['type']): Revision {
  return { type, author, ...(date === undefined ? {} : { date }) };
}

function entry({ bookmarks }: WordParagraph, level: number, runs: readonly WordRun[]): WordParagraph {
  const words = runs.map((run) => (run.revision ? { ...run, revision: unmoved(run.revision) } : run));
  const bookmark = bookmarks?.[0];
  const children = bookmark === undefined ? words : [{ type: 'link', bookmark, children: words } as const];
  return { type: 'paragraph', style: `TOC${level}`, children };
}
