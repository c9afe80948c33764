import * as engine from 'docxodus/core';
import { readWord } from '../../src/verify/read-word.ts';
import type { ShownBlock } from '../../src/verify/shown-blocks.ts';
import type { Judge } from './judge.ts';

/** docxodus, read as `verify` reads it. It is always there: the project depends on it. */
export const docxodus: Judge = {
  name: 'docxodus',
  installed: true,
  blind: {},
  judge: async (files) => {
    await engine.initialize();
    const judgements = [];
    for (const file of files) {
      judgements.push({
        after: (await readWord(file, 'after', engine)).map(asJudged),
        before: (await readWord(file, 'before', engine)).map(asJudged),
      });
    }
    return judgements;
  },
};

// The other judges know headings and cells alone by their kind.
function asJudged({ type, text }: ShownBlock): ShownBlock {
  return { type: type === 'heading' || type === 'cell' ? type : 'paragraph', text };
}
