import type { FootnoteReference } from 'mdast';
import type { PackDocument } from '../../model/pack.ts';
import type { RedlineBlock } from '../../model/redline.ts';

/** Hands out the footnote references by which marked blocks name their instructions. */
export interface References {
  /** What the names of the footnotes begin with; no footnote of the text begins so. */
  readonly prefix: string;
  /** The references to put at the end of a block, that the block before it does not bear already. */
  readonly of: (block: RedlineBlock) => readonly FootnoteReference[];
  /** Tells that an unchanged block stands here, so that the next block bears its references again. */
  readonly pause: () => void;
  /** The numbers that have been referred to. */
  readonly used: ReadonlySet<number>;
}

/** References for the redline of one document. */
export function referencesFor({ redline }: PackDocument): References {
  const prefix = freePrefix(redline.blocks);
  const used = new Set<number>();
  let shown = '';
  return {
    prefix,
    used,
    pause: () => {
      shown = '';
    },
    of: (block) => {
      const numbers = numbersOf(block);
      const key = numbers.join(' ');
      if (key === shown) return [];
      shown = key;
      for (const number of numbers) used.add(number);
      return numbers.map((number) => {
        const name = `${prefix}${number}`;
        return { type: 'footnoteReference', identifier: name, label: name };
      });
    },
  };
}

function numbersOf(block: RedlineBlock): readonly number[] {
  const runs = 'runs' in block ? block.runs : [];
  const numbers = new Set([...(block.by ?? []), ...runs.flatMap((run) => run.by ?? [])]);
  return [...numbers].sort((left, right) => left - right);
}

function freePrefix(blocks: readonly RedlineBlock[]): string {
  const taken = new Set<string>();
  for (const block of blocks) collectNames(block, taken);
  let prefix = 'redline-';
  const clashes = () => [...taken].some((name) => name.startsWith(prefix));
  while (clashes()) prefix = `redline-${prefix}`;
  return prefix;
}

function collectNames(block: RedlineBlock, taken: Set<string>): void {
  if (block.type === 'footnote' && block.identifier !== undefined) taken.add(block.identifier.toLowerCase());
  if ('children' in block) for (const child of block.children) collectNames(child, taken);
  if (!('runs' in block)) return;
  for (const run of block.runs) if (run.formats.includes('footnote')) taken.add((run.link ?? run.text).toLowerCase());
}
