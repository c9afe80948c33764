import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ShownBlock } from '../../src/verify/shown-blocks.ts';

/** What a reader of Word files makes of one: its blocks with every tracked change accepted, and with every one rejected. */
export interface Judgement {
  readonly before: readonly ShownBlock[];
  readonly after: readonly ShownBlock[];
}

/**
 * A program that reads Word files and has not seen how they were made. Blocks are `heading`, `paragraph` and `cell` (its
 * paragraphs parted by line breaks), `contents` (what stands above the contents) and `contents 2` (an entry, by its level), and then those
 * of the footnotes, `footnote`.
 */
export interface Judge {
  readonly name: string;
  /** Whether it is there; what needs it says by name that it is not. */
  readonly installed: boolean;
  /** What it cannot see or say, so that nobody holds that against the file. */
  readonly blind: Blindness;
  readonly judge: (files: readonly Uint8Array[]) => Promise<readonly Judgement[]>;
}

export interface Blindness {
  /** It gives the level of no entry of the contents. */
  readonly contentsLevels?: true;
  /** It does not give the label of the call of a footnote among the words. */
  readonly noteLabels?: true;
  /** It keeps, empty, the rows and cells that went or did not come. */
  readonly keepsEmptyCells?: true;
  /** It keeps, empty, the headings that went or did not come. */
  readonly keepsEmptyHeadings?: true;
  /** It puts a space between two paragraphs that it joins. */
  readonly joinsWithSpace?: true;
  /**
   * Where a paragraph that came or went in several pieces stood above a heading, it may give the heading the style of that one; so with the
   * entries of the contents.
   */
  readonly headingStyles?: true;
  /**
   * It leaves paragraphs that hold the call of a footnote parted, and mixes footnotes up: what it is given has text in the place of
   * calls.
   */
  readonly footnotes?: true;
}

/** Whether a program answers. */
export function answers(program: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Calls `use` with the files in a folder of their own, which is gone afterwards. */
export async function withFiles<Result>(
  files: readonly Uint8Array[],
  use: (paths: readonly string[]) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), 'judge-'));
  try {
    const paths = files.map((_, index) => path.join(folder, `${index}.docx`));
    files.forEach((file, index) => {
      writeFileSync(paths[index] ?? '', file);
    });
    return await use(paths);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
