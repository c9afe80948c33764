import { z } from 'zod';

const redlineFile = z.object({
  schema: z.literal('sec-redline/redline@1'),
  before: z.object({ sha256: z.string() }),
  after: z.object({ sha256: z.string() }),
  source: z.array(z.object({ type: z.enum(['same', 'inserted', 'deleted']), text: z.string() })),
});

/** Both texts that a redline's JSON holds, and the hashes it gives them; or what is wrong with the file. */
export type JsonRead =
  | {
      readonly ok: true;
      readonly before: string;
      readonly after: string;
      readonly hashes: { readonly before: string; readonly after: string };
    }
  | { readonly ok: false; readonly problem: string };

/** Reads the JSON of a redline back: what is not inserted is the text before, what is not deleted the text after. */
export function readJson(text: string): JsonRead {
  const value = parsed(text);
  const read = redlineFile.safeParse(value);
  if (!read.success)
    return { ok: false, problem: 'expected a redline as the schema describes it, found something else' };
  const { source, before, after } = read.data;
  const joined = (left: string) =>
    source
      .filter(({ type }) => type !== left)
      .map((span) => span.text)
      .join('');
  return {
    ok: true,
    before: joined('inserted'),
    after: joined('deleted'),
    hashes: { before: before.sha256, after: after.sha256 },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
