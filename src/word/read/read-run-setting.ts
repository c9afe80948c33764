import type { Revision, WordRun } from '../word-document.ts';
import { overlay, readSetting, type Setting } from './read-styles.ts';
import type { Story } from './story.ts';
import { child, value, type XmlElement } from './xml.ts';

/** A run without its text. */
export type RunSetting = Omit<WordRun, 'text' | 'type'>;

/** How a run is set, by its own properties and its character style, and whether it is hidden. */
export function readRunSetting(
  properties: XmlElement | undefined,
  revision: Revision | undefined,
  story: Story,
): { readonly setting: RunSetting; readonly hidden: boolean } {
  const { styles } = story.shared;
  const id = value(properties, 'w:rStyle');
  const style = id === undefined ? undefined : styles.find(id, 'character');
  const own = overlay([readSetting(properties), style?.setting ?? {}]);
  const change = child(properties, 'w:rPrChange');
  const setting: RunSetting = {
    ...(id !== undefined && { style: id }),
    ...(style?.name !== undefined && { styleName: style.name }),
    ...emphasis(own),
    ...(isCode(own, style?.name) && { code: true }),
    ...((own.position === 'raised' || own.position === 'lowered') && { position: own.position }),
    ...(revision && { revision }),
    ...(change && { before: readBefore(change, story) }),
  };
  return { setting, hidden: own.hidden ?? false };
}

function emphasis({ bold, italic, strike }: Setting): Pick<WordRun, 'bold' | 'italic' | 'strike'> {
  return { ...(bold && { bold }), ...(italic && { italic }), ...(strike && { strike }) };
}

const codeNames = /\bcode\b|verbatim|html (?:keyboard|sample|typewriter)|source text|teletype/;

/** Whether text is set as code is: in a style for it, or in letters of one width. */
export function isCode(setting: Setting, styleName: string | undefined): boolean {
  return setting.monospaced ?? codeNames.test(styleName ?? '');
}

/** What a run was before its setting was changed (17.13.5.31). */
function readBefore(change: XmlElement, story: Story): NonNullable<WordRun['before']> {
  const properties = child(change, 'w:rPr');
  const id = value(properties, 'w:rStyle');
  const style = id === undefined ? {} : story.shared.styles.find(id, 'character').setting;
  const date = change.attributes['w:date'];
  return {
    ...(id !== undefined && { style: id }),
    ...emphasis(overlay([readSetting(properties), style])),
    author: change.attributes['w:author'] ?? '',
    ...(date !== undefined && { date }),
  };
}
