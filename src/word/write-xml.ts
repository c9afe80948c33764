/** Attributes of an element; what is undefined is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/**
 * An XML element as text. `content` is XML already: text goes through `xmlText` first. The attributes stand in the order given.
 */
export function element(name: string, attributes: Attributes = {}, ...content: readonly string[]): string {
  let start = `<${name}`;
  for (const key of Object.keys(attributes)) {
    const value = attributes[key];
    if (value !== undefined) start += ` ${key}="${xmlAttribute(String(value))}"`;
  }
  const inner = content.join('');
  return inner === '' ? `${start}/>` : `${start}>${inner}</${name}>`;
}

/** An element of WordprocessingML that holds one value: `<w:pStyle w:val="Item1"/>`. */
export function valued(name: string, value: string | number): string {
  return element(name, { 'w:val': value });
}

/** A whole part of a package, with its declaration. */
export function xmlPart(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}

/** Text as the content of an element. */
export function xmlText(text: string): string {
  const carried = carriedText(text);
  return /[&<>\r]/.test(carried) ? carried.replace(/[&<>\r]/g, escaped) : carried;
}

function xmlAttribute(text: string): string {
  const carried = carriedText(text);
  return /[&<>"\t\n\r]/.test(carried) ? carried.replace(/[&<>"\t\n\r]/g, escaped) : carried;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(character: string): string {
  return escapes[character] ?? `&#${character.charCodeAt(0)};`;
}

/**
 * Text with every character that XML cannot carry (XML 1.0, 2.2) shown by another: a control character by its picture (U+2400 and
 * on), half of a surrogate pair and U+FFFE and U+FFFF by U+FFFD. So no text is refused and no file is broken, and a reader sees that
 * something stood there. Whoever compares a written file with a text holds the text against this.
 */
export function carriedText(text: string): string {
  return text.replace(uncarried, shownInstead);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: those are the characters that XML cannot carry.
const uncarried = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/gu;

function shownInstead(character: string): string {
  const code = character.charCodeAt(0);
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
}
