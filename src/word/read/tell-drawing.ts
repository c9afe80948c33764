import { chooseAlternative } from './alternatives.ts';
import { blocksText } from './blocks-text.ts';
import { type Story, tell } from './story.ts';
import { printPlace } from './told.ts';
import { isTyped, type XmlElement } from './xml.ts';

/**
 * Tells of a drawing: the text of each box in it, and what it is where it holds no text. Nothing of a drawing is in the document, since
 * Markdown has no place for it.
 */
export function tellDrawing(element: XmlElement, story: Story): void {
  const found: Found = { boxes: [], words: [], alternative: '', what: '' };
  search(element, found);
  const where = printPlace(story.place);
  for (const box of found.boxes) {
    const text = blocksText(story.shared.readStory(box, { ...story.place }, story.part));
    tell(story, 'a text box', where, text);
  }
  const described = [found.alternative, ...found.words].filter((words) => words !== '').join('\n');
  if (found.what !== '' || found.boxes.length === 0 || described !== '')
    tell(story, found.what || 'a drawing', where, described);
}

interface Found {
  readonly boxes: XmlElement[];
  /** Words that are drawn, not typed: of WordArt. */
  readonly words: string[];
  alternative: string;
  what: string;
}

const kinds = new Map([
  ['pic:pic', 'a picture'],
  ['v:imagedata', 'a picture'],
  ['c:chart', 'a chart'],
  ['dgm:relIds', 'a diagram, whose words are not read'],
  ['o:OLEObject', 'an embedded object'],
  ['w:control', 'a control'],
]);

function search(element: XmlElement, found: Found): void {
  if (element.name === 'w:txbxContent') {
    found.boxes.push(element);
    return;
  }
  found.what ||= kinds.get(element.name) ?? '';
  const { descr, title, alt, string } = element.attributes;
  if (element.name === 'wp:docPr') found.alternative ||= descr || title || '';
  if (element.name.startsWith('v:')) found.alternative ||= alt ?? '';
  if (element.name === 'v:textpath' && string) found.words.push(string);
  if (element.name === 'a:t' || isTyped(element)) found.words.push(element.text);
  const inside = element.name === 'mc:AlternateContent' ? chooseAlternative(element) : element.children;
  for (const one of inside) search(one, found);
}
