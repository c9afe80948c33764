import { it } from 'vitest';
import { comparePack } from '../../src/library.ts';
import { corpusPairs, hasCorpus } from '../corpus.ts';
import { wordFilesAreTrue } from '../judges/word-files.ts';

if (hasCorpus) {
  wordFilesAreTrue(
    'the corpus',
    () => corpusPairs().map(({ name, before, after }) => [name, comparePack(before, after)]),
    { judged: false, validated: false, anyHeadings: true },
  );
} else it.skip('the Word files of the corpus: it is not there', () => {});
