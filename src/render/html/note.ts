import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { PackDocument } from '../../model/pack.ts';
import { inBrief } from '../in-brief.ts';
import { type Stop, type Stops, stopId } from '../stops.ts';

/**
 * Makes the note that stands beside each stop of a page: what is done, by which instruction, why, and the way to the
 * changes before and after.
 */
export function noteMaker(document: PackDocument, stops: Stops): (stop: Stop) => Element {
  const instructions = new Map(document.instructions.map((instruction) => [instruction.number, instruction]));
  return (stop) => {
    const why = stop.by.flatMap((number) => {
      const instruction = instructions.get(number);
      const words = instruction?.reason ?? (instruction && inBrief(instruction.words));
      return [h('p.why', instructionLink(number, instruction !== undefined), h('span', words ?? ''))];
    });
    return h(
      'div.note',
      { role: 'note', ariaLabel: `Change ${stop.number} of ${stops.all.length}`, dataTold: '' },
      h('p.deed', stop.deed, steps(stop, stops)),
      ...why,
    );
  };
}

/** The fragment name of an instruction in the list of changes. */
export function instructionId(number: number): string {
  return `instruction-${number}`;
}

function instructionLink(number: number, listed: boolean): ElementContent {
  if (!listed) return h('span.number', String(number));
  return h('a.number', { href: `#${instructionId(number)}`, ariaLabel: `Instruction ${number}` }, String(number));
}

function steps(stop: Stop, stops: Stops): Element {
  const previous = stops.all[stop.number - 2];
  const next = stops.all[stop.number];
  return h(
    'span.steps',
    previous && h('a', { href: `#${stopId(previous)}`, ariaLabel: 'Previous change' }, '↑'),
    next && h('a', { href: `#${stopId(next)}`, ariaLabel: 'Next change' }, '↓'),
  );
}
