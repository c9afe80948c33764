import { unmoved } from '../../word/settle-rows.ts';
import type { Revision, WordBlock, WordLink, WordParagraph, WordRun } from '../../word/word-document.ts';
import type { Authorship } from './authorship.ts';
import { bodyParagraphs, entryRuns, type HeadingLine } from './heading-lines.ts';

/** What the entries of one document share. */
interface Making {
  readonly bookmarkOf: (paragraph: WordParagraph) => string | undefined;
  /** Of what comes or goes where the heading does not say who did it. */
  readonly authorship: Authorship;
}

/** The headings of both texts that are listed. */
interface Listed {
  readonly before: readonly HeadingLine[];
  readonly after: readonly HeadingLine[];
}

/**
 * An entry for each heading of either text, in the order of the document: a heading that both have is one entry, with what changes in its
 * words and its level; another is an entry that comes or goes whole, and one that moved is two such.
 */
export function contentsEntries(
  blocks: readonly WordBlock[],
  { before, after }: Listed,
  making: Making,
): readonly WordParagraph[] {
  const [goes, comes] = [byFirst(before), byFirst(after)];
  return bodyParagraphs(blocks).flatMap((paragraph): readonly WordParagraph[] => {
    const [was, is] = [goes.get(paragraph), comes.get(paragraph)];
    if (was && is && was.paragraphs.length === 1 && is.paragraphs.length === 1)
      return [keptEntry(paragraph, was.level, is.level, making)];
    return [...(was ? [wholeEntry(was, 'deleted', making)] : []), ...(is ? [wholeEntry(is, 'inserted', making)] : [])];
  });
}

function byFirst(lines: readonly HeadingLine[]): ReadonlyMap<WordParagraph | undefined, HeadingLine> {
  return new Map(lines.map((line) => [line.paragraphs[0], line]));
}

function keptEntry(heading: WordParagraph, was: number, is: number, making: Making): WordParagraph {
  const { author, date } = heading.styleBefore ?? making.authorship;
  const who = { author, ...(date === undefined ? {} : { date }) };
  return {
    ...entry(heading, is, entryRuns(heading.children), making),
    ...(was !== is && { styleBefore: { style: `TOC${was}`, ...who } }),
  };
}

function wholeEntry(
  { paragraphs, level, runs }: HeadingLine,
  type: 'inserted' | 'deleted',
  making: Making,
): WordParagraph {
  const [heading] = paragraphs as [WordParagraph];
  const known = [heading.mark, ...runs.map(({ revision }) => revision)].find((revision) => revision !== undefined);
  const whole = revisionBy(known ?? heading.styleBefore ?? making.authorship, type);
  const revised = runs.map(
    ({ before: _, ...run }): WordRun => ({ ...run, revision: run.revision ? revisionBy(run.revision, type) : whole }),
  );
  return { ...entry(heading, level, revised, making), mark: whole };
}

function revisionBy({ author, date }: Authorship, type: Revision['type']): Revision {
  return { type, author, ...(date === undefined ? {} : { date }) };
}

function entry(heading: WordParagraph, level: number, runs: readonly WordRun[], { bookmarkOf }: Making): WordParagraph {
  const bookmark = bookmarkOf(heading);
  const children = runs.map((run) => (run.revision ? { ...run, revision: unmoved(run.revision) } : run));
  const link: WordLink = { type: 'link', ...(bookmark !== undefined && { bookmark }), children };
  return { type: 'paragraph', style: `TOC${level}`, children: [link] };
}
