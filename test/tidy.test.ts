import { describe, expect, it } from 'vitest';
import { markedSource, redlineOf, redlineOfEdits } from './read-redline.ts';

const marked = (before: string, after: string) => markedSource(redlineOf(before, after));

describe('a tidied comparison', () => {
  it('marks only the words that differ', () => {
    expect(marked('The DCC shall keep a list of browsers.', 'The DCC shall publish a list of browsers.')).toBe(
      'The DCC shall [-keep-]{+publish+} a list of browsers.',
    );
  });

  it('leaves no one or two equal words between two changes', () => {
    expect(
      marked(
        'The Party shall send one copy of each report to the Panel at the end of the month in question.',
        'The Party shall give two copy of any report to the Panel at the end of the month in question.',
      ),
    ).toBe(
      'The Party shall [-send one copy of each-]{+give two copy of any+} report to the Panel at the end of the month in question.',
    );
  });

  it('keeps three equal words between two changes', () => {
    expect(
      marked('It may send the first CSR now and again later.', 'It shall send the first CSR at once and again later.'),
    ).toBe('It [-may-]{+shall+} send the first CSR [-now-]{+at once+} and again later.');
  });

  it('replaces a sentence whole where more than half of it is new, and leaves its neighbours', () => {
    const before =
      'The first stays. A Device CSR needs no confirmation by telephone on any working day. The last stays.';
    const after =
      'The first stays. A Senior Officer confirms by telephone all of what arrived on the day before. The last stays.';
    expect(marked(before, after)).toBe(
      'The first stays. [-A Device CSR needs no confirmation by telephone on any working day.-]' +
        '{+A Senior Officer confirms by telephone all of what arrived on the day before.+} The last stays.',
    );
  });

  it('keeps the label of a provision whose words are all replaced', () => {
    expect(marked('5.5.4 An applicant need not be a User.', '5.5.4 [No longer in use]')).toBe(
      '5.5.4 [-An applicant need not be a User.-]{+[No longer in use]+}',
    );
  });

  it('begins a mark with a word, not with the space before it', () => {
    expect(marked('CSRs are sent by the Portal.', 'CSRs are sent each day by the Portal.')).toBe(
      'CSRs are sent {+each day +}by the Portal.',
    );
    expect(marked('CSRs are sent by the Portal.', 'CSRs are sent by the Portal each day.')).toBe(
      'CSRs are sent by the Portal{+ each day+}.',
    );
  });

  it('never cuts a word, a citation, a number with its unit or a short quotation', () => {
    expect(marked('A Certificate is issued today.', 'A Certificates is issued today.')).toBe(
      'A [-Certificate-]{+Certificates+} is issued today.',
    );
    expect(marked('as in paragraph 5.5.2(b)(i) of D', 'as in paragraph 5.5.2(c)(i) of D')).toBe(
      'as in paragraph [-5.5.2(b)(i)-]{+5.5.2(c)(i)+} of D',
    );
    expect(marked('as in section 2.3.1.9d) of this', 'as in section 2.3.1.9e) of this')).toBe(
      'as in section [-2.3.1.9d)-]{+2.3.1.9e)+} of this',
    );
    expect(marked('no more than 24 hours of rest', 'no more than 48 hours of rest')).toBe(
      'no more than [-24 hours-]{+48 hours+} of rest',
    );
    expect(marked('so called “via the Internet” in D', 'so called “via the Gateway” in D')).toBe(
      'so called [-“via the Internet”-]{+“via the Gateway”+} in D',
    );
    expect(marked('a Device’s key is kept safe', 'a User’s key is kept safe')).toBe(
      'a [-Device’s-]{+User’s+} key is kept safe',
    );
  });

  it('puts a deletion before the insertion that takes its place', () => {
    for (const [before, after] of [
      ['one two three', 'one other three'],
      ['# Old heading here\n', '# New words there\n'],
    ] as const) {
      const types = redlineOf(before, after).source.map(({ type }) => type);
      expect(types.indexOf('deleted')).toBeLessThan(types.indexOf('inserted'));
    }
  });

  it('takes another number of spaces for no change of words', () => {
    expect(marked('one  two three four', 'one two three four')).toBe('one[-  -]{+ +}two three four');
    expect(redlineOf('one  two three four', 'one two three four').changes).toEqual([]);
  });

  it('joins a space put in or taken out beside a mark of punctuation with it', () => {
    expect(marked('the words , and more', 'the words, and more')).toBe('the words[- ,-]{+,+} and more');
  });

  it('marks links, images, code spans, tags and notes whole', () => {
    expect(marked('see [the old list](https://a.example) there', 'see [the new list](https://a.example) there')).toBe(
      'see [-[the old list](https://a.example)-]{+[the new list](https://a.example)+} there',
    );
    expect(marked('set `a b c` to on', 'set `a x c` to on')).toBe('set [-`a b c`-]{+`a x c`+} to on');
    expect(marked('look ![a b](u) here', 'look ![a c](u) here')).toBe('look [-![a b](u)-]{+![a c](u)+} here');
    expect(marked('so[^1] it is\n\n[^1]: n\n\n[^2]: m\n', 'so[^2] it is\n\n[^1]: n\n\n[^2]: m\n')).toContain(
      '[-[^1]-]{+[^2]+} it is',
    );
    expect(marked('a <b class="x"> c', 'a <b class="y"> c')).toBe('a [-<b class="x">-]{+<b class="y">+} c');
    expect(marked('it is \\*so\\* here', 'it is \\*so here')).toBe('it is \\*so[-\\*-] here');
  });

  it('holds both delimiters of an emphasis in a mark, or neither', () => {
    expect(marked('the **old and tried** way of it', 'the **new and tried** way of it')).toBe(
      'the **[-old-]{+new+} and tried** way of it',
    );
    expect(marked('the **first part of it** stays here', 'the *first part of it* stays here')).toBe(
      'the [-**first part of it**-]{+*first part of it*+} stays here',
    );
    expect(marked('it is **all set in bold** here', 'it was all set in plain here')).toBe(
      'it [-is **all set in bold**-]{+was all set in plain+} here',
    );
  });

  it('marks the whole emphasis where only the setting changes', () => {
    expect(marked('send a CSR by noon', 'send a **CSR** by noon')).toBe('send a [-CSR-]{+**CSR**+} by noon');
  });

  it('writes an emphasis with other delimiters anew, whole, and shows no change', () => {
    expect(marked('a __bold__ word', 'a **bold** word')).toBe('a [-__bold__-]{+**bold**+} word');
    expect(redlineOf('a __bold__ word', 'a **bold** word').changes).toEqual([]);
    expect(marked('set __one old word__ so', 'set **one new word** so')).toBe(
      'set [-__one old word__-]{+**one new word**+} so',
    );
  });

  it('compares code line by line', () => {
    expect(marked('```xml\n<a>\n<b/>\n</a>\n```\n', '```xml\n<a>\n<c/>\n</a>\n```\n')).toBe(
      '```xml\n<a>\n[-<b/>\n-]{+<c/>\n+}</a>\n```\n',
    );
  });

  it('takes a line wrapped elsewhere for no change of words', () => {
    const redline = redlineOf('The DCC shall keep\na list of browsers.', 'The DCC shall\nkeep a list of browsers.');
    expect(markedSource(redline)).toBe('The DCC shall[- -]{+\n+}keep[-\n-]{+ +}a list of browsers.');
    expect(redline.changes).toEqual([]);
  });
});

