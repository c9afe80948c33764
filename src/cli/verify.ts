import path from 'node:path';
import { applyChange } from '../change/apply.ts';
import { optionsOf } from '../change/choices.ts';
import type { Change } from '../model/change.ts';
import type { Document } from '../model/document.ts';
import { fileStems, optionFolder } from '../render/file-stems.ts';
import { type Proof, type Truth, verifyOptions, verifyOutputs } from '../verify/verify-outputs.ts';
import { takePdfs } from '../verify/verify-pdfs.ts';
import { verifyWords } from '../verify/verify-words.ts';
import { chosenChanges, everyOption, once, outputFolder } from './chosen.ts';
import { readCode } from './code.ts';
import { type CodeOptions, foldersOf } from './folders.ts';
import type { ExitCode, Io } from './io.ts';
import { hasErrors, report } from './report.ts';
import { guardedSettler } from './revision-settler.ts';
import { visible } from './visible.ts';
import { readOutputs } from './workspace.ts';

type Options = CodeOptions & {
  readonly changes: readonly string[];
  readonly out: string;
  readonly option?: string;
  readonly json?: boolean;
};

/** Reads the outputs of each change back, and proves that they say what its instructions say. */
export async function verifyCommand(io: Io, options: Options): Promise<ExitCode> {
  const folders = foldersOf(io, options);
  const code = readCode(folders, options.changes);
  const chosen = options.option === undefined ? undefined : chosenChanges(code.changes, options.option);
  const messages = [...code.messages, ...(chosen?.messages ?? [])];
  report(io, messages);
  if (hasErrors(messages)) return 1;
  if (code.changes.length === 0)
    io.error(`There are no changes in ${folders.appendices}/changes: nothing was proved.\n`);
  const results = [];
  for (const change of chosen?.changes ?? code.changes) {
    const folder = path.posix.join(options.out, outputFolder(change));
    results.push({
      change: change.name,
      option: change.option,
      folder,
      ...(await prove(io, change, code.documents, path.resolve(folders.root, folder), folder)),
    });
  }
  if (options.json) io.out(`${JSON.stringify(results, undefined, 2)}\n`);
  else
    for (const { folder, proofs, pdfs } of results) {
      io.out(table(folder, proofs ?? []));
      if (pdfs.length > 0) io.out(table(`${folder}, PDFs`, pdfs));
    }
  const holds = ({ problem }: Proof) => problem === undefined;
  return results.every(({ proofs, pdfs }) => proofs?.every(holds) && pdfs.every(holds)) ? 0 : 1;
}

/** What was proved of the outputs of a change, and of the PDFs among them, which are there or not. No proofs where it cannot be carried out. */
interface Proved {
  readonly proofs?: readonly Proof[];
  readonly pdfs: readonly Proof[];
}

type Documents = ReadonlyMap<string, Document>;

async function prove(io: Io, change: Change, documents: Documents, folder: string, named: string): Promise<Proved> {
  const each = everyOption([change], undefined);
  const applied = each.changes.map((one) => ({ letter: one.option, result: applyChange(one, documents) }));
  const refusals = applied.flatMap(({ result }) => (result.ok ? [] : result.refusals));
  if (refusals.length > 0) {
    report(io, once(refusals));
    return { pdfs: [] };
  }
  const outputs = readOutputs(folder);
  if (!outputs) {
    const problem = 'expected the folder, found none; make it with `sec-redline redline`';
    return { proofs: [{ path: named, claim: 'holds the outputs', problem }], pdfs: [] };
  }
  const amended = applied.map(({ letter, result }) => ({ letter, truths: result.ok ? result.documents : new Map() }));
  const [only] = amended;
  const alone = optionsOf(change).length === 0;
  const folders = amended.map(({ letter = '', truths }) => ({
    folder: alone ? '' : `${optionFolder(letter)}/`,
    truths: byStem(truths),
  }));
  if (alone) {
    const { rest, proofs: pdfs } = takePdfs(outputs, folders, change.name);
    const words = await verifyWords(outputs, folders, guardedSettler);
    return { proofs: [...verifyOutputs(rest, byStem(only?.truths ?? new Map())), ...words], pdfs };
  }
  const keys = new Set(amended.flatMap(({ truths }) => [...truths.keys()]));
  const stays = [...documents]
    .filter(([key]) => keys.has(key))
    .map(([key, text]) => [key, { before: text, after: text }]);
  const unamended = new Map(stays as [string, Truth][]);
  const options = amended.map(({ letter = '', truths }) => ({
    letter,
    amended: byStem(truths),
    shown: byStem(new Map([...unamended, ...truths])),
  }));
  const beside = options.map(({ letter, shown }) => ({ letter, truths: [...shown.values()] }));
  const { rest, proofs: pdfs } = takePdfs(outputs, folders, change.name, beside);
  const words = await verifyWords(outputs, folders, guardedSettler);
  const proofs = verifyOptions(rest, options);
  return { proofs: [...proofs, ...words], pdfs };
}

function byStem(truths: ReadonlyMap<string, Truth>): ReadonlyMap<string, Truth> {
  const keys = [...truths.keys()].sort();
  const stems = fileStems(keys.map((key) => ({ key })));
  return new Map(
    keys.flatMap((key, index): [string, Truth][] => {
      const truth = truths.get(key);
      return truth ? [[stems[index] ?? key, truth]] : [];
    }),
  );
}

function table(folder: string, proofs: readonly Proof[]): string {
  const width = Math.max(0, ...proofs.map(({ path: file }) => file.length));
  const lines = proofs.map(
    ({ path: file, claim, problem }) =>
      `  ${problem === undefined ? 'proved' : 'FAILED'}  ${file.padEnd(width)}  ${claim}${problem === undefined ? '' : `\n          ${problem}`}`,
  );
  const failed = proofs.filter(({ problem }) => problem !== undefined).length;
  const sum = failed === 0 ? `${proofs.length} proved` : `${proofs.length - failed} proved, ${failed} failed`;
  // What was read back may be anything: it is shown, and steers no terminal.
  return visible(`${folder}\n${lines.join('\n')}\n${sum}\n`);
}
