// What a list of spans marks, measured the same way for every tool. A change that is only white space shows to no reader: it is
// no mark, parts no words and cuts no construct.

/** Counts the words touched by marks: a word is a run of characters that are not white space. */
export function wordsMarked(spans) {
  return touched(spans, 'inserted', 'deleted') + touched(spans, 'deleted', 'inserted');
}

function touched(spans, absent, marked) {
  let count = 0;
  let open = false;
  let counted = false;
  for (const { type, text } of spans) {
    if (type === absent) continue;
    for (const part of text.split(/(\s+)/)) {
      if (part === '') continue;
      if (/^\s/.test(part)) {
        open = false;
        continue;
      }
      if (!open) counted = false;
      open = true;
      if (type === marked && !counted) {
        count += 1;
        counted = true;
      }
    }
  }
  return count;
}

/** Counts equal runs of one or two words between two changes in one block. */
export function islands(spans) {
  const joined = joinSame(spans);
  return joined.filter(({ type, text }, index) => {
    if (type !== 'same' || index === 0 || index === joined.length - 1 || /\n\s*\n/.test(text)) return false;
    const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
    return words.length >= 1 && words.length <= 2;
  }).length;
}

function isBlank(text) {
  return !/\S/.test(text);
}

function joinSame(spans) {
  const joined = [];
  for (const span of spans) {
    if (span.text === '') continue;
    const last = joined.at(-1);
    const type = isBlank(span.text) ? 'same' : span.type;
    if (last?.type === type) last.text += span.text;
    else joined.push({ type, text: span.text });
  }
  return joined;
}

const constructs = new Set([
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'image',
  'imageReference',
  'inlineCode',
  'footnoteReference',
  'tableCell',
]);

/** Counts the constructs of a parsed text that a mark of one side cuts: it covers one end of them and not the other. */
export function brokenConstructs(spans, side, tree) {
  const marked = side === 'before' ? 'deleted' : 'inserted';
  const absent = side === 'before' ? 'inserted' : 'deleted';
  const marks = [];
  let at = 0;
  for (const { type, text } of spans) {
    if (type === absent) continue;
    if (type === marked && !isBlank(text)) {
      const last = marks.at(-1);
      if (last && last.end === at) last.end += text.length;
      else marks.push({ start: at, end: at + text.length });
    }
    at += text.length;
  }
  let broken = 0;
  const visit = (node) => {
    if (constructs.has(node.type) && node.position) {
      const [start, end] = [node.position.start.offset, node.position.end.offset];
      if (node.type === 'tableCell' ? cutsCell(marks, node) : cuts(marks, start, end)) broken += 1;
    }
    for (const child of node.children ?? []) visit(child);
  };
  visit(tree);
  return broken;
}

// A cell is cut by a mark that holds some of its words and goes on past its pipe.
function cutsCell(marks, { children }) {
  const [start, end] = [children[0]?.position?.start.offset, children.at(-1)?.position?.end.offset];
  return marks.some(
    (mark) =>
      mark.start < end &&
      mark.end > start &&
      (mark.start < start || mark.end > end) &&
      (mark.start > start || mark.end < end),
  );
}

function cuts(marks, start, end) {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle].end <= start) low = middle + 1;
    else high = middle;
  }
  for (let index = low; index < marks.length && marks[index].start < end; index += 1) {
    const mark = marks[index];
    const coversStart = mark.start <= start && mark.end > start;
    const coversEnd = mark.start < end && mark.end >= end;
    if (coversStart !== coversEnd && !(mark.start > start && mark.end < end)) return true;
  }
  return false;
}
