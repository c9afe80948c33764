/** The nouns of numbered provisions, singular. */
export const provisionNouns = [
  ...['section', 'paragraph', 'clause', 'item', 'step', 'subsection', 'sub-section', 'subparagraph', 'sub-paragraph'],
  ...['subclause', 'sub-clause'],
] as const;

/** The nouns that are part of a label: `Annex A`. */
export const namedNouns = ['annex', 'appendix', 'schedule', 'part', 'chapter'] as const;

/** The plurals of both: a citation may list several provisions, an instruction may not. */
export const pluralNouns: readonly string[] = [
  ...provisionNouns.map((noun) => `${noun}s`),
  'annexes',
  'appendices',
  'schedules',
  'parts',
  'chapters',
];
