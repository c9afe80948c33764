import type { Revision } from '../word-document.ts';
import { chooseAlternative } from './alternatives.ts';
import { longestInstruction } from './fields.ts';
import type { Collector } from './inline-tree.ts';
import { type RunSetting, readRunSetting } from './read-run-setting.ts';
import { closeField, type OpenField, type Story, tell } from './story.ts';
import { symbolOf, withSymbols } from './symbols.ts';
import { tellDrawing } from './tell-drawing.ts';
import { printPlace } from './told.ts';
import { shown } from './unreadable.ts';
import { child, typedText, type XmlElement } from './xml.ts';

/** Where a run is read to, and in what tracked change it stands. */
export interface RunTarget {
  readonly story: Story;
  readonly collector: Collector;
  readonly revision: Revision | undefined;
}

interface RunState extends RunTarget {
  readonly setting: RunSetting;
  readonly hidden: boolean;
  /** The name of its font, where it says one. */
  readonly font: string | undefined;
  /** Gets the text of the run from where the call of a note with a mark of its own stands. */
  label: { text: string } | undefined;
}

/** Characters that have an element of their own (17.3.3). */
const characters = new Map([
  ['w:tab', '\t'],
  ['w:ptab', '\t'],
  ['w:cr', '\n'],
  ['w:noBreakHyphen', '\u2011'],
]);

const rowSign = '\u200d';

/** Elements of a run that hold no text of the document. */
const silent = new Set([
  'w:rPr',
  'w:lastRenderedPageBreak',
  'w:separator',
  'w:continuationSeparator',
  'w:footnoteRef',
  'w:endnoteRef',
  'w:annotationRef',
  'w:fldData',
]);

/** Reads a run (17.3.2): its text, its setting and what else stands in it. */
export function readRun(element: XmlElement, target: RunTarget): void {
  const properties = child(element, 'w:rPr');
  const { setting, hidden } = readRunSetting(properties, target.revision, target.story);
  const font = child(properties, 'w:rFonts')?.attributes['w:ascii'];
  readRunContent(element.children, { ...target, setting, hidden, font, label: undefined });
}

function readRunContent(children: readonly XmlElement[], state: RunState): void {
  for (const one of children) readRunChild(one, state);
}

function readRunChild(element: XmlElement, state: RunState): void {
  const character = characters.get(element.name);
  if (character !== undefined) addText(character, state);
  else if (!silent.has(element.name)) (readers.get(element.name) ?? readInside)(element, state);
}

const readInside = (element: XmlElement, state: RunState) => readRunContent(element.children, state);

function readText({ text }: XmlElement, state: RunState): void {
  const { story } = state;
  // LibreOffice sets it, in a run of its own, into a row that comes or goes, to have something whose change can be tracked.
  if (text === rowSign && story.place.cell !== '')
    tell(story, 'an unseen sign, by which LibreOffice knows a row that came or went', printPlace(story.place), text);
  else addText(withSymbols(text.replace(/[\r\n]+/g, ' '), state.font), state);
}

/** An optional hyphen (17.3.3.29) is set where a line may end, and is no letter of the word: left in, the word would not be found. */
function readOptionalHyphen(_: XmlElement, { story }: RunState): void {
  const what = 'an optional hyphen, which shows only where a line ends: it is left out';
  const where = printPlace(story.place);
  const last = story.shared.told.at(-1);
  if (last?.what !== what || last.where !== where) tell(story, what, where);
}

const readDrawing = (element: XmlElement, { story }: RunState) => tellDrawing(element, story);

/** A break of the line; the break of a page or a column is no text. */
function readBreak(element: XmlElement, state: RunState): void {
  if (!/^(?:page|column)$/.test(element.attributes['w:type'] ?? '')) addText('\n', state);
}

