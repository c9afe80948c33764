import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { amend } from '../src/amend/amend.ts';
import { findConsequences } from '../src/amend/consequences.ts';
import { readChange } from '../src/change/read-change.ts';
import { parseDocument } from '../src/source/parse.ts';
import { told } from './fixture.ts';

const folder = fileURLToPath(new URL('stories/', import.meta.url));

/** What a change of a story makes untrue or moves elsewhere, as a drafter is told it, and what it cures and what is silenced. */
function outcome(name: string): string {
  const file = (wanted: string) => path.join(folder, name, wanted);
  const names = readdirSync(path.join(folder, name)).filter((entry) => /^[A-Z]\.md$/.test(entry));
  const documents = new Map(
    names.sort().map((entry) => {
      const document = parseDocument(readFileSync(file(entry), 'utf8'), entry);
      return [document.key, document] as const;
    }),
  );
  const read = readChange(readFileSync(file('change.md'), 'utf8'), 'change.md');
  if (!read.ok) return told(read.messages);
  const amendment = amend(read.change, documents);
  if (!amendment.ok) return told(amendment.messages);
  const { consequences, messages } = findConsequences(documents, amendment.documents, read.change);
  const { labels, cured, checked } = consequences;
  return [
    told(messages),
    ...labels.map(({ type, document, before, after }) => `${type}: ${document}: ${before ?? '–'} → ${after ?? '–'}\n`),
    ...cured.map(({ document, at, rule, text }) => `cured: ${document}: ${at}: ${rule}: ${text}\n`),
    ...checked.silenced.map(({ document, at, rule, reason }) => `silenced: ${document}: ${at}: ${rule}: ${reason}\n`),
  ].join('');
}

describe('a story in which', () => {
  for (const name of readdirSync(folder).sort()) {
    it(name.replaceAll('-', ' '), () => {
      const expected = path.join(folder, name, 'consequences.txt');
      const text = outcome(name);
      if (process.env.UPDATE) writeFileSync(expected, text);
      expect(existsSync(expected) ? readFileSync(expected, 'utf8') : undefined).toBe(text);
    });
  }
});
