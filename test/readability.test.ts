import { describe, expect, it } from 'vitest';
import { markedBlocks, markedSource, redlineOf } from './read-redline.ts';

/** What the reader sees, a line a block that changed, and how each change is told. */
const story = (before: string, after: string) => {
  const redline = redlineOf(before, after);
  return { sees: markedBlocks(redline), told: redline.changes.map(({ type }) => type) };
};

describe('the reader of a redline', () => {
  it('sees nothing where lines were wrapped elsewhere, spaces doubled or emphasis written otherwise', () => {
    const before = 'The DCC shall keep\na list.  It shall be __complete__ and *short*.\n';
    const after = 'The DCC shall keep a\nlist. It shall be **complete** and _short_.\n';
    expect(story(before, after)).toEqual({ sees: [], told: [] });
  });

  it('sees the spaces of code', () => {
    expect(story('```\nlet the  value be one\n```\n', '```\nlet the value be one\n```\n').sees).toEqual([
      'code: let the[-  value-]{+ value+} be one',
    ]);
  });

  it('sees the words that changed in a line of code that kept most of its words', () => {
    const before = '```\ni. the DCC shall tell each Party of the fault at once\n```\n';
    expect(story(before, before.replace('Party', 'User')).sees).toEqual([
      'code: i. the DCC shall tell each [-Party-]{+User+} of the fault at once',
    ]);
  });

  it('is told of words set otherwise as formatting, with the words unmarked', () => {
    expect(story('Send a CSR by noon.\n', 'Send a **CSR** by noon.\n')).toEqual({
      sees: ['paragraph: Send a {>strong:CSR} by noon.'],
      told: ['formatting'],
    });
  });

  it('is told of a heading at another depth as formatting', () => {
    const redline = redlineOf('## Becoming a Subscriber\n\nText.\n', '### Becoming a Subscriber\n\nText.\n');
    expect(redline.changes.map(({ type }) => type)).toEqual(['formatting']);
    expect(redline.blocks[0]).toMatchObject({ type: 'heading', status: 'changed', depth: 3, depthBefore: 2 });
    expect(markedSource(redline)).toBe('##{+#+} Becoming a Subscriber\n\nText.\n');
  });

  it('keeps, in the source, the words of a paragraph that became an item or a heading', () => {
    expect(markedSource(redlineOf('Becoming a Subscriber\n\nText.\n', '- Becoming a Subscriber\n\nText.\n'))).toBe(
      '{+- +}Becoming a Subscriber\n\nText.\n',
    );
    expect(markedSource(redlineOf('Becoming a Subscriber\n\nText.\n', '## Becoming a Subscriber\n\nText.\n'))).toBe(
      '{+## +}Becoming a Subscriber\n\nText.\n',
    );
  });

  it('sees a link put around words as one mark', () => {
    expect(markedSource(redlineOf('See Section 3.2 of it.\n', 'See [Section 3.2](#32-x) of it.\n'))).toBe(
      'See [-Section 3.2-]{+[Section 3.2](#32-x)+} of it.\n',
    );
  });

  it('never sees half an emphasis marked', () => {
    const { source } = redlineOf('It is **all set** so.\n', 'It is **all set and done so**.\n');
    for (const { type, text } of source) if (type !== 'same') expect(text.split('**').length % 2).toBe(1);
  });
});
