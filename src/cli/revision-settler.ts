import type { RevisionSettler } from '../verify/read-word.ts';

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
