import type { PhrasingContent } from 'mdast';
import type { WordsBlock } from '../../model/redline.ts';
import { placeBefore } from '../place-before.ts';

/**
 * What stands after the words of a block and is no part of them: what it was in the text before, and the end of a paragraph that only
 * one text has. A comment opens each remark, so that it can be told from the words.
 */
export function remarks(block: WordsBlock): readonly PhrasingContent[] {
  const { ending, typeBefore } = block;
  const was: readonly PhrasingContent[] =
    typeBefore === undefined
      ? []
      : [
          comment(`before ${typeBefore}`),
          { type: 'text', value: ' ' },
          { type: 'emphasis', children: [{ type: 'text', value: `[${placeBefore(block)}]` }] },
        ];
  if (ending === undefined) return was;
  const tag = ending === 'inserted' ? 'ins' : 'del';
  return [...was, comment(`break ${ending}`), { type: 'html', value: `<${tag}>¶</${tag}>` }];
}

function comment(words: string): PhrasingContent {
  return { type: 'html', value: `<!-- redline: ${words} -->` };
}
