import { numbersTwice } from '../change/numbers-twice.ts';
import { printChange } from '../change/print-change.ts';
import { type ChangeRead, readChange } from '../change/read-change.ts';
import { excerpt } from '../change/refusal.ts';
import type { Baseline, Instruction } from '../model/change.ts';
import type { Document } from '../model/document.ts';
import type { Message } from '../model/message.ts';
import type { Range } from '../model/range.ts';
import { placeOf } from '../source/place.ts';
import { deriveDocuments, type Failure } from './derive-documents.ts';
import { labelledTwice } from './labelled-twice.ts';
import { instructionOf } from './read-back.ts';
import { areStrangers, titleOf } from './strangers.ts';
import type { Written } from './written.ts';

/** Why something was changed: said of a range of the text after, as by a comment in its margin. */
export interface RangeReason extends Range {
  readonly reason: string;
}

/** What a derived change is called, and what is known of it besides the texts. All of it may be left out. */
export interface DeriveOptions {
  readonly name?: string;
  readonly title?: string;
  readonly stage?: string;
  readonly proposer?: string;
  /** By the key of a document: reasons, each given to the instructions that make the range of the text after. */
  readonly reasons?: Readonly<Record<string, readonly RangeReason[]>>;
}

/** A change, or why none could be derived. */
export type Derived = ChangeRead;

/**
 * Derives the change that makes one set of documents of another: the instructions a drafter would have written, document by
 * document, in the order of the text. Printed, read and carried out on the texts before, they give the texts after: byte for
 * byte where both are in canonical form, else in canonical form. Refuses a document that only one set has, and a text that no
 * instructions can be proved to give.
 */
export function deriveChange(
  before: ReadonlyMap<string, Document>,
  after: ReadonlyMap<string, Document>,
  options: DeriveOptions = {},
): Derived {
  const messages: Message[] = [...lone(before, after, 'after'), ...lone(after, before, 'before')];
  const { written, failures } = deriveDocuments(before, after);
  for (const failure of failures) {
    const { before: version, after: document } = failure;
    messages.push(areStrangers(version, document) ? strangers(version, document) : underivable(failure));
  }
  const instructions: Instruction[] = [];
  const baseline: Record<string, Baseline> = {};
  for (const [key, list] of written) {
    for (const one of list)
      instructions.push(
        instructionOf(
          { operation: one.operation, document: key },
          instructions.length + 1,
          reasonFor(one, options.reasons?.[key]),
        ),
      );
    const version = before.get(key)?.frontMatter.version;
    if (list.length > 0 && version !== undefined && version.trim() !== '') baseline[key] = { version };
  }
  if (messages.length > 0) return { ok: false, messages };
  const { name = 'derived', title = 'Derived from an edited copy', stage = 'draft', proposer } = options;
  const printed = printChange({
    ...{ name, title, stage, ...(proposer !== undefined && { proposer }) },
    ...{ baseline, prose: '', instructions, expectations: [] },
  });
  return readChange(printed, `${name}.md`);
}

function reasonFor({ after, more = [] }: Written, reasons: readonly RangeReason[] = []): string | undefined {
  const found = reasons.filter((reason) =>
    [after, ...more].some(({ start, end }) => reason.start <= end && reason.end >= start),
  );
  return found.length === 0 ? undefined : found.map(({ reason }) => reason).join(' ');
}

function lone(
  one: ReadonlyMap<string, Document>,
  other: ReadonlyMap<string, Document>,
  where: 'before' | 'after',
): readonly Message[] {
  return [...one].flatMap(([key, document]): readonly Message[] =>
    other.has(key)
      ? []
      : [
          {
            severity: 'error',
            rule: 'document-on-one-side',
            text: `Expected ${key} in both versions, found none ${where}.`,
            place: placeOf(document.source, document.path, { start: 0, end: 0 }),
            advice:
              'An instruction amends a document; it can neither make one nor take one away. Give both versions of each.',
          },
        ],
  );
}

function strangers(before: Document, after: Document): Message {
  return {
    severity: 'error',
    rule: 'cannot-derive',
    text: `Expected two versions of one document, found two that share hardly anything: “${titleOf(before)}” and “${titleOf(after)}”.`,
    place: placeOf(after.source, after.path, { start: 0, end: 0 }),
    advice: 'Is it the right document? Give both versions of the same one.',
  };
}

// A number given twice is the likeliest reason, and its place is known.
function underivable({ before, after: document, at }: Failure): Message {
  const second = numbersTwice(before, document)[0]?.after[1]?.provision ?? labelledTwice(before, document);
  if (second)
    return {
      severity: 'error',
      rule: 'number-taken',
      text: `Expected each number once, found ${second.label} twice: no instruction may make it so.`,
      place: placeOf(document.source, document.path, second.labelRange ?? second),
      advice: 'Give one of the two another number, in the copy, and derive again.',
    };
  const range = { start: Math.min(at, document.source.length), end: Math.min(at + 80, document.source.length) };
  return {
    severity: 'error',
    rule: 'cannot-derive',
    text: 'No instructions were found that give this text: expected it to be built of provisions that can be inserted, omitted or substituted, found other changes.',
    place: placeOf(document.source, document.path, range),
    advice: `Look near “${excerpt({ document, range })}”: change it in smaller steps, and derive each.`,
  };
}
