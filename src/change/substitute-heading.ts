import type { Provision } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import { indexProvisions } from '../source/index-provisions.ts';
import { labelCore } from '../source/label.ts';
import { parseMarkdown } from '../source/syntax.ts';
import { type Content, readContent } from './content.ts';
import { noEffect, type Outcome, type Placed } from './placed.ts';
import type { PlannedEdit } from './planned-edit.ts';
import type { RefusalText } from './refusal.ts';

/** The parts of a heading's line: its number signs, its number with the space around it, its words. */
interface HeadingParts {
  readonly marker: Range;
  readonly number: Range;
  readonly words: Range;
}

/**
 * Works out “for the heading of X substitute—” with the whole line of a heading: its level, its number and its words, of which each
 * that stays keeps its bytes. Refuses another number: a heading without one may be given one, and what has one is renumbered.
 */
export function substituteHeading(
  text: string,
  { document, instruction }: Placed,
  { provision }: { readonly provision: Provision },
): Outcome {
  const content = readContent(text);
  const problem = misfitHeading(provision, content, document.source);
  if (problem) return problem;
  const [was, parts] = [partsOf(document.source, provision), partsOf(text, { start: 0, words: wordsOf(text) })];
  const edits = (['marker', 'number', 'words'] as const).flatMap((part): readonly PlannedEdit[] => {
    const put = text.slice(parts[part].start, parts[part].end);
    const { start, end } = was[part];
    if (document.source.slice(start, end) === put) return [];
    const meant = part === 'marker' ? ({ type: 'level', level: put.length } as const) : ({ type: 'words' } as const);
    return [{ start, end, text: put, by: instruction.number, meant }];
  });
  return edits.length === 0 ? noEffect : { edits, omissions: [] };
}

function misfitHeading({ label, start }: Provision, content: Content, source: string): RefusalText | undefined {
  if (content.first !== 'heading')
    return { rule: 'wrong-kind', text: 'expected the whole line of a heading, found other text' };
  if (!source.startsWith('#', start))
    return {
      rule: 'heading-not-canonical',
      text: 'expected a heading that begins with number signs, found one that is underlined',
      advice: 'put the document into canonical form with “sec-redline format” first',
    };
  const [given] = content.labels;
  if (label === undefined || (given !== undefined && labelCore(given) === labelCore(label))) return undefined;
  return {
    rule: 'label-changed',
    text: `expected the new heading to keep the number ${label}, found ${given ?? 'none'}`,
    advice: 'keep the number, or renumber it: say for example “Renumber section 5.6 as 5.5”',
  };
}

function partsOf(source: string, { start, words }: Pick<Provision, 'start' | 'words'>): HeadingParts {
  const end = start + (/^#+/.exec(source.slice(start, start + 7))?.[0].length ?? 0);
  return { marker: { start, end }, number: { start: end, end: words.start }, words };
}

function wordsOf(text: string): Range {
  const [heading] = indexProvisions(parseMarkdown(text), text);
  return heading?.words ?? { start: text.length, end: text.length };
}
