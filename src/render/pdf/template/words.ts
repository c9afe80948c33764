/** Words in a line: how each mark, setting and sign looks, and how each is tagged. */
export const wordsSource = `
#let ink = rgb("#1a1d21")
#let quiet = rgb("#555d68")
#let hairline = rgb("#c4cad2")
#let bar-colour = rgb("#2f3a48")
#let new = rgb("#00568a")
#let old = rgb("#9f1f12")
#let moved = rgb("#2f5a1f")
#let tints = (inserted: rgb("#eaf4fb"), deleted: rgb("#fdf1ee"), group: rgb("#f5f6f8"))
#let mono = ("DejaVu Sans Mono", "New Computer Modern Math", "Libertinus Serif")

// A note of the file's own among the words of a document: tagged as a note, and drawn where it stands.
#let told(body) = {
  show footnote.entry: it => it.note.body
  footnote.entry(footnote(body))
}
#let looks = (
  said: words => text(size: 0.78em, fill: quiet, style: "normal", weight: "regular", words),
  tag: words => text(size: 0.86em, fill: ink, style: "normal", weight: "semibold", words),
  count: words => text(words),
)
#let told-chunk(look, words) = box(told(looks.at(look)(words)))

#let code-tag(body, block: false) = {
  show raw: it => body
  raw("code", block: block)
}

#let badge(body) = box(inset: (x: 2.4pt), outset: (y: 1.9pt), radius: 5pt, stroke: 0.5pt + bar-colour, text(size: 6.8pt, fill: bar-colour, weight: "semibold", style: "normal", body))
#let line-under(paint, dash: none, body) = underline(stroke: (paint: paint, thickness: 0.75pt, dash: dash), offset: 0.16em, evade: false, text(fill: paint, body))
#let line-through(paint, dash: none, body) = strike(stroke: (paint: paint, thickness: 0.75pt, dash: dash), text(fill: paint, body))

#let marks = (
  "inserted": body => line-under(new, body),
  "deleted": body => line-through(old, body),
  "moved-to": body => line-under(moved, dash: "densely-dashed", body),
  "moved-from": body => line-through(moved, dash: "densely-dashed", body),
  "renumbered-to": body => line-under(quiet, dash: "densely-dotted", body),
  "renumbered-from": body => line-through(quiet, dash: "densely-dotted", body),
)

#let piece(it) = if type(it) == str { text(it) } else {
  let kind = it.type
  let inside() = it.pieces.map(piece).join()
  if kind == "mark" { marks.at(it.mark)(inside()) }
  else if kind == "strong" { strong(inside()) }
  else if kind == "emphasis" { emph(inside()) }
  else if kind == "struck" { strike(stroke: (paint: ink, thickness: 0.5pt, dash: "dotted"), inside()) }
  else if kind == "code" { code-tag(text(font: mono, size: 0.82em, inside())) }
  else if kind == "raised" { super(inside()) }
  else if kind == "quiet" { text(fill: quiet, size: 0.9em, inside()) }
  else if kind == "image" { box(stroke: 0.5pt + quiet, inset: (x: 2pt), outset: (y: 2pt), radius: 1.5pt, { told(text(size: 0.78em, fill: quiet)[Image:~]); inside() }) }
  else if kind == "link" { if "to" in it { link(label(it.to), inside()) } else if "address" in it { link(it.address, inside()) } else { inside() } }
  else if kind == "unseen" { highlight(fill: rgb("#f3e2b3"), text(font: mono, size: 0.72em, it.name)) }
  else if kind == "break" { [~#linebreak()] }
  else if kind == "told" {
    let look = it.at("look", default: "said")
    if look == "said" { h(0.3em) }
    it.chunks.map(words => told-chunk(look, words)).join(h(0.25em))
    if look == "said" { h(0.2em) }
  }
  else if kind == "number" { h(0.2em); box(told(if "to" in it { link(label(it.to), badge(it.number)) } else { badge(it.number) })); h(0.2em) }
  else if kind == "page" and "to" in it { let to = label(it.to); link(to, context str(counter(page).at(to).first())) }
}
// Two marks that meet stand a little apart.
#let is-mark(it) = type(it) != str and it.type == "mark"
#let words(pieces) = for (index, it) in pieces.enumerate() {
  if index > 0 and is-mark(it) and is-mark(pieces.at(index - 1)) { h(0.16em) }
  piece(it)
}
#let anchors(it) = for name in it.at("ids", default: ()) [#metadata(none)#label(name)]
`;
