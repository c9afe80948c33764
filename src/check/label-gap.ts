import type { Document, Provision } from '../model/document.ts';
import { walk } from '../provision/walk.ts';
import { labelCore } from '../source/label.ts';
import { printRoman, romanValue } from '../source/roman.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * A label left out between two that follow one another: (a), (b), (d), or 5.1.1 and then 5.1.3. A provision that is omitted keeps its
 * number, so that a reader knows that nothing is missing; where the number is gone too, one cannot tell. Letters put in (5.1.2A) are
 * no gap, nor is (h) before (j), where drafters leave (i) out.
 *
 * Bad:
 *
 *     5.1 A Party shall:
 *
 *     - (a) apply;
 *     - (b) pay; and
 *     - (d) wait.
 *
 * Good:
 *
 *     5.1 A Party shall:
 *
 *     - (a) apply;
 *     - (b) pay;
 *     - (c) [No longer in use]
 *     - (d) wait; and
 *     - (e) answer.
 */
export const labelGap: Rule = {
  id: 'label-gap',
  severity: 'warning',
  summary: 'A label left out between two that follow one another.',
  find: ({ documents }) =>
    documents.flatMap((document) => [
      ...inSiblings(document, document.children),
      ...[...walk(document)].flatMap(({ provision: { children } }) =>
        children.length > 1 ? inSiblings(document, children) : [],
      ),
    ]),
};

function inSiblings(document: Document, siblings: readonly Provision[]): readonly Finding[] {
  return runsOf(siblings).flatMap((run) => {
    const roman = labelCore(run[0]?.label ?? '') === 'i';
    return run.flatMap((after, index): readonly Finding[] => {
      const before = run[index - 1];
      if (before?.label === undefined || after.label === undefined) return [];
      const missing = between(before.label, after.label, roman);
      return missing === undefined ? [] : [finding(document, before, after, missing)];
    });
  });
}

// Labelled provisions of one type that follow one another. Anything between two items begins another list.
function runsOf(siblings: readonly Provision[]): readonly (readonly Provision[])[] {
  const runs: Provision[][] = [];
  let before: Provision | undefined;
  for (const sibling of siblings) {
    if (sibling.label !== undefined && before?.type === sibling.type) runs.at(-1)?.push(sibling);
    else if (sibling.label !== undefined) runs.push([sibling]);
    if (sibling.label !== undefined || before?.type === 'item')
      before = sibling.label === undefined ? undefined : sibling;
  }
  return runs;
}

function finding(document: Document, before: Provision, sibling: Provision, missing: string): Finding {
  return {
    document,
    ...(sibling.labelRange ?? sibling),
    text: `“${sibling.label}” follows “${before.label}”: there is no ${missing}.`,
    advice: `Keep the number of what was omitted (“${missing} [No longer in use]”), or correct the label.`,
    other: { document, ...(before.labelRange ?? before), text: 'the label before it' },
  };
}

/** The first label that is missing between two, where one is and both are of one kind. */
function between(before: string, after: string, roman: boolean): string | undefined {
  const [left, right] = [labelCore(before), labelCore(after)];
  const [one, two] = [placeOfLabel(left, roman), placeOfLabel(right, roman)];
  if (!one || !two || one.head !== two.head || two.number - one.number < 2 || two.number - one.number > 20)
    return undefined;
  if (left === 'h' && right === 'j') return undefined;
  const missing = printed(one.number + 1, left, roman);
  return after.replace(right, () => `${one.head}${missing}`);
}

function placeOfLabel(core: string, roman: boolean): { readonly head: string; readonly number: number } | undefined {
  const dotted = /^((?:\d{1,3}[A-Z]{0,2}\.)*)(\d{1,3})[A-Z]{0,2}$/.exec(core);
  if (dotted) return { head: dotted[1] as string, number: Number(dotted[2]) };
  if (roman) {
    const number = romanValue(core);
    return number > 0 ? { head: '', number } : undefined;
  }
  return /^[a-z]$/.test(core) ? { head: '', number: core.charCodeAt(0) - 96 } : undefined;
}

function printed(number: number, like: string, roman: boolean): string {
  if (/\d/.test(like)) return String(number);
  return roman ? printRoman(number) : String.fromCharCode(96 + number);
}
