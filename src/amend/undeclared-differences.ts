import { compareTexts } from '../compare/compare-texts.ts';
import type { Document } from '../model/document.ts';
import type { Message } from '../model/message.ts';
import type { Span } from '../model/redline.ts';
import { placeOf } from '../source/place.ts';
import type { AmendedDocument } from './amend.ts';
import { locatorAt } from './innermost-provision.ts';

/** A text that somebody says is the result: an edited copy, or what a website shows. */
export interface GivenResult {
  readonly path: string;
  readonly text: string;
}

/** One run of the text that differs: where in each text, what is missing there, and what stands there instead. */
interface Difference {
  readonly expectedAt: number;
  readonly givenAt: number;
  readonly missing: string;
  readonly extra: string;
}

/**
 * Every difference between what the instructions make of a document and a result that is given, each an error at its place in the given
 * text. It says which instruction asks for the words, where one does; where none does, nothing declares the difference. `amended` is absent for
 * a document that the change does not amend: then `expected` is the text before.
 */
export function undeclaredDifferences(
  change: string,
  expected: Document,
  given: GivenResult,
  amended?: AmendedDocument,
): readonly Message[] {
  const at = locatorAt(expected);
  return differences(compareTexts(expected.source, given.text)).map(({ expectedAt, givenAt, missing, extra }) => {
    const by = amended ? instructionAt(amended.redline.source, expectedAt, missing.length) : undefined;
    const wanted = missing === '' ? 'nothing here' : quoted(missing);
    const found = extra === '' ? 'nothing' : quoted(extra);
    const asked =
      by === undefined
        ? `No instruction of ${change} accounts for this`
        : `Instruction ${by} of ${change} is not carried out so`;
    return {
      severity: 'error',
      rule: 'undeclared-difference',
      text: `${asked}: in ${at(expectedAt)} expected ${wanted}, found ${found}.`,
      place: placeOf(given.text, given.path, { start: givenAt, end: givenAt + extra.length }),
      other: {
        ...placeOf(expected.source, expected.path, { start: expectedAt, end: expectedAt + missing.length }),
        text: amended
          ? 'where it is in the text that the instructions give'
          : 'where it is in the text in force, which the change leaves as it is',
      },
      advice: 'Declare it in an instruction, or correct the text.',
    };
  });
}

function differences(spans: readonly Span[]): readonly Difference[] {
  const found: Difference[] = [];
  let [expectedAt, givenAt] = [0, 0];
  let open: { expectedAt: number; givenAt: number; missing: string; extra: string } | undefined;
  for (const { type, text } of spans) {
    if (type === 'same') {
      if (open) found.push(open);
      open = undefined;
    } else {
      open ??= { expectedAt, givenAt, missing: '', extra: '' };
      if (type === 'deleted') open.missing += text;
      else open.extra += text;
    }
    if (type !== 'inserted') expectedAt += text.length;
    if (type !== 'deleted') givenAt += text.length;
  }
  return open ? [...found, open] : found;
}

// The instruction whose words are missing, or at whose place words stand that it took out.
function instructionAt(spans: readonly Span[], start: number, length: number): number | undefined {
  let after = 0;
  for (const { type, text, by } of spans) {
    const end = type === 'deleted' ? after : after + text.length;
    const touches =
      type === 'deleted' ? start <= after && after <= start + length : after <= start + length && start <= end;
    if (by !== undefined && type !== 'same' && touches) return by;
    after = end;
    if (after > start + length) return undefined;
  }
  return undefined;
}

function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '') return 'white space';
  return `“${line.length > 120 ? `${line.slice(0, 119)}…` : line}”`;
}
