import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Edit } from './edit-word.ts';

const plainRun =
  /<w:r>(<w:rPr>(?:(?!<\/w:rPr>)[\s\S])*<\/w:rPr>)?<w:t(?: xml:space="preserve")?>([^<&]{9,})<\/w:t><\/w:r>/g;

/**
 * A body as Word writes it after an hour of work: with the numbers of its sessions, with runs cut in the middle of words where the speller
 * looked, a page ended, a smart tag, a content control or the last place of the cursor stood, and with the language of each run.
 */
export const asWordWrites: Edit = (xml) => {
  let count = 0;
  return xml
    .replace('<w:document ', `<w:document ${namespaces} `)
    .replaceAll('<w:p>', () => {
      count += 1;
      return `<w:p w14:paraId="${hex(count)}" w14:textId="77777777" w:rsidR="00A1B2C3" w:rsidRDefault="00D4E5F6">`;
    })
    .replace(plainRun, (_, properties: string | undefined, text: string) => {
      count += 1;
      const [first, middle, last] = [text.slice(0, 3), text.slice(3, 7), text.slice(7)].map(
        (part) => (before: string) =>
          `<w:r w:rsidRPr="${hex(count)}">${properties ?? language}${before}<w:t xml:space="preserve">${part}</w:t></w:r>`,
      ) as [Cut, Cut, Cut];
      return first('') + around[count % around.length]?.(middle, count) + last('');
    });
};

type Cut = (before: string) => string;

const namespaces = [
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'mc:Ignorable="w14 w15"',
].join(' ');

const language = '<w:rPr><w:rFonts w:eastAsia="Times New Roman"/><w:lang w:val="en-GB" w:eastAsia="en-GB"/></w:rPr>';

const hex = (count: number) => count.toString(16).toUpperCase().padStart(8, '0');

// What may stand in the middle of a word.
const around: readonly ((middle: Cut, count: number) => string)[] = [
  (middle) => `<w:proofErr w:type="spellStart"/>${middle('<w:lastRenderedPageBreak/>')}<w:proofErr w:type="spellEnd"/>`,
  (middle) =>
    `<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="place">${middle('')}</w:smartTag>`,
  (middle, count) =>
    `<w:bookmarkStart w:id="${7000 + count}" w:name="_GoBack${count}"/><w:bookmarkEnd w:id="${7000 + count}"/>${middle('')}`,
  (middle, count) =>
    `<w:sdt><w:sdtPr><w:id w:val="${count}"/><w15:appearance w15:val="hidden"/></w:sdtPr><w:sdtContent>${middle('')}</w:sdtContent></w:sdt>`,
  (middle) =>
    `<mc:AlternateContent><mc:Choice Requires="w14">${middle('')}</mc:Choice><mc:Fallback>${middle('')}</mc:Fallback></mc:AlternateContent>`,
];

/** A paragraph in a style, of text; `\t` is a tab. */
export function writtenParagraph(style: string, text: string, more = ''): string {
  const words = text
    .split('\t')
    .map((part) => `<w:t xml:space="preserve">${part}</w:t>`)
    .join('<w:tab/>');
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr><w:r>${words}</w:r></w:p>`;
}

/** Sets paragraphs below the one that holds words. */
export const setBelow =
  (words: string, ...paragraphs: readonly string[]): Edit =>
  (xml) =>
    xml.replace(/<w:p>(?:(?!<\/w:p>)[\s\S])*<\/w:p>/g, (one) =>
      one.includes(words) ? one + paragraphs.join('') : one,
    );

/** The numbering that Word gives a paragraph that begins with a typed (a): in the list of this number, see `withLists`. */
export const counted = (list: number) => `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`;

/** The Word file with two lists that Word has made of what was typed: 77 begins with (a), 78 with (d). */
export function withLists(file: Uint8Array): Uint8Array {
  const parts = unzipSync(file);
  const name = 'word/numbering.xml';
  const level =
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%1)"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>';
  const kinds = [70, 71].map((id) => `<w:abstractNum w:abstractNumId="${id}">${level}</w:abstractNum>`).join('');
  const lists =
    '<w:num w:numId="77"><w:abstractNumId w:val="70"/></w:num><w:num w:numId="78"><w:abstractNumId w:val="71"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>';
  const xml = strFromU8(parts[name] as Uint8Array)
    .replace('<w:num ', `${kinds}<w:num `)
    .replace('</w:numbering>', `${lists}</w:numbering>`);
  return zipSync({ ...parts, [name]: strToU8(xml) });
}
