import fc from 'fast-check';
import { mapUnits, type Unit } from '../../src/word/map-words.ts';
import type {
  Revision,
  WordBlock,
  WordCell,
  WordDocument,
  WordFootnote,
  WordInline,
  WordParagraph,
  WordRow,
  WordTable,
} from '../../src/word/word-document.ts';
import type { Blindness } from './judge.ts';

const by = { author: 'Code Administrator', date: '2026-01-31T00:00:00Z' };

/** A revision by the one author there is. */
export function revision(type: Revision['type'], move?: number): Revision {
  return { type, ...by, ...(move === undefined ? {} : { move }) };
}

/** Text in which every word is known again, with what XML, Word and Markdown read as their own. */
const words = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom('the DCC', 'shall', 'a Party', 'Device CSR', '5.5.2(b)', 'SPOTI', 'and'),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom('<w:p>', '&amp;', '"x" \'y\'', ']]>', 'A\tB', 'A\nB', '“x”—é', '𝒳 😀', '\u00a0'),
      },
      { weight: 1, arbitrary: fc.constantFrom('\u0001', '\ufffe', '\ud800', '\u200b', 'a  b', '--', '_x0001_') },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(' '));

// Without headings: where the ends of paragraphs change, each judge takes the style of another of them at times. What headings become is asked of
// documents written by hand.
const styles = ['Normal', 'Provision', 'ProvisionContinued', 'Item1', 'Item2', 'Quote', 'NumberedItem1'];

interface Made {
  readonly next: <Value>(arbitrary: fc.Arbitrary<Value>) => Value;
  readonly footnotes: WordFootnote[];
  readonly comments: number[];
  readonly bookmarks: string[];
  /** What moved away and has not come yet, and what came and has not gone. */
  moves: number;
  readonly owed: {
    readonly move: number;
    readonly type: 'moved-from' | 'moved-to';
    readonly paragraphs: readonly WordParagraph[];
  }[];
  count: number;
}

/** Documents with revisions of every kind, in every place where one can stand. */
export const wordDocument: fc.Arbitrary<WordDocument> = fc.gen().map((next) => {
  const made: Made = {
    next: (arbitrary) => next(() => arbitrary),
    footnotes: [],
    comments: [],
    bookmarks: [],
    moves: 0,
    owed: [],
    count: 0,
  };
  const groups = Array.from({ length: 1 + pick(made, 24) }, () => makeBlock(made, true));
  for (const owed of made.owed.splice(0)) groups.splice(pick(made, groups.length + 1), 0, asMoved(made, owed));
  const blocks = groups.flat();
  return {
    type: 'word-document',
    properties: { title: 'A <title> & more', author: by.author, date: by.date },
    header: [{ type: 'paragraph', style: 'Header', children: [{ type: 'run', text: 'Head\tMiddle\tRight' }] }],
    footer: [
      {
        type: 'paragraph',
        style: 'Footer',
        children: [{ type: 'field', instruction: 'PAGE', children: [{ type: 'run', text: '1' }] }],
      },
    ],
    blocks,
    footnotes: made.footnotes,
    comments: made.comments.map((id) => ({
      id,
      author: by.author,
      initials: 'CA',
      paragraphs: [{ type: 'paragraph', style: 'CommentText', children: [{ type: 'run', text: 'Why it changes.' }] }],
    })),
  };
});

function pick(made: Made, count: number): number {
  return made.next(fc.nat(count - 1));
}

function oneOf<Value>(made: Made, ...values: readonly Value[]): Value {
  return made.next(fc.constantFrom(...values));
}

function text(made: Made): string {
  made.count += 1;
  return `w${made.count} ${made.next(words)} `;
}

function makeBlocks(made: Made, most: number, nested: boolean): WordBlock[] {
  const blocks: WordBlock[] = [];
  const count = 1 + pick(made, most);
  for (let index = 0; index < count; index += 1) blocks.push(...makeBlock(made, nested));
  return blocks;
}

