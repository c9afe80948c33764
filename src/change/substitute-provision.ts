import type { SubstituteProvision } from '../model/change.ts';
import { readContent } from './content.ts';
import { rangesGoingWith } from './footnotes-at-end.ts';
import { reindented } from './insertion.ts';
import { misfitInPlace } from './misfit.ts';
import { indentOf, noEffect, type Outcome, oneEdit, type Placed } from './placed.ts';
import { substituteHeading } from './substitute-heading.ts';
import { isHeadingLine } from './target-words.ts';

/** Works out “for X substitute—”: the provision keeps its label and its kind. */
export function substituteProvision(operation: SubstituteProvision, placed: Placed): Outcome {
  const { target, document, instruction } = placed;
  const by = instruction.number;
  if (target.type === 'document')
    return { rule: 'whole-document', text: 'an instruction cannot substitute a whole document' };
  if (target.type === 'words' && isHeadingLine(operation)) return substituteHeading(operation.content, placed, target);
  if (target.type === 'words' || target.provision.type === 'cell') {
    const range = target.type === 'words' ? target.range : target.provision.words;
    if (/\n/.test(operation.content.trim()))
      return { rule: 'wrong-kind', text: 'expected words on one line, found several lines or blocks' };
    if (operation.content.trim() === document.source.slice(range.start, range.end)) return noEffect;
    return oneEdit({
      start: range.start,
      end: range.end,
      text: operation.content.trim(),
      by,
      meant: { type: 'words' },
    });
  }
  const { provision } = target;
  const content = readContent(operation.content);
  const misfit = misfitInPlace(placed, provision, content);
  if (misfit) return misfit;
  const text = reindented(content.text, indentOf(document.source, provision.start));
  if (text === document.source.slice(provision.start, provision.end)) return noEffect;
  const bringsFootnotes = content.nodes.includes('footnoteDefinition');
  const going = bringsFootnotes ? ([provision] as const) : rangesGoingWith(document, provision, text);
  const [{ start, end }, ...footnotes] = going;
  return {
    edits: [{ start, end, text, by, meant: { type: 'blocks', inserted: content.nodes } }],
    omissions: footnotes.map((footnote) => ({ start: footnote.start, end: footnote.end, by })),
  };
}
