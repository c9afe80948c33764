import type { InsertProvision, OmitProvision, SubstituteProvision } from '../model/change.ts';
import type { Locator } from '../model/locator.ts';
import { indexProvisions } from '../source/index-provisions.ts';
import { labelCore } from '../source/label.ts';
import { parseMarkdown } from '../source/syntax.ts';
import { readContent } from './content.ts';

/** A numbered provision of a block quote. */
interface Piece {
  readonly label: string;
  readonly text: string;
}

type OnePlace<Operation> = Omit<Operation, 'at'> & { readonly at: Locator };
type Replaced = OnePlace<SubstituteProvision> | OnePlace<InsertProvision> | OnePlace<OmitProvision>;

/**
 * What “for items (a) to (c) substitute—” asks of each place, where one block quote has the new text of all of them: each provision of the quote
 * stands in place of the one with its number; one with another number is put in after the one before it; and what has no new text goes. Undefined where
 * the quote does not begin with the first of them, has them in another order, or has something without a number: then it is given for each.
 */
export function substitutedTogether(content: string, places: readonly Locator[]): readonly Replaced[] | undefined {
  const targets = places.map((at) => (at.type === 'label' ? labelCore(at.labels.at(-1) ?? '') : ''));
  const pieces = piecesOf(content);
  if (!pieces || new Set(targets).size < targets.length || targets.includes('')) return undefined;
  const turns = pieces.map(({ label }) => targets.indexOf(labelCore(label)));
  const known = turns.filter((turn) => turn >= 0);
  if (turns[0] !== 0 || known.some((turn, index) => turn <= (known[index - 1] ?? -1))) return undefined;
  const replaced: Replaced[] = [];
  // What is put in after one place is put in as one text, in its order.
  const after = new Map<Locator, string[]>();
  let last = places[0] as Locator;
  for (const [index, { text }] of pieces.entries()) {
    const at = places[turns[index] ?? -1];
    if (at) replaced.push({ type: 'substitute-provision', at, content: text });
    else after.set(last, [...(after.get(last) ?? []), text]);
    last = at ?? last;
  }
  for (const [at, texts] of after)
    replaced.push({ type: 'insert-provision', at, position: 'after', content: joined(texts) });
  const gone = places.filter((_, index) => !known.includes(index));
  return [...replaced, ...gone.map((at): Replaced => ({ type: 'omit-provision', at }))];
}

function joined(texts: readonly string[]): string {
  const [first = ''] = texts;
  return texts.join(/^(?:[-*+] |\||\d+[.)] )/.test(first) ? '\n' : '\n\n');
}

function piecesOf(content: string): readonly Piece[] | undefined {
  const { type, text, labels } = readContent(content);
  const starts =
    type === 'rows'
      ? text.split('\n').map((line, index) => ({ label: labels[index], text: line }))
      : indexProvisions(parseMarkdown(text), text).map(({ label, start }, index, all) => ({
          label,
          text: text.slice(start, all[index + 1]?.start ?? text.length).trimEnd(),
        }));
  return starts.every((piece): piece is Piece => piece.label !== undefined) ? starts : undefined;
}
