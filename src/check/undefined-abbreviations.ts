import { distance } from '../provision/nearest.ts';
import type { DefinedTerm } from '../provision/terms.ts';
import { type Reading, type Survey, type WordedReading, withWords } from './survey.ts';
import type { UndefinedUse } from './undefined-use.ts';

/**
 * Abbreviations in capitals that are in no known name and that somebody meant to define: one that spells the initials of
 * a defined term, one that is a known abbreviation misprinted, or one used in two or more paragraphs that is no name of a
 * format or a standard.
 */
export function undefinedAbbreviations({ readings, terms }: Survey): readonly UndefinedUse[] {
  const initials = new Map(terms.flatMap((term) => initialsOf(term)));
  const known = terms.flatMap(({ names }) => names.filter((name) => isAbbreviation(name)));
  const uses = readings.flatMap((reading) => findIn(reading));
  const counts = new Map<string, number>();
  for (const { expression } of uses) counts.set(expression, (counts.get(expression) ?? 0) + 1);
  return uses.flatMap((use) => {
    const long = initials.get(use.expression);
    if (long !== undefined) return [{ ...use, advice: `It may stand for “${long}”: write that, or define it.` }];
    const near = known.find((name) => isMisprint(use.expression, name));
    if (near !== undefined) return [{ ...use, advice: `It may be a misprint of “${near}”.` }];
    return (counts.get(use.expression) ?? 0) > 1 ? [use] : [];
  });
}

function findIn(reading: Reading): readonly UndefinedUse[] {
  const { document, passage } = reading;
  const { type } = passage.visit.provision;
  if ((type !== 'paragraph' && type !== 'item') || !/[A-Z]{3}/.test(passage.text)) return [];
  const { words, isKnown } = withWords(reading);
  return words.flatMap((word, index) => {
    if (isKnown[index] || !/^[A-Z]{3,8}s?$/.test(word.text)) return [];
    const expression = word.text.replace(/s$/, '');
    if (technical.has(expression)) return [];
    // `SREPT-PI-07` is an identifier, and its parts are no words; so is what is quoted.
    if (word.gap === 'hyphen' || words[index + 1]?.gap === 'hyphen') return [];
    if (/[“‘/_.]/.test(passage.text.charAt(word.start - 1)) || /[/_=]/.test(passage.text.charAt(word.end))) return [];
    if (isShouted(words, isKnown, index)) return [];
    return [{ document, expression, start: passage.start + word.start, end: passage.start + word.end }];
  });
}

// Capitals throughout a sentence are emphasis.
function isShouted(words: WordedReading['words'], isKnown: readonly boolean[], index: number): boolean {
  return [index - 1, index + 1].some((beside) => /^[A-Z]{2,}$/.test(words[beside]?.text ?? '') && !isKnown[beside]);
}

function isAbbreviation(text: string): boolean {
  return /^[A-Z]{3,8}$/.test(text);
}

function initialsOf({ name }: DefinedTerm): readonly (readonly [string, string])[] {
  const words = name.split(/[ -]/);
  if (words.length < 3 || !words.every((word) => /^[A-Z][a-z]/.test(word))) return [];
  return [[words.map((word) => word.charAt(0)).join(''), name]];
}

function isMisprint(written: string, known: string): boolean {
  if (written.length < 4 || Math.abs(written.length - known.length) > 1) return false;
  const apart = distance(written, known);
  return apart === 1 || (apart === 2 && [...written].sort().join('') === [...known].sort().join(''));
}

/** Names of formats, protocols, standards and their makers, which no code defines. */
const technical = new Set(
  (
    'AES API ASCII ASN BSI BST CRL CSV DER DES DNS ECDSA ECDH ECDHE EEA ETSI EUI EULA FAQ FIPS FTP GCM GET GMT HMAC HSM HTML ' +
    'HTTP HTTPS IANA IEC IEEE IETF ISO ITU JSON LAN LDAP NIST NTP OCSP OID PDF PEM PIN PKCS PKI POST PUT REST RFC RSA SFTP ' +
    'SHA SMS SMTP SOAP SQL SSH SSL TCP TLS UDP URI URL URN UTC UTF UUID VPN WAN WSDL XML XPATH XSD XSLT ZIP MUST NOT SHALL SHOULD MAY'
  ).split(' '),
);
