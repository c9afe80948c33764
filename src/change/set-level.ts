import type { SetLevel } from '../model/structural-operation.ts';
import { type Outcome, oneEdit, type Placed } from './placed.ts';

/** Works out “change the level of the heading of X to 3”: the number signs before it, and nothing else. */
export function setLevel({ level }: SetLevel, { document, target, instruction }: Placed): Outcome {
  const section = target.type === 'provision' && target.provision.type === 'section' ? target.provision : undefined;
  if (!section)
    return {
      rule: 'no-heading-there',
      text: 'expected a section, whose heading has a level, found something else',
      advice: 'name a section or a part',
    };
  const { start } = section;
  const marker = /^#+/.exec(document.source.slice(start, start + 7))?.[0];
  if (marker === undefined)
    return {
      rule: 'heading-not-canonical',
      text: 'expected a heading that begins with number signs, found one that is underlined',
      advice: 'put the document into canonical form with “sec-redline format” first',
    };
  if (marker.length === level)
    return { rule: 'no-effect', text: `the heading has level ${level} already`, advice: 'take the instruction out' };
  const by = instruction.number;
  return oneEdit({ start, end: start + marker.length, text: '#'.repeat(level), by, meant: { type: 'level', level } });
}
