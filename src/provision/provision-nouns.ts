/** The nouns of numbered provisions, singular. */
export const provisionNouns = [
  ...['section', 'paragraph', 'clause', 'item', 'step', 'subsection', 'sub-section', 'subparagraph', 'sub-paragraph'],
  ...['subclause', 'sub-clause'],
] as const;

/** The nouns that are part of a label: `Annex A`. */
export const namedNouns = ['annex', 'appendix', 'schedule', 'part', 'chapter'] as const;

/** The plurals of both. */
export const pluralNouns: readonly string[] = [
  ...provisionNouns.map((noun) => `${noun}s`),
  'annexes',
  'appendices',
  'schedules',
  'parts',
  'chapters',
];

const listedNouns = new Map<string, string>([
  ...provisionNouns.map((noun) => [`${noun}s`, noun] as const),
  ...(['definition', 'row', 'column', 'heading'] as const).map((noun) => [`${noun}s`, noun] as const),
  ...Object.entries({
    annexes: 'annex',
    appendices: 'appendix',
    schedules: 'schedule',
    parts: 'part',
    chapters: 'chapter',
  }),
]);

/** The noun of which a word is the plural, where a list of its kind can be read: `paragraph` of `paragraphs`. */
export function singularNoun(plural: string): string | undefined {
  return listedNouns.get(plural);
}
