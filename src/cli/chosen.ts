import { chooseOption, optionNotChosen, optionsOf } from '../change/choices.ts';
import type { Change } from '../model/change.ts';
import type { Message } from '../model/message.ts';

/** Changes as they are to be carried out, and why some of them cannot be. */
export interface ChosenChanges {
  readonly changes: readonly Change[];
  readonly messages: readonly Message[];
}

/**
 * Chooses the option asked for in each change that offers options; changes that offer none stay as they are. Refuses a change
 * that does not offer the option, an option where no change offers any, and options of which none is chosen.
 */
export function chosenChanges(changes: readonly Change[], option: string | undefined): ChosenChanges {
  const offering = changes.filter((change) => optionsOf(change).length > 0);
  if (option === undefined) return { changes, messages: offering.map(optionNotChosen) };
  const letter = option.toUpperCase();
  const asked = offering.length > 0 ? offering : changes;
  const chosen = changes.map((change) =>
    asked.includes(change) ? chooseOption(change, letter) : { ok: true as const, change },
  );
  return {
    changes: chosen.flatMap((result) => (result.ok ? [result.change] : [])),
    messages: chosen.flatMap((result) => (result.ok ? [] : result.messages)),
  };
}

/** Every option of each change, one after the other, as changes of their own; changes that offer none stay as they are. */
export function everyOption(changes: readonly Change[], option: string | undefined): ChosenChanges {
  if (option !== undefined) return chosenChanges(changes, option);
  const each = changes.map((change): ChosenChanges => {
    const letters = optionsOf(change);
    if (letters.length === 0) return { changes: [change], messages: [] };
    const chosen = letters.map((letter) => chosenChanges([change], letter));
    return { changes: chosen.flatMap((one) => one.changes), messages: chosen.flatMap((one) => one.messages) };
  });
  return { changes: each.flatMap((one) => one.changes), messages: each.flatMap((one) => one.messages) };
}

/** The folder of the outputs of a change: its name, and the option where one is chosen. */
export function outputFolder({ name, option }: Change): string {
  return option === undefined ? name : `${name}-option-${option}`;
}

/** The messages, each once: what is wrong with an instruction common to all options is found again for every one. */
export function once(messages: readonly Message[]): readonly Message[] {
  const seen = new Set<string>();
  return messages.filter((message) => {
    const said = JSON.stringify(message);
    const fresh = !seen.has(said);
    seen.add(said);
    return fresh;
  });
}
