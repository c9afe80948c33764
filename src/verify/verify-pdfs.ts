import { isCheckComment } from '../source/check-comment.ts';
import { type PdfRead, partBlocks, readPdf } from './pdf/read-pdf.ts';
import type { Side } from './read-html.ts';
import { firstDifference, type ShownBlock, shownBlocks } from './shown-blocks.ts';
import type { Outputs, Proof, Truth } from './verify-outputs.ts';

/** A folder of outputs, with a slash at its end where it is in another, and the documents that are amended there, by the stem of their files' names. */
interface PdfFolder {
  readonly folder: string;
  readonly truths: ReadonlyMap<string, Truth>;
}

/**
 * Takes the PDFs of a change and of its documents from its outputs, reads each back by its tags alone, and proves that it shows both texts. A
 * manifest does not list them, for they are made again where they are wanted: those that are there are proved. Any other stays with the rest.
 * Of a change that offers options, `options` are what its one file must show under each.
 */
export function takePdfs(
  outputs: Outputs,
  folders: readonly PdfFolder[],
  change: string,
  options: readonly ShownOption[] = [],
): { readonly rest: Outputs; readonly proofs: readonly Proof[] } {
  const rest = new Map(outputs);
  const proofs: Proof[] = [];
  const prove = (path: string, shown: readonly ShownOption[]) => {
    const bytes = outputs.get(path);
    if (!bytes) return;
    rest.delete(path);
    proofs.push(...fileProofs(path, bytes, shown));
  };
  if (options.length > 0) prove(`${change}.pdf`, options);
  for (const { folder, truths } of folders) {
    prove(`${folder}${change}.pdf`, [{ truths: [...truths.values()] }]);
    for (const [stem, truth] of truths) prove(`${folder}${stem}.redline.pdf`, [{ truths: [truth] }]);
  }
  return { rest, proofs };
}

/** The documents that a file shows, in order; and the option under which it shows them, where it shows several. */
interface ShownOption {
  readonly letter?: string;
  readonly truths: readonly Truth[];
}

function fileProofs(path: string, bytes: Uint8Array, shown: readonly ShownOption[]): readonly Proof[] {
  const accessible = 'is tagged, with a title, its language and an outline';
  let read: PdfRead;
  try {
    read = readPdf(bytes);
  } catch (cause) {
    return [{ path, claim: accessible, problem: cause instanceof Error ? cause.message : String(cause) }];
  }
  const proofs = shown.flatMap((option) => {
    const under = option.letter === undefined ? '' : `for Option ${option.letter}, `;
    return [
      proof(path, `${under}accepted, shows the text after, block by block`, difference(read, option, 'after')),
      proof(path, `${under}rejected, shows the text before, block by block`, difference(read, option, 'before')),
    ];
  });
  return [proof(path, accessible, inaccessible(read)), ...proofs];
}

function proof(path: string, claim: string, problem: string | undefined): Proof {
  return problem === undefined ? { path, claim } : { path, claim, problem };
}

function inaccessible({ pdf }: PdfRead): string | undefined {
  const lacks = [
    ...(pdf.tagged ? [] : ['tags']),
    ...(pdf.title && pdf.showsTitle ? [] : ['a title that is shown']),
    ...(pdf.language === 'en-GB' ? [] : ['the language en-GB']),
    ...(pdf.outlined ? [] : ['an outline']),
  ];
  return lacks.length === 0 ? undefined : `expected ${lacks.join(', ')}, found none`;
}

function difference(read: PdfRead, { truths, letter }: ShownOption, side: Side): string | undefined {
  const parts = read.parts.slice(-truths.length);
  if (parts.length < truths.length) return `expected ${truths.length} texts, found ${parts.length}`;
  for (const [index, { before, after }] of truths.entries()) {
    const texts = { before: shownBlocks(before), after: shownBlocks(after) };
    const found = firstDifference(
      asPdfShows(texts[side], texts[side === 'after' ? 'before' : 'after']),
      asPdfShows(partBlocks(parts[index] ?? [], side, letter)),
    );
    if (found !== undefined) return truths.length > 1 ? `${(side === 'after' ? after : before).key}: ${found}` : found;
  }
  return undefined;
}

/**
 * The blocks of a document as this format can show them: particulars at its head stand only where they change, what is said to the checker is
 * not shown, and what has no words does not count.
 */
export function asPdfShows(blocks: readonly ShownBlock[], other?: readonly ShownBlock[]): readonly ShownBlock[] {
  const [head] = blocks;
  const stays = head?.type === 'front-matter' && other?.[0]?.type === 'front-matter' && head.text === other[0].text;
  return (stays ? blocks.slice(1) : blocks)
    .filter(({ type, text }) => !(kinds[type] === 'source' && isCheckComment(text)))
    .map(({ type, text }) => ({
      type: kinds[type] ?? type,
      text: text
        .replace(/<!--[\s\S]*?-->/g, (comment) => (isCheckComment(comment) ? '' : comment))
        .replace(/<br ?\/?>/gi, ' '),
    }))
    .filter(({ text }) => text.trim() !== '');
}

const kinds: Readonly<Record<string, string>> = {
  code: 'source',
  html: 'source',
  'front-matter': 'source',
  source: 'source',
  'link-definition': 'paragraph',
};
