import type { List, ListItem, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Document } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import { parseMarkdown } from '../source/syntax.ts';
import { type PlacedEdit, placeEdits } from './placed-edits.ts';
import type { PlannedEdit } from './planned-edit.ts';
import { inOrder, splice } from './splice.ts';

/** What stands between two items of a list. */
interface Gap extends Range {
  readonly isBlank: boolean;
  /** The item before it has several blocks: a blank line after it is its own. */
  readonly afterSeveral: boolean;
}

/** A gap of the text after, and the edit that touches it. */
type TouchedGap = Gap & { readonly edit: PlacedEdit | undefined };

type Settled = { -readonly [Key in keyof PlacedEdit]: PlacedEdit[Key] };

/**
 * Gives the edits with the gaps between items as their list has them, with blank lines or without, whatever way the items were given in: the
 * text after is then in canonical form where the text before is. Only gaps beside what is put in or taken out are settled. But where a list first
 * gets an item of several blocks, the blank lines between its other items go: canonical form has them only where they are needed.
 */
export function settleLists({ source, tree }: Document, given: readonly PlannedEdit[]): readonly PlannedEdit[] {
  const edits = inOrder(given) as readonly PlannedEdit[];
  const windows = windowsOf(
    tree,
    edits.filter((edit) => mayTouchItems(source, edit)),
  );
  if (windows.length === 0) return edits;
  const settled = windows.flatMap(({ start, end }) => {
    // Without a line before it, a line of dashes would open front matter.
    const shift = start - 1;
    const own = edits.filter((edit) => start <= edit.start && edit.end <= end);
    const moved = own.map((edit) => ({ ...edit, start: edit.start - shift, end: edit.end - shift }));
    return settleText(`\n${source.slice(start, end)}`, moved).map((edit) => ({
      ...edit,
      start: edit.start + shift,
      end: edit.end + shift,
    }));
  });
  const others = edits.filter((edit) => !windows.some(({ start, end }) => start <= edit.start && edit.end <= end));
  return inOrder([...others, ...settled]) as readonly PlannedEdit[];
}

// The outermost blocks that edits touch: a list ends with the block that it is in. To parse the whole text again would take as long as all the rest.
function windowsOf({ children }: Root, edits: readonly PlannedEdit[]): readonly Range[] {
  const windows: { start: number; end: number }[] = [];
  for (const { start, end } of edits) {
    const near = children.filter(
      ({ position }) => (position?.start.offset ?? 0) <= end + 3 && start - 3 <= (position?.end.offset ?? 0),
    );
    const from = Math.min(start, near[0]?.position?.start.offset ?? start);
    const to = Math.max(end, near.at(-1)?.position?.end.offset ?? end);
    const last = windows.at(-1);
    if (last && from <= last.end) last.end = Math.max(last.end, to);
    else windows.push({ start: from, end: to });
  }
  return windows;
}

function settleText(source: string, edits: readonly PlannedEdit[]): readonly PlannedEdit[] {
  const after = splice(source, edits);
  const settled: Settled[] = placeEdits(edits).map((edit) => ({ ...edit }));
  const wrong: { readonly gap: Gap; readonly blank: boolean }[] = [];
  visit(parsed(after), 'list', (list) => {
    if (isGivenWhole(list, settled)) return;
    const gaps = gapsOf(list, after).map((gap) => ({ ...gap, edit: touching(settled, gap) }));
    if (gaps.some(({ edit }) => edit)) wrong.push(...wrongGaps(gaps, source));
  });
  // From the last to the first, so that what is not yet settled stands where it stood.
  for (const { gap, blank } of wrong.sort((a, b) => b.gap.start - a.gap.start)) settle(after, settled, gap, blank);
  return settled.map(({ after: _after, afterEnd: _afterEnd, ...edit }) => edit);
}

// A change is planned many times while it is derived, and most of its windows are as they were.
const known = new Map<string, Root>();
const mostKnown = 200;

function parsed(text: string): Root {
  const tree = known.get(text) ?? parseMarkdown(text);
  known.delete(text);
  known.set(text, tree);
  const [oldest] = known.keys();
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
  return tree;
}

// A bullet, or a block that stands in an item, near a blank line.
function mayTouchItems(source: string, { start, end, text, meant }: PlannedEdit): boolean {
  if (meant.type !== 'blocks') return false;
  const near = `${source.slice(Math.max(0, start - 3), start)}${text}\n${source.slice(start, end + 3)}`;
  return /\n[ \t]*\n/.test(near) && /(?:^|\n)[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]|\n[ \t]+\S/.test(near);
}

