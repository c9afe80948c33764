import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PdfElement } from '../src/verify/pdf/structure.ts';
import type { PdfValue } from '../src/verify/pdf/values.ts';

/** Whether poppler is here to judge PDFs. */
export const hasPoppler = (() => {
  try {
    execFileSync('pdfinfo', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** What a poppler tool prints of a PDF. */
export function poppler(tool: 'pdfinfo' | 'pdftotext', bytes: Uint8Array, ...options: readonly string[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'redline-pdf-'));
  const file = path.join(folder, 'read.pdf');
  try {
    writeFileSync(file, bytes);
    const to = tool === 'pdftotext' ? ['-'] : [];
    const limits = { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] as ['ignore', 'pipe', 'ignore'] };
    return execFileSync(tool, [...options, file, ...to], limits).toString('utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Growing {
  readonly type: string;
  readonly attributes: Map<string, PdfValue>;
  readonly children: (Growing | string)[];
}

/** The structure of a tagged PDF as poppler reads it, in parts that a heading of level 1 opens. */
export function popplerParts(bytes: Uint8Array): readonly (readonly PdfElement[])[] {
  const open: Growing[] = [{ type: '', attributes: new Map(), children: [] }];
  for (const line of poppler('pdfinfo', bytes, '-struct-text').split('\n')) {
    const [, space = '', said = ''] = /^( *)(.*)$/.exec(line) ?? [];
    const depth = space.length >> 1;
    if (said === '' || said.startsWith('Object ')) continue;
    const attribute = /^\/(\w+) (.*)$/.exec(said);
    if (attribute && space.length % 2 === 1) {
      open.at(-1)?.attributes.set(attribute[1] ?? '', attributeValue(attribute[2] ?? ''));
      continue;
    }
    open.length = Math.min(open.length, depth + 1);
    if (said.startsWith('"')) open.at(-1)?.children.push(said.slice(1, said.endsWith('"') ? -1 : undefined));
    else {
      const element: Growing = { type: /^\w+/.exec(said)?.[0] ?? '', attributes: new Map(), children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    }
  }
  const [document] = open[0]?.children ?? [];
  const parts: PdfElement[][] = [];
  for (const child of typeof document === 'object' ? document.children : []) {
    if (typeof child === 'string') continue;
    if (child.type === 'H1') parts.push([]);
    else parts.at(-1)?.push(child);
  }
  return parts;
}

function attributeValue(text: string): PdfValue {
  if (text.startsWith('/')) return { type: 'name', name: text.slice(1) };
  if (text.startsWith('[')) return text.slice(1, -1).split(' ').map(Number);
  return { type: 'string', bytes: text };
}
