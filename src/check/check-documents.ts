import type { Document } from '../model/document.ts';
import type { Message } from '../model/message.ts';
import { placeOf } from '../source/place.ts';
import { conversionError } from './conversion-error.ts';
import { countInWords } from './count-in-words.ts';
import { doubledMark } from './doubled-mark.ts';
import { duplicateLabel } from './duplicate-label.ts';
import { footnoteMissing } from './footnote-missing.ts';
import { footnoteNotCalled } from './footnote-not-called.ts';
import { frontMatter } from './front-matter.ts';
import { itemLeftSingle } from './item-left-single.ts';
import { labelGap } from './label-gap.ts';
import { listConjunction } from './list-conjunction.ts';
import { listPunctuation } from './list-punctuation.ts';
import { meaningNotGiven } from './meaning-not-given.ts';
import { notCanonical } from './not-canonical.ts';
import { referenceToOmitted } from './reference-to-omitted.ts';
import type { Finding, Rule } from './rule.ts';
import { silence } from './silence.ts';
import { type Silence, silencesBy, silencesOf } from './silences.ts';
import { stepNotReached } from './step-not-reached.ts';
import { survey } from './survey.ts';
import { termDefinedTwice } from './term-defined-twice.ts';
import { termNotUsed } from './term-not-used.ts';
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
  countInWords,
  doubledMark,
  duplicateLabel,
  footnoteMissing,
  footnoteNotCalled,
  frontMatter,
  itemLeftSingle,
  labelGap,
  listConjunction,
  listPunctuation,
  meaningNotGiven,
  notCanonical,
  referenceToOmitted,
  silence,
  stepNotReached,
  termDefinedTwice,
  termNotUsed,
  termSpeltDifferently,
  unclosedFence,
  undefinedTerm,
  unpairedQuotationMark,
  unreadableCharacter,
  unresolvedReference,
  wrongTitle,
];

/** A finding with the rule that it is by. */
export interface Found {
  readonly rule: Pick<Rule, 'id' | 'severity'>;
  readonly finding: Finding;
}

/** What the rules find in documents that belong together. */
export interface Findings {
  /** By path, then by place, then by rule. */
  readonly found: readonly Found[];
  /** Those that a comment in the source silences, with its reason; in the same order. */
  readonly silenced: readonly (Found & { readonly reason: string })[];
}

/**
 * Finds what is wrong with documents that belong together, by every rule (or those given): what one cites or defines is looked up in all of
 * them. A comment that silences nothing is found wrong itself, where every rule was asked.
 */
export function findIn(documents: readonly Document[], asked: readonly Rule[] = rules): Findings {
  const surveyed = survey(documents);
  const silences = documents.flatMap((document) => silencesOf(document).silences);
  const silenceOf = silencesBy(silences);
  const used = new Set<Silence>();
  const found: Found[] = [];
  const silenced: (Found & { readonly reason: string })[] = [];
  for (const rule of asked) {
    for (const finding of rule.find(surveyed)) {
      const by = silenceOf(rule.id, finding);
      if (!by) found.push({ rule, finding });
      else {
        used.add(by);
        silenced.push({ rule, finding, reason: by.reason });
      }
    }
  }
  if (asked.length === rules.length) found.push(...silences.filter((each) => !used.has(each)).map(unused));
  return { found: found.sort(inOrder), silenced: silenced.sort(inOrder) };
}

/** Checks documents that belong together by every rule, and gives what is not silenced as messages. */
export function checkDocuments(documents: readonly Document[]): readonly Message[] {
  return findIn(documents).found.map(messageOf);
}

function unused({ document, comment, rules: names }: Silence): Found {
  const text = names.some((name) => !rules.some(({ id }) => id === name))
    ? `There is no rule ${names.find((name) => !rules.some(({ id }) => id === name))}.`
    : `This comment silences nothing: ${names.join(', ')} finds nothing wrong here.`;
  return { rule: silence, finding: { document, ...comment, text, advice: 'Take the comment out, or correct it.' } };
}

function inOrder(a: Found, b: Found): number {
  return byPlace(a.finding, b.finding) || (a.rule.id < b.rule.id ? -1 : a.rule.id > b.rule.id ? 1 : 0);
}

function byPlace(a: Finding, b: Finding): number {
  if (a.document.path !== b.document.path) return a.document.path < b.document.path ? -1 : 1;
  return a.start - b.start || a.end - b.end;
}

/** A finding as a message, with its place as an editor shows it. */
export function messageOf({ rule, finding }: Found): Message {
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
