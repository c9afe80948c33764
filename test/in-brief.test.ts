import { describe, expect, test } from 'vitest';
import { printWords } from '../src/change/print-instruction.ts';
import { readChange } from '../src/change/read-change.ts';
import { inBrief } from '../src/render/in-brief.ts';

function brief(instruction: string): string {
  const head = '---\nchange: DP999\ntitle: T\nstage: draft\nbaseline: { D: "1.0" }\n---\n\n## Appendix D\n\n';
  const read = readChange(`${head}1. ${instruction.replaceAll('\n', '\n   ')}\n`, 'change.md');
  if (!read.ok) throw new Error(read.messages.map(({ text }) => text).join(' '));
  const [only] = read.change.instructions;
  if (!only) throw new Error('no instruction');
  return inBrief(printWords(only));
}

describe('an instruction in brief', () => {
  test.each([
    ['Omit paragraph 5.1.2.', 'Omit paragraph 5.1.2.'],
    [
      'After paragraph 5.1.2 insert—\n\n> 5.1.2A The answer is final.',
      'After paragraph 5.1.2 insert “5.1.2A The answer is final.”.',
    ],
    [
      'After paragraph 5.1.2 insert—\n\n> 5.1.2A The applicant shall acknowledge each answer and each refusal that it has received.',
      'After paragraph 5.1.2 insert “5.1.2A The applicant shall acknowledge each answer and …”.',
    ],
    [
      'After paragraph 5.1.1(b) insert—\n\n> - (ba) by a courier; or\n> - (bb) by hand; or',
      'After paragraph 5.1.1(b) insert “(ba) by a courier; or …”.',
    ],
    ['After section 5.1 insert—\n\n> ### 5.1A Replies', 'After section 5.1 insert “5.1A Replies”.'],
    ['After paragraph 5.1.2 insert—\n\n> ```xml\n> <Route/>\n> ```', 'After paragraph 5.1.2 insert “<Route/>”.'],
    [
      'In Annex A, after the definition of “DCC” insert—\n\n> | Device | means a thing. |',
      'In Annex A, after the definition of “DCC” insert “Device | means a thing.”.',
    ],
    ['After paragraph 5.1.2 insert—\n\n> ---', 'After paragraph 5.1.2 insert'],
    [
      'In section 5.1—\n\n- (a) omit paragraph 5.1.1; and\n- (b) in paragraph 5.1.2, omit “X”.',
      'In section 5.1: (a) omit paragraph 5.1.1; and …',
    ],
  ])('never ends in a dash of its own: %s', (instruction, said) => {
    expect(brief(instruction)).toBe(said);
  });
});
