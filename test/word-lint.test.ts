import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { lintWord } from '../src/word/lint-word.ts';
import { writeWord } from '../src/word/write-word.ts';
import { everyKind } from './judges/every-kind.ts';

const file = writeWord(everyKind);

/** The same file with one thing broken in one part. */
function broken(part: string, from: string | RegExp, to: string): Uint8Array {
  const parts = unzipSync(file);
  const before = strFromU8(parts[part] ?? new Uint8Array());
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${part} does not hold ${from}`);
  return zipSync({ ...parts, [part]: strToU8(after) });
}

const main = 'word/document.xml';

describe('the lint of a Word file', () => {
  it('finds nothing in a file that holds every kind of thing', () => {
    expect(lintWord(file)).toEqual([]);
  });

  it.each<[string, string, string | RegExp, string, RegExp]>([
    [
      'a cell without a paragraph',
      main,
      /(<w:tc><w:tcPr>(?:(?!<w:p>).)*)<w:p>(?:(?!<\/w:p>).)*<\/w:p>(<\/w:tc>)/,
      '$1$2',
      /a cell has no paragraph/,
    ],
    ['a cell that ends with a table', main, '</w:p></w:tc>', '</w:p><w:tbl/></w:tc>', /ends with a table/],
    ['a row without a cell', main, '</w:tbl>', '<w:tr/></w:tbl>', /a row has no cell/],
    ['a row of too few columns', main, /<w:gridCol [^>]*>/, '', /covers 2 columns of 1/],
    [
      'a row that went, with words that stay',
      main,
      /(<w:trPr><w:cantSplit\/>)(?=<\/w:trPr>)/,
      '$1<w:del w:id="9001" w:author="a"/>',
      /words in it did not/,
    ],
    ['two tables that touch', main, /<\/w:tbl>/, '</w:tbl><w:tbl><w:tblGrid/></w:tbl>', /two tables touch/],
    ['a table without a row', main, /<\/w:tbl>/, '</w:tbl><w:p/><w:tbl><w:tblGrid/></w:tbl>', /a table has no row/],
    [
      'ordinary text in a deletion',
      main,
      /<w:delText([^>]*)>([^<]*)<\/w:delText>/,
      '<w:t$1>$2</w:t>',
      /written as ordinary text/,
    ],
    [
      'deleted text outside a deletion',
      main,
      /<w:t xml:space="preserve">Kept([^<]*)<\/w:t>/,
      '<w:delText>Kept$1</w:delText>',
      /outside a deletion/,
    ],
    [
      'deleted text in what moved',
      main,
      /(<w:moveFrom [^>]*><w:r>)<w:t ([^>]*)>([^<]*)<\/w:t>/,
      '$1<w:delText $2>$3</w:delText>',
      /outside a deletion/,
    ],
    ['a tag that is too long', main, /<w:tag w:val="/, `<w:tag w:val="${'x'.repeat(70)}`, /characters long/],
    ['words that moved outside a range', main, /<w:moveFromRangeStart[^>]*>/, '', /moved outside the range/],
    ['a range that does not end', main, /<w:moveToRangeEnd[^>]*>/, '', /does not end/],
    ['a range that did not begin', main, /<w:moveToRangeStart[^>]*>/, '', /ends and did not begin/],
    ['half a move', main, /(<w:moveToRangeStart [^>]*w:name=")[^"]*/, '$1other', /one end only/],
    [
      'an insertion inside what moved',
      main,
      /(<w:moveTo [^>]*>)(<w:r>)/,
      '$1<w:ins w:id="9002" w:author="a"/>$2',
      /inside what moved/,
    ],
    [
      'a move inside a change',
      main,
      /<w:ins ([^>]*)><w:r>/,
      '<w:ins $1><w:moveTo w:id="9003" w:author="a"/><w:r>',
      /stands inside a change/,
    ],
    ['an id that stands twice', main, /(<w:ins w:id=")\d+/, '$11', /stands twice, on w:ins/],
    [
      'a style of a paragraph that is not there',
      main,
      '<w:pStyle w:val="Provision"/>',
      '<w:pStyle w:val="Section"/>',
      /the style “Section” is not defined/,
    ],
    [
      'a style of words that is not there',
      main,
      '<w:rStyle w:val="CodeCharacter"/>',
      '<w:rStyle w:val="Red"/>',
      /the style “Red” is not defined/,
    ],
    ['a list that is not there', main, '<w:numId w:val="1"/>', '<w:numId w:val="7"/>', /the list 7 is not defined/],
    ['a bookmark that stands twice', main, /w:name="p_2"/, 'w:name="p_1"', /“p_1” stands twice/],
    ['a bookmark with a bad name', main, /w:name="p_2"/, 'w:name="p 2"', /no name for a bookmark/],
    ['a bookmark that does not end', main, /<w:bookmarkEnd[^>]*>/, '', /does not end/],
    ['a bookmark that did not begin', main, /<w:bookmarkStart[^>]*>/, '', /ends and did not begin/],
    ['a link to no bookmark', main, /w:anchor="p_1"/, 'w:anchor="p_9"', /“p_9”, which is not there/],
    [
      'a link to no relationship',
      main,
      /<w:hyperlink r:id="[^"]*"/,
      '<w:hyperlink r:id="rId99"',
      /relationship rId99, which is not there/,
    ],
    ['a field that does not end', main, /<w:fldChar w:fldCharType="end"\/>/, '', /a field begins and does not end/],
    ['a field that did not begin', main, /<w:fldChar w:fldCharType="begin"\/>/, '', /a field ends and did not begin/],
    [
      'a field that is parted twice',
      main,
      /(<w:fldChar w:fldCharType="separate"\/>)/,
      '$1$1',
      /a field is parted twice/,
    ],
    [
      'a field that Word would ask to update',
      main,
      '<w:fldChar w:fldCharType="begin"',
      '<w:fldChar w:fldCharType="begin" w:dirty="true"',
      /ask each reader to update a field/,
    ],
    [
      'settings by which Word would ask to update',
      'word/settings.xml',
      '<w:decimalSymbol',
      '<w:updateFields/><w:decimalSymbol',
      /ask each reader to update the fields/,
    ],
    [
      'an entry outside the field of contents',
      main,
      /<w:r><w:fldChar w:fldCharType="separate"\/><\/w:r>((?:(?!fldChar).)*)(?=<w:r><w:fldChar w:fldCharType="end")/,
      '$1<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
      /an entry of contents stands outside their field/,
    ],
    [
      'an entry that leads nowhere',
      main,
      /<w:hyperlink w:anchor="p_1"[^>]*>((?:(?!<\/w:hyperlink>).)*)<\/w:hyperlink>/,
      '$1',
      /words of an entry of contents lead nowhere/,
    ],
    [
      'an entry with the call of a footnote',
      main,
      /(<w:hyperlink w:anchor="p_1"[^>]*>)/,
      '$1<w:r><w:footnoteReference w:id="9"/></w:r>',
      /an entry of contents holds more than words/,
    ],
    ['a comment that does not begin', main, /<w:commentRangeStart[^>]*>/, '', /comment 0 ends and did not begin/],
    ['a comment that does not end', main, /<w:commentRangeEnd[^>]*>/, '', /comment 0 begins and does not end/],
    ['a comment that is not called', main, /<w:commentReference[^>]*>/, '', /comment 0 never is called/],
    [
      'a comment without text',
      'word/comments.xml',
      /<w:comment w:id="0"/,
      '<w:comment w:id="5"',
      /comment 0 is called, and has no text/,
    ],
    [
      'a footnote without text',
      'word/footnotes.xml',
      /<w:footnote w:id="1"/,
      '<w:footnote w:id="5"',
      /footnote 1 is called, and has no text/,
    ],
    ['a footnote without a call', main, /<w:footnoteReference[^>]*>/, '', /footnote 1 never is called/],
    ['a footnote called twice', main, /(<w:footnoteReference[^>]*>)/, '$1$1', /footnote 1 is called twice/],
    [
      'a footnote without a paragraph',
      'word/footnotes.xml',
      /(<w:footnote w:id="1">).*(<\/w:footnote>)/,
      '$1$2',
      /has no paragraph/,
    ],
    [
      'a part without a type',
      '[Content_Types].xml',
      /<Override PartName="\/word\/styles.xml"[^>]*>/,
      '',
      /styles.xml has no type/,
    ],
    [
      'a relationship that leads nowhere',
      'word/_rels/document.xml.rels',
      'Target="styles.xml"',
      'Target="style.xml"',
      /leads to style.xml/,
    ],
    ['XML that is not well formed', 'word/styles.xml', '</w:styles>', '', /not well-formed/],
  ])('finds %s', (_, part, from, to, finding) => {
    expect(lintWord(broken(part, from, to)).join('\n')).toMatch(finding);
  });

  it('finds a file without a document', () => {
    const { [main]: _, ...rest } = unzipSync(file);
    expect(lintWord(zipSync(rest))).toContain('word/document.xml is not there');
  });
});
