import fc from 'fast-check';
import { deepestParts } from '../src/change/part-label.ts';
import { isWordsTarget } from '../src/change/target-words.ts';
import type { Occurrence, Operation } from '../src/model/change.ts';
import type { Expectation } from '../src/model/expectation.ts';
import type { LabelLocator, Locator, OrdinalNoun, RangeLocator, TargetLocator } from '../src/model/locator.ts';
import { composeTarget, stepsOf } from '../src/provision/locator-steps.ts';

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
      fc.constant<Locator>({ type: 'front-matter' }),
      fc.tuple(words, maybe).map(([title, outer]) => of<Locator>({ type: 'part', title }, outer)),
      fc
        .tuple(
          fc.constantFrom<OrdinalNoun>(
            'paragraph',
            'item',
            'row',
            'cell',
            'part',
            'code block',
            'block quote',
            'footnote',
            'other block',
          ),
          ordinal,
          maybe,
        )
        .map(([noun, nth, outer]) => of<Locator>({ type: 'ordinal', noun, ordinal: nth }, outer)),
      fc
        .tuple(fc.constantFrom('code block' as const, 'block quote' as const), maybe)
        .map(([noun, outer]) => of<Locator>({ type: 'ordinal', noun }, outer)),
      fc.tuple(ordinal, tie('any')).map(([nth, outer]): Locator => ({ type: 'sentence', ordinal: nth, of: outer })),
      tie('any').map((outer): Locator => ({ type: 'head-row', of: outer })),
      words.map((name): Locator => ({ type: 'footnote', name })),
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

const listNoun = fc.constantFrom('section', 'paragraph', 'item', 'step', 'sub-paragraph');
const listed = (noun: string, labels: readonly string[]): LabelLocator => ({ type: 'label', noun, labels });

const range = fc.oneof<fc.Arbitrary<RangeLocator>[]>(
  fc
    .tuple(listNoun, fc.constantFrom<readonly [string, string]>(['5.5.4', '5.5.6'], ['1.1', '2.2']))
    .map(([noun, [from, to]]) => ({ type: 'range', from: listed(noun, [from]), to: listed(noun, [to]) })),
  fc.tuple(listNoun, fc.constantFrom('(a)', 'i.', 'd)')).map(([noun, item]) => ({
    type: 'range',
    from: listed(noun, ['Annex A', '5.5.1', item]),
    to: listed(noun, ['Annex A', '5.5.1', '(v)']),
  })),
);

const hasNoun = (made: Locator) => made.type !== 'document' && (made.type !== 'label' || made.noun !== undefined);

/** Every kind of target: one place, a range, several of one noun, of one kind within one place, or of any kinds. */
const target = fc.oneof<fc.MaybeWeightedArbitrary<TargetLocator>[]>(
  { weight: 6, arbitrary: locator },
  { weight: 1, arbitrary: range },
  fc
    .tuple(
      listNoun,
      fc.array(fc.oneof(numbered, fc.constantFrom(['5.5', '(a)'], ['5.5', '(c)'], ['Annex A', '3'])), {
        minLength: 2,
        maxLength: 5,
      }),
    )
    .map(([noun, numbers]) => ({ type: 'several', locators: numbers.map((labels) => listed(noun, labels)) })),
  fc
    .tuple(
      locator,
      fc.constantFrom('definition', 'row', 'step', 'cell', 'heading'),
      fc.array(words, { minLength: 2, maxLength: 4 }),
    )
    .map(([outer, kind, names]) => {
      const inner = names.map((name) => {
        if (kind === 'definition') return [{ type: 'definition' as const, term: name }];
        if (kind === 'step') return [{ type: 'row' as const, key: '5.5.2', step: true }];
        if (kind === 'row') return [{ type: 'row' as const, key: name, step: false }];
        return kind === 'cell' ? [{ type: 'cell' as const, column: name }] : [{ type: 'heading' as const }];
      });
      const outside = stepsOf(outer).length === 0 ? [outer as { type: 'document' }] : stepsOf(outer);
      const composed = composeTarget(inner.map((steps) => [...steps, ...outside]));
      if (!composed.ok) throw new Error(composed.text);
      return composed.locator;
    }),
  fc
    .array(fc.oneof({ weight: 3, arbitrary: locator.filter(hasNoun) }, range), { minLength: 2, maxLength: 4 })
    .map((locators) => ({ type: 'several', locators })),
);