function makeBlock(made: Made, nested: boolean): readonly WordBlock[] {
  const kinds = ['same', 'changed', 'inserted', 'deleted', 'inserted', 'deleted', 'parted', 'joined', 'moved'] as const;
  const kind = nested ? oneOf(made, ...kinds, 'table', 'code', 'quote') : oneOf(made, ...kinds);
  switch (kind) {
    case 'same':
      return [paragraph(made, [run(made)])];
    case 'changed':
      return [paragraph(made, changedWords(made))];
    case 'inserted':
    case 'deleted':
      return [wholly(made, kind)];
    case 'parted':
    case 'joined': {
      const style = oneOf(made, ...styles);
      const mark = revision(kind === 'parted' ? 'inserted' : 'deleted');
      return [{ ...paragraph(made, changedWords(made), style), mark }, paragraph(made, [run(made)], style)];
    }
    case 'moved':
      return moved(made);
    case 'table':
      return [table(made)];
    case 'code':
      return [{ type: 'container', tag: 'code ts', blocks: lines(made) }];
    case 'quote':
      return [{ type: 'container', tag: `quote ${'x'.repeat(pick(made, 80))}`, blocks: makeBlocks(made, 3, false) }];
  }
}

function run(made: Made, revised?: Revision): WordInline {
  const look = oneOf(made, {}, {}, {}, { bold: true }, { italic: true, strike: true }, { style: 'CodeCharacter' });
  return { type: 'run', text: text(made), ...look, ...(revised ? { revision: revised } : {}) };
}

function changedWords(made: Made): readonly WordInline[] {
  const inlines: WordInline[] = [run(made)];
  const count = 1 + pick(made, 4);
  for (let index = 0; index < count; index += 1) {
    const revised = oneOf(made, undefined, revision('inserted'), revision('deleted'));
    const inline = oneOf(made, run, run, run, link, span, note, reset)(made, revised);
    inlines.push(inline, ...(inline.type === 'note-reference' ? [run(made)] : []));
  }
  return oneOf(made, true, false, false) ? commented(made, inlines) : inlines;
}

function link(made: Made, revised?: Revision): WordInline {
  const address = oneOf(
    made,
    'https://a.example/',
    'a b%zz',
    '',
    'x:',
    'http://[',
    'docs/D.md#5.1',
    '//a',
    'mailto:a@b, c',
  );
  const target =
    made.bookmarks.length > 0 && oneOf(made, true, false) ? { bookmark: made.bookmarks[0] ?? '' } : { address };
  return { type: 'link', ...target, children: [run(made, revised), run(made)] };
}

function span(made: Made, revised?: Revision): WordInline {
  return {
    type: 'span',
    tag: `image ${'https://a.example/'.repeat(1 + pick(made, 6))}`,
    children: [run(made, revised)],
  };
}

function note(made: Made, revised?: Revision): WordInline {
  const id = made.footnotes.length + 1;
  const label = oneOf(made, { label: `n${id}` }, { label: '*' });
  made.footnotes.push({
    id,
    blocks: [{ type: 'paragraph', style: 'FootnoteText', children: [run(made, revised)] }],
  });
  return { type: 'note-reference', footnote: id, ...label, ...(revised ? { revision: revised } : {}) };
}

function reset(made: Made): WordInline {
  return { type: 'run', text: text(made), bold: true, before: { italic: true, ...by } };
}

function commented(made: Made, inlines: readonly WordInline[]): readonly WordInline[] {
  const comment = made.comments.length;
  made.comments.push(comment);
  return [{ type: 'comment-start', comment }, ...inlines, { type: 'comment-end', comment }];
}

function paragraph(made: Made, children: readonly WordInline[], style = oneOf(made, ...styles)): WordParagraph {
  const bullet = /^Item/.test(style) && oneOf(made, true, false) ? { bullet: true } : {};
  if (oneOf(made, true, false)) return { type: 'paragraph', style, ...bullet, children };
  const name = `p_${made.bookmarks.length}`;
  made.bookmarks.push(name);
  return {
    type: 'paragraph',
    style,
    ...bullet,
    bookmarks: [name],
    contextualSpacing: oneOf(made, true, false),
    children,
  };
}

function wholly(made: Made, type: 'inserted' | 'deleted'): WordParagraph {
  const revised = revision(type);
  const inline = oneOf(made, run, run, note, span, link);
  const children: readonly WordInline[] =
    inline === link
      ? [{ ...link(made), children: [run(made, revised)] } as WordInline]
      : [...(inline === note ? [run(made, revised)] : []), inline(made, revised)];
  return { ...paragraph(made, children), mark: revised };
}

