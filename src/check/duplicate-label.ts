import type { Document, Provision } from '../model/document.ts';
import { labelIndex } from '../provision/label-index.ts';
import type { Visit } from '../provision/walk.ts';
import { walk } from '../provision/walk.ts';
import { labelCore } from '../source/label.ts';
import type { Finding, Rule } from './rule.ts';

/**
 * The same label twice: in one document or annex for the labels of sections, paragraphs and steps, in one list for those
 * of items. A citation of such a label points at two places, and an instruction that names it is refused. A list ends
 * where anything but an item follows, and an annex numbers afresh.
 *
 * Bad:
 *
 *     5.1 A Party shall:
 *
 *     - (a) apply; and
 *     - (a) pay.
 *
 * Good:
 *
 *     5.1 A Party shall:
 *
 *     - (a) apply; and
 *     - (b) pay.
 */
export const duplicateLabel: Rule = {
  id: 'duplicate-label',
  severity: 'error',
  summary: 'The same label twice.',
  find: ({ documents }) => documents.flatMap((document) => [...inDocument(document), ...inLists(document)]),
};

function inDocument(document: Document): readonly Finding[] {
  return [...labelIndex(document).labels.values()].flatMap((visits) => {
    if (visits.length < 2) return [];
    const scopes = new Map<unknown, Visit[]>();
    for (const visit of visits) {
      if (visit.provision.type === 'row' ? !isStep(visit) : isTitle(document, visit)) continue;
      const scope = annexOf(visit);
      const same = scopes.get(scope);
      if (same) same.push(visit);
      else scopes.set(scope, [visit]);
    }
    return [...scopes.values()].flatMap((same) => repeated(document, same));
  });
}

// A table may be keyed by numbers of sections; only steps are numbered by their table.
function isStep({ parents }: Visit): boolean {
  return /\bsteps?\b/i.test(parents.at(-1)?.children[0]?.children[0]?.title ?? '');
}

// The title of Appendix A may hold an Appendix A of its own.
function isTitle({ children, frontMatter }: Document, { provision, parents }: Visit): boolean {
  if (parents.length > 0 || labelCore(provision.label ?? '') !== `appendix ${frontMatter.appendix}`) return false;
  return provision === children.find(({ type }) => type === 'section');
}

function annexOf({ parents }: Visit): Provision | undefined {
  return parents.findLast(({ label }) => /^(?:annex|appendix|schedule) /i.test(label ?? ''));
}

function inLists(document: Document): readonly Finding[] {
  const found: Finding[] = [...inSiblings(document, document.children)];
  for (const { provision } of walk(document)) {
    if (provision.children.length > 1) found.push(...inSiblings(document, provision.children));
  }
  return found;
}

function inSiblings(document: Document, siblings: readonly Provision[]): readonly Finding[] {
  const found: Finding[] = [];
  let list = new Map<string, Provision>();
  for (const sibling of siblings) {
    if (sibling.type !== 'item') list = new Map();
    else if (sibling.label !== undefined) {
      const core = labelCore(sibling.label);
      const first = list.get(core);
      if (first) found.push(...repeated(document, [{ provision: first }, { provision: sibling }]));
      else list.set(core, sibling);
    }
  }
  return found;
}

function repeated(document: Document, visits: readonly Pick<Visit, 'provision'>[]): readonly Finding[] {
  const [first, ...others] = visits.map(({ provision }) => provision);
  if (!first) return [];
  return others.map((provision) => ({
    document,
    ...(provision.labelRange ?? provision),
    text: `“${provision.label}” is already the label of another ${provision.type === 'item' ? 'item of this list' : 'provision'}.`,
    advice: 'Give one of the two a label of its own; an inserted provision takes a letter, such as 5.5.2A.',
    other: { document, ...(first.labelRange ?? first), text: 'the first that bears it' },
  }));
}
