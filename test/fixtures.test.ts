import { describe, expect, it } from 'vitest';
import { applyChange } from '../src/change/apply.ts';
import { type Fixture, fixtures, told } from './fixture.ts';

function outcome({ change, documents }: Fixture): { readonly file: string; readonly text: string } {
  if (!change.ok) return { file: 'refusals.txt', text: told(change.messages) };
  const applied = applyChange(change.change, documents);
  if (!applied.ok) return { file: 'refusals.txt', text: told(applied.refusals) };
  const texts = [...applied.documents.values()].map(({ after }) => after.source);
  return { file: 'after.md', text: texts.join('\n<!-- next document -->\n\n') };
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
