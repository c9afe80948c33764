import type { Change, Choice } from '../model/change.ts';
import type { Expectation } from '../model/expectation.ts';
import type { Message } from '../model/message.ts';
import type { Range } from '../model/range.ts';
import { printList } from '../provision/quotation.ts';
import { placeOf } from '../source/place.ts';
import { optionLetter } from './option-mark.ts';
import type { Problem } from './problem.ts';

/** A change with one option chosen, or why it cannot be. */
export type Chosen =
  | { readonly ok: true; readonly change: Change }
  | { readonly ok: false; readonly messages: readonly Message[] };

/** The letters of the options that a change offers for a vote, in order; none where it offers none. */
export function optionsOf({ choices }: Pick<Change, 'choices'>): readonly string[] {
  return choices?.[0]?.options.map(({ letter }) => letter) ?? [];
}

/** What a change is called in a message: `DP074`, `DP074, Option B`. */
export function changeName({ name, option }: Change): string {
  return option === undefined ? name : `${name}, Option ${option}`;
}

/**
 * The change as it is where this option is voted for: its instructions are those common to all options and those of this one,
 * in the order of their numbers, and its expectations those for every option and for this one. An instruction of the option bears
 * the reason of the option, else that of the choice. Refuses an option that the change does not offer.
 */
export function chooseOption(change: Change, letter: string): Chosen {
  const letters = optionsOf(change);
  if (!letters.includes(letter)) return { ok: false, messages: [notOffered(change, letter)] };
  const { choices = [], ...rest } = change;
  const own = choices.flatMap(({ options, reason: common }) =>
    options.flatMap((option) => {
      if (option.letter !== letter || !option.instruction) return [];
      const reason = option.reason ?? common;
      return [reason === undefined ? option.instruction : { ...option.instruction, reason }];
    }),
  );
  const instructions = [...change.instructions, ...own].sort((a, b) => a.number - b.number);
  const expectations = change.expectations.flatMap(({ option, ...expectation }): readonly Expectation[] =>
    option === undefined || option === letter ? [expectation] : [],
  );
  return { ok: true, change: { ...rest, instructions, expectations, option: letter } };
}

/** Why nothing can be worked out of a change that offers options, of which none was chosen. */
export function optionNotChosen(change: Change): Message {
  const [first] = change.choices ?? [];
  const letters = optionsOf(change);
  return {
    severity: 'error',
    rule: 'option-not-chosen',
    text: `Expected one of the options that ${change.name} offers (${namedOptions(letters)}), found none chosen.`,
    place: placeOf(change.source, change.path, first ?? { start: 0, end: 0 }),
    advice: `Choose one: ${letters.map((letter) => `--option ${letter}`).join(' or ')}.`,
  };
}

/** `Options A, B and C`. */
export function namedOptions(letters: readonly string[]): string {
  return `${letters.length === 1 ? 'Option' : 'Options'} ${printList(letters)}`;
}

function notOffered(change: Change, letter: string): Message {
  const letters = optionsOf(change);
  const [first] = change.choices ?? [];
  const none = letters.length === 0;
  return {
    severity: 'error',
    rule: 'unknown-option',
    text: none
      ? `Expected a change that offers options, found that ${change.name} offers none.`
      : `Expected one of the options that ${change.name} offers (${namedOptions(letters)}), found ${letter === '' ? 'nothing' : `“${letter}”`}.`,
    place: placeOf(change.source, change.path, first ?? { start: 0, end: 0 }),
    advice: none ? 'Leave --option out.' : `Choose one: ${letters.map((name) => `--option ${name}`).join(' or ')}.`,
  };
}

/** Where choices of one change do not offer the same options, and where an expectation speaks of an option that is not offered. */
export function choiceProblems(
  choices: readonly Choice[],
  expectations: readonly (Range & { readonly option?: string })[],
): readonly Problem[] {
  const widest = choices.reduce<Choice | undefined>(
    (most, choice) => (!most || choice.options.length > most.options.length ? choice : most),
    undefined,
  );
  const count = widest?.options.length ?? 0;
  const short = choices
    .filter(({ options }) => options.length < count)
    .map(({ number, options, start, end }) => {
      const missing = optionLetter(options.length);
      return {
        start,
        end,
        rule: 'option-missing',
        text: `Expected Option ${missing} in instruction ${number} too, which instruction ${widest?.number} offers; found ${namedOptions(options.map(({ letter }) => letter))} only.`,
        advice: `Every instruction that offers options offers the same. Where one changes nothing, say so: “Option ${missing}: No change.”`,
      };
    });
  const offered = widest?.options.map(({ letter }) => letter) ?? [];
  const unknown = expectations
    .filter(({ option }) => option !== undefined && !offered.includes(option))
    .map(({ option, start, end }) => ({
      start,
      end,
      rule: 'unknown-option',
      text: `Expected an option that the change offers${count > 0 ? ` (${namedOptions(offered)})` : ''}, found Option ${option}.`,
      advice: 'Correct the letter, or leave “Option …:” out where the expectation holds for every option.',
    }));
  return [...short, ...unknown];
}
