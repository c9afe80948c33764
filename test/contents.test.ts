import { describe, expect, it } from 'vitest';
import { comparePack } from '../src/library.ts';
import { wordDocuments } from '../src/render/docx/render-docx.ts';
import { parseDocument } from '../src/source/parse.ts';
import { contentsProblem } from '../src/verify/prove-contents.ts';
import type { WordContents } from '../src/verify/read-contents.ts';
import { unitsOf } from '../src/word/map-words.ts';
import type { WordBlock, WordDocument, WordInline, WordParagraph } from '../src/word/word-document.ts';

const redlineOf = (before: string, after: string) =>
  wordDocuments(comparePack(before, after))[0]?.document as WordDocument;
const cleanOf = (text: string) => wordDocuments(comparePack(text, text))[1]?.document as WordDocument;
const textOf = (...blocks: readonly string[]) => `${blocks.join('\n\n')}\n`;

function paragraphs(blocks: readonly WordBlock[]): readonly WordParagraph[] {
  return unitsOf(blocks).flatMap((unit) => (unit.type === 'paragraph' ? [unit] : []));
}

/** What stands from the title of the contents to the end of their field, a line for a paragraph: its style, then its words as marked, and where they lead. */
function contents({ blocks }: WordDocument): readonly string[] {
  const all = paragraphs(blocks);
  const first = all.findIndex(({ style }) => style === 'TOCHeading');
  const last = all.findIndex(({ children }) => children.some(({ type }) => type === 'field-end'));
  return all.slice(first, last + 1).map(({ style, styleBefore, mark, children }) => {
    const how = [styleBefore ? `${styleBefore.style}>${style}` : style, ...(mark ? [mark.type] : [])].join(' ');
    const target = children.flatMap((child) => (child.type === 'link' ? [child.bookmark] : []))[0];
    return `${how}: ${children.map(told).join('')}${target === undefined ? '' : ` → ${target}`}`;
  });
}

function told(inline: WordInline): string {
  if (inline.type === 'field-start') return `{${inline.instruction}} `;
  if (inline.type === 'field-end') return '{end}';
  if ('children' in inline) return inline.children.map(told).join('');
  if (inline.type !== 'run') return `<${inline.type}>`;
  const text = inline.italic ? `/${inline.text}/` : inline.text;
  return inline.revision ? (inline.revision.type === 'deleted' ? `[-${text}-]` : `{+${text}+}`) : text;
}

const [title, specimen] = ['# Appendix D', '*Specimen.*'];
const scope = ['## 1 Scope', 'This document binds the DCC and each Party that submits a request.'];
const routes = ['### 1.1 Routes', 'A request is submitted by the Portal or by the Web Service, as the Party likes.'];
const fees = ['## 2 Fees', 'No fee is due for a request, whoever makes it and however often it is made.'];

describe('the contents of a Word file', () => {
  it('list the headings below the title by their levels, and lead to each', () => {
    expect(contents(cleanOf(textOf(title, specimen, ...scope, ...routes, ...fees)))).toEqual([
      'TOCHeading: Contents',
      'TOC2: {TOC \\n \\h \\o "2-3"} 1\tScope → p_1',
      'TOC3: 1.1\tRoutes → p_1_1',
      'TOC2: 2\tFees → p_2',
      'Separator: {end}',
    ]);
  });

  it('list the title too where other headings are of its level', () => {
    expect(contents(cleanOf(textOf(title, specimen, '# Annex A', 'Words.')))).toEqual([
      'TOCHeading: Contents',
      'TOC1: {TOC \\n \\h \\o "1-1"} Appendix D → p_appendix_D',
      'TOC1: Annex A → p_annex_A',
      'Separator: {end}',
    ]);
  });

  it('are not there where no heading but the title is', () => {
    expect(contents(cleanOf(textOf(title, 'Words.')))).toEqual([]);
    expect(contents(cleanOf(textOf('Words.')))).toEqual([]);
  });

  it('stand below what opens the document, in a control by which Word offers to update them', () => {
    const { blocks } = cleanOf(textOf(title, specimen, ...scope));
    expect(
      blocks.map((block) => (block.type === 'container' ? block.tag : block.type === 'paragraph' && block.style)),
    ).toEqual(['Heading1', 'Normal', 'Table of Contents', 'Heading2', 'Normal']);
  });

  it('hold the words of a heading as they are set, and no call of a footnote, no link and no comment', () => {
    const text = textOf(title, '## 3 The *Portal*, [here](https://a.example/)[^1]', 'Words.', '[^1]: A note.');
    const entry = 'TOC2: {TOC \\n \\h \\o "2-2"} 3\tThe /Portal/, here → p_3';
    expect(contents(cleanOf(text))).toContain(entry);
    const changed = redlineOf(text, text.replace('here', 'there'));
    expect(contents(changed).join('\n')).toContain('3\tThe /Portal/, [-here-]{+there+}');
    expect(contents(changed).join('\n')).not.toContain('<');
  });

  it('are not among the headings themselves', () => {
    const { blocks } = cleanOf(textOf(title, ...scope));
    const headings = paragraphs(blocks).filter(({ outlineLevel }) => outlineLevel !== undefined);
    expect(headings.map(({ style }) => style)).toEqual(['Heading1', 'Heading2']);
  });

  it('list the headings in quotes and items too, as Word does', () => {
    const text = textOf(title, ...scope, '> ## A quoted heading', '- (a) An item', '  ### A heading in it');
    expect(contents(cleanOf(text)).slice(2, -1)).toEqual([
      'TOC2: A quoted heading → p_1_quote_1_A_quoted_heading',
      'TOC3: A heading in it → p_1_a_A_heading_in_it',
    ]);
  });
});

