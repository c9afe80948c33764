import type { RootContent } from 'mdast';
import type { Pack, PackDocument, PrintedInstruction, RenderedFile } from '../../model/pack.ts';
import type { RedlineBlock } from '../../model/redline.ts';
import { stringifyMarkdown } from '../../source/syntax.ts';
import { fileStems } from '../file-stems.ts';
import { consequenceBlocks } from './consequences.ts';
import type { Writing } from './flow.ts';
import { flowAll } from './flow-all.ts';
import { canKeep, circumstancesOf, sourceOf } from './kept.ts';
import { type References, referencesFor } from './references.ts';

/**
 * `D.redline.md` for each document: the text after with what is inserted in `<ins>` and what is deleted in `<del>`,
 * readable as it is and on any code host. Unchanged blocks keep their bytes.
 *
 * It can be read back. Parse it (CommonMark, GFM, front matter). The text is the YAML at the head, if there is one, and
 * every block between the comment `<!-- redline: text begins, references are [^redline-…] -->` and the comment
 * `<!-- redline: text ends -->`; other blocks of HTML that begin with `<!-- redline:` are remarks and not of the text.
 * In the words of a block, inline HTML that is exactly `<ins>`, `</ins>`, `<del>` or `</del>` is a mark: leave out what
 * stands between `<del>` and `</del>` for the text after, between `<ins>` and `</ins>` for the text before. Leave out
 * footnote references whose name begins with the prefix that the first comment gives. Inline `<br>` is white space, and
 * runs of white space count as one space. A block of code with the language `diff` whose meta begins with `redline` is
 * a block of lines, its type being the second word of the meta and its language the third: drop the first character of
 * each line; lines that begin with `-` are of the text before only, with `+` of the text after only. Blocks that have
 * no words on a side do not count on that side; dividing lines have none.
 *
 * After the words of a block, a comment `<!-- redline: break inserted -->` says that a paragraph was split here: in the text before,
 * the words of the next block of that text follow at once; `<!-- redline: break deleted -->`, that in the text after they do. A
 * comment `<!-- redline: before heading -->` says what the block was in the text before. What follows such a comment in the block
 * is a remark, too.
 *
 * A literal `<ins>` or `<del>` of the text is never a mark: inline it is escaped (`\<ins>`), in a block of HTML the
 * whole block is told in lines.
 */
export function renderMarkdown(pack: Pack): readonly RenderedFile[] {
  const stems = fileStems(pack.documents);
  return pack.documents.map((document, index) => ({
    path: `${stems[index]}.redline.md`,
    content: redlineMarkdown(pack, document),
  }));
}

function redlineMarkdown(pack: Pack, document: PackDocument): string {
  const circumstances = circumstancesOf(document);
  const references = referencesFor(document);
  const writing: Writing = { circumstances, references };
  const [first, ...rest] = document.redline.blocks;
  const keepsFrontMatter = first?.type === 'front-matter' && canKeep(first, circumstances);
  const blocks = flowAll(keepsFrontMatter ? rest : document.redline.blocks, writing);
  return stringifyMarkdown({
    type: 'root',
    children: [
      ...(keepsFrontMatter ? [raw(sourceOf(first, circumstances))] : []),
      ...head(pack, document),
      raw(`<!-- redline: text begins, references are [^${references.prefix}…] -->`),
      ...blocks,
      raw('<!-- redline: text ends -->'),
      ...expectationsOf(pack, document),
      ...consequenceBlocks(pack, document.key),
      ...tail(document, references),
    ],
  });
}

function raw(value: string): RootContent {
  return { type: 'html', value };
}

function head({ change }: Pack, { title, frontMatter, redline }: PackDocument): RootContent[] {
  const name = frontMatter.appendix === undefined ? title : `Appendix ${frontMatter.appendix}: ${title}`;
  const version = frontMatter.version === undefined ? '' : `, version ${frontMatter.version}`;
  const lines = [
    ...(frontMatter.status === 'specimen' ? ['Specimen: not the text of the Smart Energy Code.'] : []),
    ...(change
      ? [
          `Change: ${change.name} ${change.title}.${change.option === undefined ? '' : ` Option ${change.option}.`} Stage: ${change.stage}.`,
        ]
      : []),
    `Text before: sha256 ${redline.before.sha256}. Text after: sha256 ${redline.after.sha256}.`,
  ];
  return [
    {
      type: 'blockquote',
      children: [
        {
          type: 'paragraph',
          children: [{ type: 'strong', children: [{ type: 'text', value: `Redline of ${name}${version}.` }] }],
        },
        ...lines.map((value) => ({ type: 'paragraph' as const, children: [{ type: 'text' as const, value }] })),
        {
          type: 'paragraph',
          children: [
            ...sample('<ins>', 'Words inserted', '</ins>'),
            { type: 'text', value: ' stand in the text after only, ' },
            ...sample('<del>', 'words omitted', '</del>'),
            { type: 'text', value: ' in the text before only.' },
            ...(redline.blocks.some(holdsEnding) ? breakSamples : []),
          ],
        },
      ],
    },
  ];
}

function holdsEnding(block: RedlineBlock): boolean {
  return 'children' in block ? block.children.some(holdsEnding) : 'ending' in block;
}

const breakSamples = [
  { type: 'text' as const, value: ' After ' },
  ...sample('<ins>', '¶', '</ins>'),
  { type: 'text' as const, value: ' a new paragraph begins; at ' },
  ...sample('<del>', '¶', '</del>'),
  { type: 'text' as const, value: ' two paragraphs were joined.' },
];

function sample(opening: string, value: string, closing: string) {
  return [
    { type: 'html' as const, value: opening },
    { type: 'text' as const, value },
    { type: 'html' as const, value: closing },
  ];
}

function tail({ instructions }: PackDocument, { prefix, used }: References): RootContent[] {
  const definitions = instructions
    .filter(({ number }) => used.has(number))
    .map((instruction): RootContent => {
      const name = `${prefix}${instruction.number}`;
      return { type: 'footnoteDefinition', identifier: name, label: name, children: [told(instruction)] };
    });
  const others = instructions.filter(({ number }) => !used.has(number)).map(told);
  return [...others, ...definitions];
}

// Of the whole change's expectations those that look at this document.
function expectationsOf({ expectations = [] }: Pack, { key }: PackDocument): RootContent[] {
  const own = expectations.filter(({ documents }) => documents.includes(key));
  if (own.length === 0) return [];
  return [
    paragraphOf('What must be true of the text after. Each was checked:', ''),
    {
      type: 'list',
      spread: false,
      children: own.map(({ sentence, holds, finding }) => ({
        type: 'listItem',
        children: [paragraphOf(holds ? 'Holds.' : 'Does not hold.', ` ${sentence} ${finding}`)],
      })),
    },
  ];
}

function paragraphOf(strong: string, value: string) {
  const head = { type: 'strong' as const, children: [{ type: 'text' as const, value: strong }] };
  return { type: 'paragraph' as const, children: [head, { type: 'text' as const, value }] };
}

function told({ number, words, reason }: PrintedInstruction) {
  const sentence = words.split(/\r?\n/, 1)[0] ?? '';
  return paragraphOf(`Instruction ${number}.`, ` ${sentence}${reason === undefined ? '' : ` Reason: ${reason}`}`);
}
