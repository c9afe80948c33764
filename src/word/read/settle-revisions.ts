import { joinParagraphs } from './join-paragraphs.ts';
import { child, typedText, type XmlElement } from './xml.ts';

/** The side of the tracked changes that is read: as if all were accepted, or all rejected. */
export type Side = 'accept' | 'reject';

const inserted = ['w:ins', 'w:moveTo'];
const deleted = ['w:del', 'w:moveFrom'];
const cellMarks = { accept: 'w:cellDel', reject: 'w:cellIns' } as const;

/** What is told of a property before it changed stands inside the property: `w:pPrChange` in `w:pPr`. */
const changed = /^w:(?:pPr|rPr|tblPr|tblPrEx|trPr|tcPr|sectPr|tblGrid)Change$/;

/**
 * A story without its tracked changes (17.13.5): what the side leaves out is gone, what it keeps stands plain, and the properties are those
 * of the side. Paragraphs whose mark goes are joined.
 */
export function settleRevisions(root: XmlElement, side: Side): XmlElement {
  const gone = new Set(side === 'accept' ? deleted : inserted);
  const kept = new Set(side === 'accept' ? inserted : deleted);
  const settle = (element: XmlElement): readonly XmlElement[] => {
    if (element.children.length === 0 && !gone.has(element.name) && !kept.has(element.name)) return [element];
    if (gone.has(element.name) || leftOut(element, gone, side)) return [];
    const now = settleProperties(element, side);
    const children = settleAll(now.children);
    if (kept.has(element.name)) return children;
    if (isEmptied(element, children)) return [];
    return [children === now.children ? now : { ...now, children }];
  };
  /** The same list where nothing in it changes, so that what has no tracked change costs nothing. */
  const settleAll = (children: readonly XmlElement[]): readonly XmlElement[] => {
    let settled: XmlElement[] | undefined;
    for (const [index, one] of children.entries()) {
      const own = settle(one);
      if (!settled && (own.length !== 1 || own[0] !== one)) settled = children.slice(0, index);
      for (const kept of settled ? own : []) settled?.push(kept);
    }
    return settled ?? children;
  };
  const markGoes = (paragraph: XmlElement) => hasMark(child(child(paragraph, 'w:pPr'), 'w:rPr'), gone);
  const joined = joinParagraphs(root, {
    isGone: (block) => settle(block).length === 0,
    markGoes,
    hasContent: (paragraph) => settle(paragraph).some(hasContent),
  });
  return settle(joined)[0] ?? root;
}

/** A row, a cell or the numbering of a paragraph that the side does not have. */
function leftOut(element: XmlElement, gone: ReadonlySet<string>, side: Side): boolean {
  if (element.name === 'w:numPr') return hasMark(element, gone);
  if (element.name === 'w:tr') return hasMark(child(element, 'w:trPr'), gone);
  return element.name === 'w:tc' && child(child(element, 'w:tcPr'), cellMarks[side]) !== undefined;
}

function hasMark(properties: XmlElement | undefined, gone: ReadonlySet<string>): boolean {
  return properties?.children.some((one) => gone.has(one.name)) ?? false;
}

/** The properties of an element as the side has them. What tells the change is left out. */
function settleProperties(element: XmlElement, side: Side): XmlElement {
  const change = element.children.find((one) => changed.test(one.name));
  if (!change) return element;
  const now = element.children.filter((one) => one !== change);
  if (side === 'accept') return { ...element, children: now };
  const before = child(change, element.name)?.children ?? [];
  // The mark of a paragraph and the end of a section are not among what `w:pPrChange` tells (17.13.5.29).
  const beside = now.filter(
    (one) => (one.name === 'w:rPr' && element.name === 'w:pPr') || one.name === 'w:sectPr' || isMark(one),
  );
  const names = new Set(beside.map(({ name }) => name));
  return { ...element, children: [...before.filter(({ name }) => !names.has(name)), ...beside] };
}

const isMark = (element: XmlElement) => /^w:(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge)$/.test(element.name);

/** A table that has lost its rows, or a row its cells, goes with them; but not with words that stand beside them. */
function isEmptied({ name, children }: XmlElement, left: readonly XmlElement[]): boolean {
  if (name !== 'w:tbl' && name !== 'w:tr') return false;
  return holds(children) && !holds(left) && left.every((one) => typedText(one) === '');
}

/** Whether rows or cells are left, at any depth of what holds them. */
function holds(children: readonly XmlElement[]): boolean {
  return children.some(
    (one) => one.name === 'w:tr' || one.name === 'w:tc' || (!one.name.endsWith('Pr') && holds(one.children)),
  );
}

const empty = new Set([
  'w:pPr',
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:proofErr',
  'w:commentRangeStart',
  'w:commentRangeEnd',
]);

/** Whether a paragraph has something besides its properties and marks of places. */
function hasContent(paragraph: XmlElement): boolean {
  return paragraph.children.some((one) => {
    if (empty.has(one.name) || /Range(?:Start|End)$/.test(one.name)) return false;
    return one.text !== '' || (one.name === 'w:r' ? one.children.some(isShown) : hasContent(one));
  });
}

const isShown = ({ name }: XmlElement) => name !== 'w:rPr' && name !== 'w:lastRenderedPageBreak';