function moved(made: Made): readonly WordParagraph[] {
  const owed = made.owed.shift();
  if (owed) return asMoved(made, owed);
  made.moves += 1;
  const type = oneOf(made, 'moved-from', 'moved-to');
  const count = 1 + pick(made, 3);
  const paragraphs = Array.from({ length: count }, () => paragraph(made, [run(made), run(made)]));
  const other = type === 'moved-from' ? 'moved-to' : 'moved-from';
  made.owed.push({ move: made.moves, type: other, paragraphs: paragraphs.map(({ bookmarks: _, ...rest }) => rest) });
  return asMoved(made, { move: made.moves, type, paragraphs });
}

function asMoved(made: Made, { move, type, paragraphs }: Made['owed'][number]): readonly WordParagraph[] {
  const mark = revision(type, move);
  // What was edited on the way is deleted where it was, or inserted where it came.
  const edited = revision(type === 'moved-from' ? 'deleted' : 'inserted');
  return paragraphs.flatMap((each): readonly WordParagraph[] => {
    const children = each.children.map(
      (child): WordInline => (child.type === 'run' ? { ...child, revision: mark } : child),
    );
    const at = pick(made, 8);
    const own: WordParagraph = {
      ...each,
      mark,
      children: at > children.length ? children : children.toSpliced(at, 0, run(made, edited)),
    };
    return oneOf(made, false, false, false, true) ? [own, wholly(made, edited.type as 'inserted' | 'deleted')] : [own];
  });
}

function lines(made: Made): readonly WordBlock[] {
  const count = 1 + pick(made, 3);
  return Array.from({ length: count }, () => {
    const revised = oneOf(made, undefined, undefined, revision('inserted'), revision('deleted'));
    const line: WordParagraph = {
      type: 'paragraph',
      style: 'Code',
      children: [{ type: 'run', text: text(made), ...(revised ? { revision: revised } : {}) }],
    };
    return revised ? { ...line, mark: revised } : line;
  });
}

function table(made: Made): WordTable {
  const columns = Array.from({ length: 1 + pick(made, 3) }, () => 1500);
  const column = oneOf(made, undefined, undefined, revision('inserted'), revision('deleted'));
  const whole = oneOf(made, undefined, undefined, undefined, revision('inserted'), revision('deleted'));
  const rows = Array.from({ length: 1 + pick(made, 3) }, (_, index): WordRow => {
    const revised =
      whole ??
      (index === 0
        ? undefined
        : oneOf(
            made,
            undefined,
            undefined,
            revision('inserted'),
            revision('deleted'),
            revision('moved-from', 900 + made.moves),
          ));
    return {
      ...(index === 0 ? { header: true } : {}),
      ...(revised ? { revision: revised } : {}),
      cells: columns.map((_, at) => cell(made, revised, at > 0 && at === columns.length - 1 ? column : undefined)),
    };
  });
  return { type: 'table', columns, rows };
}

function cell(made: Made, ofRow: Revision | undefined, own: Revision | undefined): WordCell {
  const plain = ofRow !== undefined || own !== undefined;
  const blocks = plain ? [paragraph(made, [run(made)], 'TableText')] : makeBlocks(made, 2, false);
  return { ...(own && !ofRow ? { revision: own } : {}), blocks };
}

/** The document as a judge is given it: without that in which it is known to be wrong. */
export function asGiven(document: WordDocument, { footnotes }: Blindness): WordDocument {
  if (!footnotes) return document;
  return { ...document, blocks: mapUnits(document.blocks, withoutNotes), footnotes: [] };
}

function withoutNotes<T extends Unit>(unit: T): T {
  return unit.type === 'paragraph' ? { ...unit, children: unit.children.map(withoutNote) } : unit;
}

function withoutNote(inline: WordInline): WordInline {
  if (inline.type !== 'note-reference') return inline;
  const { label = '', revision: revised } = inline;
  return { type: 'run', text: label, ...(revised ? { revision: revised } : {}) };
}
