import type { RevisionSettler } from '../verify/read-word.ts';

let engine: Promise<RevisionSettler> | undefined;

/** What accepts and rejects the changes of Word files: docxodus, which is loaded when the first is read. */
export function revisionSettler(): Promise<RevisionSettler> {
  engine ??= load();
  return engine;
}

async function load(): Promise<RevisionSettler> {
  const docxodus = await import('docxodus/core');
  await docxodus.initialize();
  return docxodus;
}
