import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Format, Run } from '../../model/redline.ts';
import { isCheckComment } from '../../source/check-comment.ts';
import { safeAddress } from '../address.ts';
import type { StandingRun } from '../standing-runs.ts';
import { sanitise } from './sanitise.ts';
import { told } from './told.ts';
import { visibleText } from './visible-text.ts';

const wrappers: Partial<Record<Format, string>> = { strong: 'strong', emphasis: 'em', struck: 's', code: 'code' };

/**
 * The runs of a block as page content: neighbours with the same mark by the same instruction share one `ins` or `del`,
 * with words for assistive technology at both ends. A label at the head of the first run is set apart, to hang; where it only changes
 * its number, both numbers are.
 */
export function runNodes(runs: readonly StandingRun[], label: string | undefined): ElementContent[] {
  if (isRenumbered(runs, label)) {
    const numbers = h('span.label.renumbered', markedRuns(runs.slice(0, 2), undefined));
    return [numbers, ...markedRuns(runs.slice(2), undefined)];
  }
  return markedRuns(runs, label);
}

function isRenumbered([old, fresh]: readonly StandingRun[], label: string | undefined): boolean {
  const whole = label !== undefined && old?.text === label.trimEnd();
  return whole && old.type === 'deleted' && !!old.relabel && fresh?.type === 'inserted' && !!fresh.relabel;
}

function markedRuns(runs: readonly StandingRun[], label: string | undefined): ElementContent[] {
  const nodes: ElementContent[] = [];
  for (let start = 0; start < runs.length; ) {
    let end = start + 1;
    while (end < runs.length && sameMark(runs[start], runs[end])) end += 1;
    const inside = runs
      .slice(start, end)
      .flatMap((run, index) => runContent(run, start + index === 0 ? label : undefined));
    nodes.push(...marked(runs[start] as StandingRun, inside));
    start = end;
  }
  return nodes;
}

function sameMark(left: StandingRun | undefined, right: StandingRun | undefined): boolean {
  return (
    left?.type === right?.type &&
    left?.by === right?.by &&
    left?.relabel === right?.relabel &&
    left?.edited === right?.edited
  );
}

function marked(run: StandingRun, inside: ElementContent[]): ElementContent[] {
  if (run.type === 'same') return inside;
  const inserted = run.type === 'inserted';
  const word = `${run.relabel ? 'renumbering, ' : ''}${inserted ? 'insertion' : 'deletion'}`;
  const properties = {
    dataBy: run.by?.toString(),
    className: run.relabel ? ['relabel'] : run.edited ? ['edited'] : undefined,
  };
  return [h(inserted ? 'ins' : 'del', properties, told(`${word} starts`), ...inside, told(`${word} ends`))];
}

function runContent(run: Run, label: string | undefined): ElementContent[] {
  const outside = [...changedFormats(run), ...changedAddress(run)];
  let inside = ownContent(run, label);
  for (const format of run.formats) {
    const name = wrappers[format];
    if (name !== undefined) inside = [h(name, inside)];
  }
  return [...linked(run, inside), ...outside];
}

function ownContent(run: Run, label: string | undefined): ElementContent[] {
  const { text, formats } = run;
  if (formats.includes('break')) return [...returnSign(run), h('br')];
  if (formats.includes('html')) return rawHtml(run);
  if (formats.includes('image')) return [h('span.image', told('image'), ...visibleText(text))];
  if (formats.includes('footnote')) return [h('sup', h('a', { href: `#${footnoteId(run.link ?? text)}` }, text))];
  if (label === undefined) return visibleText(text);
  return [h('span.label', label), ...visibleText(text.slice(label.length))];
}

// A line break in a cell has no other form in Markdown, so that it is one and no longer a tag to a reader.
function rawHtml(run: Run): ElementContent[] {
  if (/^<br ?\/?>$/i.test(run.text)) return [...returnSign(run), h('br', { dataText: run.text })];
  return [h('code.raw', { hidden: run.type === 'same' && isCheckComment(run.text) }, visibleText(run.text))];
}

function returnSign(run: Run): ElementContent[] {
  return run.type === 'same' ? [] : [h('span.sign', { dataTold: '', ariaHidden: 'true' }, '↵')];
}

function linked(run: Run, inside: ElementContent[]): ElementContent[] {
  if (run.link === undefined || run.formats.includes('footnote') || run.formats.includes('image')) return inside;
  const href = safeAddress(run.link);
  return href === undefined ? inside : sanitise([h('a', { href }, ...inside)]);
}

// Two links that differ in nothing but where they lead would look alike.
function changedAddress(run: Run): ElementContent[] {
  if (run.link === undefined || run.type === 'same' || run.formats.includes('footnote')) return [];
  return [h('span.address', { dataTold: '' }, ' ⟨', ...visibleText(run.link), '⟩')];
}

function changedFormats(run: Run): ElementContent[] {
  if (!run.formatsBefore) return [];
  const from = run.formatsBefore.join(', ') || 'plain';
  const to = run.formats.join(', ') || 'plain';
  return [h('span.address', { dataTold: '' }, ` [set ${to}, before ${from}]`)];
}

/** The fragment name of a footnote. */
export function footnoteId(name: string): string {
  return `footnote-${name.replace(/[^A-Za-z0-9_-]/g, '-')}`;
}
