/** The element name and attributes of a heading at a level; HTML has six, and says deeper ones in words. */
export function headingElement(level: number): { readonly name: string; readonly ariaLevel?: string } {
  return level <= 6 ? { name: `h${level}` } : { name: 'h6', ariaLevel: String(level) };
}
