import type { Element } from 'hast';
import type { RedlineBlock, Status } from '../../model/redline.ts';
import type { Outline } from '../outline.ts';
import type { Stop, Stops } from '../stops.ts';

/** What the blocks of one page share while they are laid out. */
export interface Layout {
  readonly stops: Stops;
  readonly outline: Outline;
  /** The note that stands beside a stop. */
  readonly note: (stop: Stop) => Element;
  /** Fragment names in use on the page; a name stands once. */
  readonly ids: Set<string>;
  /** The block before it ended with a break that only one text has. */
  parted: boolean;
  /** The words of the heading a table stands under, to name it. */
  heading: string;
}

/** Where a block stands: in an item, a quote or a footnote, and in which end of a move. */
export interface Standing {
  readonly nested: boolean;
  readonly moved?: Status;
  /** The label with which a paragraph opens an item. */
  readonly label?: string;
}

/** The attributes by which a block of the document can be found and read back. */
export function blockAttributes(
  block: RedlineBlock,
  layout: Layout,
  standing: Standing,
): Record<string, string | string[] | undefined> {
  const status = standing.moved ?? block.status;
  const fresh = block.id !== undefined && !layout.ids.has(block.id);
  if (fresh) layout.ids.add(block.id as string);
  return {
    id: fresh ? block.id : undefined,
    dataBlock: block.type,
    dataStatus: status === 'same' ? undefined : status,
    ...('ending' in block ? { dataEnding: block.ending } : {}),
    ...('typeBefore' in block ? { dataTypeBefore: block.typeBefore === 'heading' ? 'heading' : 'paragraph' } : {}),
  };
}
