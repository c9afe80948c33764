import type { Passage } from './passages.ts';

const capital = String.raw`[A-Z][\w’-]{0,40}`;
const capitals = `${capital}(?: ${capital}){0,8}`;
const forms = [
  // (the “Applicant”), (together, the “Routes”)
  /\([^()“”]{0,60}“([^“”]{2,80})”[^()“”]{0,20}\)/g,
  // “Applicant” means, the “Applicant” has the meaning
  /“([^“”]{2,80})” (?:means|has the meaning|shall mean)\b/g,
  /\b(?:called|known as|referred to as|described as) (?:the |an? )?[“‘]([^“”‘’]{2,80})[”’]/g,
  // Entry Criterion means any one of them
  new RegExp(String.raw`\b(${capitals}) (?:means|has the meaning)\b`, 'g'),
];
const abbreviated = new RegExp(
  String.raw`\b(${capitals}) \(((?=[A-Za-z0-9-]*[A-Z][A-Za-z0-9-]*[A-Z])[A-Za-z0-9-]{2,12})\)`,
  'g',
);

/**
 * The expressions that running text itself introduces as terms: (the “X”), “X” means, called “X”; and in `X (ABC)` both
 * the abbreviation and the capitalised words before it.
 */
export function introducedTerms(passages: readonly Passage[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { text } of passages) {
    if (!/[“(]|means|meaning/.test(text)) continue;
    for (const form of forms) for (const match of text.matchAll(form)) found.add(match[1] as string);
    for (const match of text.matchAll(abbreviated)) {
      found.add(match[1] as string);
      found.add((match[2] as string).replace(/(?<=[A-Z])s$/, ''));
    }
  }
  return found;
}
