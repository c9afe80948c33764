import type { RangeReason } from '../derive/derive.ts';
import { importWord } from '../import/import-word.ts';
import type { Told } from '../import/imported.ts';
import type { Instruction, Operation } from '../model/change.ts';
import { formatMarkdown } from '../source/format.ts';
import type { GivenFile } from './given-files.ts';
import { tellComment } from './import.ts';

/** What the comments of a Word file say, as the reasons of what was done where they stand. */
export function commentReasons({ word }: GivenFile): readonly RangeReason[] {
  return (word?.comments ?? []).flatMap(({ range, text }) =>
    range && text !== '' ? [{ ...range, reason: text }] : [],
  );
}

/**
 * What is told of a Word file from which instructions were derived: what Markdown cannot carry, the comments that are no instruction's
 * reason, and whether its tracked changes were made on another text than the one given.
 */
export function tellDerived(file: GivenFile, base: GivenFile, instructions: readonly Instruction[]): readonly Told[] {
  const { word } = file;
  if (!word) return [];
  const reasons = instructions.flatMap((instruction) => reasonsIn(instruction));
  const idle = word.comments.filter(({ text }) => !reasons.some((reason) => reason.includes(text)));
  return [...word.told, ...idle.map((comment) => tellComment(comment, file.text, file.path)), ...otherBase(file, base)];
}

function reasonsIn({ reason, operation }: { readonly reason?: string; readonly operation?: Operation }): string[] {
  const parts = operation?.type === 'together' ? operation.parts : [];
  return [...(reason === undefined ? [] : [reason]), ...parts.flatMap((part) => reasonsIn(part))];
}

function otherBase(file: GivenFile, base: GivenFile): readonly Told[] {
  const rejected = file.word ? importWord(file.word.bytes, { revisions: 'reject', base: base.text }) : undefined;
  if (!rejected?.ok) return [];
  const { markdown } = rejected;
  const canonical = formatMarkdown(base.text);
  if (markdown === file.text || signsOf(markdown) === signsOf(canonical)) return [];
  const what = `tracked changes made on another text than ${base.path}: what differs besides them was derived, too. The first of it`;
  return [{ what, where: 'the file', text: firstDifference(canonical, markdown) }];
}

// Programs write the ends of paragraphs that came and went each in its own way: what tells another text is what it says.
function signsOf(text: string): string {
  return text.replace(/[\s#>*|_\\-]+/g, '');
}

function firstDifference(expected: string, found: string): string {
  const [wanted, given] = [expected.split('\n'), found.split('\n')];
  const at = given.findIndex((line, index) => line !== wanted[index]);
  const line = at < 0 ? given.length : at;
  return `expected: ${wanted[line] || '(nothing)'}\nfound: ${given[line] || '(nothing)'}`;
}
