import fc from 'fast-check';

/** An element of a made document part; `token` is text that stands there and nowhere else. */
export interface MadeElement {
  readonly name: string;
  readonly attributes: string;
  readonly children: readonly MadeElement[];
  readonly token?: string;
}

/** What may stand in what, roughly as the standard has it; anything may stand anywhere once in a while. */
const inside: Readonly<Record<string, readonly string[]>> = {
  'w:body': ['w:p', 'w:p', 'w:p', 'w:tbl', 'w:sdt', 'w:customXml', 'mc:AlternateContent', 'w:commentRangeStart'],
  'w:p': [
    'w:r',
    'w:r',
    'w:r',
    'w:ins',
    'w:del',
    'w:moveFrom',
    'w:moveTo',
    'w:hyperlink',
    'w:fldSimple',
    'w:sdt',
    'w:smartTag',
    'm:oMath',
    'w:bookmarkStart',
    'w:commentRangeStart',
    'w:commentRangeEnd',
  ],
  'w:r': [
    'w:t',
    'w:t',
    'w:t',
    'w:tab',
    'w:fldChar',
    'w:fldChar',
    'w:instrText',
    'w:drawing',
    'w:pict',
    'w:ruby',
    'mc:AlternateContent',
    'w:commentReference',
  ],
  'w:ins': ['w:r', 'w:r', 'w:del'],
  'w:del': ['w:r', 'w:r', 'w:ins'],
  'w:moveFrom': ['w:r', 'w:r', 'w:ins', 'w:del'],
  'w:moveTo': ['w:r', 'w:r', 'w:ins', 'w:del'],
  'w:hyperlink': ['w:r', 'w:ins', 'w:del', 'w:fldSimple'],
  'w:fldSimple': ['w:r', 'w:r', 'w:hyperlink'],
  'w:smartTag': ['w:r', 'w:smartTag'],
  'w:customXml': ['w:p', 'w:tbl'],
  'w:sdt': ['w:sdtContent'],
  'w:sdtContent': ['w:p', 'w:r', 'w:tbl'],
  'w:tbl': ['w:tr', 'w:tr', 'w:sdt'],
  'w:tr': ['w:tc', 'w:tc', 'w:sdt'],
  'w:tc': ['w:p', 'w:p', 'w:tbl'],
  'w:drawing': ['w:txbxContent'],
  'w:pict': ['w:txbxContent'],
  'w:txbxContent': ['w:p', 'w:p', 'w:tbl'],
  'w:ruby': ['w:rt', 'w:rubyBase'],
  'w:rt': ['w:r'],
  'w:rubyBase': ['w:r'],
  'm:oMath': ['m:r', 'w:r'],
  'm:r': ['w:t'],
  'mc:AlternateContent': ['mc:Choice', 'mc:Fallback'],
  'mc:Choice': ['w:r', 'w:p', 'w:t'],
  'mc:Fallback': ['w:r', 'w:p', 'w:t'],
  'x:unknown': ['w:p', 'w:r', 'w:t'],
};

const everywhere = [...Object.keys(inside).filter((name) => name !== 'w:body'), 'w:t', 'w:delText', 'w:fldChar'];

const properties: Readonly<Record<string, readonly string[]>> = {
  'w:p': [
    '',
    '',
    '<w:pPr><w:rPr><w:ins w:id="1"/></w:rPr></w:pPr>',
    '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>',
    '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>',
  ],
  'w:r': ['', '', '<w:rPr><w:b/></w:rPr>', '<w:rPr><w:vanish/></w:rPr>'],
  'w:tr': ['', '', '<w:trPr><w:ins w:id="1"/></w:trPr>', '<w:trPr><w:del w:id="1"/></w:trPr>'],
  'w:tc': [
    '',
    '',
    '<w:tcPr><w:cellIns w:id="1"/></w:tcPr>',
    '<w:tcPr><w:cellDel w:id="1"/></w:tcPr>',
    '<w:tcPr><w:hMerge/></w:tcPr>',
    '<w:tcPr><w:vMerge/></w:tcPr>',
  ],
  'w:sdt': ['<w:sdtPr/>', '<w:sdtPr><w:tag w:val="quote"/></w:sdtPr>'],
};

const attributes: Readonly<Record<string, readonly string[]>> = {
  'w:fldChar': ['w:fldCharType="begin"', 'w:fldCharType="separate"', 'w:fldCharType="end"', 'w:fldCharType="end"'],
  'w:hyperlink': ['w:anchor="x"', 'r:id="none"', ''],
  'w:fldSimple': ['w:instr="REF x"', 'w:instr="HYPERLINK y"', ''],
  'mc:Choice': ['Requires="wps"', 'Requires="unknown"'],
  'w:commentRangeStart': ['w:id="1"'],
  'w:commentRangeEnd': ['w:id="1"'],
  'w:commentReference': ['w:id="1"'],
};

/** Elements of one body. */
const most = 120;

/** The content of a body, in which every text is a word of its own. */
export const madeBody: fc.Arbitrary<MadeElement> = fc.gen().map((next) => {
  let count = 0;
  let elements = 0;
  const pick = (names: readonly string[]) => next(() => fc.constantFrom(...names));
  const make = (name: string, depth: number): MadeElement => {
    elements += 1;
    const made = { name, attributes: pick(attributes[name] ?? ['']), children: [] as MadeElement[] };
    if (name === 'w:t' || name === 'w:delText') {
      count += 1;
      return { ...made, token: `t${count}.` };
    }
    const own = pick(properties[name] ?? ['']);
    if (own !== '') made.children.push({ name: '', attributes: own, children: [] });
    const allowed = inside[name];
    if (!allowed || depth > 12) return made;
    const children = name === 'w:body' ? 10 : name === 'mc:AlternateContent' ? 2 : 4;
    for (let left = next(() => fc.integer({ min: 1, max: children })); left > 0 && elements < most; left -= 1) {
      const strange = next(() => fc.nat(24)) === 0;
      made.children.push(make(pick(strange ? everywhere : allowed), depth + 1));
    }
    return made;
  };
  return make('w:body', 0);
});

/** A made element as XML; its properties are XML already. */
export function printMade({ name, attributes: said, children, token }: MadeElement): string {
  if (name === '') return said;
  const declared = name === 'x:unknown' ? ' xmlns:x="urn:x"' : '';
  return `<${name}${said === '' ? '' : ` ${said}`}${declared}>${token ?? ''}${children.map(printMade).join('')}</${name}>`;
}

/** The words that a side of the tracked changes has, and those that may be there or not: of content that is given twice. */
export function wordsOf(
  root: MadeElement,
  side: 'accept' | 'reject' | 'both',
): { readonly must: readonly string[]; readonly may: readonly string[] } {
  const must: string[] = [];
  const may: string[] = [];
  const visit = (element: MadeElement, choice: boolean) => {
    if (isGone(element, side)) return;
    if (element.token !== undefined) (choice ? may : must).push(element.token);
    for (const child of element.children) visit(child, choice || element.name === 'mc:AlternateContent');
  };
  visit(root, false);
  return { must, may };
}

const goneNames = { accept: ['w:del', 'w:moveFrom'], reject: ['w:ins', 'w:moveTo'], both: [] };
const goneProperties = { accept: /<w:trPr><w:del|<w:cellDel/, reject: /<w:trPr><w:ins|<w:cellIns/, both: /$^/ };

function isGone({ name, children }: MadeElement, side: 'accept' | 'reject' | 'both'): boolean {
  if ((goneNames[side] as readonly string[]).includes(name)) return true;
  return children.some((one) => one.name === '' && goneProperties[side].test(one.attributes));
}
