/**
 * The address, where a page may link to it: `http:`, `https:`, `mailto:`, or a fragment of the same page.
 * Gives `undefined` for anything else, other schemes, relative addresses and hidden characters included.
 */
export function safeAddress(address: string): string | undefined {
  return safePattern.test(address) ? address : undefined;
}

// Browsers drop control characters and white space inside a scheme, so that none may stand anywhere.
const safePattern = /^(?:https?:\/\/|mailto:|#)[^\p{Cc}\p{Cf}\s]*$/iu;
