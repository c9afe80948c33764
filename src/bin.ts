#!/usr/bin/env node
import process from 'node:process';
import { heedPrinting } from './cli/printing.ts';
import { run } from './cli/run.ts';

heedPrinting(process.stdout, process.stderr, () => {
  process.exitCode = 1;
});
const code = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  environment: process.env,
  isTerminal: process.stderr.isTTY === true,
  isOutTerminal: process.stdout.isTTY === true,
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
});
process.exitCode ||= code;
