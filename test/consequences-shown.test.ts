import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { amend } from '../src/amend/amend.ts';
import { makePack } from '../src/amend/make-pack.ts';
import { readChange } from '../src/change/read-change.ts';
import { formats } from '../src/cli/format-names.ts';
import { renderPack } from '../src/cli/formats.ts';
import type { RenderedFile } from '../src/model/pack.ts';
import { parseDocument } from '../src/source/parse.ts';
import { verifyOutputs } from '../src/verify/verify-outputs.ts';

const tool = { name: 'sec-redline', version: 'test' };
const allow = '<!-- check: allow unpaired-quotation-mark: quoted from the form -->';

interface Made {
  readonly files: ReadonlyMap<string, string>;
  readonly unproved: (files: ReadonlyMap<string, string>) => readonly string[];
}

/** Every output of a story, by path, after its documents are changed as a test needs them. */
function make(story: string, edit: (text: string) => string = (text) => text): Made {
  const text = (file: string) => readFileSync(new URL(`stories/${story}/${file}`, import.meta.url), 'utf8');
  const documents = new Map(
    ['D', 'M'].map((key) => [key, parseDocument(edit(text(`${key}.md`)), `${key}.md`)] as const),
  );
  const read = readChange(text('change.md'), 'change.md');
  if (!read.ok) throw new Error('The story does not read.');
  const amendment = amend(read.change, documents);
  if (!amendment.ok) throw new Error(amendment.messages.map(({ text: said }) => said).join('\n'));
  // A PDF tells consequences too, in tables that no reader here looks for; a Word file is no text.
  const wanted = formats.filter((format) => format !== 'pdf' && format !== 'docx');
  const rendered = renderPack(makePack(amendment, tool), wanted);
  const string = ({ content }: RenderedFile) =>
    typeof content === 'string' ? content : new TextDecoder().decode(content);
  return {
    files: new Map(rendered.map((file) => [file.path, string(file)])),
    unproved: (files) => {
      const outputs = new Map([...files].map(([path, content]) => [path, new TextEncoder().encode(content)]));
      const truths = new Map(amendment.documents);
      return verifyOutputs(outputs, truths).flatMap(({ path, problem }) =>
        problem === undefined ? [] : [`${path}: ${problem}`],
      );
    },
  };
}

const omitted = 'a-paragraph-is-omitted-that-another-appendix-cites';
const section = (page = '') => /<section class="consequences"[\s\S]*?<\/section>/.exec(page)?.[0] ?? '';

describe('the page of a change', () => {
  const { files } = make(omitted);
  const index = section(files.get('index.html'));

  it('says what was checked, in every document, amended or not', () => {
    expect(index).toContain('Checked: 2 documents (Appendix D, Appendix M), as SPECIMEN would leave them.');
    expect(index).toContain('3 things that were right before are wrong after.');
  });

  it('tells each consequence in a table with a caption, and heads of columns and rows', () => {
    expect(index).toContain('<caption>What is now wrong (3)</caption>');
    expect(index).toContain('<th scope="col">What to do</th>');
    expect(index).toMatch(
      /<th scope="row">Appendix M, paragraph 2\.2<\/th><td>“paragraph 5\.1\.3 of Appendix D of the Code” points at nothing/,
    );
    expect(index).toMatch(
      /<th scope="row"><a href="D\.html#[^"]+">Appendix D, paragraph 5\.1\.3<\/a><\/th><td>None<\/td><td>Omitted<\/td>/,
    );
  });

  it('has what is in one document on the page of that document, with links that lead there', () => {
    const page = files.get('D.html') ?? '';
    expect(section(page)).toContain('2 things in this document that were right before are wrong after.');
    expect(section(page)).not.toContain('Appendix M, paragraph');
    const [, id] = /href="#([^"]+)">paragraph 5\.1\.3</.exec(section(page)) ?? [];
    expect(page).toContain(`id="${id}"`);
  });

  it('says plainly that nothing follows', () => {
    const page = section(make('nothing-follows').files.get('index.html'));
    expect(page).toContain('Nothing that was right before is wrong after.');
    expect(page).toContain('No reference had to follow a renumbering.');
    expect(page).not.toContain('What is now wrong');
  });

  it('shows what is silenced with the reason given, and not the comment', () => {
    const page = make('a-consequence-is-silenced-with-a-reason').files.get('index.html') ?? '';
    expect(section(page)).toContain('<td>numbers are not kept in this appendix</td>');
    expect(page).not.toContain('check: allow');
  });
});

describe('the Markdown and the JSON of a redline', () => {
  const { files } = make(omitted);

  it('tell the consequences in their document, after its text', () => {
    const [, after] = (files.get('D.redline.md') ?? '').split('<!-- redline: text ends -->');
    expect(after).toContain('**What follows elsewhere.**');
    expect(after).toContain('| paragraph 5.1.4 | “5.1.4” follows “5.1.2”: there is no 5.1.3. |');
    const { consequences } = JSON.parse(files.get('D.redline.json') ?? '');
    expect(consequences.labels).toMatchObject([{ type: 'omitted', before: 'paragraph 5.1.3', by: [1] }]);
  });

  it('tell those in all documents in one file', () => {
    const whole = JSON.parse(files.get('consequences.json') ?? '');
    expect(whole.schema).toBe('sec-redline/consequences@1');
    expect(whole.brought.map(({ document }: { document: string }) => document)).toEqual(['D', 'D', 'M']);
  });
});

describe('what is proved of consequences', () => {
  const { files, unproved } = make(omitted);

  it('holds for what was made', () => {
    expect(unproved(files)).toEqual([]);
  });

  it('fails where a label is not told, or a page has another number of rows', () => {
    const json = JSON.parse(files.get('consequences.json') ?? '');
    const without = new Map(files).set('consequences.json', JSON.stringify({ ...json, labels: [] }));
    expect(unproved(without)).toContain('consequences.json: expected that 5.1.3 goes, found nothing of it');
    expect(unproved(without)).toContain('D.html: Labels: expected 0 rows, found 1');
  });
});

describe('a silence in a document', () => {
  const { files, unproved } = make('nothing-follows', (text) =>
    text
      .replace('5.1.1 An applicant', `${allow}\n\n5.1.1 An “applicant`)
      .replace('complete the form', `complete ${allow} the “form`),
  );

  it('is on the page and shown to nobody', () => {
    const page = files.get('D.html') ?? '';
    const shown = page.replace(/<(div|code)[^>]* hidden[^>]*>[\s\S]*?<\/\1>/g, '');
    expect(page).toContain('check: allow');
    expect(shown.slice(shown.indexOf('<article'))).not.toContain('check: allow');
  });

  it('is in the Markdown as it stands in the source, and in the text after', () => {
    expect(files.get('D.redline.md')).toContain(`\n${allow}\n`);
    expect(files.get('D.md')).toContain(allow);
  });

  it('is read back with the rest', () => {
    expect(unproved(files)).toEqual([]);
  });
});
