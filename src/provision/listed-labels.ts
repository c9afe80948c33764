import type { LabelLocator } from '../model/locator.ts';
import { isItemLabel, readLabelPath } from './label-path.ts';
import { expected, nextToken, type SentenceReader } from './sentence-reader.ts';

/**
 * Rule: a number in a list, after another: `(c)` after `5.5.1(a)` is `5.5.1(c)`. Items alone take the place of as many
 * items of the number before, and must be of a kind with them: `(b)` cannot stand for the `1` of `5.5.2(1)`. Several that go deeper take
 * the place of the last item of a kind with their first: `(b)(i)` after `5.5.1(a)` is `5.5.1(b)(i)`.
 */
export function readListedLabel(reader: SentenceReader, before: LabelLocator): LabelLocator | undefined {
  const token = nextToken(reader);
  if (token.type !== 'label') return expected(reader, 'another number (as “5.5.3” or “(c)”)');
  const labels = listed(before.labels, token.labels);
  if (!labels) return expected(reader, `the whole number (as “5.5.1${token.text}”)`);
  reader.index += 1;
  return { ...before, labels };
}

/** Prints a number of a list after another, by its items alone where `readListedLabel` reads them as the same number. */
export function shortenListed(before: readonly string[], labels: readonly string[]): readonly string[] | undefined {
  const last = labels.slice(-1);
  const [only = ''] = last;
  const readable = isItemLabel(only) && readLabelPath(only, 0)?.labels.join() === only;
  const short = readable && labels.length > 1 && same(listed(before, last), labels);
  if (short) return last;
  return isItemLabel(labels[0] ?? '') && !same(listed(before, labels), labels) ? undefined : labels;
}

function listed(before: readonly string[], labels: readonly string[]): readonly string[] | undefined {
  if (!isItemLabel(labels[0] ?? '')) return labels;
  const kept = before.slice(0, Math.max(0, before.length - labels.length));
  const replaced = before.slice(kept.length);
  const alike = replaced.length === labels.length && replaced.every((label, index) => ofAKind(label, labels[index]));
  if (alike) return [...kept, ...labels];
  const at = before.findLastIndex((label) => ofAKind(label, labels[0]));
  return labels.length > 1 && at >= 0 ? [...before.slice(0, at), ...labels] : undefined;
}

function ofAKind(one: string, other = ''): boolean {
  const kinds = kindsOf(other);
  return isItemLabel(one) && kindsOf(one).some((kind) => kinds.includes(kind));
}

function kindsOf(label: string): readonly string[] {
  const core = label.replace(/[().]/g, '');
  const found: string[] = [];
  if (/^(?:[ivxl]+|[ivx]{2,5}[a-h])$/.test(core)) found.push('roman');
  if (/^[a-z]{1,2}$/.test(core)) found.push('letter');
  if (/^(?:[A-Z]{1,2}|[IVX]+)$/.test(core)) found.push('capital');
  if (/^\d/.test(core)) found.push('number');
  return found;
}

function same(one: readonly string[] | undefined, other: readonly string[]): boolean {
  return one !== undefined && one.length === other.length && one.every((label, index) => label === other[index]);
}
