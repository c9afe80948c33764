import type { MoveRange, MoveRanges } from './settle-moves.ts';
import { carriedAddress } from './write-address.ts';
import { element, xmlPart } from './write-xml.ts';

/** A relationship of a part (ECMA-376 Part 2, 9.3). */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external?: boolean;
}

/** What writing one package gives out as it goes: its ids, in reading order, and the values that no element can hold. */
export interface PackageState {
  /** The next id of a revision, a range or a bookmark: unique in the whole package. */
  readonly nextId: () => number;
  /** The tag of a content control for this reason: the reason itself, or a short one that stands for it. */
  readonly tagOf: (tag: string) => string;
  /** The target of a link to an address: a valid one, whatever the address is. */
  readonly targetOf: (address: string) => string;
  /** The property by which a reader gets each value back that `tagOf` and `targetOf` could not keep whole. */
  readonly keptValues: () => readonly { readonly name: string; readonly value: string }[];
  /** The label of a footnote where its call has one. */
  readonly noteLabel: (footnote: number) => string | undefined;
  readonly ranges: MoveRanges;
  /** The id of an open range of a move, by which its end is written; the same for both. */
  readonly rangeId: (range: MoveRange) => number;
}

/** What writing one part collects: its relationships, by which it reaches addresses outside. */
export interface PartState {
  readonly package: PackageState;
  /** The id of the relationship of a link to this address. */
  readonly linkTo: (address: string) => string;
  readonly relationships: () => readonly Relationship[];
}

/** Word keeps no longer tag (17.5.2.42). */
const longestTag = 64;

/** Starts a package. `noteLabels`: the labels of footnotes, by id. */
export function startPackage(noteLabels: ReadonlyMap<number, string>, ranges: MoveRanges): PackageState {
  const rangeIds = new Map<MoveRange, number>();
  const longTags = new Map<string, string>();
  const targets = new Map<string, string>();
  let lastId = 0;
  const nextId = () => {
    lastId += 1;
    return lastId;
  };
  return {
    nextId,
    ranges,
    rangeId: (range) => {
      const id = rangeIds.get(range) ?? nextId();
      rangeIds.set(range, id);
      return id;
    },
    tagOf: (tag) => {
      if (tag.length <= longestTag) return tag;
      const short = longTags.get(tag) ?? `long ${longTags.size + 1}`;
      longTags.set(tag, short);
      return short;
    },
    targetOf: (address) => {
      const target = carriedAddress(address);
      if (target !== address) targets.set(target, address);
      return target;
    },
    keptValues: () => [
      ...[...longTags].map(([value, short]) => ({ name: `tag ${short}`, value })),
      ...[...targets].map(([target, address], index) => ({
        name: `address ${index + 1}`,
        value: `${target} ${address}`,
      })),
    ],
    noteLabel: (footnote) => noteLabels.get(footnote),
  };
}

/** Starts a part. `first` are the relationships that it has whatever its content is. */
export function startPart(state: PackageState, first: readonly Relationship[] = []): PartState {
  const relationships = [...first];
  const links = new Map<string, string>();
  return {
    package: state,
    linkTo: (address) => {
      const known = links.get(address);
      if (known) return known;
      const id = `rId${relationships.length + 1}`;
      relationships.push({
        id,
        type: `${officeRelationships}/hyperlink`,
        target: state.targetOf(address),
        external: true,
      });
      links.set(address, id);
      return id;
    },
    relationships: () => relationships,
  };
}

/** Where the types of relationships are named. */
export const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The part that holds relationships. */
export function relationshipsPart(relationships: readonly Relationship[]): string {
  return xmlPart(
    element(
      'Relationships',
      { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
      ...relationships.map(({ id, type, target, external }) =>
        element('Relationship', {
          Id: id,
          Type: type,
          Target: target,
          TargetMode: external ? 'External' : undefined,
        }),
      ),
    ),
  );
}
