/** Tables: as wide as the sheet, the head again on every page. */
export const tablesSource = `
#let note-above(it) = block(width: 100%, above: 1em, below: 0.5em, sticky: true, note(it.note))

#let cell(it, row, first, size, head: false) = table.cell(
  colspan: it.at("span", default: 1),
  fill: if "tint" in it { tints.at(it.tint) } else if head { rgb("#eef0f3") },
  align: (left: left, right: right, center: center).at(it.at("side", default: "left")) + if head { bottom } else { top },
  stroke: (bottom: if head { 0.8pt + bar-colour } else { 0.4pt + hairline }, left: if row.bar and first { 1.8pt + bar-colour } else { none }),
  breakable: row.long,
  {
    set text(weight: if head { "semibold" } else { "regular" })
    if first { anchors(row) }
    anchors(it)
    words(it.pieces)
  },
)

#let table-block(it, draw) = {
  let rows(rows, head: false) = rows.map(row => row.cells.enumerate().map(((index, one)) => cell(one, row, index == 0, it.size, head: head))).flatten()
  let body = {
    set text(size: it.size * 1pt, hyphenate: it.at("hyphenate", default: false))
    set par(leading: 0.48em, justify: false, hanging-indent: 0pt, spacing: 0.6em)
    if "note" in it { note-above(it) }
    anchors(it)
    block(width: 100%, above: if "note" in it { 0.5em } else { 1.1em }, below: 1.3em, table(
      columns: it.widths.map(width => width * 1fr),
      inset: (x: 4pt, top: 4pt, bottom: 4.5pt),
      stroke: none,
      table.header(repeat: true, ..rows(it.head, head: true)),
      ..rows(it.body),
    ))
  }
  if it.landscape { page(flipped: true, { it.at("lead", default: ()).map(draw).join(); body }) } else { body }
}
`;
