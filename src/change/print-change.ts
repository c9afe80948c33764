import { isMap, Document as YamlDocument } from 'yaml';
import type { Baseline, Change, Choice, Instruction } from '../model/change.ts';
import type { ExceptedProvision, Expectation } from '../model/expectation.ts';
import { printLocator } from '../provision/print-locator.ts';
import { printList, printQuotation } from '../provision/quotation.ts';
import { printDocumentReference, printDocumentReferences } from './document-reference.ts';
import { printChoice, printInstruction } from './print-instruction.ts';
import { printSynonyms } from './synonyms-grammar.ts';

/** What of a change is printed: all but where it was read. */
export type PrintableChange = Omit<Change, 'type' | 'path' | 'source' | 'option'>;

/**
 * Prints a change as a change file, in its one canonical form. Read again it is the same change, apart from ranges, path
 * and source, where it is one that can be read: instructions under one heading stand together and their numbers ascend, the
 * prose holds no heading of a section, and each instruction is canonical (see `printInstruction`).
 */
export function printChange(change: PrintableChange): string {
  const groups = new Map<string, (Instruction | Choice)[]>();
  for (const numbered of numberedOf(change)) {
    const heading = headingOf(numbered);
    const group = groups.get(heading);
    if (group) group.push(numbered);
    else groups.set(heading, [numbered]);
  }
  const sections = [...groups].map(([heading, items]) => {
    const printed = items.map((item) => (item.type === 'choice' ? printChoice(item) : printInstruction(item)));
    return `## ${heading}\n\n${printed.join('\n')}`;
  });
  const { expectations, prose, synonyms = [] } = change;
  return [
    printFrontMatter(change),
    ...(prose.trim() === '' ? [] : [`${prose}\n`]),
    ...sections,
    ...(synonyms.length === 0
      ? []
      : [`## Words for the same thing\n\n${synonyms.map(printSynonyms).map(bullet).join('')}`]),
    ...(expectations.length === 0
      ? []
      : [`## After this change\n\n${expectations.map(printExpectation).map(bullet).join('')}`]),
  ].join('\n');
}

function headingOf({ documents, namesDocuments }: Instruction | Choice): string {
  return namesDocuments ? 'Several appendices' : printDocumentReferences(documents);
}

/** Prints an expectation as its sentence: `No provision of Appendix D mentions both “Device CSR” and “SPOTI”.` */
export function printExpectation(expectation: Expectation): string {
  const sentence = printSentence(expectation);
  return expectation.option === undefined ? sentence : `Option ${expectation.option}: ${sentence}`;
}

function printSentence(expectation: Expectation): string {
  if (expectation.type === 'contains') {
    const { at, document, words, expected } = expectation;
    const verb = expected ? 'contains' : 'does not contain';
    return `${capitalise(printPlace(at, document))} ${verb} the words ${printQuotation(words)}.`;
  }
  const quantity = expectation.expected === 'none' ? 'No' : 'At least one';
  const documents = printDocumentReferences(expectation.documents);
  const except = printExceptions(expectation.except ?? []);
  return `${quantity} provision of ${documents}${except} mentions ${printTerms(expectation.terms)}.`;
}

function printExceptions(except: readonly ExceptedProvision[]): string {
  const places = except.map(({ at, document }) => printPlace(at, document));
  return places.length === 0 ? '' : `, other than ${printList(places)},`;
}

function printPlace(at: Extract<Expectation, { type: 'contains' }>['at'], document: string): string {
  const printed = printDocumentReference(document);
  return at.type === 'document' ? printed : `${printLocator(at)} of ${printed}`;
}

function printTerms(terms: readonly string[]): string {
  const quantity = terms.length === 1 ? '' : terms.length === 2 ? 'both ' : 'all of ';
  return quantity + printList(terms.map(printQuotation));
}

function bullet(sentence: string): string {
  return `- ${sentence}\n`;
}

function numberedOf({ instructions, choices = [] }: PrintableChange): readonly (Instruction | Choice)[] {
  if (choices.length === 0) return instructions;
  return [...instructions, ...choices].sort((a, b) => a.number - b.number);
}

function printFrontMatter({ name, title, stage, proposer, date, baseline }: PrintableChange): string {
  const versions = Object.entries(baseline).map(([key, value]) => [key, printable(value)]);
  const document = new YamlDocument({
    change: name,
    title,
    stage,
    ...(proposer !== undefined && { proposer }),
    ...(date !== undefined && { date }),
    ...(versions.length > 0 && { baseline: Object.fromEntries(versions) }),
  });
  const map = document.get('baseline', true);
  if (isMap(map)) map.flow = true;
  return `---\n${document.toString({ lineWidth: 0 })}---\n`;
}

function printable({ version, sha256 }: Baseline): unknown {
  if (sha256 === undefined) return version;
  return { ...(version !== undefined && { version }), sha256 };
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
