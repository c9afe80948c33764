import type { PackDocument } from '../model/pack.ts';

/** A document under one option with only what all options do to it: without the choices, which are named by their numbers. */
export function commonTo(document: PackDocument, choices: ReadonlySet<number>): PackDocument {
  const changes = document.redline.changes.filter(({ by }) => by === undefined || !choices.has(by));
  const instructions = document.instructions.filter(({ number }) => !choices.has(number));
  return { ...document, instructions, redline: { ...document.redline, changes } };
}
