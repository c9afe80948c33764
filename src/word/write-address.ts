import { carriedText } from './write-xml.ts';

// What a link in a file that is passed on may open. Any other scheme (a script, a file, a program) is carried as a name that opens nothing.
const openable = /^(?:https?|ftps?|mailto|tel|urn):/i;

/**
 * The address as the target of a relationship, which must be a valid URI reference (ECMA-376 Part 2, 9.3; RFC 3986): what a URI
 * cannot hold is percent-encoded. Word calls a file with an invalid one broken.
 */
export function carriedAddress(address: string): string {
  const encoded = encodedAddress(address);
  if (encoded === '') return '#';
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(encoded)?.[0];
  if (scheme === undefined) return encoded.startsWith('//') ? encoded.replace(/^\/+/, '/') : encoded;
  return isAbsolute(encoded) ? encoded : encoded.replace(':', '%3A');
}

function encodedAddress(address: string): string {
  const [, body = '', fragment] = /^([^#]*)(?:#(.*))?$/s.exec(carriedText(address)) ?? [];
  return percentEncoded(body) + (fragment === undefined ? '' : `#${percentEncoded(fragment)}`);
}

function percentEncoded(text: string): string {
  return text.replace(/%(?![0-9a-f]{2})|[^A-Za-z0-9\-._~:/?@!$&'()*+,;=%]+/gi, (found) => encodeURIComponent(found));
}

// A scheme with a host, or with one or more addresses of mail, must have them whole.
function isAbsolute(address: string): boolean {
  if (!openable.test(address)) return false;
  if (/^mailto:/i.test(address)) return /^mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)*(?:\?.*)?$/i.test(address);
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(address))
    return /^[^/]*\/\/[\w-]+(?:\.[\w-]+)*(?::\d+)?(?:[/?#]|$)/.test(address) && URL.canParse(address);
  return /^[a-z][a-z0-9+.-]*:[^/]/i.test(address);
}
