export { chooseOption } from './change/choices.ts';
export { printChange } from './change/print-change.ts';
export { printInstruction } from './change/print-instruction.ts';
export { typstEngine } from './cli/typst-engine.ts';
export { acceptRedline as accept, rejectRedline as reject } from './compare/accept-redline.ts';
export { compareTexts } from './compare/compare-texts.ts';
export type { DeriveOptions, RangeReason } from './derive/derive.ts';
export { type ImportOptions, importWord, type WordImported } from './import/import-word.ts';
export type * from './import/imported.ts';
export {
  type ApplyResult,
  apply,
  check,
  compare,
  comparePack,
  derive,
  optionsPack,
  type PlanResult,
  parseChange,
  plan,
  spans,
  type Texts,
} from './library.ts';
export type * from './model/change.ts';
export type * from './model/consequences.ts';
export type * from './model/document.ts';
export type * from './model/locator.ts';
export type * from './model/message.ts';
export type * from './model/pack.ts';
export type * from './model/range.ts';
export type * from './model/redline.ts';
export type * from './model/structural-operation.ts';
export { renderDocx } from './render/docx/render-docx.ts';
export { renderHtml } from './render/html/render-html.ts';
export { renderOptions } from './render/html/render-options.ts';
export { renderMarkdown } from './render/markdown/render-markdown.ts';
export type { PdfEngine, PdfJob } from './render/pdf/pdf-engine.ts';
export { renderOptionsPdf, renderPdf } from './render/pdf/render-pdf.ts';
export { renderDiff } from './render/render-diff.ts';
export { renderJson } from './render/render-json.ts';
export { renderManifest } from './render/render-manifest.ts';
export { renderText } from './render/render-text.ts';
export { formatMarkdown as format } from './source/format.ts';
export { parseDocument } from './source/parse.ts';
