import type { WordProperties } from '../word-document.ts';
import { child, childrenNamed, type XmlElement } from './xml.ts';

/** Reads what a file says of itself: its core properties, its own ones, and the language its styles name. */
export function readProperties(
  core: XmlElement | undefined,
  custom: XmlElement | undefined,
  styles: XmlElement | undefined,
): WordProperties {
  const text = (name: string) => child(core, name)?.text || undefined;
  const title = text('dc:title');
  const subject = text('dc:subject');
  const author = text('dc:creator');
  const date = text('dcterms:created') ?? text('dcterms:modified');
  const language = text('dc:language') ?? readLanguage(styles);
  const own = childrenNamed(custom, 'cust:property').map((one) => ({
    name: one.attributes.name ?? '',
    value: one.children.map((typed) => typed.text).join(''),
  }));
  return {
    ...(title !== undefined && { title }),
    ...(subject !== undefined && { subject }),
    ...(author !== undefined && { author }),
    ...(date !== undefined && { date }),
    ...(language !== undefined && { language }),
    ...(own.length > 0 && { custom: own }),
  };
}

function readLanguage(styles: XmlElement | undefined): string | undefined {
  const run = child(child(child(child(styles, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr'), 'w:lang');
  return run?.attributes['w:val'] || undefined;
}
