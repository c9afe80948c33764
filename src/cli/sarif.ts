import { changeRules } from '../amend/change-rules.ts';
import { rules } from '../check/check-documents.ts';
import { definitionOmitted } from '../check/definition-omitted.ts';
import type { Message, Place } from '../model/message.ts';
import type { CheckReport } from './check-report.ts';

const known = [...rules, definitionOmitted, ...changeRules].sort((a, b) => (a.id < b.id ? -1 : 1));

/**
 * A report as SARIF 2.1.0, which editors and code hosts read: every rule with its help and severity, every finding with its region,
 * the other places it speaks of, and what is silenced as suppressed in the source. Addresses are relative to the folder that the code is in.
 */
export function sarifLog({ tool, findings, silenced }: CheckReport): unknown {
  const ids = [...new Set([...known.map(({ id }) => id), ...findings.map(({ rule }) => rule)])];
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: tool.name, version: tool.version, rules: ids.map(ruleEntry) } },
        columnKind: 'utf16CodeUnits',
        results: [
          ...findings.map((finding) => resultOf(finding, ids)),
          ...silenced.map(({ reason, ...finding }) => ({
            ...resultOf(finding, ids),
            suppressions: [{ kind: 'inSource', justification: reason }],
          })),
        ],
      },
    ],
  };
}

function ruleEntry(id: string): object {
  const rule = known.find((each) => each.id === id);
  if (!rule) return { id };
  return {
    id,
    shortDescription: { text: rule.summary },
    help: {
      text: `${rule.summary} Where it is right as it is, write <!-- check: allow ${id}: the reason --> before the block.`,
    },
    defaultConfiguration: { level: rule.severity },
  };
}

function resultOf({ rule, severity, text, advice, place, other }: Message, ids: readonly string[]): object {
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: severity,
    message: { text: advice === undefined ? text : `${text} ${advice}` },
    locations: [{ physicalLocation: locationOf(place) }],
    ...(other && { relatedLocations: [{ id: 1, physicalLocation: locationOf(other), message: { text: other.text } }] }),
  };
}

function locationOf({ path, line, column, endLine, endColumn }: Place): object {
  return {
    artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/') },
    region: { startLine: line, startColumn: column, endLine: endLine ?? line, endColumn: endColumn ?? column },
  };
}