const occurrence: fc.Arbitrary<Occurrence> = fc.oneof(
  fc.constantFrom<Occurrence>(
    { type: 'only' },
    { type: 'each' },
    { type: 'each', count: 2 },
    { type: 'each', count: 7 },
    { type: 'end' },
    { type: 'beginning' },
  ),
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

const headingLine = fc.constantFrom('## 5.2 Access', '# 1.  Introduction', '###### *x* #');

/** A block of Markdown that begins and ends with a line that is not blank. */
export const block = fc
  .tuple(words, fc.array(line, { maxLength: 5 }), words)
  .chain(([first, middle, last]) => fc.constantFrom([first], [first, ...middle, last]))
  .map((lines) => lines.join('\n'));

/** The ends of a stretch of words: one at least is quoted. */
const ends: fc.Arbitrary<{ from?: string; to?: string }> = fc.oneof(
  words.map((from) => ({ from })),
  words.map((to) => ({ to })),
  fc.record({ from: words, to: words }),
);

const operationAt = (locator: fc.Arbitrary<TargetLocator>): fc.Arbitrary<Operation> =>
  fc.oneof(
    fc.tuple(locator, ends).map(([at, given]) => ({ type: 'omit-stretch' as const, at, ...given })),
    fc
      .tuple(locator, ends, words)
      .map(([at, given, replacement]) => ({ type: 'substitute-stretch' as const, at, ...given, replacement })),
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
        content: at.type === 'heading' ? fc.oneof(words, headingLine) : isWordsTarget(at) ? words : block,
      }),
    ),
  );

const nowhere = { start: 0, end: 0 };

/** Parts on what a place holds and, where they say nothing of their own place, on the place itself. */
const together: fc.Arbitrary<Operation> = fc
  .tuple(target, fc.integer({ min: 1, max: 3 }), fc.boolean())
  .chain(([at, count, deep]) => {
    const within = at.type === 'range' ? fc.constant(at) : inside(at);
    const part = fc
      .tuple(
        deep && at.type === 'label' ? fc.oneof(operationAt(within), nestedIn(at)) : operationAt(within),
        fc.option(words, { nil: undefined }),
      )
      .filter(([made]) => saysSomething(made, at))
      .map(([made, reason]) => ({
        operation: made,
        targetRange: nowhere,
        ...(reason !== undefined && { reason: reason.replace(/\s+/g, ' ').trim() }),
        ...nowhere,
      }));
    return fc
      .array(part, { minLength: count, maxLength: count })
      .map((parts) => ({ type: 'together' as const, at, parts }));
  });

// Parts of parts, and of those again.
function nestedIn(at: LabelLocator, depth = 2): fc.Arbitrary<Operation> {
  const inner: LabelLocator = { ...at, noun: 'item', labels: [...at.labels, '(z)'] };
  const plain = operationAt(inside(inner)).filter((made) => saysSomething(made, inner));
  return fc
    .array(depth < deepestParts ? fc.oneof({ weight: 2, arbitrary: plain }, nestedIn(inner, depth + 1)) : plain, {
      minLength: 1,
      maxLength: 3,
    })
    .map((made) => ({
      type: 'together' as const,
      at: inner,
      parts: made.map((operation) => ({ operation, targetRange: nowhere, ...nowhere })),
    }));
}

/** The place itself, or what stands in it. */
function inside(at: Exclude<TargetLocator, RangeLocator>): fc.Arbitrary<TargetLocator> {
  const outers = at.type === 'several' ? at.locators : [at];
  if (outers.some((outer) => outer.type === 'range')) return fc.constant(at);
  const steps = outers.map((outer) => (outer.type === 'range' ? [] : stepsOf(outer)));
  const chains = fc.oneof(
    locator.map((made) => stepsOf(made).filter(({ type }) => type !== 'document')),
    fc.constantFrom([{ type: 'heading' as const }], [{ type: 'sentence' as const, ordinal: 2 }]),
  );
  const composed = chains.map((chain) =>
    composeTarget(steps.map((outer) => [...chain, ...(outer.length === 0 ? [{ type: 'document' as const }] : outer)])),
  );
  return fc.oneof(
    fc.constant(at),
    composed.map((made) => (made.ok ? made.locator : at)),
  );
}

