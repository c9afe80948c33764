/** Words in a line: how each mark, setting and sign looks, and how each is tagged. */
export const wordsSource = `
#let ink = rgb("#1a1d21")
#let quiet = rgb("#555d68")
#let hairline = rgb("#c4cad2")
#let bar-colour = rgb("#2f3a48")
#let new = rgb("#00568a")
#let old = rgb("#9f1f12")
#let moved = rgb("#2f5a1f")
#let tints = (inserted: rgb("#eaf4fb"), deleted: rgb("#fdf1ee"), moved: rgb("#f1f6ee"))
#let mono = ("DejaVu Sans Mono", "New Computer Modern Math", "Libertinus Serif")

// A note of the file's own among the words of a document: tagged as a note, and drawn where it stands.
#let told(body) = {
  show footnote.entry: it => it.note.body
  footnote.entry(footnote(body))
}
#let quietly(words) = text(size: 0.78em, fill: quiet, style: "normal", weight: "regular", words)
#let looks = (
  said: quietly,
  sign: quietly,
  tag: words => text(size: 0.86em, fill: ink, style: "normal", weight: "semibold", words),
  count: words => text(words),
)
#let told-chunk(look, words) = box(told(looks.at(look)(words)))

#let code-tag(body, block: false) = {
  show raw: it => body
  raw("code", block: block)
}

#let badge(body) = box(inset: (x: 2.4pt), outset: (y: 1.9pt), radius: 5pt, stroke: 0.5pt + bar-colour, text(size: 6.8pt, fill: bar-colour, weight: "semibold", style: "normal", body))
#let marks = (
  "inserted": (line: underline, paint: new, dash: none),
  "deleted": (line: strike, paint: old, dash: none),
  "moved-to": (line: underline, paint: moved, dash: "densely-dashed"),
  "moved-from": (line: strike, paint: moved, dash: "densely-dashed"),
  "renumbered-to": (line: underline, paint: quiet, dash: "densely-dotted"),
  "renumbered-from": (line: strike, paint: quiet, dash: "densely-dotted"),
)
// A space has its mark in the tags alone: a line after a label would look like a stop.
#let marked(it, body) = {
  let (line, paint, dash) = marks.at(it.mark)
  let bare = it.pieces.all(one => type(one) != str and one.type == "gap")
  let stroke = (paint: if bare { paint.transparentize(100%) } else { paint }, thickness: 0.75pt, dash: dash)
  if line == underline { underline(stroke: stroke, offset: 0.16em, evade: false, text(fill: paint, body)) }
  else { strike(stroke: stroke, text(fill: paint, body)) }
}

// The engine lays all sheets out, finds where each place is, and lays out again what that changes. Until places are known, words stand without
// their way, numbers of pages are as wide as they will be, and contents as long: else all after them would move, and be laid out once more.
#let way(to, body) = context {
  let places = query(label(to))
  if places.len() == 0 { body } else { link(places.first().location(), body) }
}
#let piece(it) = if type(it) == str { text(it) } else {
  let kind = it.type
  let inside() = it.pieces.map(piece).join()
  if kind == "mark" { marked(it, inside()) }
  else if kind == "strong" { strong(inside()) }
  else if kind == "emphasis" { emph(inside()) }
  else if kind == "struck" { strike(stroke: (paint: ink, thickness: 0.5pt, dash: "dotted"), inside()) }
  else if kind == "code" { code-tag(text(font: mono, size: 0.82em, hyphenate: false, inside())) }
  else if kind == "raised" { super(inside()) }
  else if kind == "quiet" { text(fill: quiet, size: 0.9em, inside()) }
  else if kind == "image" { box(stroke: 0.5pt + quiet, inset: (x: 2pt), outset: (y: 2pt), radius: 1.5pt, { told(text(size: 0.78em, fill: quiet)[Image:~]); inside() }) }
  else if kind == "link" { if "to" in it { way(it.to, inside()) } else if "address" in it { link(it.address, inside()) } else { inside() } }
  else if kind == "unseen" { highlight(fill: rgb("#f3e2b3"), text(font: mono, size: 0.72em, it.name)) }
  else if kind == "gap" { text(size: 0.5pt)[~] }
  else if kind == "break" { [~#linebreak()] }
  else if kind == "told" {
    let look = it.at("look", default: "said")
    if look == "said" { h(0.3em) }
    it.chunks.map(words => told-chunk(look, words)).join(h(0.25em))
    if look in ("said", "sign") { h(0.25em) }
  }
  else if kind == "number" { h(0.2em); box(told(if "to" in it { way(it.to, badge(it.number)) } else { badge(it.number) })); h(0.2em) }
  else if kind == "pages" {
    context {
      let seen = ()
      for name in it.places {
        let places = query(label(name))
        let number = if places.len() == 0 { "000" } else { str(counter(page).at(places.first().location()).first()) }
        if number in seen { continue }
        if seen.len() > 0 [, ]
        seen.push(number)
        way(name, number)
      }
    }
  }
}
// Two marks that meet stand a little apart.
#let is-mark(it) = type(it) != str and it.type == "mark"
#let words(pieces) = for (index, it) in pieces.enumerate() {
  if index > 0 and is-mark(it) and is-mark(pieces.at(index - 1)) { h(0.22em) }
  piece(it)
}
#let anchors(it) = for name in it.at("ids", default: ()) [#metadata(none)#label(name)]
`;
