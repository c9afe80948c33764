import fc from 'fast-check';
import type { Expectation, Occurrence, Operation } from '../src/model/change.ts';
import type { LabelLocator, Locator } from '../src/model/locator.ts';

const awkward = [
  '“',
  '”',
  '"',
  '""',
  "'",
  '’',
  '‘',
  '\\',
  '|',
  '*',
  '`',
  '<br>',
  '> ',
  '- ',
  '1. ',
  '—',
  ':',
  '.',
  ',',
  '(b)',
  '\t',
  '\u00A0',
  '\0',
];

/** Words that can be quoted: on one line, not blank, with every kind of quotation mark in them. */
export const words = fc
  .array(fc.oneof(fc.constantFrom(...awkward, 'the DCC', ' ', 'part'), fc.string({ unit: 'binary', maxLength: 6 })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((pieces) => pieces.join('').replace(/[\r\n]/g, ''))
  .filter((text) => text.trim() !== '');

const number = fc.constantFrom('5', '5.5.2', '5.5.2A', '2.3.1.10', '12AB', '5A.1');
const items = fc.array(fc.constantFrom('(b)', '(ba)', '(iv)', '(A)', '(12)'), { maxLength: 3 });
const pointedItems = fc.constantFrom(
  ['d)'],
  ['i.'],
  ['d)', 'i.'],
  ['(b)', 'i.', 'A.'],
  ['(b)', '1)'],
  ['ii.', '(a)', 'x)'],
);
const numbered = fc
  .tuple(fc.oneof(number, fc.constantFrom('L3.16', 'T3')), fc.oneof(items, pointedItems))
  .map(([head, rest]) => [head, ...rest]);
const noun = fc.constantFrom('section', 'paragraph', 'clause', 'item', 'step', 'sub-paragraph', 'subsection');
const named = fc.tuple(
  fc.constantFrom('annex', 'appendix', 'schedule', 'part', 'chapter'),
  fc.constantFrom('A', 'AB', '3', '2A'),
  items,
);

const label: fc.Arbitrary<LabelLocator> = fc.oneof(
  fc.tuple(noun, numbered).map(([noun, labels]): LabelLocator => ({ type: 'label', noun, labels })),
  numbered.map((labels): LabelLocator => ({ type: 'label', labels })),
  fc.constantFrom<LabelLocator>(
    { type: 'label', labels: ['(b)', '(i)'] },
    { type: 'label', noun: 'item', labels: ['d)'] },
  ),
  named.map(([noun, letter, rest]): LabelLocator => {
    const name = `${noun.charAt(0).toUpperCase()}${noun.slice(1)} ${letter}`;
    return { type: 'label', noun, labels: [name, ...rest] };
  }),
  fc
    .tuple(noun, numbered)
    .map(([noun, labels]): LabelLocator => ({ type: 'label', noun, labels: ['Annex A', ...labels] })),
  numbered.map((labels): LabelLocator => ({ type: 'label', noun: 'paragraph', labels: ['5.5', ...labels] })),
);

const ordinal = fc.oneof(fc.integer({ min: 1, max: 130 }), fc.constant(-1));

/** Every kind of locator, in the form that the grammar gives: the whole document only where it says something. */
export const locator: fc.Arbitrary<Locator> = fc.letrec<{ any: Locator; inner: Locator }>((tie) => {
  const maybe = fc.option(tie('inner'), { nil: undefined });
  const anything = fc.oneof({ maxDepth: 3 }, fc.constant<Locator>({ type: 'document' }), tie('inner'));
  const of = <Type extends object>(own: Type, outer: Locator | undefined) =>
    (outer === undefined ? own : { ...own, of: outer }) as Type;
  return {
    any: anything,
    inner: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      { weight: 4, arbitrary: label },
      fc.tuple(words, maybe).map(([title, outer]) => of<Locator>({ type: 'part', title }, outer)),
      fc
        .tuple(
          fc.constantFrom('paragraph' as const, 'item' as const, 'row' as const, 'code block' as const),
          ordinal,
          maybe,
        )
        .map(([noun, nth, outer]) => of<Locator>({ type: 'ordinal', noun, ordinal: nth }, outer)),
      tie('any').map((outer): Locator => ({ type: 'heading', of: outer })),
      fc
        .tuple(fc.constantFrom('opening' as const, 'closing' as const), tie('any'))
        .map(([type, outer]): Locator => ({ type, of: outer })),
      fc.tuple(words, maybe).map(([term, outer]) => of<Locator>({ type: 'definition', term }, outer)),
      fc
        .tuple(fc.option(ordinal, { nil: undefined }), tie('any'))
        .map(([nth, outer]): Locator => ({ type: 'table', ...(nth !== undefined && { ordinal: nth }), of: outer })),
      fc.tuple(words, maybe).map(([key, outer]) => of<Locator>({ type: 'row', key, step: false }, outer)),
      fc.tuple(number, maybe).map(([key, outer]) => of<Locator>({ type: 'row', key, step: true }, outer)),
      fc.tuple(words, tie('any')).map(([column, outer]): Locator => ({ type: 'cell', column, of: outer })),
    ),
  };
}).any;

const occurrence: fc.Arbitrary<Occurrence> = fc.oneof(
  fc.constantFrom<Occurrence>({ type: 'only' }, { type: 'each' }),
  fc.integer({ min: 1, max: 45 }).map((nth): Occurrence => ({ type: 'nth', nth })),
);

const line = fc.oneof(
  fc.constantFrom(
    '',
    '  ',
    '\t',
    '> x',
    '- (a) y',
    '    z',
    '| a | b |',
    '```',
    '5.5.2A Where the DCC',
    '## H',
    '1. n',
    'Reason: r',
  ),
  words,
);

/** A block of Markdown that begins and ends with a line that is not blank. */
export const block = fc
  .tuple(words, fc.array(line, { maxLength: 5 }), words)
  .chain(([first, middle, last]) => fc.constantFrom([first], [first, ...middle, last]))
  .map((lines) => lines.join('\n'));

const isWords = (at: Locator) => ['heading', 'cell', 'opening', 'closing'].includes(at.type);

const newLabel = fc.oneof(numbered, fc.constantFrom(['(d)'], ['(iv)'], ['Annex B'], ['d)']));

const series = fc
  .tuple(
    fc.constantFrom('section', 'paragraph', 'item', 'step', 'sub-paragraph'),
    fc.constantFrom([], ['Annex A']),
    fc.option(
      fc.constantFrom<Locator>({ type: 'part', title: 'General' }, { type: 'ordinal', noun: 'item', ordinal: 2 }),
      {
        nil: undefined,
      },
    ),
    numbered,
    numbered,
  )
  .map(([noun, around, of, first, last]) => {
    const label = (labels: readonly string[]): LabelLocator =>
      of
        ? { type: 'label', noun, labels: [labels.at(-1) ?? ''], of }
        : { type: 'label', noun, labels: [...around, ...labels] };
    return [label(first), label(last)] as const;
  })
  .filter(([{ of, labels }]) => of === undefined || labels.every((own) => own.startsWith('(')))
  .filter(([, { of, labels }]) => of === undefined || labels.every((own) => own.startsWith('(')));

const renumber: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ type: fc.constant('renumber' as const), at: locator, as: newLabel, referencesFollow: fc.boolean() }),
  fc.tuple(series, newLabel, newLabel, fc.boolean()).map(([[at, last], as, lastAs, referencesFollow]): Operation => {
    return { type: 'renumber', at, as, through: { at: last, as: lastAs }, referencesFollow };
  }),
);

