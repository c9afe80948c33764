/** The sheets: their size, what stands at their head and foot, and the parts of the file. */
export const pagesSource = `
#let draw(it) = {
  let kind = it.type
  if kind == "heading" { heading-block(it) }
  else if kind == "paragraph" { paragraph-block(it) }
  else if kind == "list" { list-block(it, draw) }
  else if kind == "table" { table-block(it, draw) }
  else if kind == "options" { options-block(it, draw) }
  else if kind == "source" { source-block(it) }
  else if kind == "quote" {
    show quote: shown => block(width: 100%, stroke: (left: 1.5pt + hairline), inset: (left: 6mm), shown.body)
    pad(left: it.indent * 1mm, right: 0pt, quote(block: true, it.blocks.map(draw).join()))
  }
  else if kind == "footnote" {
    block(width: 100%, above: 1.4em, stroke: (top: 0.5pt + hairline), inset: (top: 2mm), {
      set text(size: 9pt)
      anchors(it)
      grid(columns: (gutter, 1fr), told(text(weight: "semibold", size: 8pt, it.name)), it.blocks.map(draw).join())
    })
  }
  else if kind == "rule" {
    leaf(it, { if "told" in it { told(text(size: 7.9pt, fill: quiet, it.told)) }; pdf.artifact(line(length: 100%, stroke: 0.6pt + ink)) })
  }
  else if kind == "title" {
    block(above: 0pt, below: 1.6em, {
      set par(justify: false)
      block(below: 0.9em, text(size: 9.5pt, fill: quiet, weight: "semibold", it.kicker))
      show title: set text(size: 23pt, weight: "semibold")
      show title: set block(above: 0pt, below: 0pt)
      set par(leading: 0.4em)
      title(it.words)
    })
  }
  else if kind == "facts" {
    block(width: 100%, above: 1.2em, below: 1.4em, {
      for (name, value) in it.rows {
        block(above: 0.65em, below: 0.65em, par(hanging-indent: if name == "" { 0pt } else { 32mm }, {
          if name != "" { box(width: 32mm, text(fill: quiet, name)) }
          words(value)
        }))
      }
    })
  }
  else if kind == "contents" {
    set outline.entry(fill: repeat(gap: 0.3em, [.]))
    show outline.entry: set block(spacing: 0.55em)
    set text(size: 9.3pt)
    context if query(heading).len() > 0 { outline(title: none, depth: it.depth, indent: 5mm) } else {
      for (level, title) in it.entries { block(width: 100%, spacing: 0.55em, inset: (left: (level - 1) * 5mm, right: 8mm), title) }
    }
  }
}

#let sheets = json(bytes(sys.inputs.at("sheets")))
#set document(
  title: sheets.title,
  author: sheets.at("author", default: ()),
  date: if "date" in sheets { datetime(year: sheets.date.at(0), month: sheets.date.at(1), day: sheets.date.at(2)) } else { none },
)
#set text(
  font: ("Libertinus Serif", "New Computer Modern", "New Computer Modern Math", "DejaVu Sans Mono"),
  fallback: false, size: body-size, fill: ink, lang: "en", region: "GB", hyphenate: false, number-type: "lining",
)
#set par(leading: 0.58em, spacing: 0.85em, justify: false)
#set block(spacing: 0.85em)
#set page(paper: "a4", margin: (left: 24mm, right: 18mm, top: 25mm, bottom: 22mm))
#set strong(delta: 200)

#for part in sheets.parts {
  set page(
    header: text(size: 7.9pt, fill: quiet, {
      part.head.first()
      h(1fr)
      part.head.last()
      v(-0.6em)
      line(length: 100%, stroke: 0.4pt + hairline)
    }),
    footer: text(size: 7.9pt, fill: quiet, {
      part.foot
      h(1fr)
      context [Page #counter(page).display("1 of 1", both: true)]
    }),
  )
  part.blocks.map(draw).join()
}
`;