describe('the contents of a redline', () => {
  it('track what changes in the words of a heading', () => {
    const after = textOf(title, ...scope, '## 2 Fees and charges', ...fees.slice(1));
    expect(contents(redlineOf(textOf(title, ...scope, ...fees), after))).toEqual([
      'TOCHeading: Contents',
      'TOC2: {TOC \\n \\h \\o "2-2"} 1\tScope → p_1',
      'TOC2: 2\tFees{+ and charges+} → p_2',
      'Separator: {end}',
    ]);
  });

  it('track an entry whole where only one text has the heading', () => {
    const [before, after] = [textOf(title, ...scope, ...routes, ...fees), textOf(title, ...scope, ...fees)];
    expect(contents(redlineOf(before, after))[2]).toBe('TOC3 deleted: [-1.1\tRoutes-] → p_1_1');
    expect(contents(redlineOf(after, before))[2]).toBe('TOC3 inserted: {+1.1\tRoutes+} → p_1_1');
  });

  it('give the last entry no end of its own to go or come, for below it is the end of the field', () => {
    const [before, after] = [textOf(title, ...scope, ...fees), textOf(title, ...scope)];
    expect(contents(redlineOf(before, after)).slice(1)).toEqual([
      'TOC2 deleted: {TOC \\n \\h \\o "2-2"} 1\tScope → p_1',
      'TOC2: [-2\tFees-] → p_2',
      'Separator: {end}',
    ]);
  });

  it('end in a fine line where the last entries come and go, so that each keeps a line of its own', () => {
    const [before, after] = [textOf(title, ...scope, ...fees), textOf(title, ...scope, '## Ends', 'All ends here.')];
    expect(contents(redlineOf(before, after)).slice(2)).toEqual([
      'TOC2 deleted: [-2\tFees-] → p_2',
      'TOC2 inserted: {+Ends+} → p_appendix_D_Ends',
      'Separator: ',
      'Separator: {end}',
    ]);
  });

  it('show a heading that moved as deleted and inserted', () => {
    const before = textOf(title, ...scope, ...fees, '## 3 Ends', 'The end of it all is near, as each Party may know.');
    const after = textOf(title, ...fees, ...scope, '## 3 Ends', 'The end of it all is near, as each Party may know.');
    const found = contents(redlineOf(before, after));
    expect(found.filter((line) => / (?:deleted|inserted): /.test(line))).toHaveLength(2);
    expect(found.join('\n')).not.toContain('moved');
  });

  it('track the level of an entry', () => {
    const after = textOf(title, ...scope, '## 1.1 Routes', ...routes.slice(1), ...fees);
    expect(contents(redlineOf(textOf(title, ...scope, ...routes, ...fees), after))[2]).toBe(
      'TOC3>TOC2: 1.1\tRoutes → p_1_1',
    );
  });

  it('gain an entry where a paragraph becomes a heading', () => {
    const after = textOf(title, ...scope, '## General', ...fees);
    expect(contents(redlineOf(textOf(title, ...scope, 'General', ...fees), after))[2]).toMatch(
      /^TOC2 inserted: {\+General\+}/,
    );
  });

  it('stand in no control where something in them is tracked', () => {
    const same = redlineOf(textOf(title, ...scope), textOf(title, ...scope));
    const changed = redlineOf(textOf(title, ...scope), textOf(title, ...scope, ...fees));
    const tags = ({ blocks }: WordDocument) =>
      blocks.flatMap((block) => (block.type === 'container' ? [block.tag] : []));
    expect([tags(same), tags(changed)]).toEqual([['Table of Contents'], []]);
  });

  it('do not stand below a paragraph that goes, which would run into them', () => {
    const { blocks } = redlineOf(textOf(title, specimen, 'Gone.', ...scope), textOf(title, specimen, ...scope));
    expect(
      paragraphs(blocks)
        .map(({ style }) => style)
        .slice(0, 4),
    ).toEqual(['Heading1', 'Normal', 'TOCHeading', 'TOC2']);
  });

  it('come and go whole, between fine lines, where only one text has headings to list', () => {
    expect(contents(redlineOf(textOf(title, specimen), textOf(title, specimen, ...scope)))).toEqual([
      'TOCHeading inserted: {+Contents+}',
      'Separator: ',
      'Separator: {TOC \\n \\h \\o "2-2"} ',
      'TOC2 inserted: {+1\tScope+} → p_1',
      'Separator: ',
      'Separator: {end}',
    ]);
  });
});

