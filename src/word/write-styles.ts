import {
  characterSettings,
  fonts,
  type ParagraphSetting,
  paragraphSettings,
  type WordsSetting,
} from './style-settings.ts';
import { type CharacterStyle, characterStyles, type ParagraphStyle, paragraphStyles } from './styles.ts';
import { wordNamespaces } from './write-namespaces.ts';
import { element, valued, xmlPart } from './write-xml.ts';

/** The part that holds the styles (17.7): every one that there is a name for, and that of tables. */
export function stylesPart(language: string): string {
  return xmlPart(
    element(
      'w:styles',
      wordNamespaces,
      element(
        'w:docDefaults',
        {},
        element(
          'w:rPrDefault',
          {},
          element('w:rPr', {}, words({ font: fonts.words.name, size: 22 }), languages(language)),
        ),
        element(
          'w:pPrDefault',
          {},
          element('w:pPr', {}, element('w:spacing', { 'w:line': 264, 'w:lineRule': 'auto' })),
        ),
      ),
      ...keysOf(paragraphStyles).map(paragraphStyle),
      '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
      ...keysOf(characterStyles).map(characterStyle),
      tableStyles,
    ),
  );
}

function keysOf<Key extends string>(record: Readonly<Record<Key, string>>): readonly Key[] {
  return Object.keys(record) as Key[];
}

function languages(language: string): string {
  return element('w:lang', { 'w:val': language, 'w:eastAsia': language, 'w:bidi': 'ar-SA' });
}

function paragraphStyle(id: ParagraphStyle): string {
  const { basedOn = 'Normal', next, ...setting } = paragraphSettings.get(id) ?? {};
  const name = paragraphStyles[id];
  const own = id === 'Normal';
  return element(
    'w:style',
    {
      'w:type': 'paragraph',
      'w:default': own ? 1 : undefined,
      'w:customStyle': isBuiltIn(name) ? undefined : 1,
      'w:styleId': id,
    },
    valued('w:name', name),
    own ? '' : valued('w:basedOn', basedOn),
    next ? valued('w:next', next) : '',
    '<w:qFormat/>',
    held('w:pPr', paragraphProperties(setting)),
    held('w:rPr', words(setting)),
  );
}

function characterStyle(id: CharacterStyle): string {
  const name = characterStyles[id];
  return element(
    'w:style',
    { 'w:type': 'character', 'w:customStyle': isBuiltIn(name) ? undefined : 1, 'w:styleId': id },
    valued('w:name', name),
    valued('w:basedOn', 'DefaultParagraphFont'),
    '<w:qFormat/>',
    held('w:rPr', words(characterSettings[id])),
  );
}

// The names that Word itself gives to styles it knows (17.7.4.9).
function isBuiltIn(name: string): boolean {
  return /^(?:Normal|Title|Quote|Hyperlink|header|footer|heading \d|toc \d|TOC Heading|footnote .*|annotation .*)$/.test(
    name,
  );
}

function held(name: string, content: string): string {
  return content === '' ? '' : element(name, {}, content);
}

// In the order of CT_PPr (17.3.1.26).
function paragraphProperties(setting: ParagraphSetting): string {
  const { keepNext, line, fill, tabs, before, after, left, hanging, align, outlineLevel } = setting;
  return [
    keepNext ? '<w:keepNext/>' : '',
    line
      ? element(
          'w:pBdr',
          {},
          element(`w:${line}`, {
            'w:val': 'single',
            'w:sz': line === 'left' ? 12 : 6,
            'w:space': line === 'left' ? 8 : 1,
            'w:color': 'BFBFBF',
          }),
        )
      : '',
    fill ? element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': fill }) : '',
    tabs ? element('w:tabs', {}, ...tabs.map((tab) => element('w:tab', { 'w:val': tab.align, 'w:pos': tab.at }))) : '',
    before === undefined && after === undefined ? '' : element('w:spacing', { 'w:before': before, 'w:after': after }),
    left === undefined ? '' : element('w:ind', { 'w:left': left, 'w:hanging': hanging }),
    align ? valued('w:jc', align) : '',
    outlineLevel === undefined ? '' : valued('w:outlineLvl', outlineLevel - 1),
  ].join('');
}

// In the order of CT_RPr (17.3.2.28).
function words({ font, size, bold, italic, underline, raised, colour }: WordsSetting): string {
  return [
    font ? element('w:rFonts', { 'w:ascii': font, 'w:hAnsi': font, 'w:eastAsia': font, 'w:cs': font }) : '',
    bold === undefined ? '' : bold ? '<w:b/>' : '<w:b w:val="0"/>',
    italic === undefined ? '' : italic ? '<w:i/>' : '<w:i w:val="0"/>',
    colour ? valued('w:color', colour) : '',
    size ? valued('w:sz', size) + valued('w:szCs', size) : '',
    underline ? valued('w:u', 'single') : '',
    raised ? valued('w:vertAlign', 'superscript') : '',
  ].join('');
}

// Light lines between the rows and columns; the words of the head are bold by the style of its paragraphs.
const tableStyles =
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>' +
  '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>' +
  '<w:left w:w="100" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>' +
  '</w:style><w:style w:type="table" w:customStyle="1" w:styleId="LightTable"><w:name w:val="Light table"/>' +
  '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>' +
  ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => element(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'BFBFBF' }))
    .join('') +
  '</w:tblBorders></w:tblPr></w:style>';
