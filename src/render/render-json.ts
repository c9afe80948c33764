import type { Pack, RenderedFile } from '../model/pack.ts';
import type { Redline, RedlineChange, Span, Version } from '../model/redline.ts';
import { ofDocument } from './consequence-tables.ts';
import { consequencesJson } from './consequences-json.ts';
import { fileStems } from './file-stems.ts';

/**
 * `D.redline.json` for each document: the redline as `redline.schema.json` describes it, without the block tree, which
 * can be made again from the texts, and with the consequences in that document; `consequences.json` has those in all. Keys stand in a fixed order, two spaces indent, a line feed ends the file.
 */
export function renderJson(pack: Pack): readonly RenderedFile[] {
  const stems = fileStems(pack.documents);
  const { consequences } = pack;
  const redlines = pack.documents.map(({ redline, key }, index) => ({
    path: `${stems[index]}.redline.json`,
    content: written({
      ...redlineJson(redline),
      consequences: consequences && consequencesJson(ofDocument(consequences, key)),
    }),
  }));
  if (!consequences) return redlines;
  const whole = { schema: 'sec-redline/consequences@1', ...consequencesJson(consequences) };
  return [...redlines, { path: 'consequences.json', content: written(whole) }];
}

function written(data: unknown): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}

/** What the file of one redline holds, as plain data. */
export function redlineJson(redline: Redline): object {
  const { blocksBefore, blocksAfter, blocksUnchanged, suppressed, notCompared } = redline.coverage;
  return {
    schema: redline.schema,
    before: versionJson(redline.before),
    after: versionJson(redline.after),
    source: redline.source.map(spanJson),
    changes: redline.changes.map(changeJson),
    coverage: { blocksBefore, blocksAfter, blocksUnchanged, suppressed, notCompared },
  };
}

// `JSON.stringify` leaves out a key whose value is undefined; naming every key here fixes the order.
function versionJson({ path, version, sha256 }: Version): unknown {
  return { path, version, sha256 };
}

function spanJson({ type, text, move, relabel, by }: Span): unknown {
  return { type, text, move, relabel, by };
}

function changeJson({ type, before, after, kind, by, reason, id, move, edits }: RedlineChange): unknown {
  const told = edits?.map(({ deleted, inserted }) => ({ deleted, inserted }));
  return { type, before, after, kind, by, reason, id, move, edits: told };
}
