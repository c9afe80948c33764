import { fonts, indentOfItem } from './style-settings.ts';
import { wordNamespaces } from './write-namespaces.ts';
import { element, valued, xmlPart } from './write-xml.ts';

/**
 * The part that holds the settings (17.15). Changes are tracked from here on where the file holds tracked changes: what a reader
 * of a redline edits must not pass for text that was there. A clean text is compared as it comes back, so in it the choice is the
 * drafter's. Compatibility mode 15 is that of Word 2013 and all later ones.
 */
export function settingsPart(language: string, tracked: boolean): string {
  const office = 'http://schemas.microsoft.com/office/word';
  return xmlPart(
    element(
      'w:settings',
      wordNamespaces,
      '<w:zoom w:percent="100"/>',
      tracked ? '<w:trackRevisions/>' : '',
      '<w:defaultTabStop w:val="567"/>',
      '<w:characterSpacingControl w:val="doNotCompress"/>',
      '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>',
      element(
        'w:compat',
        {},
        element('w:compatSetting', { 'w:name': 'compatibilityMode', 'w:uri': office, 'w:val': 15 }),
      ),
      element('w:themeFontLang', { 'w:val': language }),
      '<w:decimalSymbol w:val="."/>',
      '<w:listSeparator w:val=","/>',
    ),
  );
}

/** The part that names the fonts and what stands in for them (17.8). */
export function fontTablePart(): string {
  return xmlPart(
    element(
      'w:fonts',
      wordNamespaces,
      ...[fonts.words, fonts.code].map(({ name, instead, family, pitch }) =>
        element(
          'w:font',
          { 'w:name': name },
          valued('w:altName', instead),
          valued('w:charset', '00'),
          valued('w:family', family),
          valued('w:pitch', pitch),
        ),
      ),
    ),
  );
}

/** The part that holds the one list there is, of plain bullets (17.9). Its indents are those of the styles of items. */
export function numberingPart(): string {
  const level = (depth: number) =>
    element(
      'w:lvl',
      { 'w:ilvl': depth },
      valued('w:start', 1),
      valued('w:numFmt', 'bullet'),
      valued('w:lvlText', '•'),
      valued('w:lvlJc', 'left'),
      element('w:pPr', {}, element('w:ind', { 'w:left': indentOfItem(depth + 1), 'w:hanging': 567 })),
    );
  return xmlPart(
    element(
      'w:numbering',
      wordNamespaces,
      element(
        'w:abstractNum',
        { 'w:abstractNumId': 0 },
        valued('w:multiLevelType', 'hybridMultilevel'),
        ...levels.map(level),
      ),
      element('w:num', { 'w:numId': 1 }, valued('w:abstractNumId', 0)),
    ),
  );
}

const levels = [0, 1, 2, 3, 4, 5, 6, 7, 8];
