import type { RevisionSettler } from '../verify/read-word.ts';
import { readWord } from '../word/read-word.ts';

let engine: Promise<RevisionSettler> | undefined;

/** What accepts and rejects the changes of Word files: docxodus, which is loaded when the first is read. */
export function revisionSettler(): Promise<RevisionSettler> {
  engine ??= load();
  return engine;
}

async function load(): Promise<RevisionSettler> {
  const docxodus = await import('docxodus/core');
  const { log } = console;
  // What it says while it starts would stand in the output of the command.
  console.log = () => {};
  try {
    await docxodus.initialize();
  } finally {
    console.log = log;
  }
  return docxodus;
}

/**
 * The same, for files that come from elsewhere: one that is damaged, too large or no Word file is refused with its reason before docxodus is
 * given it, since that takes what it is given whole and does not recover from what is too much.
 */
export async function guardedSettler(): Promise<RevisionSettler> {
  const settler = await revisionSettler();
  return {
    docxDiffAcceptRevisions: (file) => settler.docxDiffAcceptRevisions(readable(file)),
    docxDiffRejectRevisions: (file) => settler.docxDiffRejectRevisions(readable(file)),
  };
}

function readable(file: Uint8Array): Uint8Array {
  const read = readWord(file, { revisions: 'accept' });
  if (!read.ok) throw new Error(read.reason);
  return file;
}
