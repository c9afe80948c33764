import { isOmitted } from '../check/omitted.ts';
import type { LabelConsequence } from '../model/consequences.ts';
import type { Document, Provision } from '../model/document.ts';
import { labelCore } from '../source/label.ts';
import type { AmendedDocument } from './amend.ts';
import { type ProvisionPair, provisionPairs } from './provision-pairs.ts';

type Growing = { -readonly [Field in keyof LabelConsequence]: LabelConsequence[Field] } & {
  readonly outermost: Provision;
};

/**
 * The provisions of a document whose label a change changes, takes away or makes new, in reading order: all that a citation can name
 * by a label, a term or the words of a row. A provision that is replaced under the same name is none of them.
 */
export function labelConsequences(amended: AmendedDocument): readonly LabelConsequence[] {
  const { before, after } = amended;
  const found: Growing[] = [];
  const open: { omitted?: Growing; fresh?: Growing } = {};
  for (const fate of withoutReplaced(provisionPairs(amended).flatMap((pair) => fateOf(pair, before, after)))) {
    const { type, provision } = fate;
    const side = type === 'new' ? 'fresh' : 'omitted';
    const around = type === 'relabelled' ? undefined : open[side];
    if (around && provision.start < around.outermost.end && provision.end <= around.outermost.end) {
      if (provision.label !== undefined) around.within += 1;
      continue;
    }
    const entry = entryOf(fate, before.key);
    if (type !== 'relabelled') open[side] = entry;
    found.push(entry);
  }
  return found.map(({ outermost: _outermost, ...entry }) => entry);
}

/** What becomes of one provision, before those that stand in another are gathered. */
interface Fate {
  readonly type: LabelConsequence['type'];
  readonly pair: ProvisionPair;
  /** In the text before, or after where it is new. */
  readonly provision: Provision;
}

function fateOf(pair: ProvisionPair, before: Document, after: Document): readonly Fate[] {
  const type = typeOf(pair, before, after);
  const provision = (type === 'new' ? pair.after : pair.before)?.provision;
  return type && provision ? [{ type, pair, provision }] : [];
}

// What is taken out and put in again under one name is substituted, not omitted; what stands in it may be.
function withoutReplaced(fates: readonly Fate[]): readonly Fate[] {
  const omitted = new Set(fates.flatMap(({ type, pair }) => (type === 'omitted' ? [pair.before?.locator] : [])));
  const fresh = new Set(fates.flatMap(({ type, pair }) => (type === 'new' ? [pair.after?.locator] : [])));
  return fates.filter(({ type, pair }) => {
    if (type === 'omitted') return !fresh.has(pair.before?.locator);
    return type !== 'new' || !omitted.has(pair.after?.locator);
  });
}

function entryOf({ type, pair, provision }: Fate, document: string): Growing {
  const { before, after, by, id } = pair;
  return {
    type,
    document,
    ...(before && type !== 'new' ? { before: before.locator } : {}),
    ...(after && type !== 'omitted' ? { after: after.locator } : {}),
    ...(id === undefined ? {} : { id }),
    within: 0,
    by,
    outermost: provision,
  };
}

function typeOf(
  { before, after }: ProvisionPair,
  textBefore: Document,
  textAfter: Document,
): LabelConsequence['type'] | undefined {
  if (before && after) {
    const [old, fresh] = [before.provision.label, after.provision.label];
    if (labelCore(old ?? '') !== labelCore(fresh ?? '')) return 'relabelled';
    const goes = isOmitted(textAfter, after.provision) && !isOmitted(textBefore, before.provision);
    return goes && fresh !== undefined ? 'omitted-number-kept' : undefined;
  }
  if (before) return isCitable(before.provision) ? 'omitted' : undefined;
  return after && isCitable(after.provision) ? 'new' : undefined;
}

function isCitable({ type, label, header }: Provision): boolean {
  if (type === 'footnote' || header) return false;
  return label !== undefined || type === 'definition' || type === 'row' || type === 'section';
}
