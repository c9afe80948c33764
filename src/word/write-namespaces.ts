import type { Attributes } from './write-xml.ts';

/** The namespaces of the parts that hold WordprocessingML. */
export const wordNamespaces: Attributes = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
