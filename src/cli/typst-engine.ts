import { createRequire } from 'node:module';
import path from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { type PdfEngine, Undrawable } from '../render/pdf/pdf-engine.ts';
import { fontsAmong } from './engine-fonts.ts';
import { readBytes } from './workspace.ts';

const engineName = '@myriaddreamin/typst-ts-node-compiler';

// Nothing is there, and nothing need be: the source reads no file.
const emptyFolder = path.resolve('/sec-redline-reads-no-file');

/**
 * The engine that makes PDFs with Typst, which comes with this tool as native code. It is loaded when the first PDF is made. Throws one clear
 * message where there is none for this platform. It knows no files, and the same job gives the same bytes on every machine: it is handed the
 * fonts that it brings itself, so that they come before any of the machine's that bear the same names.
 */
export function typstEngine(load: () => TypstEngine = loadEngine): PdfEngine {
  let compiler: NodeCompiler | undefined;
  return ({ source, sheets }) => {
    compiler ??= makeCompiler(load);
    const { result, ...compiled } = asResult(compiler.compile({ mainFileContent: source, inputs: { sheets } }));
    if (!result) throw new Undrawable(`while laying it out, “${compiled.problem}”`);
    try {
      const bytes = new Uint8Array(compiler.pdf(result, { pdfStandard: 'ua-1' }));
      // The file of a whole change and those of its documents hold the same words.
      compiler.evictCache(2);
      return bytes;
    } catch (cause) {
      throw new Undrawable(`while writing it after PDF/UA-1, “${firstProblem(cause)}”`, { cause });
    }
  };
}

interface TypstEngine {
  readonly NodeCompiler: Pick<typeof NodeCompiler, 'create'>;
  /** The fonts that it brings. */
  readonly fonts: readonly Buffer[];
}

function loadEngine(): TypstEngine {
  const require = createRequire(import.meta.url);
  const { NodeCompiler } = require(engineName) as TypstEngine;
  const file = Object.keys(require.cache).find(
    (loaded) => loaded.includes('typst-ts-node-compiler') && loaded.endsWith('.node'),
  );
  const read = file === undefined ? undefined : readBytes(path.dirname(file), path.basename(file));
  return { NodeCompiler, fonts: read && 'bytes' in read ? fontsAmong(read.bytes) : [] };
}

function makeCompiler(load: () => TypstEngine): NodeCompiler {
  try {
    const { NodeCompiler, fonts } = load();
    return NodeCompiler.create({ workspace: emptyFolder, fontArgs: [{ fontBlobs: [...fonts] }] });
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

function firstProblem(cause: unknown): string {
  const said = cause instanceof Error ? cause.message : String(cause);
  return /message: "((?:[^"\\]|\\.)*)"/.exec(said)?.[1] ?? said;
}
