import { createRequire } from 'node:module';

const { name, version } = createRequire(import.meta.url)('../../package.json') as { name: string; version: string };

/** The tool's name and version, as its package declares them. */
export const tool = { name, version };

/** The tool's version. */
export const toolVersion = version;
