import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { PrintedChoice } from '../../model/pack.ts';
import { firstLine } from '../in-brief.ts';
import { instructionId } from './note.ts';

/**
 * The choices to be made, a row each: its number, what each option does and why, and why there is a choice. `addressOf` gives where
 * a choice is shown; `named` gives each row the fragment name that notes link to.
 */
export function choiceTable(
  choices: readonly PrintedChoice[],
  addressOf: (choice: PrintedChoice) => string,
  named: boolean,
): Element {
  const letters = choices[0]?.options.map(({ letter }) => letter) ?? [];
  const hasReasons = choices.some(({ reason }) => reason !== undefined);
  const heads = ['No.', ...letters.map((letter) => `Option ${letter}`), ...(hasReasons ? ['Reason'] : [])];
  const rows = choices.map((choice) =>
    h('tr', { id: named ? instructionId(choice.number) : undefined }, [
      h(
        'th',
        { scope: 'row' },
        h('a', { href: addressOf(choice), ariaLabel: `Instruction ${choice.number}` }, String(choice.number)),
      ),
      ...choice.options.map((option) => h('td', optionCell(option))),
      ...(hasReasons ? [h('td', choice.reason ?? '')] : []),
    ]),
  );
  return h('div.frame', { role: 'group', tabIndex: 0, ariaLabel: 'Table of what is to be decided' }, [
    h('table.list.choices', [
      h('caption.told', 'What is to be decided'),
      h(
        'thead',
        h(
          'tr',
          heads.map((head) => h('th', { scope: 'col' }, head)),
        ),
      ),
      h('tbody', rows),
    ]),
  ]);
}

function optionCell({ words, reason }: PrintedChoice['options'][number]): ElementContent[] {
  const said = words === undefined ? 'No change.' : firstLine(words);
  const content = words === undefined ? '' : words.slice(said.length).replace(/^> ?/gm, '').trim();
  return [
    h('p', said),
    ...(content === '' ? [] : [h('p.content', content)]),
    ...(reason === undefined ? [] : [h('p.finding', `Reason: ${reason}`)]),
  ];
}
