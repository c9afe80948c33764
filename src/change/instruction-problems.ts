import { sentenceProblem, shorten } from '../provision/sentence-reader.ts';
import type { Token } from '../provision/tokens.ts';
import { labelCore } from '../source/label.ts';
import type { Clause, ClauseReader } from './clause.ts';
import { readContent } from './content.ts';
import { blockExample, formsLike, instructionForms, laterVerbs, otherVerbs } from './instruction-forms.ts';
import type { Problem } from './problem.ts';
import type { QuotedBlock } from './read-instruction.ts';

/** What is wrong with a sentence that no rule reads: where sense stops, and the form that it seems to mean. */
export function clauseProblem(reader: ClauseReader): Problem {
  const token = reader.tokens[Math.min(reader.furthest, reader.tokens.length - 1)] as Token;
  const verb = reader.form === undefined && token.type === 'word' ? token.text.toLowerCase() : '';
  if (laterVerbs.has(verb)) {
    return {
      start: token.start,
      end: token.end,
      rule: 'instruction-form-unknown',
      text: `An instruction to “${verb}” cannot be read yet.`,
      advice: formsLike(firstWord(reader)),
    };
  }
  const taught = reader.misfit ? undefined : lessonFor(reader, token);
  if (taught) return { rule: 'instruction-syntax', ...sentenceProblem(reader), advice: taught };
  const example = reader.form && instructionForms[reader.form];
  const advice = example ? `Say for example: ${example}` : otherVerbAdvice(verb, firstWord(reader));
  return { rule: 'instruction-syntax', advice, ...sentenceProblem(reader) };
}

const oneList = 'Name the places in one list: In paragraphs 5.5.1(a) and 5.5.2, for “X” substitute “Y”.';
const lessons: Readonly<Record<string, string>> = {
  __proto__: null as never,
  '(': 'Name the provision by its number alone: its heading, or what inserted it, is not said again in brackets.',
  between: `Say after which words: ${instructionForms['insert-words']}`,
  that: 'Name the provision again, by its number.',
  it: 'Name the provision again, by its number.',
  renumber: `Write an instruction of its own that says the new numbers: ${instructionForms.renumber}`,
  throughout: 'Say “in each place where it occurs” instead.',
  in: 'Write another instruction for another place, or a list of parts under the place that has both.',
  swap: `Move one of the two: ${instructionForms.move}`,
  following: oneList,
  each: oneList,
};

const opensOnly = `Say what is to be done there. Where the sentence only opens what follows, as “is amended as follows”, end it with a dash: ${instructionForms.together} For a whole appendix the heading “## Appendix D” says it.`;

// What drafters often write, and how it is said here.
function lessonFor({ tokens, form }: ClauseReader, token: Token): string | undefined {
  const word = token.text.toLowerCase();
  const before = tokens[tokens.indexOf(token) - 1]?.text.toLowerCase();
  if ((word === '.' || word === '') && form === undefined) return opensOnly;
  if ((word === 'in' && before !== 'and') || (word === '(' && form !== undefined)) return undefined;
  return lessons[word];
}

function firstWord({ tokens: [first] }: ClauseReader): string {
  return first?.type === 'word' ? first.text.toLowerCase() : '';
}

function otherVerbAdvice(verb: string, first: string): string {
  const example = otherVerbs.get(verb);
  return example === undefined ? formsLike(first) : `Instead of “${verb}”, say for example: ${example}`;
}

/** A quotation that holds no words. */
export function emptyQuotation(tokens: readonly Token[]): Problem | undefined {
  const empty = tokens.find((token) => token.type === 'quotation' && token.text.trim() === '');
  if (!empty) return undefined;
  return {
    start: empty.start,
    end: empty.end,
    rule: 'instruction-empty-quotation',
    text: 'Expected words between the quotation marks, found none.',
    advice: `To take words away, say for example: ${instructionForms['omit-words']}`,
  };
}

/** A substitution of words by themselves. */
export function withoutEffect({ operation, targetRange, wordsRange }: Clause): Problem | undefined {
  if (operation.type === 'together') {
    return operation.parts.map((part) => withoutEffect({ ...part, block: false })).find(Boolean);
  }
  if (operation.type !== 'substitute-words' || operation.words !== operation.replacement) return undefined;
  const text = `Expected other words in place of “${shorten(operation.words)}”, found the same words.`;
  const { start, end } = wordsRange ?? targetRange;
  return {
    start,
    end,
    rule: 'instruction-no-effect',
    text,
    advice: 'Correct one of the two quotations, or take the instruction out.',
  };
}

/** A block quote that is missing, empty or not called for. */
export function blockProblem(
  clause: Clause,
  block: QuotedBlock | undefined,
  tokens: readonly Token[],
): Problem | undefined {
  const last = tokens.findLast((token) => token.type !== 'end') ?? clause.targetRange;
  if (clause.block && !block) {
    const text = 'Expected a block quote after the dash, found none.';
    return { start: last.start, end: last.end, rule: 'instruction-block-missing', text, advice: blockExample };
  }
  if (clause.block && block?.content === '') {
    const text = 'Expected text in the block quote, found none.';
    return { start: block.start, end: block.end, rule: 'instruction-block-empty', text, advice: blockExample };
  }
  return !block || clause.block ? undefined : extraBlock(block);
}

/** A block quote that has not the number, or the term, which the sentence says is new. */
export function announcedProblem(announced: Token | undefined, block: QuotedBlock | undefined): Problem | undefined {
  if (!announced || !block) return undefined;
  const wanted = announced.type === 'label' ? (announced.labels.at(-1) ?? '') : announced.text;
  const found = readContent(block.content).labels.flatMap((label) => label ?? []);
  const core = (label: string) => (announced.type === 'label' ? labelCore(label) : label);
  if (found.some((label) => core(label) === core(wanted))) return undefined;
  return {
    start: announced.start,
    end: announced.end,
    rule: 'instruction-block-other',
    text: `Expected the new text to have ${announced.type === 'label' ? `the number ${wanted}` : `“${wanted}”`}, as the sentence says, found ${found.length === 0 ? 'none' : found.join(', ')}.`,
    advice: 'Correct one of the two, or leave it out of the sentence.',
  };
}

/** A block quote under a sentence that calls for none. */
export function extraBlock(block: QuotedBlock): Problem {
  return {
    start: block.start,
    end: block.end,
    rule: 'instruction-block-extra',
    text: 'Expected no block quote: the instruction does not end with a dash.',
    advice: `A block quote belongs to an instruction such as: ${instructionForms['insert-provision']}`,
  };
}
