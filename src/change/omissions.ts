import type { Omission, PlannedEdit } from './planned-edit.ts';

/**
 * Turns whole blocks to be taken out into edits. Blocks that follow one another are taken out together, so that exactly
 * one gap is left where they stood: the wider of the gaps around them.
 */
export function omissionEdits(source: string, omissions: readonly Omission[]): readonly PlannedEdit[] {
  const ordered = [...omissions].sort((a, b) => a.start - b.start || a.end - b.end);
  const runs: Omission[][] = [];
  for (const omission of ordered) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && last.end <= omission.start && source.slice(last.end, omission.start).trim() === '')
      run.push(omission);
    else runs.push([omission]);
  }
  return runs.flatMap((run) => runEdits(source, run));
}

function runEdits(source: string, run: readonly Omission[]): readonly PlannedEdit[] {
  const first = run[0]?.start ?? 0;
  const last = run.at(-1)?.end ?? 0;
  const [start, end] = extent(source, first, last);
  return run.map((omission, index) => {
    const next = run[index + 1];
    return {
      start: index === 0 ? start : lineStart(source, omission.start),
      end: next ? lineStart(source, next.start) : end,
      text: '',
      by: omission.by,
      ...(omission.move === undefined ? {} : { move: omission.move }),
      ...(omission.part === undefined ? {} : { part: omission.part }),
      meant: { type: 'blocks', inserted: [] },
    };
  });
}

// From the end of what stands before to the end of the blocks, or from their first line to the line of what comes next.
function extent(source: string, first: number, last: number): readonly [number, number] {
  const before = source.slice(0, first).trimEnd().length;
  const gapAfter = /^\s*/.exec(source.slice(last, last + 2000))?.[0] ?? '';
  const next = last + gapAfter.length;
  // What stands first has no gap before it, and none may be left in its place.
  if (before === 0 && next < source.length) return [0, lineStart(source, next)];
  const linesBefore = countLines(source.slice(before, first));
  const linesAfter = countLines(gapAfter);
  if (next >= source.length || linesAfter > linesBefore) return [before, last];
  return [lineStart(source, first), lineStart(source, next)];
}

function lineStart(source: string, offset: number): number {
  return source.lastIndexOf('\n', offset - 1) + 1;
}

function countLines(gap: string): number {
  return gap.split('\n').length - 1;
}
