import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Change } from '../../model/change.ts';
import type { ExpectationResult, Pack } from '../../model/pack.ts';
import { inWords } from '../document-name.ts';

/** The results of one option, or of a change without options. */
interface Results {
  /** The letter of the option. */
  readonly option?: string;
  readonly expectations?: readonly ExpectationResult[];
}

/** What the drafter expects of the text after: each sentence, whether it holds, and what was looked at. Nothing where nothing is. */
export function expectationSection({ change, expectations = [] }: Pick<Pack, 'change' | 'expectations'>): Element[] {
  return expectationsOfOptions(change, [{ expectations }]);
}

/** The same for several options: under each sentence, what holds for which option. */
export function expectationsOfOptions(change: Change | undefined, options: readonly Results[]): Element[] {
  const sentences = new Set(options.flatMap(({ expectations = [] }) => expectations.map(({ sentence }) => sentence)));
  if (sentences.size === 0) return [];
  return [
    h('section.prose.expectations', { ariaLabel: 'What must be true afterwards' }, [
      h('h2#afterwards', 'What must be true afterwards'),
      h('p', 'The drafter wrote down what must be true of the text after. Each was checked before this page was made:'),
      h(
        'ul',
        [...sentences].map((sentence) =>
          h('li', [h('p', sentence), ...options.flatMap((one) => findings(one, sentence))]),
        ),
      ),
      ...(change?.synonyms ?? []).map(({ names }) =>
        h('p.finding', `In this change ${inWords(names.map((name) => `“${name}”`))} mean the same.`),
      ),
    ]),
  ];
}

function findings({ option, expectations = [] }: Results, sentence: string): Element[] {
  const results = expectations.filter((result) => result.sentence === sentence);
  const name = option === undefined ? '' : `Option ${option}: `;
  return results.map(({ holds, finding }) =>
    h('p.finding', [name, h('strong', holds ? 'Holds.' : 'Does not hold.'), ` ${finding}`]),
  );
}
