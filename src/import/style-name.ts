/**
 * What the ids and names of one style have in common, however a program writes them: `FrontMatter`, `Frontmatter` and `Front matter`
 * give `frontmatter`. Programs that save a Word file again keep the names of styles and make up the ids.
 */
export function styleKey(idOrName: string): string {
  return idOrName.toLowerCase().replace(/[\s_-]+/g, '');
}
