import type { Nodes, Text } from 'mdast';

// Nothing in it can begin, end or be a construct of Markdown, wherever it stands in a line.
const plain = /^(?:[\p{L}(“‘"']|\d+[.\d]*\d[A-Z]? )[\p{L}\p{N} ,.:;()'“”‘’"/–—%£?…-]*$/u;
const address = /www\.|\/\//i;
const kept = 6;

/** Whether words are read as words and nothing else, wherever they stand. */
export function isPlain(words: string): boolean {
  return plain.test(words) && !address.test(words);
}

/**
 * Shortens the plain words of a tree, and gives what makes it whole again. Most of a text is words that can be read in one way only; without
 * them it is proved many times sooner that the rest is read as it was meant.
 */
export function shortenWords(tree: Nodes): () => void {
  const whole: [Text, string][] = [];
  shorten(tree, whole);
  return () => {
    for (const [node, value] of whole) node.value = value;
  };
}

function shorten(node: Nodes, whole: [Text, string][]): void {
  if (node.type === 'text') {
    const { value } = node;
    if (value.length <= 3 * kept || !isPlain(value)) return;
    whole.push([node, value]);
    node.value = `${value.slice(0, kept).trimEnd()}x${value.slice(-kept).trimStart()}`;
  } else if ('children' in node) for (const child of node.children) shorten(child, whole);
}