describe('a mark from an edit', () => {
  const law =
    'The DCC shall accept Device CSRs via the Internet. It shall keep [a list](https://a.example/old) of **all** of them.\n';

  it('covers what the words put in and taken out do not share', () => {
    expect(markedSource(redlineOfEdits(law, ['via the Internet', 'via a DCC Gateway Connection', 3]))).toContain(
      'CSRs via [-the Internet-]3{+a DCC Gateway Connection+}3. It',
    );
  });

  it('grows to whole words where the edit cuts one', () => {
    expect(markedSource(redlineOfEdits(law, ['CSRs', 'CSR', 1]))).toContain('accept Device [-CSRs-]1{+CSR+}1 via');
  });

  it('grows to the whole link and the whole emphasis that the edit cuts', () => {
    expect(markedSource(redlineOfEdits(law, ['old', 'new', 1]))).toContain(
      'keep [-[a list](https://a.example/old)-]1{+[a list](https://a.example/new)+}1 of',
    );
    expect(markedSource(redlineOfEdits(law, [' **all', ' all', 1]))).toContain('of [-**all**-]1{+all**+}1 of');
  });

  it('joins edits of one instruction inside one link, and keeps those of two apart', () => {
    const joined = redlineOfEdits(law, ['a list', 'the list', 1], ['old', 'new', 1]);
    expect(markedSource(joined)).toContain(
      'keep [-[a list](https://a.example/old)-]1{+[the list](https://a.example/new)+}1 of',
    );
    const apart = redlineOfEdits(law, ['a list', 'the list', 1], ['old', 'new', 2]);
    expect(apart.source.flatMap(({ by }) => by ?? [])).toEqual([1, 1, 2, 2]);
  });

  it('leaves equal words between edits of two instructions, however few', () => {
    const redline = redlineOfEdits(law, ['accept', 'take', 1], ['CSRs', 'requests', 2]);
    expect(markedSource(redline)).toContain('shall [-accept-]1{+take+}1 Device [-CSRs-]2{+requests+}2 via');
  });

  it('follows the same rules inside a provision that is substituted whole', () => {
    const before = '5.6.2 A Party that uses SPOTI shall sign in each day with a token that the DCC has issued to it.\n';
    const after = before.replace('SPOTI', 'the Portal').replace('each day', 'every day');
    expect(markedSource(redlineOfEdits(before, [before, after, 4]))).toBe(
      '5.6.2 A Party that uses [-SPOTI-]4{+the Portal+}4 shall sign in [-each-]4{+every+}4 day with a token that the DCC has issued to it.\n',
    );
  });
});
