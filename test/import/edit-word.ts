import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { references } from '../../src/provision/references.ts';
import { cleanText } from '../../src/render/docx/clean-document.ts';
import { parseDocument } from '../../src/source/parse.ts';
import { writeWord } from '../../src/word/write-word.ts';

/** A text as the Word file that a drafter is given. */
export function exported(text: string): Uint8Array {
  const document = parseDocument(text, 'D.md');
  const { blocks, footnotes } = cleanText(document, references([document]));
  return writeWord({ type: 'word-document', properties: {}, blocks, footnotes, comments: [] });
}

/** An edit of the XML of a document's body, as Word makes it. */
export type Edit = (xml: string) => string;

/**
 * The Word file after the edits. What an edit does not find is a mistake of the test. The contents stay as they were, as where nobody
 * has Word update them.
 */
export function edited(file: Uint8Array, ...edits: readonly Edit[]): Uint8Array {
  const parts = unzipSync(file);
  const xml = strFromU8(parts['word/document.xml'] as Uint8Array);
  const contents = contentsOf(xml);
  const place = '<!-- contents -->';
  let text = contents === '' ? xml : xml.replace(contents, () => place);
  for (const edit of edits) {
    const after = edit(text);
    if (after === text) throw new Error('the edit found nothing');
    text = after;
  }
  return zipSync({ ...parts, 'word/document.xml': strToU8(text.replace(place, () => contents)) });
}

function contentsOf(xml: string): string {
  const heading = xml.indexOf('TOCHeading');
  if (heading < 0) return '';
  const end = xml.indexOf('</w:sdt>', xml.indexOf('fldCharType="end"', heading)) + '</w:sdt>'.length;
  return xml.slice(xml.lastIndexOf('<w:sdt>', heading), end);
}

/** Types other words in the place of some, without tracking. */
export const typeOver =
  (words: string, others: string): Edit =>
  (xml) =>
    xml.replace(words, others);

const by = (id: number) => `w:id="${9000 + id}" w:author="A. Drafter" w:date="2026-02-01T10:00:00Z"`;

/** Types other words in the place of some, with changes tracked: nothing for a deletion. */
export const typeOverTracked =
  (words: string, others: string): Edit =>
  (xml) =>
    inRun(xml, words, (run) => deletion(run, words) + (others === '' ? '' : insertion(run, others)));

/** Types words after some, with changes tracked. */
export const typeAfterTracked =
  (words: string, others: string): Edit =>
  (xml) =>
    inRun(xml, words, (run) => runOf(run, words) + insertion(run, others));

/** Sets a comment of another part around words. */
export const commentOn =
  (words: string, id: number): Edit =>
  (xml) =>
    inRun(
      xml,
      words,
      (run) =>
        `<w:commentRangeStart w:id="${id}"/>${runOf(run, words)}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`,
    );

/** Presses Enter at the end of the paragraph that holds words, and types a paragraph in the same style. */
export const typeParagraphAfter =
  (words: string, label: string, text: string, tracked: boolean): Edit =>
  (xml) => {
    const paragraph = paragraphWith(xml, words);
    const properties = /<w:pPr>[\s\S]*?<\/w:pPr>/.exec(paragraph)?.[0] ?? '';
    const typed = `<w:t>${label}</w:t><w:tab/><w:t xml:space="preserve">${text}</w:t>`;
    const run = tracked ? `<w:ins ${by(1)}><w:r>${typed}</w:r></w:ins>` : `<w:r>${typed}</w:r>`;
    // Word marks the end of the paragraph that was there, which now ends the new one, as it stands; the new end is inserted.
    const marked = tracked ? withMark(paragraph, properties) : paragraph;
    return xml.replace(paragraph, () => `${marked}<w:p>${properties}${run}</w:p>`);
  };

