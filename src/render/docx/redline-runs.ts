import type { Format, Run } from '../../model/redline.ts';
import type { Revision, WordInline, WordRun } from '../../word/word-document.ts';
import { safeAddress } from '../address.ts';
import { revisionOf } from './authorship.ts';
import { sideOf } from './one-side.ts';
import { isAt, type MoveEnd, movedRevision, type RedlineContext } from './redline-context.ts';
import type { SetRun } from './set-runs.ts';

/**
 * Runs of a redline as Word has them, each with its revision. At the ends of a move, words that were edited on the way are no part
 * of it: what was left out is deleted at the old place, what came new is inserted at the new one.
 */
export function wordInlines(
  runs: readonly SetRun[],
  moved: MoveEnd | undefined,
  context: RedlineContext,
): readonly WordInline[] {
  return runs.flatMap((run): readonly WordInline[] => {
    if (moved && run.type !== 'same') {
      context.moves.edited(moved);
      if (!isAt(run, moved)) return [];
    }
    const revision = moved && run.type === 'same' ? movedRevision(moved, context) : revisionOf(run, context.authorship);
    return [wordInline(run, revision, moved, context)];
  });
}

function wordInline(
  run: SetRun,
  revision: Revision | undefined,
  moved: MoveEnd | undefined,
  context: RedlineContext,
): WordInline {
  const { formats, link, bookmark } = run;
  const own: WordRun = {
    type: 'run',
    text: formats.includes('break') ? '\n' : run.text,
    ...settingOf(formats),
    ...(revision && { revision }),
    ...(revision === undefined &&
      run.formatsBefore && { before: { ...settingOf(run.formatsBefore), ...context.authorship } }),
  };
  if (formats.includes('footnote')) return noteCall(run, own, moved, context);
  if (bookmark !== undefined) return { type: 'link', bookmark, children: [own] };
  const address = link === undefined || formats.includes('image') ? undefined : safeAddress(link);
  if (address === undefined || address.startsWith('#')) return own;
  return { type: 'link', address, children: [own.style === undefined ? { ...own, style: 'Hyperlink' } : own] };
}

function noteCall(run: Run, own: WordRun, moved: MoveEnd | undefined, { notes }: RedlineContext): WordInline {
  const { revision } = own;
  const side = sideOf(run.type, moved?.type);
  const footnote = side && notes.idOf(run.link ?? run.text, side);
  if (footnote === undefined) return { ...own, style: 'FootnoteReference' };
  return { type: 'note-reference', footnote, label: run.text, ...(revision && { revision }) };
}

const characterStyles: Partial<Record<Format, string>> = {
  code: 'CodeCharacter',
  html: 'HtmlCharacter',
  image: 'ImageText',
};

function settingOf(formats: readonly Format[]): Pick<WordRun, 'style' | 'bold' | 'italic' | 'strike'> {
  const style = formats.map((format) => characterStyles[format]).find((name) => name !== undefined);
  return {
    ...(style !== undefined && { style }),
    ...(formats.includes('strong') && { bold: true }),
    ...(formats.includes('emphasis') && { italic: true }),
    ...(formats.includes('struck') && { strike: true }),
  };
}
