import type { Document, Provision } from '../model/document.ts';
import { numberOf } from '../provision/printed-numbers.ts';
import { annexOf } from '../provision/references.ts';
import { type Visit, walk } from '../provision/walk.ts';
import { isDocumentWideLabel, labelCore } from '../source/label.ts';
import type { RefusalText } from './refusal.ts';
import type { Renumbering } from './renumber.ts';

/** The label a provision is to have, and the renumbering it comes from: its own, or that of the number it begins with. */
export interface NewLabel {
  readonly visit: Visit;
  readonly label: string;
  readonly renumbering: Renumbering;
}

/** Why a renumbering cannot be carried out. */
export interface RenumberingRefusal {
  readonly renumbering: Renumbering;
  readonly said: RefusalText;
}

/**
 * The new labels of one document. Labels that begin with a number that changes follow it (`5.6.1` and step `5.6.3.2` follow `5.6`), the
 * longest such number first, within the same annex. Each addresses the labels of the base text, so that numbers may be swapped.
 */
export function newLabels(document: Document, renumberings: readonly Renumbering[]): ReadonlyMap<Provision, NewLabel> {
  const roots = new Map<string, Renumbering>();
  const own = new Map<Provision, Renumbering>();
  for (const renumbering of renumberings) {
    const { provision } = renumbering.visit;
    own.set(provision, renumbering);
    if (isDocumentWideLabel(provision.label ?? ''))
      roots.set(scopedNumber(renumbering.visit, provision.label), renumbering);
  }
  const labels = new Map<Provision, NewLabel>();
  for (const visit of walk(document)) {
    const { provision } = visit;
    if (provision.label === undefined || provision.type === 'footnote') continue;
    const renumbering = own.get(provision) ?? rootOf(visit, roots);
    if (renumbering) labels.set(provision, { visit, renumbering, label: labelUnder(provision, renumbering) });
  }
  return labels;
}

function scopedNumber(visit: Visit, label: string | undefined): string {
  return `${annexOf(visit)?.start ?? ''} ${labelCore(label ?? '')}`;
}

function rootOf(visit: Visit, roots: ReadonlyMap<string, Renumbering>): Renumbering | undefined {
  const { label = '' } = visit.provision;
  if (roots.size === 0 || !isDocumentWideLabel(label)) return undefined;
  const parts = labelCore(label).split('.');
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const root = roots.get(scopedNumber(visit, parts.slice(0, length).join('.')));
    if (root) return root;
  }
  return undefined;
}

function labelUnder({ label = '' }: Provision, { visit, label: next }: Renumbering): string {
  const root = visit.provision.label ?? '';
  return label === root ? next : numberOf(next) + label.slice(numberOf(root).length);
}

/**
 * The renumberings whose new number is another provision's that keeps it, or is given twice. What is omitted whole, or merged into another (`gone`), frees its
 * number; what is itself renumbered away, too.
 */
export function takenNumbers(
  document: Document,
  labels: ReadonlyMap<Provision, NewLabel>,
  gone: (provision: Provision) => boolean,
): readonly RenumberingRefusal[] {
  const holders = new Map<string, Visit[]>();
  if (labels.size === 0) return [];
  const starts = runStarts(document);
  for (const visit of walk(document)) {
    const { provision } = visit;
    if (provision.label === undefined || provision.type === 'footnote' || gone(provision)) continue;
    const key = placeKey(visit, labels.get(provision)?.label ?? provision.label, starts);
    const known = holders.get(key);
    if (known) known.push(visit);
    else holders.set(key, [visit]);
  }
  return [...holders.values()].flatMap((visits): readonly RenumberingRefusal[] => {
    const changed = visits.map(({ provision }) => labels.get(provision)).find((one) => one !== undefined);
    if (visits.length < 2 || !changed) return [];
    const other = visits.find(({ provision }) => provision !== changed.visit.provision) ?? changed.visit;
    return [
      {
        renumbering: changed.renumbering,
        said: {
          rule: 'label-taken',
          text: `expected the number ${changed.label} to be free, found it taken`,
          advice:
            'choose a number that no other provision has, or renumber or omit the one that has it, in this change',
          other: { document, range: other.provision },
        },
      },
    ];
  });
}

// A number stands for one place in its annex, a step in its annex's tables, an item's label in its list.
function placeKey(visit: Visit, label: string, starts: ReadonlyMap<Provision, number>): string {
  const { provision, parents } = visit;
  if (!isDocumentWideLabel(label)) return `${starts.get(provision) ?? ''} item ${labelCore(label)}`;
  const annex = annexOf({ ...visit, provision: parents.at(-1) ?? provision });
  return `${annex?.start ?? ''} ${provision.type === 'row' ? 'step' : ''} ${labelCore(label)}`;
}

// Where the run of its like begins that a provision stands in: items beside one another are one list.
function runStarts(document: Document): ReadonlyMap<Provision, number> {
  const starts = new Map<Provision, number>();
  const take = (siblings: readonly Provision[]): void => {
    let start = 0;
    for (const [index, provision] of siblings.entries()) {
      if (siblings[index - 1]?.type !== provision.type) start = provision.start;
      starts.set(provision, start);
    }
  };
  take(document.children);
  for (const { provision } of walk(document)) take(provision.children);
  return starts;
}
