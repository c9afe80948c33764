import { type Found, messageOf } from '../check/check-documents.ts';
import { definitionOmitted } from '../check/definition-omitted.ts';
import type { Change } from '../model/change.ts';
import type { ConsequenceFinding, Consequences } from '../model/consequences.ts';
import type { Document } from '../model/document.ts';
import type { Message } from '../model/message.ts';
import type { AmendedDocument } from './amend.ts';
import { bothTexts } from './both-texts.ts';
import { broughtAndCured, rulesOfLaw } from './brought-and-cured.ts';
import { changeRules } from './change-rules.ts';
import { silenceBrought } from './change-silences.ts';
import { followedReferences } from './followed-references.ts';
import { locatorAt } from './innermost-provision.ts';
import { labelConsequences } from './label-consequences.ts';
import { placedForDrafter } from './place-of-draft.ts';

/** The consequences of a change, and the messages that they are to its drafter. */
export interface ConsequencesFound {
  readonly consequences: Consequences;
  /** What the change brings, each at the place where a drafter can mend it; and what is wrong with its comments. */
  readonly messages: readonly Message[];
}

/**
 * Finds what a change makes true elsewhere, in every document of the code: labels that change, references that follow, and what the
 * rules find wrong after it and not before, or before it and not after. `documents` are all of the code before the change, by key; those
 * it does not amend are read with the others, for they cite them.
 */
export function findConsequences(
  documents: ReadonlyMap<string, Document>,
  amended: ReadonlyMap<string, AmendedDocument>,
  change?: Change,
): ConsequencesFound {
  const keys = [...documents.keys()].sort();
  const before = keys.flatMap((key) => documents.get(key) ?? []);
  const after = keys.flatMap((key) => amended.get(key)?.after ?? documents.get(key) ?? []);
  const changed = keys.flatMap((key) => amended.get(key) ?? []);
  const texts = bothTexts(before, after, changed);
  const { brought, cured, silenced } = broughtAndCured(texts);
  const byKey = new Map(after.map((document) => [document.key, document]));
  const said = change
    ? silenceBrought(change, brought, byKey)
    : { brought, silenced: [] as readonly (Found & { readonly reason: string })[], problems: [] };
  return {
    consequences: {
      labels: changed.flatMap(labelConsequences),
      followed: changed.flatMap(followedReferences),
      brought: said.brought.map(toldOf),
      cured: cured.map(toldOf),
      checked: {
        documents: keys,
        references: texts.referencesAfter.filter(({ target }) => target !== undefined).length,
        rules: [...rulesOfLaw, definitionOmitted, ...changeRules].map(({ id }) => id).sort(),
        silenced: [...silenced, ...said.silenced].map((found) => ({ ...toldOf(found), reason: found.reason })),
      },
    },
    messages: [
      ...said.brought.map((found) => {
        const message = messageOf(found);
        return change ? placedForDrafter(message, found, change, amended.get(found.finding.document.key)) : message;
      }),
      ...said.problems,
    ],
  };
}

function toldOf(found: Found): ConsequenceFinding {
  const { document, start } = found.finding;
  return { ...messageOf(found), document: document.key, at: locatorAt(document)(start) };
}
