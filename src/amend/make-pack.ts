import { isWords, printOperation } from '../change/print-instruction.ts';
import { compareDocuments } from '../compare/compare-documents.ts';
import type { Change, Operation } from '../model/change.ts';
import type { Document } from '../model/document.ts';
import type { Pack, PackDocument, PrintedInstruction } from '../model/pack.ts';
import type { AmendedDocument } from './amend.ts';

type Tool = Pack['tool'];

/** Gathers what renderers need of a change carried out: its documents in the order of their keys, with their instructions. */
export function makePack(
  { change, documents }: { readonly change: Change; readonly documents: ReadonlyMap<string, AmendedDocument> },
  tool: Tool,
): Pack {
  const keys = [...documents.keys()].sort();
  const entries = keys.flatMap((key) => {
    const amended = documents.get(key);
    return amended ? [packDocument(amended, instructionsOn(change, key, amended))] : [];
  });
  return { type: 'pack', tool, change, documents: entries };
}

/** Gathers what renderers need of two texts that no change ties together. */
export function comparisonPack(before: Document, after: Document, tool: Tool): Pack {
  const redline = compareDocuments(before, after);
  return { type: 'pack', tool, documents: [packDocument({ before, after, redline }, [])] };
}

// Its own, and those of other documents that its citations follow.
function instructionsOn(change: Change, key: string, { redline }: AmendedDocument): readonly PrintedInstruction[] {
  const marking = new Set(redline.changes.map(({ by }) => by));
  return change.instructions
    .filter(({ document, number }) => document === key || marking.has(number))
    .map(({ number, operation, reason }) => {
      const printed = { number, words: wordsOf(operation) };
      return reason === undefined ? printed : { ...printed, reason };
    });
}

function wordsOf(operation: Operation): string {
  const sentence = printOperation(operation);
  const quoted = operation.type === 'substitute-provision' && isWords(operation.at);
  if (!('content' in operation) || quoted) return sentence;
  return `${sentence}\n\n${operation.content.replace(/^/gm, '> ')}`;
}

function packDocument(amended: AmendedDocument, instructions: readonly PrintedInstruction[]): PackDocument {
  const { before, after, redline } = amended;
  const { frontMatter } = before;
  const document: PackDocument = {
    key: before.key,
    title: frontMatter.title ?? before.key,
    frontMatter,
    redline,
    textBefore: before.source,
    textAfter: after.source,
    instructions,
  };
  return frontMatter.short === undefined ? document : { ...document, short: frontMatter.short };
}
