import type { Operation } from '../model/change.ts';

/** An example of each operation, as an instruction says it. */
export const instructionForms: Readonly<Record<Operation['type'], string>> = {
  'substitute-words': 'In paragraph 5.5.2(b), for “via the Internet” substitute “via a DCC Gateway Connection”.',
  'omit-words': 'In the second paragraph of section 3.1, omit “or via the Internet”.',
  'insert-words': 'In paragraph 5.6.1, after “the DCC” insert “and each User”.',
  'substitute-stretch': 'In paragraph 5.6.1, for the words from “where” to “Internet” substitute “when asked”.',
  'omit-stretch': 'In paragraph 5.6.1, omit the words from “where” to the end.',
  'insert-provision': 'After paragraph 5.5.2 insert— (and then a block quote with the new provision)',
  'omit-provision': 'Omit paragraph 5.5.4 and leave “[No longer in use]”.',
  'substitute-provision': 'For paragraph 5.6.2 substitute— (and then a block quote with the new text)',
  'insert-definitions':
    'In Annex A, insert the following definitions in the appropriate places— (and then a block quote with their rows)',
  'insert-column':
    'In the table in paragraph 5.5.3, after the column “Obligation” insert the column “Evidence”— (and then a block quote with a cell for each row)',
  'substitute-column':
    'In the table in paragraph 5.5.3, for the column “Obligation” substitute— (and then a block quote with a table of that one column: its head, a line of dashes and a cell for each row)',
  move: 'Move paragraph 4.3 to after paragraph 5.1, and renumber it 5.1A; references follow. · Move paragraph 4.3 to the end of section 5.2 of Appendix K.',
  'set-level': 'Change the level of the heading of section 5.2 to 3.',
  'insert-footnote':
    'In paragraph 5.6.1, after “the DCC” insert the footnote— (and then a block quote: > [^2]: the words of the footnote)',
  split: 'Split paragraph 5.1.2 before “The DCC shall”; the second part becomes 5.1.2A.',
  merge: 'Merge paragraphs 5.1.2 and 5.1.3; references follow.',
  renumber: 'Renumber paragraphs 5.6 to 5.9 as 5.5 to 5.8; references follow.',
  together: 'In section 5.5— (and then a list of parts: “- (a) in paragraph 5.5.2, omit “X”; and”)',
};

const commonForms = advised(
  (['omit-words', 'substitute-words', 'insert-words', 'insert-provision', 'omit-provision'] as const).map(
    (type) => instructionForms[type],
  ),
);

// Once for all: a hostile file may have a hundred thousand sentences that nobody can read.
const formsByFirstWord = new Map(
  Object.values(instructionForms).map((form) => {
    const opening = form.slice(0, form.indexOf(' ') + 1);
    const alike = Object.values(instructionForms).filter((other) => other.startsWith(opening));
    return [opening.trim().toLowerCase(), advised(alike.slice(0, 3))];
  }),
);

/** Advice where no rule reads a sentence: the three commonest forms that begin with its first word, or else one for each common deed. */
export function formsLike(firstWord: string): string {
  return formsByFirstWord.get(firstWord) ?? commonForms;
}

function advised(forms: readonly string[]): string {
  return `Say for example: ${forms.join(' · ')} The guide for drafters shows every form.`;
}

/** How a block is written under an instruction. */
export const blockExample = 'Write it under the instruction, indented as its words are, each line beginning with “> ”.';

/** Verbs that lawyers use for what has another form here, with the form. */
export const otherVerbs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'omit-words omit-provision': ['strike', 'repeal', 'revoke', 'cancel', 'erase'],
    'substitute-words substitute-provision': ['change', 'amend', 'alter', 'update', 'correct'],
    'insert-words insert-provision': ['append', 'include', 'put'],
  }).flatMap(([types, verbs]) => {
    const forms = types.split(' ').map((type) => instructionForms[type as Operation['type']]);
    return verbs.map((verb) => [verb, forms.join(' · ')] as const);
  }),
);

/** Verbs whose operations cannot be read yet. */
export const laterVerbs: ReadonlySet<string> = new Set([
  ...['transfer', 'divide', 'combine', 'join', 'swap', 'exchange'],
]);
