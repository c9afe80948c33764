import type { Code } from 'mdast';
import type { Run, WordsBlock } from '../../model/redline.ts';
import { markedLines } from '../marked-lines.ts';

const signs = { same: ' ', inserted: '+', deleted: '-' } as const;

/**
 * A block of lines as a fence of the language `diff`, each line after a space, `+` or `-`. The rest of the fence's first
 * line is `redline`, the type of the block, and the language of a code block: `diff redline code xml`.
 */
export function toldLines(block: WordsBlock, runs: readonly Run[]): Code {
  const [first] = runs;
  const alone = first && runs.every(({ type }) => type === first.type) ? first.type : 'same';
  const lines = markedLines([...runs, { type: alone, text: '\n' }]);
  return {
    type: 'code',
    lang: 'diff',
    meta: ['redline', block.type, ...(block.language ? [block.language] : [])].join(' '),
    value: lines.map(({ type, text }) => `${signs[type]}${text.replace(/\r?\n$/, '')}`).join('\n'),
  };
}
