/** Whether a word that begins at a place in a text is the first of a sentence, a quotation, a bracket or a cell. */
export function isSentenceStart(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && /[\s*_]/.test(text.charAt(before))) before -= 1;
  return before < 0 || /[.?!:;“‘"([\uFFFC—–|]/.test(text.charAt(before));
}
