/** Where words end, but for white space, marks of emphasis and what is no prose after them. Linear, as a pattern for the end is not. */
export function endOfWords(text: string): number {
  let end = text.length;
  while (end > 0 && isAfterWords(text.charCodeAt(end - 1))) end -= 1;
  return end;
}

function isAfterWords(code: number): boolean {
  // Space, tab, line ends, no-break space; `*`, `_`; the place of code or HTML.
  return code === 32 || (code >= 9 && code <= 13) || code === 160 || code === 42 || code === 95 || code === 0xfffc;
}

/** The last words of a text, as many as matter to how it ends. */
export function lastWords(text: string): { readonly words: string; readonly start: number } {
  const end = endOfWords(text);
  const start = Math.max(0, end - 200);
  return { words: text.slice(start, end), start };
}
