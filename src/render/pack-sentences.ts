import type { OptionsPack, Pack, PackDocument } from '../model/pack.ts';
import { changeName, counted, inWords, namesInWords } from './document-name.ts';

/** What is known of the change, by name; left out where there is nothing. */
export function changeParticulars({
  change,
}: Pick<Pack, 'change'>): readonly (readonly [string, string | undefined])[] {
  return [
    ['Stage', change && sentence(change.stage)],
    ['Proposer', change?.proposer],
    ['Date', change?.date],
  ];
}

/** What the notice says after the word “Specimen.”; undefined where no document is one. */
export function specimenWords(documents: readonly PackDocument[]): string | undefined {
  if (!documents.some(({ frontMatter }) => frontMatter.status === 'specimen')) return undefined;
  return 'The documents here were written to show a redline. They are not the text of the Smart Energy Code, and they have no legal effect.';
}

/** How many changes a pack makes, by what, and where, in two sentences. */
export function packSummary({ change, documents }: Pack): string {
  const changes = documents.flatMap(({ redline }) => redline.changes);
  const consequential = changes.filter(({ kind }) => kind === 'consequential').length;
  const instructions = documents.reduce((count, document) => count + document.instructions.length, 0);
  const changed = documents.filter(({ redline }) => redline.changes.length > 0);
  const subject = change ? `${changeName(change)} would make ` : 'There are ';
  const by = instructions > 0 ? ` by ${counted(instructions, 'instruction')}` : '';
  const where = changed.length > 0 ? ` in ${namesInWords(changed)}` : '';
  const follow = consequential > 0 ? `, of which ${consequential} only follow from the others` : '';
  return `${subject}${counted(changes.length, 'change')}${by}${where}${follow}. Everything else in ${documents.length === 1 ? 'the document' : 'these documents'} stays as it is.`;
}

/** What a change offers for a vote, and in how much its options differ. */
export function optionsSummary({ change, choices, options }: OptionsPack): string {
  const letters = inWords(options.map(({ letter }) => letter));
  const common = change.instructions.length;
  const others =
    common === 0 ? '' : ` ${common === 1 ? '1 instruction is' : `${common} instructions are`} common to all options.`;
  return `${change.name} offers Options ${letters} for a vote. They differ in ${counted(choices.length, 'instruction')}.${others}`;
}

/** What was compared, what stands unchanged, and what was left out, in sentences. */
export function coverageSentences({ redline }: PackDocument): readonly string[] {
  const { blocksBefore, blocksAfter, blocksUnchanged, suppressed, notCompared } = redline.coverage;
  return [
    `All ${blocksBefore} blocks of the text before (headings, paragraphs, items, cells) were compared with all ${blocksAfter} of the text after; ${blocksUnchanged} stand unchanged.`,
    ...(suppressed > 0
      ? [
          `${suppressed === 1 ? '1 label or citation only changes its' : `${suppressed} labels and citations only change their`} number; ${suppressed === 1 ? 'it is' : 'they are'} marked as renumbering.`,
        ]
      : []),
    ...(notCompared.length > 0
      ? [`Not compared: ${notCompared.join('; ')}.`]
      : ['Nothing was left out of the comparison.']),
  ];
}

function sentence(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
