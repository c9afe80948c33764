import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readChange } from '../src/change/read-change.ts';
import type { Change } from '../src/model/change.ts';
import type { Document } from '../src/model/document.ts';
import type { Message } from '../src/model/message.ts';
import { parseDocument } from '../src/source/parse.ts';

const folder = fileURLToPath(new URL('fixtures/', import.meta.url));

/** A folder of Markdown: documents, a change to them, and what must come of it. */
export interface Fixture {
  readonly name: string;
  readonly documents: ReadonlyMap<string, Document>;
  readonly change: ReturnType<typeof readChange>;
  /** The text of a file of the folder, or undefined. */
  readonly expected: (file: string) => string | undefined;
  /** Where UPDATE=1 is set, writes what came as what is expected. */
  readonly update: (file: string, text: string) => void;
}

/** Every fixture, in the order of their names. */
export function fixtures(): readonly Fixture[] {
  return readdirSync(folder).sort().map(fixture);
}

function fixture(name: string): Fixture {
  const file = (wanted: string) => path.join(folder, name, wanted);
  const names = readdirSync(path.join(folder, name)).filter((entry) => /^[A-Z]\.md$/.test(entry));
  const documents = names.sort().map((entry) => parseDocument(readFileSync(file(entry), 'utf8'), entry));
  return {
    name: name.replaceAll('-', ' '),
    documents: new Map(documents.map((document) => [document.key, document])),
    change: readChange(readFileSync(file('change.md'), 'utf8'), 'change.md'),
    expected: (wanted) => (existsSync(file(wanted)) ? readFileSync(file(wanted), 'utf8') : undefined),
    update: (wanted, text) => {
      if (process.env.UPDATE) writeFileSync(file(wanted), text);
    },
  };
}

/** The change of a fixture that must read. */
export function changeOf({ name, change }: Fixture): Change {
  if (!change.ok) throw new Error(`${name}: ${change.messages.map(({ text }) => text).join(' ')}`);
  return change.change;
}

/** Messages as a person reads them, one paragraph each. */
export function told(messages: readonly Message[]): string {
  const at = ({ path: file, line, column }: { path: string; line: number; column: number }) =>
    `${file}:${line}:${column}`;
  return messages
    .map((message) =>
      [
        `${at(message.place)} ${message.rule}`,
        `  ${message.text}`,
        ...(message.other ? [`  ${at(message.other)} “${message.other.text}”`] : []),
        ...(message.advice ? [`  ${message.advice}`] : []),
        '',
      ].join('\n'),
    )
    .join('\n');
}