// In a block quote more than white space stands there: such a list is left as it is.
function gapsOf(list: List, source: string): readonly Gap[] {
  return list.children.slice(1).flatMap((item, index): readonly Gap[] => {
    const before = list.children[index] as ListItem;
    const start = before.position?.end.offset ?? 0;
    const end = item.position?.start.offset ?? start;
    const gap = source.slice(start, end);
    if (!/^\s*\n\s*$/.test(gap)) return [];
    return [{ start, end, isBlank: /\n[ \t]*\n/.test(gap), afterSeveral: before.spread === true }];
  });
}

// A list that one instruction puts in stands as it is given.
function isGivenWhole({ position, children }: List, edits: readonly PlacedEdit[]): boolean {
  const [start, end] = [position?.start.offset ?? 0, children.at(-1)?.position?.end.offset ?? 0];
  return edits.some((edit) => edit.after <= start && end <= edit.afterEnd);
}

function touching(edits: readonly PlacedEdit[], { start, end }: Range): PlacedEdit | undefined {
  return edits.find((edit) => edit.after <= end && start <= edit.afterEnd && edit.meant.type === 'blocks');
}

// A list has blank lines between all its items, or after those of several blocks, or nowhere.
function wrongGaps(gaps: readonly TouchedGap[], source: string) {
  const several = gaps.some(({ afterSeveral }) => afterSeveral);
  const kept = gaps.filter(({ edit, afterSeveral }) => !edit && !afterSeveral);
  const allBlank = kept.length > 0 && kept.every(({ isBlank }) => isBlank);
  const ownBlank = (several && allBlank) || isBlankIn(gaps, several, source);
  return gaps.flatMap((gap) => {
    const blank = ownBlank && (!several || gap.afterSeveral);
    const settles = gap.edit !== undefined || (several && allBlank);
    return gap.isBlank !== blank && settles ? [{ gap, blank }] : [];
  });
}

// Whether its gaps of one kind are blank: those that stay, or those it had before, or those that are given.
function isBlankIn(gaps: readonly TouchedGap[], several: boolean, source: string): boolean {
  const ofKind = (all: readonly Gap[]) => all.filter(({ afterSeveral }) => afterSeveral === several);
  const kept = ofKind(gaps.filter(({ edit }) => !edit));
  const before = kept.length > 0 ? [] : ofKind(gapsBefore(gaps, source));
  if (kept.length + before.length > 0) return [...kept, ...before].some(({ isBlank }) => isBlank);
  return !gaps.some(({ edit }) => !edit) && gaps.every(({ isBlank }) => isBlank);
}

// The gaps that the list had before the change.
function gapsBefore(gaps: readonly TouchedGap[], source: string): readonly Gap[] {
  const places = gaps.flatMap(({ edit }) => edit?.start ?? []);
  let found: readonly Gap[] = [];
  visit(parsed(source), 'list', (list) => {
    const [start, end] = [list.position?.start.offset ?? 0, list.position?.end.offset ?? 0];
    // An inner list comes after the one it stands in.
    if (places.some((at) => start <= at && at <= end)) found = gapsOf(list, source);
  });
  return found;
}

// One line end more at the beginning of the gap, or all of them out of it but one.
function settle(after: string, edits: Settled[], { start, end }: Range, blank: boolean): void {
  const gap = after.slice(start, end);
  const from = start + gap.indexOf('\n');
  const to = blank ? from : start + gap.lastIndexOf('\n');
  const near = edits.filter((one) => one.after <= to && from <= one.afterEnd);
  const edit = near.find((one) => one.after <= from && to <= one.afterEnd) ?? near[0];
  if (edit) widen(edit, { start: from, end: to }, blank ? '\n' : '');
  else insertEdit(edits, { start: from, end: to }, blank ? '\n' : '');
}

// Puts words in place of a range of the text after that an edit touches: what of it stands outside the edit goes with it.
function widen(edit: Settled, { start, end }: Range, text: string): void {
  const before = Math.max(0, edit.after - start);
  const behind = Math.max(0, end - edit.afterEnd);
  const head = edit.text.slice(0, Math.max(0, start - edit.after));
  edit.text = head + text + edit.text.slice(Math.max(0, end - edit.after));
  edit.start -= before;
  edit.after -= before;
  edit.end += behind;
  edit.afterEnd += behind;
}

function insertEdit(edits: Settled[], { start, end }: Range, text: string): void {
  const at = edits.findLastIndex(({ afterEnd }) => afterEnd < start);
  const { by, part } = edits[Math.max(0, at)] as Settled;
  const shift = at < 0 ? 0 : (edits[at]?.afterEnd ?? 0) - (edits[at]?.end ?? 0);
  const place = { start: start - shift, end: end - shift, after: start, afterEnd: end };
  edits.splice(at + 1, 0, { ...place, text, by, ...(part !== undefined && { part }), meant: { type: 'words' } });
}
