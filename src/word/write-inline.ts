import type {
  Revision,
  WordCommentMark,
  WordField,
  WordFieldEdge,
  WordInline,
  WordLink,
  WordNoteReference,
  WordRun,
  WordSpan,
} from './word-document.ts';
import type { PartState } from './write-part.ts';
import { rangeEnd, rangeStart } from './write-range.ts';
import { authorship, revisionElements, sameRevision } from './write-revision.ts';
import { runContent, runProperties, writeRun } from './write-run.ts';
import { element, valued } from './write-xml.ts';

/** What stands in a paragraph, in order; neighbours with the same revision are written as one. */
export function writeInlines(children: readonly WordInline[], part: PartState): string {
  let written = '';
  for (let start = 0; start < children.length; ) {
    const revision = revisionAt(children[start]);
    let end = start + 1;
    if (revision) while (end < children.length && goesOn(children[end], revision, part)) end += 1;
    const group = children.slice(start, end);
    written += revision
      ? opening(group.find(isWords), part) +
        writeRevised(group, revision, part) +
        closing(group.findLast(isWords), part)
      : group.map((child) => writeInline(child, part)).join('');
    start = end;
  }
  return written;
}

function goesOn(next: WordInline | undefined, revision: Revision, part: PartState): boolean {
  if (!next || !sameRevision(revisionAt(next), revision)) return false;
  return !isWords(next) || !part.package.ranges.opens.has(next);
}

function revisionAt(inline: WordInline | undefined): Revision | undefined {
  return inline && 'revision' in inline ? inline.revision : undefined;
}

function writeRevised(group: readonly WordInline[], revision: Revision, part: PartState): string {
  return element(
    revisionElements[revision.type],
    authorship(revision, part.package),
    ...group.map((child) => writeInline(child, part)),
  );
}

type Words = WordRun | WordNoteReference;

function isWords(inline: WordInline): inline is Words {
  return inline.type === 'run' || inline.type === 'note-reference';
}

function opening(first: Words | undefined, part: PartState): string {
  return first ? rangeStart(first, part.package) : '';
}

function closing(last: Words | undefined, part: PartState): string {
  return last ? rangeEnd(last, part.package) : '';
}

function writeInline(inline: WordInline, part: PartState): string {
  switch (inline.type) {
    case 'run':
      return writeRun(inline, part.package);
    case 'link':
      return writeLink(inline, part);
    case 'span':
      return writeSpan(inline, part);
    case 'note-reference':
      return writeNoteReference(inline, part);
    case 'field':
      return writeField(inline, part);
    case 'field-start':
      return fieldStart(inline);
    case 'field-end':
      return fieldCharacter('end');
    case 'comment-start':
      return element('w:commentRangeStart', { 'w:id': inline.comment });
    case 'comment-end':
      return commentEnd(inline, part);
  }
}

function writeLink({ address, bookmark, tooltip, children }: WordLink, part: PartState): string {
  return element(
    'w:hyperlink',
    {
      'r:id': address === undefined ? undefined : part.linkTo(address),
      'w:anchor': bookmark,
      'w:tooltip': tooltip,
      'w:history': 1,
    },
    writeInlines(children, part),
  );
}

function writeSpan({ tag, children }: WordSpan, part: PartState): string {
  return element(
    'w:sdt',
    {},
    element('w:sdtPr', {}, valued('w:tag', part.package.tagOf(tag))),
    element('w:sdtContent', {}, writeInlines(children, part)),
  );
}

function writeNoteReference({ footnote, label, revision }: WordNoteReference, part: PartState): string {
  const name = revision?.type === 'deleted' ? 'w:delText' : 'w:t';
  return element(
    'w:r',
    {},
    runProperties({ style: 'FootnoteReference' }, undefined, part.package),
    element('w:footnoteReference', { 'w:customMarkFollows': label === undefined ? undefined : 1, 'w:id': footnote }),
    // LibreOffice shows a label of several characters in one text element twice.
    ...Array.from(label ?? '', (character) => runContent(character, name)),
  );
}

// A complex field (17.16.18): what it is, then what it was last shown as.
function writeField({ instruction, children }: WordField, part: PartState): string {
  return fieldStart({ instruction }) + writeInlines(children, part) + fieldCharacter('end');
}

function fieldStart({ instruction = '' }: Pick<WordFieldEdge, 'instruction'>): string {
  return [
    fieldCharacter('begin'),
    element('w:r', {}, runContent(` ${instruction} `, 'w:instrText')),
    fieldCharacter('separate'),
  ].join('');
}

function fieldCharacter(type: 'begin' | 'separate' | 'end'): string {
  return element('w:r', {}, element('w:fldChar', { 'w:fldCharType': type }));
}

// The sign itself follows the range (17.13.4.5). One that goes or comes with all the words round it has none.
function commentEnd({ comment, revision }: WordCommentMark, part: PartState): string {
  return (
    (revision ? '' : element('w:commentRangeEnd', { 'w:id': comment })) +
    element(
      'w:r',
      {},
      runProperties({ style: 'CommentReference' }, undefined, part.package),
      element('w:commentReference', { 'w:id': comment }),
    )
  );
}
