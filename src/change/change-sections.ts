import type { Range } from '../model/range.ts';
import { beginReading, nextToken, shorten, skipDash, skipMark, skipWord } from '../provision/sentence-reader.ts';
import { readTokens } from '../provision/tokens.ts';
import type { ChangeBlock, HeadingBlock, ItemBlock } from './change-blocks.ts';
import { readDocumentReferences } from './document-reference.ts';
import { readOptionMark } from './option-mark.ts';
import type { Problem } from './problem.ts';
import { readInstruction } from './read-instruction.ts';

/**
 * What the heading of a section says: which documents it amends, that each instruction names its own, that words that mean the
 * same follow, or expectations.
 */
export type SectionHeading =
  | { readonly type: 'documents'; readonly documents: readonly string[] }
  | { readonly type: 'several' }
  | { readonly type: 'synonyms' }
  | { readonly type: 'expectations' };

/** A section of a change file. */
export interface ChangeSection {
  readonly heading: SectionHeading;
  readonly items: readonly ItemBlock[];
}

const headingAdvice =
  'The headings of a change are “## Appendix D”, one for each document, “## Appendices K and N” for what is done to both, “## Several appendices” where each instruction names its own, “## Words for the same thing”, and at the end “## After this change”.';

/**
 * Parts the blocks of a change file into its sections. Whatever is neither a section's heading nor an item of a list under
 * one is a problem: nothing in the file is passed over but “Appendix D is amended as follows.”, which the heading says.
 */
export function readChangeSections(
  source: string,
  blocks: readonly ChangeBlock[],
): { readonly sections: readonly ChangeSection[]; readonly problems: readonly Problem[] } {
  const sections: { heading: SectionHeading; items: ItemBlock[] }[] = [];
  const problems: Problem[] = [];
  const headed = new Set<string>();
  for (const block of blocks) {
    const section = sections.at(-1);
    if (block.type === 'heading') {
      const heading = readSectionHeading(block);
      if (!heading) problems.push(headingProblem(block));
      else if (headed.has(JSON.stringify(heading))) problems.push(repeatedHeading(block));
      else if (section?.heading.type === 'expectations') problems.push(lateHeading(block));
      if (!heading) continue;
      headed.add(JSON.stringify(heading));
      sections.push({ heading, items: [] });
    } else if (block.type === 'item' && section) section.items.push(block);
    else if (section?.items.length !== 0 || !saysWhatIsAmended(source, block, section.heading))
      problems.push(strayText(source, block));
  }
  return { sections, problems };
}

/**
 * Reads `## Appendix D`, with its title or without, `## Appendices K and N`, `## Several appendices`, `## Words for the same
 * thing` or `## After this change`; undefined where the heading is none of them.
 */
export function readSectionHeading(heading: HeadingBlock): SectionHeading | undefined {
  if (heading.depth !== 2) return undefined;
  if (/^after this change[.:]?$/i.test(heading.text)) return { type: 'expectations' };
  if (/^words for the same thing[.:]?$/i.test(heading.text)) return { type: 'synonyms' };
  if (/^several (?:appendices|documents)[.:]?$/i.test(heading.text)) return { type: 'several' };
  const reader = beginReading(readTokens(heading.text, { start: 0, end: heading.text.length }));
  const documents = readDocumentReferences(reader);
  if (!documents || documents.some((key) => key.trim() === '')) return undefined;
  if (new Set(documents).size < documents.length) return undefined;
  const next = nextToken(reader);
  const ends = next.type === 'end' || next.type === 'dash' || skipMark(reader, ':', ',');
  return ends ? { type: 'documents', documents } : undefined;
}

// “Appendix D is amended as follows.”, once more under its heading: it says nothing else.
function saysWhatIsAmended(source: string, block: Range, heading: SectionHeading): boolean {
  const reader = beginReading(readTokens(source, block));
  const article = skipWord(reader, 'the', 'this');
  const unnamed = article && skipWord(reader, 'code', 'document', 'appendix');
  const named = unnamed ? undefined : readDocumentReferences(reader);
  const own = heading.type === 'documents' ? heading.documents : [];
  const isOther = named && (named.length !== own.length || !named.every((key) => own.includes(key)));
  const amends = skipWord(reader, 'is', 'are') && skipWord(reader, 'amended') && skipWord(reader, 'as');
  if (isOther || !(unnamed ?? named) || !amends || !skipWord(reader, 'follows')) return false;
  if (!skipMark(reader, '.')) skipDash(reader);
  return nextToken(reader).type === 'end';
}

/** What of the prose above the first section looks like a heading or an instruction gone astray, so that it is not passed over. */
export function strayInProse(source: string, blocks: readonly ChangeBlock[]): readonly Problem[] {
  return blocks.flatMap((block): readonly Problem[] => {
    if (block.type === 'heading') return looksLikeSection(block.text) ? [headingProblem(block)] : [];
    if (block.type === 'other')
      return looksLikeSection(source.slice(block.start, block.end)) ? [headingProblem(block)] : [];
    const [sentence] = block.parts;
    if (block.number === undefined || sentence?.type !== 'paragraph') return [];
    const words = readOptionMark(source, sentence)?.rest ?? sentence;
    if (!readInstruction(source, words, undefined).ok) return [];
    return [
      {
        start: block.start,
        end: block.end,
        rule: 'instruction-outside-appendix',
        text: 'Expected instructions under the heading of the appendix that they amend, found one above the first such heading.',
        advice: headingAdvice,
      },
    ];
  });
}

// “### Appendix D”, “## Apendix D”, “## Appendix d”, “Appendix D” underlined: nearly a section's heading.
function looksLikeSection(text: string): boolean {
  return (
    /^(?:app?end[ia]?x|annex|after this change|words for the same)\b[^\n]{0,60}(?:$|\n-+[ \t]*(?:\n|$))/i.test(text) &&
    /^\S+ (?:[A-Z]{1,2}\b|[a-z]\b|this|for the same)/.test(text)
  );
}

function headingProblem(block: Range & { readonly text?: string }): Problem {
  const text = `Expected the heading of a section of the change, found ${block.text === undefined ? 'something like it' : `“${shorten(block.text)}”`}.`;
  return { start: block.start, end: block.end, rule: 'change-heading-unknown', text, advice: headingAdvice };
}

function repeatedHeading(block: HeadingBlock): Problem {
  const text = `Expected one heading “${shorten(block.text)}”, found another.`;
  return {
    ...rangeOf(block),
    rule: 'change-heading-repeated',
    text,
    advice: 'Put all the instructions for one document under one heading.',
  };
}

function lateHeading(block: HeadingBlock): Problem {
  const text = `Expected nothing after the expectations, found the heading “${shorten(block.text)}”.`;
  return { ...rangeOf(block), rule: 'change-heading-order', text, advice: 'Put “## After this change” last.' };
}

function strayText(source: string, block: ChangeBlock): Problem {
  return {
    ...rangeOf(block),
    rule: 'change-text-unexpected',
    text: `Expected a numbered instruction, found “${shorten(source.slice(block.start, Math.min(block.end, block.start + 200)))}”.`,
    advice:
      'Number each instruction (“1. In paragraph …”), and indent its reason and its block quote as its words are; put other text above the first heading “## Appendix D”.',
  };
}

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}
