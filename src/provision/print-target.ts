import type { LabelLocator, Locator, RangeLocator, TargetLocator } from '../model/locator.ts';
import { printLabelPath } from './label-path.ts';
import { shortenListed } from './listed-labels.ts';
import { printLocator, printNarrowing, type Root, splitLabels, splitLocator, startsWithNoun } from './print-locator.ts';
import { provisionNouns } from './provision-nouns.ts';
import { printList, printQuotation } from './quotation.ts';

type Member = Locator | RangeLocator;

/**
 * Prints a target as a noun phrase: a locator as `printLocator` does, several as a list, by their common noun where they
 * have one: `paragraphs 5.5.1(a), (c) and 5.5.4 to 5.5.6`, `the definitions of “A” and “B”`. A range has one noun, and what
 * its ends are of is the same; the members of several have nouns, so that each is read as it stands.
 */
export function printTarget(target: TargetLocator, root: Root = 'said'): string {
  if (target.type === 'several') return printMembers(target.locators, root);
  return target.type === 'range' ? printMembers([target], root) : printLocator(target, root);
}

/** Prints a target as what follows “In”, from the outermost in, as `printNarrowing` does. */
export function printNarrowingTarget(target: TargetLocator, root: Root = 'said'): string {
  const { outer, own } = splitTarget(target, root);
  if (outer !== undefined) return `${printNarrowing(outer, root)}, in ${own}`;
  const cells = target.type === 'several' ? printCells(target.locators, root) : undefined;
  if (cells !== undefined) return cells;
  return target.type === 'several' || target.type === 'range' ? own : printNarrowing(target, root);
}

/** What an instruction names first and what it names last, as `splitLocator` does; of several, where they have the first in common. */
export function splitTarget(
  target: TargetLocator,
  root: Root = 'said',
): { readonly outer?: Locator; readonly own: string } {
  if (target.type === 'range') return { own: printTarget(target, root) };
  if (target.type !== 'several') return splitLocator(target, root);
  const outers = target.locators.map((member) =>
    member.type === 'range' ? undefined : splitLocator(member, root).outer,
  );
  const [outer] = outers;
  const common = outer !== undefined && new Set(outers.map((one) => one && printNarrowing(one))).size === 1;
  const alike = printAlike(target.locators, common, root);
  if (common && alike !== undefined) return { outer, own: alike };
  return { own: printMembers(target.locators, root) };
}

function printMembers(members: readonly Member[], root: Root): string {
  const alike = printNumbered(members, root) ?? printAlike(members, false, root);
  if (alike !== undefined) return alike;
  return members
    .map((member) =>
      member.type === 'range'
        ? (printNumbered([member], root) ?? `${printLocator(member.from, root)} to ${printLocator(member.to, root)}`)
        : printLocator(member, root),
    )
    .join(' and ');
}

/** `the definitions of “A” and “B”`: members of one kind, named by a quotation; what they are of only where it is said elsewhere. */
function printAlike(members: readonly Member[], outerIsSaid: boolean, root: Root): string | undefined {
  const [first] = members;
  if (!first || members.some((member) => member.type !== first.type)) return undefined;
  if (!outerIsSaid && members.some((member) => 'of' in member && member.of !== undefined)) {
    return first.type === 'heading' ? printHeadings(members, root) : undefined;
  }
  const quoted = members.map(quotationOf);
  if (quoted.includes(undefined)) return undefined;
  const list = printList(quoted as readonly string[]);
  if (first.type === 'definition') return `the definitions of ${list}`;
  if (first.type === 'cell') return `the columns ${list}`;
  if (first.type !== 'row' || members.some((member) => member.type === 'row' && member.step !== first.step))
    return undefined;
  return first.step ? `the rows for steps ${list}` : `the rows for ${list}`;
}

/** `in the table in section 2, in the rows for “A” and “B”, in the columns “X” and “Y””: the same cells of several rows of one table. */
function printCells(members: readonly Member[], root: Root): string | undefined {
  const cells = members.flatMap((member) => (member.type === 'cell' ? [member] : []));
  if (cells.length < members.length) return undefined;
  const rows = new Map(cells.map(({ of }) => [printLocator(of, root), of]));
  const columns = [...new Set(cells.map(({ column }) => column))];
  const asRead = [...rows.keys()].flatMap((row) => columns.map((column) => JSON.stringify([row, column])));
  const given = cells.map(({ of, column }) => JSON.stringify([printLocator(of, root), column]));
  if (asRead.join() !== given.join()) return undefined;
  const { outer, own } = splitTarget({ type: 'several', locators: [...rows.values()] }, root);
  if (outer === undefined || !/^the (?:rows|steps)/.test(own)) return undefined;
  const list = printList(columns.map((column) => printQuotation(column)));
  return `${printNarrowing(outer, root)}, in ${own}, in the column${columns.length > 1 ? 's' : ''} ${list}`;
}

function quotationOf(member: Member): string | undefined {
  if (member.type === 'definition') return printQuotation(member.term);
  if (member.type === 'cell') return printQuotation(member.column);
  if (member.type === 'row') return member.step ? member.key : printQuotation(member.key);
  return undefined;
}

function printHeadings(members: readonly Member[], root: Root): string | undefined {
  const numbered = printNumbered(
    members.flatMap((member) => (member.type === 'heading' ? [member.of] : [])),
    root,
  );
  return numbered === undefined ? undefined : `the headings of ${numbered}`;
}

/** `paragraphs 5.5.1(a), (c) and 5.5.4 to 5.5.6 of Annex A`: one noun, one place that they are of. */
function printNumbered(members: readonly Member[], root: Root): string | undefined {
  const ends: LabelLocator[] = [];
  for (const member of members) {
    if (member.type === 'label') ends.push(member);
    else if (member.type === 'range') ends.push(member.from, member.to);
    else return undefined;
  }
  const [first] = ends;
  if (!first?.noun || !(provisionNouns as readonly string[]).includes(first.noun)) return undefined;
  const tail = tailOf(first, root);
  if (ends.some((end) => end.noun !== first.noun || tailOf(end, root) !== tail)) return undefined;
  const heads = shortened(ends.map((end) => splitLabels(end).labels));
  if (!heads || startsWithNoun(heads[0] ?? '')) return undefined;
  let next = 0;
  const printed = members.map((member) => {
    const head = heads[next++] ?? '';
    return member.type === 'range' ? `${head} to ${heads[next++] ?? ''}` : head;
  });
  return `${first.noun}s ${printList(printed)}${tail}`;
}

function tailOf(locator: LabelLocator, root: Root): string {
  const outer = [...splitLabels(locator).outer, ...(locator.of ? [printLocator(locator.of, root)] : [])];
  return outer.map((place) => ` of ${place}`).join('');
}

function shortened(numbers: readonly (readonly string[])[]): readonly string[] | undefined {
  const printed: string[] = [];
  for (const [index, labels] of numbers.entries()) {
    const before = numbers[index - 1];
    const short = before ? shortenListed(before, labels) : labels;
    if (!short) return undefined;
    printed.push(printLabelPath(short));
  }
  return printed;
}
