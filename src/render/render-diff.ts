import { FILE_HEADERS_ONLY, formatPatch, type StructuredPatchHunk } from 'diff';
import type { Pack, RenderedFile } from '../model/pack.ts';
import type { Redline } from '../model/redline.ts';
import { fileStems } from './file-stems.ts';
import { type MarkedLine, markedLines } from './marked-lines.ts';

const contextLines = 3;
const signs = { same: ' ', inserted: '+', deleted: '-' } as const;

/**
 * `D.diff` for each document: a unified diff that `patch` and `git apply` turn into the text after, byte for byte.
 * Made from the spans of the redline, so that it is linear and says what the other outputs say. Empty where nothing
 * changes.
 */
export function renderDiff(pack: Pack): readonly RenderedFile[] {
  const stems = fileStems(pack.documents);
  return pack.documents.map(({ redline }, index) => ({
    path: `${stems[index]}.diff`,
    content: unifiedDiff(redline),
  }));
}

/** The unified diff of one redline, with three lines of context; the empty string where nothing changes. */
export function unifiedDiff(redline: Redline): string {
  const hunks = hunksOf(slid(markedLines(redline.source)));
  if (hunks.length === 0) return '';
  const oldFileName = `a/${relativePath(redline.before.path)}`;
  const newFileName = `b/${relativePath(redline.after.path)}`;
  return formatPatch(
    { oldFileName, newFileName, oldHeader: undefined, newHeader: undefined, hunks },
    FILE_HEADERS_ONLY,
  );
}

// Where lines repeat, an insertion or deletion can be told in several places; diff tools tell it in the last.
function slid(lines: readonly MarkedLine[]): readonly MarkedLine[] {
  const moved = [...lines];
  let start = 0;
  for (let at = 1; at <= moved.length; at += 1) {
    const first = moved[start];
    const next = moved[at];
    if (!first || !next || next.type === first.type) continue;
    const alone = moved[start - 1] === undefined || moved[start - 1]?.type === 'same';
    if (first.type !== 'same' && next.type === 'same' && alone && next.text === first.text) {
      moved[start] = next;
      moved[at] = first;
      start += 1;
    } else start = at;
  }
  return moved;
}

// A patch names files from the root of the project, and tools refuse a path that leads out of it.
function relativePath(path: string): string {
  return path
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/');
}

function hunksOf(lines: readonly MarkedLine[]): StructuredPatchHunk[] {
  const hunks: StructuredPatchHunk[] = [];
  let oldLine = 1;
  let newLine = 1;
  let at = 0;
  for (const [from, to] of hunkRanges(lines)) {
    for (; at < from; at += 1) {
      oldLine += 1;
      newLine += 1;
    }
    const shown = lines.slice(from, to);
    const oldLines = shown.filter((line) => line.type !== 'inserted').length;
    const newLines = shown.filter((line) => line.type !== 'deleted').length;
    hunks.push({ oldStart: oldLine, oldLines, newStart: newLine, newLines, lines: shown.flatMap(patchLines) });
    oldLine += oldLines;
    newLine += newLines;
    at = to;
  }
  return hunks;
}

// Runs of marked lines with their context; two whose contexts touch are one.
function hunkRanges(lines: readonly MarkedLine[]): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  lines.forEach((line, index) => {
    if (line.type === 'same') return;
    const from = Math.max(0, index - contextLines);
    const to = Math.min(lines.length, index + 1 + contextLines);
    const last = ranges.at(-1);
    if (last && from <= last[1]) last[1] = to;
    else ranges.push([from, to]);
  });
  return ranges;
}

function patchLines({ type, text }: MarkedLine): readonly string[] {
  if (text.endsWith('\n')) return [`${signs[type]}${text.slice(0, -1)}`];
  return [`${signs[type]}${text}`, '\\ No newline at end of file'];
}
