/** Texts of one sketch are looked at one after another up to so many; a text made to have more is looked up by all of it. */
const mostAlike = 8;

/**
 * Gives equal texts equal numbers, over two lists of texts at once, in the order of their first places. A map of the texts
 * would read every character of each to find it; here a sketch of a few characters finds it, and only texts of one sketch are
 * compared.
 */
export function numberTexts(before: readonly string[], after: readonly string[]): readonly [Int32Array, Int32Array] {
  const sketched = new Map<number, { readonly text: string; readonly number: number }[]>();
  const others = new Map<string, number>();
  let count = 0;
  const numberOf = (text: string): number => {
    const sketch = sketchOf(text);
    const alike = sketched.get(sketch);
    const known =
      alike?.find((one) => one.text === text)?.number ?? (alike?.length === mostAlike ? others.get(text) : undefined);
    if (known !== undefined) return known;
    if (!alike) sketched.set(sketch, [{ text, number: count }]);
    else if (alike.length < mostAlike) alike.push({ text, number: count });
    else others.set(text, count);
    return count++;
  };
  return [Int32Array.from(before, numberOf), Int32Array.from(after, numberOf)];
}

function sketchOf(text: string): number {
  const { length } = text;
  let sketch = length;
  const step = Math.max(1, length >> 4);
  for (let at = 0; at < length; at += step) sketch = (Math.imul(sketch, 31) + text.charCodeAt(at)) | 0;
  return sketch;
}