const move: fc.Arbitrary<Operation> = fc
  .record({
    type: fc.constant('move' as const),
    at: locator,
    position: fc.constantFrom('before' as const, 'after' as const, 'end' as const),
    to: locator,
  })
  .chain((made) =>
    fc.oneof(
      fc.constant<Operation>({ ...made, referencesFollow: false }),
      fc.tuple(newLabel, fc.boolean()).map(([as, referencesFollow]): Operation => ({ ...made, as, referencesFollow })),
    ),
  );

/** Every kind of operation. */
export const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc
    .record({ type: fc.constant('substitute-words' as const), at: locator, words, replacement: words, occurrence })
    .filter((made) => made.words !== made.replacement),
  fc.record({ type: fc.constant('omit-words' as const), at: locator, words, occurrence }),
  fc.record({
    type: fc.constant('insert-words' as const),
    at: locator,
    words,
    position: fc.constantFrom('before' as const, 'after' as const),
    anchor: words,
    occurrence,
  }),
  fc.record({
    type: fc.constant('insert-words' as const),
    at: locator,
    words,
    position: fc.constantFrom('beginning' as const, 'end' as const),
    occurrence: fc.constant({ type: 'only' as const }),
  }),
  fc.record({
    type: fc.constant('insert-provision' as const),
    at: locator,
    position: fc.constantFrom('before' as const, 'after' as const, 'end' as const),
    content: block,
  }),
  fc.record({ type: fc.constant('omit-provision' as const), at: locator }),
  fc.record({ type: fc.constant('omit-provision' as const), at: locator, leaving: words }),
  locator.chain((at) =>
    fc.record({
      type: fc.constant('substitute-provision' as const),
      at: fc.constant(at),
      content: isWords(at) ? words : block,
    }),
  ),
  renumber,
  move,
  fc.record({
    type: fc.constant('set-level' as const),
    at: locator.filter(({ type }) => type !== 'heading'),
    level: fc.integer({ min: 1, max: 6 }),
  }),
  fc.record({ type: fc.constant('insert-footnote' as const), at: locator, anchor: words, occurrence, content: block }),
  fc.record({ type: fc.constant('split' as const), at: locator, words }),
  fc.record({ type: fc.constant('split' as const), at: locator, words, as: newLabel }),
  fc.record({ type: fc.constant('merge' as const), at: locator, next: locator, referencesFollow: fc.boolean() }),
  fc.record({ type: fc.constant('insert-definitions' as const), at: locator, content: block }),
  fc.record({
    type: fc.constant('insert-column' as const),
    at: fc.tuple(words, locator).map(([column, of]) => ({ type: 'cell' as const, column, of })),
    position: fc.constantFrom('before' as const, 'after' as const),
    title: words,
    content: block,
  }),
);

const key = fc.oneof({ weight: 4, arbitrary: fc.constantFrom('D', 'K', 'AB', '12') }, { weight: 1, arbitrary: words });

/** Every kind of expectation, without its range. */
export const expectation: fc.Arbitrary<Expectation> = fc.oneof(
  fc.record({
    type: fc.constant('mentions' as const),
    documents: fc.array(key, { minLength: 1, maxLength: 4 }),
    terms: fc.array(words, { minLength: 1, maxLength: 4 }),
    expected: fc.constantFrom('none' as const, 'some' as const),
    start: fc.constant(0),
    end: fc.constant(0),
  }),
  fc.record({
    type: fc.constant('contains' as const),
    document: key,
    at: locator,
    words,
    expected: fc.boolean(),
    start: fc.constant(0),
    end: fc.constant(0),
  }),
);
