import type { OmitProvision } from '../model/change.ts';
import type { Document, Provision } from '../model/document.ts';
import type { Range } from '../model/range.ts';
import { rangesGoingWith } from './footnotes-at-end.ts';
import { omitFootnote } from './omit-footnote.ts';
import { noEffect, type Outcome, oneEdit, type Placed } from './placed.ts';
import type { PlannedEdit } from './planned-edit.ts';
import { withAdjoiningSpace } from './words-found.ts';

/** Works out “omit X”: the whole provision goes, or all but its label, in whose place the words left stand. */
export function omitProvision(operation: OmitProvision, placed: Placed): Outcome {
  const { target, document, instruction } = placed;
  if (target.type === 'document')
    return { rule: 'whole-document', text: 'an instruction cannot omit a whole document' };
  if (target.type === 'words') return omitPart(operation, placed);
  const { provision } = target;
  if (provision.header) return { rule: 'table-head', text: 'the head of a table cannot be omitted; omit the table' };
  if (operation.leaving !== undefined) return leave(operation.leaving, provision, placed);
  if (provision.type === 'cell') {
    return oneEdit(emptyCell(provision.words, document, instruction.number));
  }
  if (provision.start === 0 && provision.end === document.source.length) {
    return { rule: 'whole-document', text: 'an instruction cannot omit a whole document' };
  }
  if (provision.type === 'footnote') return omitFootnote(provision, document, instruction.number);
  const going = rangesGoingWith(document, provision);
  return { edits: [], omissions: going.map(({ start, end }) => ({ start, end, by: instruction.number })) };
}

// Closing words are a paragraph of their own and go as one; a heading or opening words cannot go alone.
function omitPart(operation: OmitProvision, placed: Placed): Outcome {
  const { target, instruction } = placed;
  if (target.type !== 'words') return { edits: [], omissions: [] };
  const { range, part } = target;
  if (operation.leaving !== undefined)
    return oneEdit({ ...range, text: operation.leaving, by: instruction.number, meant: { type: 'words' } });
  if (part === 'sentence') return omitSentence(range, placed);
  if (part === 'closing') return { edits: [], omissions: [{ ...range, by: instruction.number }] };
  return {
    rule: 'cannot-stand-without',
    text: `what follows cannot stand without its ${part === 'heading' ? 'heading' : 'opening words'}`,
    advice: 'substitute other words for them, or omit the whole provision',
  };
}

// One space goes with it; the paragraph must have another sentence.
function omitSentence(range: Range, { document, target, instruction }: Placed): Outcome {
  const words = target.type === 'words' ? target.provision.words : range;
  if (range.start <= words.start && words.end <= range.end)
    return { rule: 'cannot-stand-without', text: 'it is the only sentence there', advice: 'omit the whole provision' };
  const whole = withAdjoiningSpace(document, range, words);
  return oneEdit({ ...whole, text: '', by: instruction.number, meant: { type: 'words' } });
}

// An empty cell keeps one space between its bars.
function emptyCell({ start, end }: Range, { source }: Document, by: number): PlannedEdit {
  return { start, end: source.charAt(end) === ' ' ? end + 1 : end, text: '', by, meant: { type: 'words' } };
}

function leave(leaving: string, provision: Provision, { document, instruction }: Placed): Outcome {
  const by = instruction.number;
  if (provision.type === 'row' || provision.type === 'definition') {
    const [, second, ...rest] = provision.children;
    const filled = second ? [{ ...second.words, text: leaving, by, meant: { type: 'words' } as const }] : [];
    const emptied = rest
      .filter(({ words }) => words.start < words.end)
      .map(({ words }) => emptyCell(words, document, by));
    return { edits: [...filled, ...emptied], omissions: [] };
  }
  if (provision.label === undefined) {
    return {
      rule: 'no-label-to-keep',
      text: 'it has no number to keep, so no words can be left in its place',
      advice: 'omit it whole, or substitute words for it',
    };
  }
  const [{ end }, ...footnotes] = rangesGoingWith(document, provision);
  const { start } = provision.words;
  if (document.source.slice(start, end) === leaving && footnotes.length === 0) return noEffect;
  return {
    edits: [{ start, end, text: leaving, by, meant: { type: 'blocks', inserted: [] } }],
    omissions: footnotes.map((footnote) => ({ start: footnote.start, end: footnote.end, by })),
  };
}