/** Takes the paragraph that holds words out, with changes tracked. */
export const omitParagraphTracked =
  (words: string): Edit =>
  (xml) => {
    const paragraph = paragraphWith(xml, words);
    const properties = /<w:pPr>[\s\S]*?<\/w:pPr>/.exec(paragraph)?.[0] ?? '';
    const runs = [...paragraph.matchAll(/<w:r>[\s\S]*?<\/w:r>/g)].map(([run]) =>
      run.replaceAll('<w:t>', '<w:delText>').replaceAll('<w:t ', '<w:delText ').replaceAll('</w:t>', '</w:delText>'),
    );
    const open = properties.replace('</w:pPr>', `<w:rPr><w:del ${by(2)}/></w:rPr></w:pPr>`);
    return xml.replace(paragraph, () => `<w:p>${open}<w:del ${by(3)}>${runs.join('')}</w:del></w:p>`);
  };

/** Takes the paragraph that holds words out, without tracking. */
export const omitParagraph =
  (words: string): Edit =>
  (xml) =>
    xml.replace(paragraphWith(xml, words), '');

function withMark(paragraph: string, properties: string): string {
  const open = properties.replace('</w:pPr>', `<w:rPr><w:ins ${by(4)}/></w:rPr></w:pPr>`);
  return properties === '' ? paragraph : paragraph.replace(properties, () => open);
}

function paragraphWith(xml: string, words: string): string {
  return [...xml.matchAll(/<w:p>[\s\S]*?<\/w:p>/g)].map(([all]) => all).find((all) => all.includes(words)) ?? '\0';
}

interface Run {
  readonly properties: string;
}

function inRun(xml: string, words: string, change: (run: Run) => string): string {
  const found = [
    ...xml.matchAll(/<w:r>(<w:rPr>(?:(?!<\/w:rPr>)[\s\S])*<\/w:rPr>)?((?:(?!<\/w:r>)[\s\S])*)<\/w:r>/g),
  ].find(([, , content]) => content?.includes(words));
  if (!found) return xml;
  const [whole, properties = '', content = ''] = found;
  const at = content.indexOf(words);
  const run = { properties };
  const before = `${content.slice(0, at)}</w:t>`;
  const after = `<w:t xml:space="preserve">${content.slice(at + words.length)}`;
  const of = (inside: string) => `<w:r>${properties}${inside}</w:r>`;
  const preserved = before.replace(/<w:t>(?=[^<]*<\/w:t>$)/, '<w:t xml:space="preserve">');
  return xml.replace(whole, () => of(preserved) + change(run) + of(after));
}

function runOf({ properties }: Run, words: string): string {
  return `<w:r>${properties}<w:t xml:space="preserve">${words}</w:t></w:r>`;
}

function deletion({ properties }: Run, words: string): string {
  return `<w:del ${by(5)}><w:r>${properties}<w:delText xml:space="preserve">${words}</w:delText></w:r></w:del>`;
}

function insertion(run: Run, words: string): string {
  return `<w:ins ${by(6)}>${runOf(run, words)}</w:ins>`;
}

/** The Word file with comments in it, in the order of their ids. */
export function commented(file: Uint8Array, comments: readonly string[]): Uint8Array {
  const parts = unzipSync(file);
  const text = (name: string) => strFromU8(parts[name] as Uint8Array);
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const written = comments
    .map(
      (said, id) =>
        `<w:comment w:id="${id}" w:author="A. Drafter"><w:p><w:r><w:t>${said}</w:t></w:r></w:p></w:comment>`,
    )
    .join('');
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
  const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
  const relationships = 'word/_rels/document.xml.rels';
  return zipSync({
    ...parts,
    'word/comments.xml': strToU8(`<w:comments xmlns:w="${word}">${written}</w:comments>`),
    '[Content_Types].xml': strToU8(
      text('[Content_Types].xml').replace(
        '</Types>',
        `<Override PartName="/word/comments.xml" ContentType="${type}"/></Types>`,
      ),
    ),
    [relationships]: strToU8(
      text(relationships).replace(
        '</Relationships>',
        `<Relationship Id="rIdComments" Type="${relationship}" Target="comments.xml"/></Relationships>`,
      ),
    ),
  });
}