describe('what proves contents', () => {
  const document = parseDocument(textOf(title, ...scope, ...fees), 'D.md');
  const right: WordContents = {
    titles: ['Contents'],
    instructions: ['TOC \\n \\h \\o "2-2"'],
    entries: [
      { level: 2, text: '1\tScope', leadsTo: ['p_1'] },
      { level: 2, text: '2\tFees', leadsTo: ['p_2', 'p_2'] },
    ],
    headings: [
      { level: 1, text: 'Appendix D', bookmarks: ['p_D'] },
      { level: 2, text: '1\tScope', bookmarks: ['p_1'] },
      { level: 2, text: '2\tFees', bookmarks: ['x', 'p_2'] },
    ],
    strays: [''],
  };
  const problem = (more: Partial<WordContents>) => contentsProblem(document, [], { ...right, ...more });

  it('finds nothing where they list the headings and lead to them', () => {
    expect(problem({})).toBeUndefined();
  });

  it.each<[string, Partial<WordContents>, RegExp]>([
    ['a missing entry', { entries: right.entries.slice(1) }, /expected entry of level 2 “1 Scope”, found .*“2 Fees”/],
    ['an entry too many', { entries: [...right.entries, ...right.entries] }, /expected nothing, found .*“1 Scope”/],
    [
      'an entry of another level',
      { entries: right.entries.map((one) => ({ ...one, level: 3 })) },
      /found entry of level 3/,
    ],
    [
      'an entry that leads elsewhere',
      { entries: right.entries.map((one) => ({ ...one, leadsTo: ['p_2'] })) },
      /“1\tScope” to lead to its heading/,
    ],
    [
      'an entry that leads nowhere',
      { entries: right.entries.map((one) => ({ ...one, leadsTo: [] })) },
      /leads to nothing/,
    ],
    ['no contents', { entries: [], instructions: [], titles: [] }, /expected one field of contents/],
    ['two fields', { instructions: ['TOC', 'TOC'] }, /expected one field of contents/],
    ['another title', { titles: ['Index'] }, /under “Contents”, found 1 under “Index”/],
    ['levels that leave a heading out', { instructions: ['TOC \\n \\h \\o "3-4"'] }, /which leaves “1 Scope” out/],
    ['words that are no entry', { strays: ['More words.'] }, /found “More words\.”/],
  ])('finds %s', (_, more, message) => {
    expect(problem(more)).toMatch(message);
  });

  it('wants none where the title is the only heading', () => {
    const alone = parseDocument(textOf(title, 'Words.'), 'D.md');
    const none = { titles: [], instructions: [], entries: [], headings: [], strays: [] };
    expect(contentsProblem(alone, [], none)).toBeUndefined();
    expect(contentsProblem(alone, [], right)).toMatch(/./);
  });
});
