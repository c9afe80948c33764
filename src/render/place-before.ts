import type { BlockPlace, WordsBlock } from '../model/redline.ts';

const names: Readonly<Record<BlockPlace, string>> = {
  heading: 'a heading',
  paragraph: 'a paragraph',
  item: 'an item of a list',
  'numbered item': 'an item of a numbered list',
  quote: 'a quotation',
};

/** What a block was in the text before, where it was something else, in words: `before: a heading of level 2`. */
export function placeBefore({ typeBefore, depthBefore }: WordsBlock): string | undefined {
  if (depthBefore !== undefined) return `before: a heading of level ${depthBefore}`;
  if (typeBefore === undefined) return undefined;
  return `before: ${names[typeBefore]}`;
}
