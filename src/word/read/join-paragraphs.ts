import { child, type XmlElement } from './xml.ts';

/** What of paragraphs waits for the one it is joined to. */
interface Waiting {
  properties: XmlElement | undefined;
  /** Added to as long as paragraphs are joined, so that joining many costs no more than reading them. */
  readonly children: XmlElement[];
  hasContent: boolean;
}

/** What the side of the tracked changes that is read has. */
export interface JoinedSide {
  /** Whether it has nothing of a block. */
  readonly isGone: (block: XmlElement) => boolean;
  /** Whether it has no mark at the end of a paragraph. */
  readonly markGoes: (paragraph: XmlElement) => boolean;
  /** Whether it has something of what stands in a paragraph. */
  readonly hasContent: (paragraph: XmlElement) => boolean;
}

interface Joined {
  readonly children: readonly XmlElement[];
  readonly waiting: Waiting | undefined;
}

/** Elements that hold blocks of the story they stand in. */
const transparent = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:smartTag',
  'w:ins',
  'w:del',
  'w:moveFrom',
  'w:moveTo',
]);

/** Blocks of which a side may have nothing. */
const mayGo = new Set(['w:tbl', 'w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']);

/** Elements in which a story of its own begins: no paragraph is joined across them. */
const stories = new Set(['w:body', 'w:tc', 'w:footnote', 'w:endnote', 'w:comment', 'w:hdr', 'w:ftr', 'w:txbxContent']);

/**
 * Joins each paragraph whose mark goes to the paragraph that follows it. As in Word, the whole has the properties of the last paragraph that
 * has content, since a paragraph keeps its properties in its mark. A paragraph before a table or at the end of its story has none to be
 * joined to: without content it goes, with content it stays.
 *
 * What the side does not have at all is left out here already, so that nothing is joined to it.
 */
export function joinParagraphs(root: XmlElement, side: JoinedSide): XmlElement {
  const { isGone, markGoes, hasContent } = side;
  const joinStory = (element: XmlElement): XmlElement => {
    const { children, waiting } = joinIn(element.children, undefined);
    const rest =
      waiting && (waiting.hasContent || !children.some(isParagraph)) ? [...children, rebuild(waiting)] : children;
    return { ...element, children: rest };
  };
  const joinIn = (blocks: readonly XmlElement[], before: Waiting | undefined): Joined => {
    const children: XmlElement[] = [];
    let waiting = before;
    for (const block of blocks) {
      if ((waiting || block.name !== 'w:tbl') && mayGo.has(block.name) && isGone(block)) continue;
      if (isParagraph(block)) {
        const inside = joinInside(block);
        const goes = markGoes(block);
        const whole = waiting || goes ? merge(waiting, inside, hasContent) : undefined;
        waiting = goes ? whole : undefined;
        if (!goes) children.push(whole ? rebuild(whole) : inside);
      } else if (transparent.has(block.name)) {
        const inside = joinIn(block.children, waiting);
        children.push({ ...block, children: inside.children });
        waiting = inside.waiting;
      } else {
        if (waiting?.hasContent && block.name === 'w:tbl') children.push(rebuild(waiting));
        if (block.name === 'w:tbl') waiting = undefined;
        children.push(joinInside(block));
      }
    }
    return { children, waiting };
  };
  const joinInside = (element: XmlElement): XmlElement => {
    if (stories.has(element.name)) return joinStory(element);
    if (element.children.length === 0 || element.name === 'w:pPr' || element.name === 'w:rPr') return element;
    const children = element.children.map(joinInside);
    return children.every((one, index) => one === element.children[index]) ? element : { ...element, children };
  };
  return joinInside(root);
}

const isParagraph = (element: XmlElement) => element.name === 'w:p';

function merge(
  before: Waiting | undefined,
  paragraph: XmlElement,
  hasContent: (paragraph: XmlElement) => boolean,
): Waiting {
  const properties = child(paragraph, 'w:pPr');
  const whole = before ?? { properties, children: [], hasContent: false };
  const own = hasContent(paragraph);
  if (own || !whole.hasContent) whole.properties = properties;
  whole.hasContent ||= own;
  for (const one of paragraph.children) if (one !== properties) whole.children.push(one);
  return whole;
}

function rebuild({ properties, children }: Waiting): XmlElement {
  return { name: 'w:p', attributes: {}, text: '', children: properties ? [properties, ...children] : children };
}
