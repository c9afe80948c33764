import type { WordField, WordInline, WordRun } from '../word-document.ts';
import { meaningOf } from './fields.ts';
import type { OpenField } from './story.ts';

/** The content of a paragraph while it is read: fields may begin in one element and end in another. */
export type Growing =
  | { readonly type: 'leaf'; readonly make: () => WordInline }
  | {
      readonly type: 'branch';
      readonly make: (children: readonly WordInline[]) => WordInline;
      readonly children: Growing[];
    }
  | { readonly type: 'field'; readonly field: OpenField; readonly children: Growing[] };

interface Level {
  readonly children: Growing[];
  readonly field?: OpenField;
}

/** Collects the content of one paragraph in reading order. */
export interface Collector {
  readonly add: (inline: WordInline) => void;
  /** Adds what is known only when the paragraph has ended. */
  readonly addLater: (make: () => WordInline) => void;
  /** Collects what `fill` adds inside of what `make` makes. */
  readonly inside: (make: (children: readonly WordInline[]) => WordInline, fill: () => void) => void;
  readonly beginField: (field: OpenField) => void;
  readonly endField: (field: OpenField) => void;
  readonly finish: () => WordInline[];
}

/** Starts a paragraph inside the fields that are open. */
export function startCollecting(open: readonly OpenField[]): Collector {
  const root: Level = { children: [] };
  const stack: Level[] = [root];
  const innermost = () => stack.at(-1) ?? root;
  const close = (level: Level | undefined) => {
    const at = level ? stack.lastIndexOf(level) : -1;
    if (at > 0) stack.splice(at, 1);
  };
  const beginField = (field: OpenField) => {
    const children: Growing[] = [];
    innermost().children.push({ type: 'field', field, children });
    stack.push({ children, field });
  };
  for (const field of open) beginField(field);
  return {
    add: (inline) => innermost().children.push({ type: 'leaf', make: () => inline }),
    addLater: (make) => innermost().children.push({ type: 'leaf', make }),
    inside: (make, fill) => {
      const level: Level = { children: [] };
      innermost().children.push({ type: 'branch', make, children: level.children });
      stack.push(level);
      fill();
      close(level);
    },
    beginField,
    endField: (field) => close(stack.findLast((one) => one.field === field)),
    finish: () => joinRuns(finishAll(root.children)),
  };
}

function finishAll(growing: readonly Growing[]): readonly WordInline[] {
  return growing.flatMap((one) => {
    if (one.type === 'leaf') return one.make();
    const children = joinRuns(finishAll(one.children));
    return one.type === 'branch' ? one.make(children) : finishField(one.field, children);
  });
}

/** A field over several paragraphs, and one around more than text, leaves its content as it is. */
function finishField(field: OpenField, children: readonly WordInline[]): readonly WordInline[] {
  const { instruction, link } = meaningOf(field);
  if (link) return children.length > 0 ? [{ type: 'link', ...link, children }] : [];
  const flat = joinRuns(flattenFields(children));
  const runs = flat.filter((one): one is WordRun => one.type === 'run');
  const marks = flat.filter((one) => one.type === 'comment-start' || one.type === 'comment-end');
  if (field.spans || runs.length + marks.length < flat.length) return children;
  const made: WordField = { type: 'field', instruction, children: runs };
  const starts = marks.filter((one) => one.type === 'comment-start');
  return [...starts, made, ...marks.filter((one) => one.type === 'comment-end')];
}

/** What fields inside a field show is part of what it shows. */
function flattenFields(children: readonly WordInline[]): readonly WordInline[] {
  return children.flatMap((one): readonly WordInline[] =>
    one.type === 'field' || one.type === 'span' ? flattenFields(one.children) : [one],
  );
}

/** Makes one run of neighbours in the same setting: programs cut runs for reasons of their own. */
function joinRuns(inlines: readonly WordInline[]): WordInline[] {
  const joined: WordInline[] = [];
  let texts: string[] = [];
  let setting = '';
  let current: WordRun | undefined;
  const flush = () => {
    if (current) joined.push({ ...current, text: texts.join('') });
    current = undefined;
  };
  for (const one of inlines) {
    if (one.type === 'run') {
      const own = JSON.stringify({ ...one, text: '' });
      if (!current || own !== setting) {
        flush();
        [current, setting, texts] = [one, own, []];
      }
      texts.push(one.text);
    } else {
      flush();
      joined.push(one);
    }
  }
  flush();
  return joined;
}
