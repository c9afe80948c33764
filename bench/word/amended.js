// An amended document of a size, as what the writer of Word files is given: a table after every tenth paragraph, and as many changes as asked
// for, of every kind.

const author = { author: 'Code Administrator', date: '2026-01-31T00:00:00Z' };
const words = [
  'the',
  'DCC',
  'shall',
  'ensure',
  'that',
  'each',
  'Party',
  'receives',
  'a',
  'Device',
  'Certificate',
  'in',
  'respect',
  'of',
];
const wordsOfParagraph = 60;
const wordsOfPage = 450;
const kinds = ['words', 'words', 'words', 'words', 'words', 'inserted', 'deleted', 'move', 'row', 'words'];

/** The document with its changes tracked, or one of its two texts alone: `before` or `after`. */
export function amended(pages, changes, side) {
  const count = Math.round((pages * wordsOfPage) / wordsOfParagraph);
  const blocks = [];
  const every = count / changes;
  let made = 0;
  for (let index = 0; index < count; index += 1) {
    const due = Math.floor((index + 1) / every) - made;
    const own = Array.from({ length: due }, (_, each) => kinds[(made + each) % kinds.length]);
    made += due;
    blocks.push(...block(index, own));
  }
  const document = { type: 'word-document', properties: { title: 'Appendix D' }, blocks, footnotes: [], comments: [] };
  return side ? { ...document, blocks: blocks.flatMap((each) => sided(each, side)) } : document;
}

function sentence(seed) {
  return Array.from({ length: wordsOfParagraph }, (_, index) => words[(seed * 7 + index * index) % words.length]).join(
    ' ',
  );
}

function block(index, changes) {
  const text = `${index % 90}.${index}\t${sentence(index)}`;
  const substitutions = changes.filter((kind) => kind === 'words').length;
  const blocks = [{ type: 'paragraph', style: 'Provision', children: runs(text, substitutions, index) }];
  if (index % 12 === 0) {
    const bookmarks = [`p_section_${index}`];
    const children = [run(`${index}\tA section`)];
    blocks.unshift({ type: 'paragraph', style: 'Heading2', outlineLevel: 2, bookmarks, children });
  }
  if (changes.includes('inserted')) blocks.push(whole(sentence(index + 1), 'inserted'));
  if (changes.includes('deleted')) blocks.push(whole(sentence(index + 2), 'deleted'));
  if (changes.includes('move')) {
    blocks.unshift(whole(sentence(index + 3), 'moved-to', index));
    blocks.push(whole(sentence(index + 3), 'moved-from', index));
  }
  if (index % 10 === 0 || changes.includes('row')) blocks.push(table(index, changes.includes('row')));
  return blocks;
}

function run(text, type, move) {
  return { type: 'run', text, ...(type && { revision: { type, ...author, ...(move !== undefined && { move }) } }) };
}

function runs(text, substitutions, index) {
  const parts = text.split(' ');
  const step = Math.floor(parts.length / (substitutions + 1));
  const children = [];
  for (let each = 0; each <= substitutions; each += 1) {
    const from = each * step;
    const to = each === substitutions ? parts.length : from + step;
    children.push(run(`${parts.slice(from, to).join(' ')} `));
    if (each < substitutions) children.push(run('old words ', 'deleted'), run(`new words ${index} `, 'inserted'));
  }
  return children;
}

function whole(text, type, move) {
  const { revision } = run('', type, move);
  return { type: 'paragraph', style: 'Provision', mark: revision, children: [run(text, type, move)] };
}

function table(index, changed) {
  const row = (label, type) => ({
    ...(type && { revision: run('', type).revision }),
    cells: [`${label}`, `step ${label} of ${index}`].map((text) => ({
      blocks: [{ type: 'paragraph', style: 'TableText', children: [run(text)] }],
    })),
  });
  const rows = [{ header: true, ...row('Step') }, row(1), ...(changed ? [row(2, 'inserted')] : []), row(3)];
  return { type: 'table', columns: [2000, 7000], rows };
}

function isThere(revision, side) {
  return !revision || /^(?:deleted|moved-from)$/.test(revision.type) === (side === 'before');
}

function sided(each, side) {
  if (each.type === 'table') {
    const rows = each.rows.filter(({ revision }) => isThere(revision, side)).map(({ revision: _, ...row }) => row);
    return [{ ...each, rows }];
  }
  const { mark, ...paragraph } = each;
  if (!isThere(mark, side)) return [];
  const children = each.children.filter(({ revision }) => isThere(revision, side)).map(({ text }) => run(text));
  return [{ ...paragraph, children }];
}
