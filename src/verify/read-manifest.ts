import { z } from 'zod';

const manifestFile = z.object({
  schema: z.literal('sec-redline/manifest@1'),
  files: z.array(z.object({ path: z.string(), sha256: z.string() })),
});

/** The files that a manifest lists, with their sha256; undefined where it is not a manifest. */
export function readManifest(text: string): ReadonlyMap<string, string> | undefined {
  const read = manifestFile.safeParse(parsed(text));
  if (!read.success) return undefined;
  return new Map(read.data.files.map(({ path, sha256 }) => [path, sha256]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
