import { describe, expect, it } from 'vitest';
import { applyChange } from '../src/change/apply.ts';
import { chooseOption, optionsOf } from '../src/change/choices.ts';
import type { Change } from '../src/model/change.ts';
import { type Fixture, fixtures, told } from './fixture.ts';

function outcome({ change, documents }: Fixture): { readonly file: string; readonly text: string } {
  if (!change.ok) return { file: 'refusals.txt', text: told(change.messages) };
  if (change.change.choices) return outcomeOfOptions(change.change, documents);
  const applied = applyChange(change.change, documents);
  if (!applied.ok) return { file: 'refusals.txt', text: told(applied.refusals) };
  const texts = [...applied.documents.values()].map(({ after }) => after.source);
  return { file: 'after.md', text: texts.join('\n<!-- next document -->\n\n') };
}

// The text after of every option, or what is refused of each.
function outcomeOfOptions(change: Change, documents: Fixture['documents']) {
  const results = optionsOf(change).map((letter) => {
    const chosen = chooseOption(change, letter);
    if (!chosen.ok) throw new Error(told(chosen.messages));
    const applied = applyChange(chosen.change, documents);
    if (!applied.ok) return { refused: true, text: `Option ${letter}\n\n${told(applied.refusals)}` };
    const texts = [...applied.documents.values()].map(({ after }) => after.source);
    return { refused: false, text: `<!-- Option ${letter} -->\n\n${texts.join('\n<!-- next document -->\n\n')}` };
  });
  const text = results.map((result) => result.text).join('\n');
  return { file: results.some(({ refused }) => refused) ? 'refusals.txt' : 'after.md', text };
}

describe('a change', () => {
  for (const fixture of fixtures()) {
    it(fixture.name, () => {
      const { file, text } = outcome(fixture);
      fixture.update(file, text);
      expect(fixture.expected(file)).toBe(text);
      expect(file).toBe(/^(?:refuses|tells) /.test(fixture.name) ? 'refusals.txt' : 'after.md');
    });
  }
});