/** Whether an operation can be said of a place that is named before it: only words, and what stands at an end, need no other. */
export function saysSomething(made: Operation, at: TargetLocator): boolean {
  if (JSON.stringify(made.at) !== JSON.stringify(at)) return true;
  return (
    made.type.endsWith('-words') ||
    made.type.endsWith('-stretch') ||
    (made.type === 'insert-provision' && made.position === 'end')
  );
}

/** Every operation of one sentence. */
export const plainOperation = operationAt(target);

const newLabel = fc.oneof(numbered, fc.constantFrom(['(d)'], ['(iv)'], ['Annex B'], ['d)']));

const renumbering = (at: fc.Arbitrary<Locator>): fc.Arbitrary<Operation> =>
  fc.record({ type: fc.constant('renumber' as const), at, as: newLabel, referencesFollow: fc.boolean() });

const seriesRenumbering: fc.Arbitrary<Operation> = fc
  .tuple(range, newLabel, newLabel, fc.boolean())
  .map(([{ from, to }, as, lastAs, referencesFollow]): Operation => {
    return { type: 'renumber', at: from, as, through: { at: to, as: lastAs }, referencesFollow };
  });

const moving = (at: fc.Arbitrary<Locator>): fc.Arbitrary<Operation> =>
  fc
    .record({
      type: fc.constant('move' as const),
      at,
      position: fc.constantFrom('before' as const, 'after' as const, 'beginning' as const, 'end' as const),
      to: locator,
    })
    .chain((made) =>
      fc.oneof(
        fc.boolean().map((referencesFollow): Operation => ({ ...made, referencesFollow })),
        fc
          .tuple(newLabel, fc.boolean())
          .map(([as, referencesFollow]): Operation => ({ ...made, as, referencesFollow })),
      ),
    );

const merging: fc.Arbitrary<Operation> = fc
  .tuple(locator.filter(hasNoun), locator.filter(hasNoun), fc.boolean())
  .map(([at, next, referencesFollow]) => ({ type: 'merge', at, next, referencesFollow }));

/** Every operation on the structure of one place. */
const structuralAt = (at: fc.Arbitrary<Locator>): fc.Arbitrary<Operation> =>
  fc.oneof(
    renumbering(at),
    moving(at),
    fc.record({
      type: fc.constant('set-level' as const),
      at: at.filter(({ type }) => type !== 'heading'),
      level: fc.integer({ min: 1, max: 6 }),
    }),
    fc.record({ type: fc.constant('insert-footnote' as const), at, anchor: words, occurrence, content: block }),
    fc.record({ type: fc.constant('split' as const), at, words }),
    fc.record({ type: fc.constant('split' as const), at, words, as: newLabel }),
    merging,
    fc.record({ type: fc.constant('insert-definitions' as const), at, content: block }),
    fc.record({
      type: fc.constant('insert-column' as const),
      at: fc.tuple(words, at).map(([column, of]) => ({ type: 'cell' as const, column, of })),
      position: fc.constantFrom('before' as const, 'after' as const),
      title: words,
      content: block,
    }),
    fc.record({
      type: fc.constant('substitute-column' as const),
      at: fc.tuple(words, at).map(([column, of]) => ({ type: 'cell' as const, column, of })),
      content: block,
    }),
  );

/** Every kind of operation. */
export const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 5, arbitrary: plainOperation },
  { weight: 1, arbitrary: together },
  { weight: 4, arbitrary: structuralAt(locator) },
  { weight: 1, arbitrary: seriesRenumbering },
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

const reason = fc.option(
  block.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== ''),
  { nil: undefined },
);

/** What one option of a choice does: undefined where it makes no change. */
export const optionMade = fc.record({ operation: fc.option(operation, { nil: undefined }), reason });

/** What the options of a choice do, so many of them, and why. */
export const choiceMade = (count: number) =>
  fc.record({
    options: fc
      .array(optionMade, { minLength: count, maxLength: count })
      .filter((options) => options.some((option) => option.operation !== undefined)),
    reason,
  });

/** Words declared to mean the same, without their range. */
export const synonyms = fc
  .uniqueArray(words, { minLength: 2, maxLength: 6, selector: (name) => name.toLowerCase() })
  .filter((names) => names.every((name) => /[\p{L}\p{N}]/u.test(name)));