const readers = new Map<string, (element: XmlElement, state: RunState) => void>([
  ['w:t', readText],
  ['m:t', readText],
  ['w:delText', readText],
  ['w:br', readBreak],
  ['w:softHyphen', readOptionalHyphen],
  ['w:sym', (element, state) => addText(readSymbol(element, state.story), state)],
  ['w:instrText', (element, state) => addInstruction(element.text, state.story)],
  ['w:delInstrText', (element, state) => addInstruction(element.text, state.story)],
  ['w:fldChar', readFieldCharacter],
  ['w:footnoteReference', readNoteCall],
  ['w:endnoteReference', readNoteCall],
  ['w:commentReference', readCommentCall],
  ['w:drawing', readDrawing],
  ['w:pict', readDrawing],
  ['w:object', readDrawing],
  ['mc:AlternateContent', (element, state) => readRunContent(chooseAlternative(element), state)],
  ['w:rt', addPhonetic],
]);

/** Adds text to the document; inside the instruction of a field to the instruction; in a hidden run to what is told. */
function addText(text: string, state: RunState): void {
  if (text === '') return;
  const { story, collector, setting, hidden, label } = state;
  const field = story.fields.findLast((one) => one.phase === 'instruction');
  if (field) {
    addInstruction(text, story);
    tell(story, 'words in the instruction of a field', printPlace(story.place), text);
  } else if (label) label.text += text;
  else if (hidden) tell(story, 'hidden text', printPlace(story.place), text);
  else collector.add({ type: 'run', text, ...setting });
}

function addInstruction(text: string, story: Story): void {
  const field = story.fields.findLast((one) => one.phase === 'instruction');
  if (field && field.instruction.length < longestInstruction) field.instruction += text;
}

/** A reading printed above the characters it belongs to (17.3.3.24). */
function addPhonetic(element: XmlElement, { story }: RunState): void {
  tell(story, 'a reading above the line', printPlace(story.place), typedText(element));
}

function readSymbol(element: XmlElement, story: Story): string {
  const { 'w:char': code = '', 'w:font': font = '' } = element.attributes;
  const number = /^[0-9a-f]{1,4}$/i.test(code) ? Number.parseInt(code, 16) : Number.NaN;
  if (Number.isNaN(number)) return '';
  const known = symbolOf(number, font);
  if (known !== undefined) return known;
  const character = number >= 0xd800 && number <= 0xdfff ? '\ufffd' : String.fromCharCode(number);
  tell(story, `a symbol of the font “${shown(font)}” that is not known`, printPlace(story.place), character);
  return '';
}

function readFieldCharacter(element: XmlElement, { story, collector }: RunState): void {
  if (story.loose.has(element)) return;
  const type = element.attributes['w:fldCharType'];
  if (type === 'begin') {
    const field: OpenField = { simple: false, instruction: '', phase: 'instruction', spans: false };
    story.fields.push(field);
    collector.beginField(field);
    return;
  }
  const innermost = story.fields.findLast((one) => !one.simple);
  if (!innermost) return;
  if (type === 'separate') innermost.phase = 'result';
  else {
    closeField(innermost, story);
    collector.endField(innermost);
  }
}

/** The call of a footnote or an endnote (17.11.14); both become footnotes. */
function readNoteCall(element: XmlElement, state: RunState): void {
  const { story, collector, revision } = state;
  const kind = element.name === 'w:endnoteReference' ? 'endnote' : 'footnote';
  const key = `${kind} ${element.attributes['w:id'] ?? ''}`;
  const { notes } = story.shared;
  const footnote = notes.get(key) ?? notes.size + 1;
  notes.set(key, footnote);
  const custom = /^(?:1|true|on)$/.test(element.attributes['w:customMarkFollows'] ?? '');
  const label = custom ? { text: '' } : undefined;
  state.label = label;
  collector.addLater(() => {
    const shown = label && label.text !== '' ? { label: label.text } : {};
    if (shown.label) story.shared.noteLabels.set(footnote, shown.label);
    return { type: 'note-reference', footnote, ...shown, ...(revision && { revision }) };
  });
}

/** A comment without a range speaks of the place where it is called (17.13.4.5). */
function readCommentCall(element: XmlElement, { story, collector }: RunState): void {
  const id = element.attributes['w:id'] ?? '';
  const comment = story.shared.comments.get(id);
  if (comment === undefined || story.shared.ranged.has(id)) return;
  story.shared.ranged.add(id);
  collector.add({ type: 'comment-start', comment });
  collector.add({ type: 'comment-end', comment });
}
