import { child, type XmlElement } from './xml.ts';

/** Namespaces whose elements this reader knows, or can leave out without losing text, by the prefix they have here. */
const understood = new Set(['w', 'w14', 'w15', 'wp', 'wp14', 'wps', 'wpg', 'wpc', 'a', 'pic', 'm', 'r', 'v', 'o']);

/**
 * What counts of content that is given more than once (Part 3, 7.5): the first alternative that needs nothing unknown, or else the one for
 * everybody else. Where there is none, the first, so that no text is lost.
 */
export function chooseAlternative(element: XmlElement): readonly XmlElement[] {
  const choices = element.children.filter((one) => one.name === 'mc:Choice');
  const known = choices.find((one) =>
    (one.attributes.Requires ?? '').split(' ').every((prefix) => understood.has(prefix)),
  );
  return (known ?? child(element, 'mc:Fallback') ?? choices[0])?.children ?? [];
}
