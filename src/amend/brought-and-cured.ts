import { type Found, findIn, rules } from '../check/check-documents.ts';
import { definitionOmitted, usesOfOmittedTerms } from '../check/definition-omitted.ts';
import type { Rule } from '../check/rule.ts';
import type { BothTexts } from './both-texts.ts';
import { changeRules } from './change-rules.ts';

/** The rules that a change is held against: all but the one about how a source is written, which says nothing to a reader of the law. */
export const rulesOfLaw: readonly Rule[] = rules.filter(({ id }) => id !== 'not-canonical');

/** What is wrong only after a change, only before it, and, after it, silenced where it stands. */
export interface BroughtAndCured {
  readonly brought: readonly Found[];
  readonly cured: readonly Found[];
  readonly silenced: readonly (Found & { readonly reason: string })[];
}

/**
 * Holds what the rules find before a change against what they find after it. A finding is the same in both where it is of the same term,
 * or stands at the same words; or else, where an instruction put the words in anew, where it says the same of the same document.
 */
export function broughtAndCured(texts: BothTexts): BroughtAndCured {
  const old = findIn(texts.before, rulesOfLaw);
  const fresh = findIn(texts.after, rulesOfLaw);
  const found = [...fresh.found, ...onlyOfChange(texts, fresh.found)];
  const left = matched(
    old.found,
    found,
    (each) => stays(each, texts),
    (each) => place(each),
  );
  const rest = matched(left.old, left.fresh, said, said);
  return { brought: rest.fresh, cured: rest.old, silenced: fresh.silenced };
}

// What no text shows by itself; of a place that is told already, nothing more.
function onlyOfChange(texts: BothTexts, fresh: readonly Found[]): readonly Found[] {
  const { before, after } = texts;
  const told = new Set(fresh.map(({ finding: { document, start } }) => `${document.key} ${start}`));
  const pointing = fresh.flatMap(({ rule: { id }, finding }) => (id === 'meaning-not-given' ? [finding] : []));
  const ofTerms = usesOfOmittedTerms(before, after, pointing).map((finding) => ({ rule: definitionOmitted, finding }));
  const ofChange = changeRules.flatMap((rule) => rule.find(texts).map((finding) => ({ rule, finding })));
  return [...ofTerms, ...ofChange].filter(({ finding: { document, start } }) => !told.has(`${document.key} ${start}`));
}

function stays({ rule, finding }: Found, texts: BothTexts): string {
  const { document, about, start } = finding;
  if (about !== undefined) return `${rule.id} ${document.key} ${about}`;
  return `${rule.id} ${document.key} ${texts.placeAfter(document, start) ?? 'gone'}`;
}

function place({ rule, finding: { document, about, start } }: Found): string {
  return `${rule.id} ${document.key} ${about ?? start}`;
}

function said({ rule, finding: { document, text } }: Found): string {
  return `${rule.id} ${document.key} ${text}`;
}

// Takes away, pair by pair, what both sides name alike.
function matched(
  old: readonly Found[],
  fresh: readonly Found[],
  nameOld: (found: Found) => string,
  nameFresh: (found: Found) => string,
): { readonly old: readonly Found[]; readonly fresh: readonly Found[] } {
  const counts = new Map<string, number>();
  for (const found of fresh) counts.set(nameFresh(found), (counts.get(nameFresh(found)) ?? 0) + 1);
  const taken = new Map<string, number>();
  const leftOld = old.filter((found) => {
    const name = nameOld(found);
    const free = (counts.get(name) ?? 0) - (taken.get(name) ?? 0);
    if (free > 0) taken.set(name, (taken.get(name) ?? 0) + 1);
    return free <= 0;
  });
  const leftFresh = fresh.filter((found) => {
    const name = nameFresh(found);
    const used = taken.get(name) ?? 0;
    if (used > 0) taken.set(name, used - 1);
    return used <= 0;
  });
  return { old: leftOld, fresh: leftFresh };
}
