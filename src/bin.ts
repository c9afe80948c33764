#!/usr/bin/env node
import process from 'node:process';
import { run } from './cli/run.ts';

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  environment: process.env,
  isTerminal: process.stderr.isTTY === true,
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
});
