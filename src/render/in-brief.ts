import { printQuotation } from '../provision/quotation.ts';
import { shorten } from '../provision/sentence-reader.ts';

/**
 * What an instruction says, on one line: of a sentence that ends in a dash, with the first words of the block quote or the list that
 * follows, as it stands in an instruction's printed words.
 */
export function inBrief(words: string): string {
  const said = firstLine(words);
  if (!said.endsWith('—')) return said;
  const begun = said.slice(0, -1).trimEnd();
  const lines = words.slice(said.length).split(/\r?\n/);
  const inside = lines.map((line) => line.replace(/^> ?/, '').trim()).filter((line) => /[\p{L}\p{N}]/u.test(line));
  const [first, ...others] = inside.filter((line) => !/^(?:```|~~~)/.test(line));
  if (first === undefined) return begun;
  const shown = cut(withoutMarks(first), others.length > 0);
  return lines.some((line) => line.startsWith('>')) ? `${begun} ${printQuotation(shown)}.` : `${begun}: ${shown}`;
}

// The marks of Markdown at the head of a heading, an item or a row.
function withoutMarks(line: string): string {
  return line
    .replace(/^(?:#{1,6}|[-*+]) +/, '')
    .replace(/^\| *| *\|$/g, '')
    .trim();
}

function cut(line: string, more: boolean): string {
  const short = shorten(line);
  if (short.endsWith('…') && short !== line) return short.replace(/\s+\S*…$/, ' …');
  return more ? `${short} …` : short;
}

/** The first paragraph of an instruction's words: the sentence itself, without the provisions it inserts. */
export function firstLine(words: string): string {
  const end = words.search(/\r?\n/);
  return end < 0 ? words : words.slice(0, end);
}
