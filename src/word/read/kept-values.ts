import type { WordProperties } from '../word-document.ts';

/** What a file that was written here keeps among its properties, since no element can hold it whole. */
export interface KeptValues {
  /** The tags of content controls that Word would cut short, by the tag that stands in their place. */
  readonly tags: ReadonlyMap<string, string>;
  /** The addresses of links that are no valid addresses, by the one that stands in their place. */
  readonly addresses: ReadonlyMap<string, string>;
  /** The properties without these. */
  readonly properties: WordProperties;
}

/** Takes the kept values from among the properties; see `write-part.ts`, where they are kept. */
export function takeKeptValues({ custom = [], ...others }: WordProperties): KeptValues {
  const tags = new Map<string, string>();
  const addresses = new Map<string, string>();
  const rest = custom.filter(({ name, value }) => {
    const tag = /^tag (long \d+)$/.exec(name)?.[1];
    const address = /^address \d+$/.test(name) ? /^(\S+) (.*)$/s.exec(value) : null;
    if (tag !== undefined) tags.set(tag, value);
    if (address) addresses.set(address[1] ?? '', address[2] ?? '');
    return tag === undefined && !address;
  });
  return { tags, addresses, properties: { ...others, ...(rest.length > 0 && { custom: rest }) } };
}
