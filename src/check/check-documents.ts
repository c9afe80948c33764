import type { Document } from '../model/document.ts';
import type { Message } from '../model/message.ts';
import { placeOf } from '../source/place.ts';
import { conversionError } from './conversion-error.ts';
import { duplicateLabel } from './duplicate-label.ts';
import { frontMatter } from './front-matter.ts';
import { notCanonical } from './not-canonical.ts';
import { referenceToOmitted } from './reference-to-omitted.ts';
import type { Finding, Rule } from './rule.ts';
import { survey } from './survey.ts';
import { termSpeltDifferently } from './term-spelt-differently.ts';
import { unclosedFence } from './unclosed-fence.ts';
import { undefinedTerm } from './undefined-term.ts';
import { unpairedQuotationMark } from './unpaired-quotation-mark.ts';
import { unreadableCharacter } from './unreadable-character.ts';
import { unresolvedReference } from './unresolved-reference.ts';
import { wrongTitle } from './wrong-title.ts';

/** Every rule, by name. */
export const rules: readonly Rule[] = [
  conversionError,
  duplicateLabel,
  frontMatter,
  notCanonical,
  referenceToOmitted,
  termSpeltDifferently,
  unclosedFence,
  undefinedTerm,
  unpairedQuotationMark,
  unreadableCharacter,
  unresolvedReference,
  wrongTitle,
];

/**
 * Checks documents that belong together by every rule: what one cites or defines is looked up in all of them. Messages come
 * by path, then by place, then by rule.
 */
export function checkDocuments(documents: readonly Document[]): readonly Message[] {
  const surveyed = survey(documents);
  return rules
    .flatMap((rule) => rule.find(surveyed).map((finding) => ({ rule, finding })))
    .sort((a, b) => byPlace(a.finding, b.finding) || (a.rule.id < b.rule.id ? -1 : a.rule.id > b.rule.id ? 1 : 0))
    .map(({ rule, finding }) => messageOf(rule, finding));
}

function byPlace(a: Finding, b: Finding): number {
  if (a.document.path !== b.document.path) return a.document.path < b.document.path ? -1 : 1;
  return a.start - b.start || a.end - b.end;
}

function messageOf(rule: Rule, finding: Finding): Message {
  const { document, text, advice, other } = finding;
  return {
    severity: finding.severity ?? rule.severity,
    rule: rule.id,
    text,
    place: placeOf(document.source, document.path, finding),
    ...(other === undefined
      ? {}
      : { other: { ...placeOf(other.document.source, other.document.path, other), text: other.text } }),
    ...(advice === undefined ? {} : { advice }),
  };
}
