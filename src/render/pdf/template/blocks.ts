/** Blocks: headings, paragraphs, lists, code, and the notes and bars beside what changes. */
export const blocksSource = `
#let gutter = 15mm
#let notes-width = 42mm
#let notes-gap = 5mm
#let body-size = 10.3pt
#let sizes = (17pt, 14.5pt, 12.5pt, 11.3pt, 10.3pt, 10.3pt)

#let note(it) = told(block(width: 100%, stroke: (left: 0.8pt + bar-colour), inset: (left: 2.4mm, y: 0.3mm), {
  set text(size: 7.9pt, fill: ink, weight: "regular", style: "normal")
  set par(leading: 0.5em, spacing: 0.55em, justify: false, hanging-indent: 0pt)
  par(strong(it.deed))
  for reason in it.reasons {
    par({ if "to" in reason { way(reason.to, badge(reason.number)) } else { badge(reason.number) }; h(0.5em); text(reason.words) })
  }
}))

// What changes has a bar beside it at the edge of the sheet, however far in it stands.
#let barred(it, body) = if it.at("bar", default: false) {
  block(width: 100%, stroke: (left: 1.5pt + bar-colour), outset: (left: it.at * 1mm + 4mm, y: 0.6mm), body)
} else { body }

#let leaf(it, body, sticky: false, above: auto, below: auto) = {
  let shown = { anchors(it); body }
  let around = block.with(width: 100%, sticky: sticky, above: above, below: below)
  if "note" in it {
    around(grid(columns: (1fr, notes-width), column-gutter: notes-gap, barred(it, shown), note(it.note)))
  } else {
    around(inset: (right: notes-width + notes-gap), barred(it, shown))
  }
}

#let beside(label, width, body) = {
  if label.wide { box(words(label.pieces)); h(0.4em) } else { box(width: width, words(label.pieces)) }
  body
}
#let hanging(label, width, body) = par(hanging-indent: width, beside(label, width, body))

#let heading-block(it) = {
  let level = calc.min(it.level, 6)
  let look = it.at("look", default: none)
  let size = sizes.at(level - 1)
  let shown = {
    set text(size: size, weight: "semibold", style: if level > 4 { "italic" } else { "normal" }, hyphenate: false)
    set par(leading: 0.45em, justify: false)
    set par(hanging-indent: gutter) if "label" in it
    if "label" in it { beside(it.label, gutter, words(it.pieces)) } else { words(it.pieces) }
  }
  let tagged = {
    show heading: _ => shown
    heading(level: level, outlined: look == none, bookmarked: true, it.title)
  }
  if look == "part" {
    return block(width: 100%, sticky: true, below: 1.4em, inset: (bottom: 1.6mm), stroke: (bottom: 0.6pt + hairline), {
      anchors(it)
      show heading: _ => text(size: 10pt, fill: quiet, weight: "semibold", words(it.pieces))
      heading(level: 1, outlined: false, bookmarked: true, it.title)
    })
  }
  leaf(it, tagged, sticky: true, above: if level < 4 { 1.9em } else { 1.5em }, below: if level < 3 { 1em } else { 0.85em })
}

#let paragraph-block(it) = {
  let look = it.at("look", default: none)
  let leaf = leaf.with(sticky: it.at("keep", default: false))
  if look == "notice" {
    block(width: 100%, fill: rgb("#fdf6e3"), stroke: (left: 2pt + rgb("#b98900")), inset: (x: 3.5mm, y: 2.6mm), par(words(it.pieces)))
  } else if look == "lead" {
    block(width: 100%, above: 1.6em, below: 1.4em, par(text(size: 11.5pt, words(it.pieces))))
  } else if look == "small" {
    block(width: 100%, above: 0.5em, par(text(size: 8.8pt, fill: quiet, words(it.pieces))))
  } else if look == "source" {
    leaf(it, par(text(font: mono, size: 8pt, fill: quiet, words(it.pieces))))
  } else if "label" in it {
    leaf(it, hanging(it.label, gutter, words(it.pieces)))
  } else if it.at == 0 {
    leaf(it, pad(left: gutter, right: 0pt, par(words(it.pieces))))
  } else {
    leaf(it, par(words(it.pieces)))
  }
}

#let list-block(it, draw) = {
  let marker(item) = box(width: it.width * 1mm, if "marker" in item { words(item.marker) } else { pdf.artifact[•] })
  let body = enum(
    numbering: n => marker(it.items.at(n - 1)),
    number-align: start + top, indent: 0pt, body-indent: 0pt, full: false, spacing: 0.75em, tight: false,
    ..it.items.map(item => enum.item({ item.blocks.map(draw).join() })),
  )
  if it.indent == 0 { body } else { pad(left: it.indent * 1mm, right: 0pt, body) }
}

// A list of the options, so that who hears the tags is told how many there are and which one this is.
#let options-block(it, draw) = block(width: 100%, above: 1.6em, below: 1.6em, stroke: (y: 0.8pt + bar-colour), inset: (y: 2.4mm), {
  let name(option) = box(width: it.width * 1mm, told(text(size: 8.8pt, weight: "semibold", fill: bar-colour, "Option " + option.letter)))
  enum(
    numbering: n => name(it.options.at(n - 1)),
    number-align: start + top, indent: 0pt, body-indent: 0pt, full: false, spacing: 1.4em, tight: false,
    ..it.options.map(option => enum.item({ option.blocks.map(draw).join() })),
  )
})

#let source-block(it) = leaf(it, block(width: 100%, {
  if it.title != "" { told(text(size: 7.4pt, fill: quiet, it.title)) }
  code-tag(block: true, block(width: 100%, fill: rgb("#f5f6f8"), inset: (x: 3mm, y: 2.4mm), stroke: (left: 1pt + hairline), {
    set text(font: mono, size: it.size * 1pt)
    set par(leading: 0.5em, spacing: 0.5em, justify: false, hanging-indent: 4mm)
    for line in it.lines { block(above: 0.5em, below: 0.5em, par(if line == () [~] else { words(line) })) }
  }))
}))
`;
