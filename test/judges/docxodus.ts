import * as engine from 'docxodus/core';
import { readWord, type WordBlocks } from '../../src/verify/read-word.ts';
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
      const [after, before] = [await readWord(file, 'after', engine), await readWord(file, 'before', engine)];
      judgements.push({ after: asJudged(after), before: asJudged(before) });
    }
    return judgements;
  },
};

// The other judges know headings and cells alone by their kind.
function asJudged({ body, footnotes, contents }: WordBlocks): readonly ShownBlock[] {
  return [
    ...contents.titles.map((text) => ({ type: 'contents', text })),
    ...contents.entries.map(({ level, text }) => ({ type: `contents ${level}`, text })),
    ...contents.strays.map((text) => ({ type: 'contents stray', text })),
    ...body.map(({ type, text }) => ({ type: type === 'heading' || type === 'cell' ? type : 'paragraph', text })),
    ...footnotes.flatMap(({ blocks }) => blocks.map(({ text }) => ({ type: 'footnote', text }))),
  ];
}
