import { blocksSource } from './blocks.ts';
import { pagesSource } from './pages.ts';
import { tablesSource } from './tables.ts';
import { wordsSource } from './words.ts';

/**
 * The Typst source by which every PDF is drawn. It is the same for every document: what is drawn comes in as data, is never evaluated, and
 * so cannot be read as Typst, whatever a document holds. Nothing in it reads a file or fetches a package.
 */
export const template = `${wordsSource}${blocksSource}${tablesSource}${pagesSource}`;
