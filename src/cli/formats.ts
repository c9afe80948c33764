import type { Message } from '../model/message.ts';
import type { OptionsPack, Pack, RenderedFile } from '../model/pack.ts';
import { renderDocx } from '../render/docx/render-docx.ts';
import { optionFolder } from '../render/file-stems.ts';
import { renderHtml } from '../render/html/render-html.ts';
import { renderOptions } from '../render/html/render-options.ts';
import { renderMarkdown } from '../render/markdown/render-markdown.ts';
import { makeOptionsPdf, makePdfs } from '../render/pdf/render-pdf.ts';
import { renderDiff } from '../render/render-diff.ts';
import { renderJson } from '../render/render-json.ts';
import { renderManifest, renderOptionsManifest } from '../render/render-manifest.ts';
import { renderText } from '../render/render-text.ts';
import { type Format, formats } from './format-names.ts';
import { typstEngine } from './typst-engine.ts';

const engine = typstEngine();

/** Makes the files of a format. What it cannot make it leaves out, and says why. */
type Renderer = (pack: Pack, leaveOut: LeaveOut) => readonly RenderedFile[];

/** Is told why a file is left out. */
type LeaveOut = (message: Message) => void;

const renderers = {
  html: renderHtml,
  md: renderMarkdown,
  json: renderJson,
  diff: renderDiff,
  text: renderText,
  docx: renderDocx,
  pdf: (pack, leaveOut) => {
    const { files, messages } = makePdfs(pack, engine);
    messages.forEach(leaveOut);
    return files;
  },
} satisfies Record<Format, Renderer>;

/**
 * Renders a pack in the formats asked for, with the manifest of what was made. It does not list PDFs, which are no part of what is committed:
 * they are made again where they are wanted, and `verify` reads those that are there. `tell` is told what is being made, and `leaveOut` why a
 * file is not; without it, that is thrown.
 */
export function renderPack(
  pack: Pack,
  wanted: readonly Format[],
  tell: (what: string) => void = () => {},
  leaveOut: LeaveOut = throwMessage,
): readonly RenderedFile[] {
  const files = formats
    .filter((format) => wanted.includes(format))
    .flatMap((format) => {
      tell(format);
      return (renderers[format] as Renderer)(pack, leaveOut);
    });
  return [...files, renderManifest(pack, files.filter(isListed))];
}

function throwMessage({ text }: Message): never {
  throw new Error(text);
}

function isListed({ path }: RenderedFile): boolean {
  return !path.endsWith('.pdf');
}

/** Renders each option in a folder of its own, and the pages and the PDF that show them side by side where such are asked for. */
export function renderOptionsPack(
  pack: OptionsPack,
  wanted: readonly Format[],
  tell: (what: string) => void = () => {},
  leaveOut: LeaveOut = throwMessage,
): readonly RenderedFile[] {
  const each = pack.options.flatMap(({ letter, pack: own }) =>
    renderPack(own, wanted, (what) => tell(`Option ${letter}, ${what}`), leaveOut).map((file) => ({
      ...file,
      path: `${optionFolder(letter)}/${file.path}`,
    })),
  );
  const beside = wanted.includes('pdf') ? makeOptionsPdf(pack, engine) : { files: [], messages: [] };
  beside.messages.forEach(leaveOut);
  const files = [...(wanted.includes('html') ? renderOptions(pack) : []), ...beside.files, ...each];
  return [...files, renderOptionsManifest(pack, files.filter(isListed))];
}
