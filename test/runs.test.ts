import { describe, expect, it } from 'vitest';
import { leavesOf, markedBlocks, redlineOf, shownByRedline } from './read-redline.ts';

const marked = (before: string, after: string) => markedBlocks(redlineOf(before, after));

describe('the runs of a block', () => {
  const runsOf = (before: string, after: string) => {
    const [leaf] = leavesOf(redlineOf(before, after).blocks);
    return leaf && 'runs' in leaf ? leaf.runs : [];
  };

  it('say how words are set and where links lead, and read escapes and references', () => {
    const text = 'A *b **c*** ~~d~~ `e` [f](/u) ![g](/v) <i> [^n] \\* &amp; h  \ni\nj\n\n[^n]: note\n';
    expect(runsOf(text, text)).toEqual([
      { type: 'same', text: 'A ', formats: [] },
      { type: 'same', text: 'b ', formats: ['emphasis'] },
      { type: 'same', text: 'c', formats: ['emphasis', 'strong'] },
      { type: 'same', text: ' ', formats: [] },
      { type: 'same', text: 'd', formats: ['struck'] },
      { type: 'same', text: ' ', formats: [] },
      { type: 'same', text: 'e', formats: ['code'] },
      { type: 'same', text: ' ', formats: [] },
      { type: 'same', text: 'f', formats: [], link: '/u' },
      { type: 'same', text: ' ', formats: [] },
      { type: 'same', text: 'g', formats: ['image'], link: '/v' },
      { type: 'same', text: ' ', formats: [] },
      { type: 'same', text: '<i>', formats: ['html'] },
      { type: 'same', text: ' ', formats: [] },
      { type: 'same', text: 'n', formats: ['footnote'], link: 'n' },
      { type: 'same', text: ' * & h', formats: [] },
      { type: 'same', text: '\n', formats: ['break'] },
      { type: 'same', text: 'i j', formats: [] },
    ]);
  });

  it('map words to the source through escapes, references, wrapped lines and quotation marks', () => {
    expect(
      marked(
        '> \\*one\\* &amp; two\n> three &copy; four words\n',
        '> \\*one\\* &amp; two\n> three &copy; more words\n',
      ),
    ).toEqual(['paragraph: *one* & two three © [-four-]{+more+} words']);
  });

  it('keep the words and name the setting before where only the setting changed', () => {
    expect(marked('send a CSR by noon\n', 'send a **CSR** by noon\n')).toEqual([
      'paragraph: send a {>strong:CSR} by noon',
    ]);
    expect(marked('send *a CSR* by noon\n', 'send a CSR by noon\n')).toEqual([
      'paragraph: send {emphasis>:a CSR} by noon',
    ]);
  });

  it('show no change where only the writing differs', () => {
    for (const [before, after] of [
      ['*a* b\\!\n', '_a_ b!\n'],
      ['one\ntwo\n', 'one two\n'],
      ['- one\n', '* one\n'],
      ['one &amp; two\n', 'one & two\n'],
    ] as const) {
      const redline = redlineOf(before, after);
      expect(markedBlocks(redline)).toEqual([]);
      expect(redline.changes).toEqual([]);
      expect(redline.coverage.notCompared).toHaveLength(1);
    }
  });

  it('show the words of a reference that becomes a link', () => {
    expect(
      marked(
        'see [the list] now\n\nMore words stay here.\n',
        'see [the list] now\n\nMore words stay here.\n\n[the list]: /u\n',
      ),
    ).toEqual(['paragraph: see [-[the list]-]{+the list+} now', 'inserted link-definition: {+[the list]: /u+}']);
  });

  it('show a link whose address alone changed', () => {
    const runs = runsOf('see [the list](/old) now\n', 'see [the list](/new) now\n');
    expect(runs.filter(({ type }) => type !== 'same')).toEqual([
      { type: 'deleted', text: 'the list', formats: [], link: '/old' },
      { type: 'inserted', text: 'the list', formats: [], link: '/new' },
    ]);
  });

  it('show the box of a task, so that ticking it is a change', () => {
    expect(marked('- [ ] send it\n', '- [x] send it\n')).toEqual(['paragraph: [-[ ] -]{+[x] +}send it']);
  });

  it('give a replaced last line of code a line of its own', () => {
    const code = (line: string) => `\`\`\`\none\n${line}\n\`\`\`\n`;
    const redline = redlineOf(code('two'), code('three'));
    expect(markedBlocks(redline)).toEqual(['code: one[-\ntwo-]{+\nthree+}']);
    expect(shownByRedline(redline, 'deleted')).toEqual(['code: one\nthree']);
  });
});
