import { changeName } from '../change/choices.ts';
import type { Consequences } from '../model/consequences.ts';
import type { Message } from '../model/message.ts';
import type { Pack } from '../model/pack.ts';
import { tellConsequences } from '../render/consequence-tables.ts';
import { consequencesJson } from '../render/consequences-json.ts';

/** All that one run of `check` found. */
export interface CheckReport {
  readonly tool: Pack['tool'];
  readonly findings: readonly Message[];
  /** What a rule finds in the texts in force and a comment silences. */
  readonly silenced: readonly (Message & { readonly reason: string })[];
  /** For each change that can be carried out, by name. */
  readonly changes: readonly { readonly pack: Pack; readonly consequences: Consequences }[];
}

/** A report as JSON: `sec-redline/check@1`, whose keys keep their names and meanings. */
export function checkJson({ tool, findings, silenced, changes }: CheckReport): unknown {
  return {
    schema: 'sec-redline/check@1',
    tool: { name: tool.name, version: tool.version },
    findings: findings.map(messageJson),
    silenced: silenced.map((finding) => ({ ...messageJson(finding), reason: finding.reason })),
    changes: changes.map(({ pack, consequences }) => ({
      change: pack.change?.name,
      option: pack.change?.option,
      consequences: consequencesJson(consequences),
    })),
  };
}

function messageJson({ severity, rule, text, place, other, advice }: Message): object {
  return { severity, rule, text, place, other, advice };
}

/** The consequences of a change as lines to read in a terminal; what is wrong is left to the messages. */
export function consequenceLines({ pack }: CheckReport['changes'][number]): string {
  const telling = tellConsequences(pack);
  if (!telling) return '';
  const lines = telling.tables
    .filter(({ caption }) => caption !== 'What is now wrong')
    .flatMap(({ caption, rows }) => [
      `  ${caption} (${rows.length})`,
      ...rows.map(
        (cells) =>
          `    ${cells
            .map(({ words }) => words)
            .filter((words) => words !== '')
            .join(' | ')}`,
      ),
    ]);
  return `${[pack.change ? changeName(pack.change) : '', ...telling.sentences.map((sentence) => `  ${sentence}`), ...lines].join('\n')}\n`;
}
