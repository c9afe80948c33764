import type { ImageReference, LinkReference, PhrasingContent } from 'mdast';

/** What a span in a paragraph stands for; undefined where it is another program's, and only its words count. */
export function spanMeaning(tag: string): 'image' | 'linkReference' | 'mark' | 'autolink' | 'resource' | undefined {
  switch (/^[A-Za-z]+(?= |$)/.exec(tag)?.[0]) {
    case 'image':
    case 'imageReference':
      return 'image';
    case 'linkReference':
      return 'linkReference';
    case 'strong':
    case 'emphasis':
    case 'delete':
      return tag.includes(' ') ? undefined : 'mark';
    case 'autolink':
      return 'autolink';
    case 'resource':
      return 'resource';
    default:
      return undefined;
  }
}

/** The picture that a span `image {…}` or `imageReference {…}` stands for. What cannot be read of the tag leaves a picture without an address. */
export function imageOf(tag: string, alt: string): PhrasingContent {
  const fields = fieldsOf(tag);
  if (tag.startsWith('imageReference')) {
    const reference = referenceOf(fields);
    if (reference) return { type: 'imageReference', alt, ...reference } satisfies ImageReference;
  }
  return { type: 'image', url: textOf(fields.url) ?? '', title: textOf(fields.title) ?? null, alt };
}

/** The link that a span `linkReference {…}` stands for; undefined where the tag does not say what it refers to. */
export function linkReferenceOf(tag: string, children: PhrasingContent[]): LinkReference | undefined {
  const reference = referenceOf(fieldsOf(tag));
  return reference && { type: 'linkReference', ...reference, children };
}

function referenceOf({ identifier, label, referenceType }: Readonly<Record<string, unknown>>) {
  const type = referenceType === 'full' || referenceType === 'collapsed' ? referenceType : 'shortcut';
  const found = textOf(identifier);
  if (found === undefined) return undefined;
  return { identifier: found, label: textOf(label) ?? found, referenceType: type } as const;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

// The file may have been made by anybody: what is no JSON object has no fields.
function fieldsOf(tag: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(tag.slice(tag.indexOf(' ') + 1));
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
