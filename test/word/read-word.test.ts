import { describe, expect, it } from 'vitest';
import { lines, readParts } from './reading.ts';

const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

describe('a Word file', () => {
  it('is read paragraph by paragraph', () => {
    const { document, told } = readParts(`${paragraph('5.5.1 The DCC shall')}${paragraph('and shall record it.')}`);
    expect(lines(document.blocks)).toEqual(['5.5.1 The DCC shall', 'and shall record it.']);
    expect(told).toEqual([]);
  });
});
