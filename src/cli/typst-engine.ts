import { createRequire } from 'node:module';
import path from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PdfEngine } from '../render/pdf/pdf-engine.ts';

const engineName = '@myriaddreamin/typst-ts-node-compiler';

// Nothing is there, and nothing need be: the source reads no file.
const emptyFolder = path.resolve('/sec-redline-reads-no-file');

/**
 * The engine that makes PDFs with Typst, which comes with this tool as native code. It is loaded when the first PDF is made. Throws one clear
 * message where there is none for this platform. It knows no files, and the same job gives the same bytes.
 */
export function typstEngine(load: () => TypstEngine = loadEngine): PdfEngine {
  let compiler: NodeCompiler | undefined;
  return ({ source, sheets }) => {
    compiler ??= makeCompiler(load);
    const { result, ...compiled } = asResult(compiler.compile({ mainFileContent: source, inputs: { sheets } }));
    if (!result) throw new Error(notLaidOut(compiled.problem));
    try {
      const bytes = new Uint8Array(compiler.pdf(result, { pdfStandard: 'ua-1' }));
      // The file of a whole change and those of its documents hold the same words.
      compiler.evictCache(2);
      return bytes;
    } catch (cause) {
      throw new Error(`The PDF could not be written after PDF/UA-1: ${firstProblem(cause)}.`, { cause });
    }
  };
}

interface TypstEngine {
  readonly NodeCompiler: Pick<typeof NodeCompiler, 'create'>;
}

function loadEngine(): TypstEngine {
  return createRequire(import.meta.url)(engineName) as TypstEngine;
}

function makeCompiler(load: () => TypstEngine): NodeCompiler {
  try {
    return load().NodeCompiler.create({ workspace: emptyFolder });
  } catch (cause) {
    throw new Error(
      `Expected the engine that makes PDFs (${engineName}) for ${process.platform} on ${process.arch}, found none. Install the packages of this tool again on this machine, with optional ones, or leave PDFs out with --format.`,
      { cause },
    );
  }
}

function asResult(compiled: ReturnType<NodeCompiler['compile']>): {
  readonly result: ReturnType<NodeCompiler['compile']>['result'];
  readonly problem: string;
} {
  const { result } = compiled;
  if (result) return { result, problem: '' };
  const diagnostics = compiled.takeDiagnostics()?.shortDiagnostics ?? [];
  return { result, problem: diagnostics.map(({ message }) => message).join('; ') };
}

// Both the reader of the sheets and the template go so deep and no deeper.
function notLaidOut(problem: string): string {
  return /recursion limit|depth exceeded/.test(problem)
    ? 'Expected a text that nests at most some ten levels deep for a PDF, found one that nests deeper. Look for a line of many > or many list markers, or leave PDFs out with --format.'
    : `The PDF could not be laid out: ${problem}.`;
}

function firstProblem(cause: unknown): string {
  const said = cause instanceof Error ? cause.message : String(cause);
  return /message: "((?:[^"\\]|\\.)*)"/.exec(said)?.[1] ?? said;
}
