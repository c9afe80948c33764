/**
 * The styles of the Word files that are written, by id. A name is what Word shows; `heading 1` and its like are Word's own, so that the
 * navigation pane and the contents field know them.
 */
export const paragraphStyles = {
  Normal: 'Normal',
  Title: 'Title',
  Heading1: 'heading 1',
  Heading2: 'heading 2',
  Heading3: 'heading 3',
  Heading4: 'heading 4',
  Heading5: 'heading 5',
  Heading6: 'heading 6',
  /** A numbered paragraph: label, tab, words. */
  Provision: 'Provision',
  /** An unnumbered paragraph that belongs to the numbered one above it, so that it hangs under its words. */
  ProvisionContinued: 'Provision continued',
  /** The first paragraph of an item, by its depth. */
  Item1: 'Item 1',
  Item2: 'Item 2',
  Item3: 'Item 3',
  Item4: 'Item 4',
  Item5: 'Item 5',
  Item6: 'Item 6',
  /** An item of an ordered list: its number as text, tab, words. */
  NumberedItem1: 'Numbered item 1',
  NumberedItem2: 'Numbered item 2',
  NumberedItem3: 'Numbered item 3',
  NumberedItem4: 'Numbered item 4',
  NumberedItem5: 'Numbered item 5',
  NumberedItem6: 'Numbered item 6',
  /** Further paragraphs of an item. */
  ItemContinued1: 'Item 1 continued',
  ItemContinued2: 'Item 2 continued',
  ItemContinued3: 'Item 3 continued',
  ItemContinued4: 'Item 4 continued',
  ItemContinued5: 'Item 5 continued',
  ItemContinued6: 'Item 6 continued',
  TableHead: 'Table head',
  TableText: 'Table text',
  /** A line of a code block. */
  Code: 'Code',
  /** A line of an HTML block, shown as text. */
  HtmlText: 'HTML text',
  Quote: 'Quote',
  FrontMatter: 'Front matter',
  LinkDefinition: 'Link definition',
  /** A thematic break: an empty paragraph with a line below. */
  Rule: 'Rule',
  /** The empty paragraph that writing puts between two tables that touch, and after one that ends the document. It stands for nothing. */
  Separator: 'Separator',
  FootnoteText: 'footnote text',
  CommentText: 'annotation text',
  Header: 'header',
  Footer: 'footer',
  /** What stands above the contents. It is no heading, so that it is neither in them nor in the navigation pane. */
  TOCHeading: 'TOC Heading',
  /** An entry of the contents, by the level of its heading. */
  TOC1: 'toc 1',
  TOC2: 'toc 2',
  TOC3: 'toc 3',
  TOC4: 'toc 4',
  TOC5: 'toc 5',
  TOC6: 'toc 6',
} as const;

/** Character styles, by id. */
export const characterStyles = {
  CodeCharacter: 'Code character',
  HtmlCharacter: 'HTML character',
  ImageText: 'Image text',
  /** The box of a task. */
  TaskBox: 'Task box',
  /** A space where a line of the source ended, so that wrapped Markdown comes back as it was. */
  LineEnd: 'Line end',
  Hyperlink: 'Hyperlink',
  FootnoteReference: 'footnote reference',
  CommentReference: 'annotation reference',
} as const;

/** The tag of the container round contents: the gallery that Word itself takes them from (17.5.2.10), so that it offers to update them. */
export const contentsTag = 'Table of Contents';

export type ParagraphStyle = keyof typeof paragraphStyles;
export type CharacterStyle = keyof typeof characterStyles;
