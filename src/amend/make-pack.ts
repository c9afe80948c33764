import { printDocumentReferences } from '../change/document-reference.ts';
import { printExpectation } from '../change/print-change.ts';
import { printWords } from '../change/print-instruction.ts';
import { reasonOf } from '../change/reason.ts';
import type { JudgedExpectation } from '../check/check-expectations.ts';
import { compareDocuments } from '../compare/compare-documents.ts';
import type { Change } from '../model/change.ts';
import type { Document } from '../model/document.ts';
import type { ExpectationResult, Pack, PackDocument, PrintedInstruction } from '../model/pack.ts';
import type { AmendedDocument, Amendment } from './amend.ts';
import { findConsequences } from './consequences.ts';

type Tool = Pack['tool'];

/** Gathers what renderers need of a change carried out: its documents in the order of their keys, with their instructions and its consequences. */
export function makePack(amendment: Extract<Amendment, { ok: true }>, tool: Tool): Pack {
  const { change, documents, expectations, code } = amendment;
  const keys = [...documents.keys()].sort();
  const entries = keys.flatMap((key) => {
    const amended = documents.get(key);
    return amended ? [packDocument(amended, instructionsOn(change, key, amended))] : [];
  });
  const { consequences } = findConsequences(code, documents, change);
  const pack: Pack = { type: 'pack', tool, change, documents: entries, consequences };
  return expectations.length === 0 ? pack : { ...pack, expectations: expectations.map(resultOf) };
}

function resultOf({ expectation, documents, provisions, finding, message }: JudgedExpectation): ExpectationResult {
  const looked = provisions === 1 ? '1 provision' : `${provisions} provisions`;
  return {
    sentence: printExpectation(expectation),
    holds: message === undefined,
    documents,
    provisions,
    finding: `Looked at ${looked} of ${printDocumentReferences(documents)}: ${finding}.`,
  };
}

/** Gathers what renderers need of two texts that no change ties together. */
export function comparisonPack(before: Document, after: Document, tool: Tool): Pack {
  const named = underKey(after, before.key);
  const amended = { before, after: named, redline: compareDocuments(before, named) };
  const { consequences } = findConsequences(new Map([[before.key, before]]), new Map([[before.key, amended]]));
  return { type: 'pack', tool, documents: [packDocument(amended, [])], consequences };
}

// Its own, and those of other documents that its citations follow.
function instructionsOn(change: Change, key: string, { redline }: AmendedDocument): readonly PrintedInstruction[] {
  const marking = new Set(redline.changes.map(({ by }) => by));
  return change.instructions
    .filter(({ documents, number }) => documents.includes(key) || marking.has(number))
    .map((instruction) => {
      const { number } = instruction;
      const reason = reasonOf(instruction);
      const printed = { number, words: printWords(instruction) };
      return reason === undefined ? printed : { ...printed, reason };
    });
}

// What was found in a document is kept with that very object, so no copy is made without need.
function underKey(document: Document, key: string): Document {
  return document.key === key ? document : { ...document, key };
}

/** Gathers what renderers need of one document. */
export function packDocument(amended: AmendedDocument, instructions: readonly PrintedInstruction[]): PackDocument {
  const { before, after, redline } = amended;
  const { frontMatter, key } = before;
  const document: PackDocument = {
    key,
    title: frontMatter.title ?? key,
    frontMatter,
    redline,
    textBefore: before.source,
    textAfter: after.source,
    after: underKey(after, before.key),
    instructions,
  };
  return frontMatter.short === undefined ? document : { ...document, short: frontMatter.short };
}
