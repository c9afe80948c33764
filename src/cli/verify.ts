import path from 'node:path';
import { applyChange } from '../change/apply.ts';
import type { Change } from '../model/change.ts';
import type { Document } from '../model/document.ts';
import { fileStems } from '../render/file-stems.ts';
import { type Proof, type Truth, verifyOutputs } from '../verify/verify-outputs.ts';
import { readCode } from './code.ts';
import { type CodeOptions, foldersOf } from './folders.ts';
import type { ExitCode, Io } from './io.ts';
import { hasErrors, report } from './report.ts';
import { readOutputs } from './workspace.ts';

type Options = CodeOptions & { readonly changes: readonly string[]; readonly out: string; readonly json?: boolean };

/** Reads the outputs of each change back, and proves that they say what its instructions say. */
export function verifyCommand(io: Io, options: Options): ExitCode {
  const folders = foldersOf(io, options);
  const code = readCode(folders, options.changes);
  report(io, code.messages);
  if (hasErrors(code.messages)) return 1;
  const results = code.changes.map((change) => {
    const folder = path.posix.join(options.out, change.name);
    return {
      change: change.name,
      folder,
      proofs: prove(io, change, code.documents, path.resolve(folders.root, folder), folder),
    };
  });
  if (options.json) io.out(`${JSON.stringify(results, undefined, 2)}\n`);
  else for (const { folder, proofs } of results) io.out(table(folder, proofs ?? []));
  return results.every(({ proofs }) => proofs?.every(({ problem }) => problem === undefined)) ? 0 : 1;
}

function prove(
  io: Io,
  change: Change,
  documents: ReadonlyMap<string, Document>,
  folder: string,
  named: string,
): readonly Proof[] | undefined {
  const applied = applyChange(change, documents);
  if (!applied.ok) {
    report(io, applied.refusals);
    return undefined;
  }
  const outputs = readOutputs(folder);
  if (!outputs)
    return [
      {
        path: named,
        claim: 'holds the outputs',
        problem: 'expected the folder, found none; make it with `sec-redline redline`',
      },
    ];
  const keys = [...applied.documents.keys()].sort();
  const stems = fileStems(keys.map((key) => ({ key })));
  const truths = new Map(
    keys.flatMap((key, index): [string, Truth][] => {
      const truth = applied.documents.get(key);
      return truth ? [[stems[index] ?? key, truth]] : [];
    }),
  );
  return verifyOutputs(outputs, truths);
}

function table(folder: string, proofs: readonly Proof[]): string {
  const width = Math.max(0, ...proofs.map(({ path: file }) => file.length));
  const lines = proofs.map(
    ({ path: file, claim, problem }) =>
      `  ${problem === undefined ? 'proved' : 'FAILED'}  ${file.padEnd(width)}  ${claim}${problem === undefined ? '' : `\n          ${problem}`}`,
  );
  const failed = proofs.filter(({ problem }) => problem !== undefined).length;
  const sum = failed === 0 ? `${proofs.length} proved` : `${proofs.length - failed} proved, ${failed} failed`;
  return `${folder}\n${lines.join('\n')}\n${sum}\n`;
}
