import { chooseOption, optionsOf } from '../change/choices.ts';
import { printWords } from '../change/print-instruction.ts';
import { compareDocuments } from '../compare/compare-documents.ts';
import type { Change, Choice } from '../model/change.ts';
import type { Document } from '../model/document.ts';
import type { Message } from '../model/message.ts';
import type { OptionsPack, Pack, PackDocument, PrintedChoice } from '../model/pack.ts';
import { amend } from './amend.ts';
import { makePack, packDocument } from './make-pack.ts';

/** The pack of all options, or every reason why one of them cannot be carried out. */
export type OptionsMade =
  | { readonly ok: true; readonly pack: OptionsPack }
  | { readonly ok: false; readonly messages: readonly Message[] };

/**
 * Carries out each option of a change by itself, and gathers what renderers need to show each and all side by side. Refuses
 * all of them where one cannot be carried out. `done` is told each document of each option as its redline is made.
 */
export function makeOptionsPack(
  change: Change,
  documents: ReadonlyMap<string, Document>,
  tool: Pack['tool'],
  done?: (what: string) => void,
): OptionsMade {
  const messages: Message[] = [];
  const options = optionsOf(change).flatMap((letter) => {
    const chosen = chooseOption(change, letter);
    const amended = chosen.ok
      ? amend(chosen.change, documents, (key) => done?.(`Option ${letter}, Appendix ${key}`))
      : chosen;
    if (amended.ok) return [{ letter, pack: { ...makePack(amended, tool), beside: '../index.html' } }];
    messages.push(...amended.messages);
    return [];
  });
  if (messages.length > 0) return { ok: false, messages };
  const keys = [...new Set(options.flatMap(({ pack }) => pack.documents.map(({ key }) => key)))].sort();
  const under = keys.flatMap((key) => {
    const before = documents.get(key);
    if (!before) return [];
    const found = options.map(({ letter, pack }) => {
      const own = pack.documents.find((document) => document.key === key);
      return { letter, document: own ?? unamended(before) };
    });
    return [{ key, options: found }];
  });
  const choices = (change.choices ?? []).map(printedChoice);
  return { ok: true, pack: { type: 'options', tool, change, choices, options, documents: under } };
}

function unamended(before: Document): PackDocument {
  return packDocument({ before, after: before, redline: compareDocuments(before, before) }, []);
}

function printedChoice({ number, documents, options, reason }: Choice): PrintedChoice {
  const printed = options.map(({ letter, instruction, reason: own }) => ({
    letter,
    ...(instruction && { words: printWords(instruction) }),
    ...(own !== undefined && { reason: own }),
  }));
  return { number, documents, options: printed, ...(reason !== undefined && { reason }) };
}
