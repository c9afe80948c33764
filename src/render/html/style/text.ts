/** The text with its marks and the notes beside it. */
export const textStyle = `
article{max-width:calc(var(--gutter) + var(--measure));padding:0 0 3rem var(--gutter);margin-top:1.25rem;border-top:1px solid var(--line);display:flow-root;hyphens:manual}
article p{margin:0 0 .85rem}
.rule{position:relative}
.rule::before{content:"";position:absolute;top:0;bottom:0;left:calc(-1*var(--gutter) - .95rem);width:3px;background:var(--bar)}
[data-depth]{margin:2rem 0 .7rem;font-size:1.0625rem}
[data-depth="1"]{font-size:1.625rem;margin-top:2.5rem}
[data-depth="2"]{font-size:1.375rem;margin-top:2.9rem}
[data-depth="3"]{font-size:1.15rem;margin-top:2.2rem}
[data-depth="5"],[data-depth="6"]{font-style:italic}
.label{display:inline-block;margin-left:calc(-1*var(--gutter));min-width:var(--gutter);padding-right:.3em;white-space:nowrap;font-variant-numeric:lining-nums}
.labelled .label{margin-left:-2.3rem;min-width:2.3rem}
.renumbered{float:left;box-sizing:border-box;width:var(--gutter);min-width:0}
.labelled .renumbered{width:2.3rem;min-width:0}
:has(>.renumbered){display:flow-root}
.renumbered>*{display:block;margin-left:0}
article ul,article ol{margin:0 0 .85rem;padding-left:2.3rem}
article li{margin:0 0 .4rem;--in:2.3rem}
article li li{--in:4.6rem}
article li li li{--in:6.9rem}
article li li li li{--in:9.2rem}
article li li li li li{--in:11.5rem}
article li.labelled{list-style:none}
article li p{margin:0 0 .4rem}
article li>ul,article li>ol{margin:.1rem 0 .4rem}
article blockquote{margin:0 0 .85rem;padding-left:1.25rem;border-left:3px solid var(--line);--in:1.25rem}
article hr{border:0;border-top:1px solid var(--ink);margin:2rem 0}
ins,del{padding:.04em 0}
del+ins,ins+del{margin-left:.22em}
ins,ins .label{color:var(--new);background:var(--new-ground);text-decoration:underline double 1px;text-underline-offset:.17em;text-decoration-skip-ink:none}
del,del .label{color:var(--old);background:var(--old-ground);text-decoration:line-through 1.5px}
ins a,del a{color:inherit}
[data-status=moved-to] ins,[data-status=moved-to] ins .label{color:var(--moved);background:var(--moved-ground);text-decoration-style:wavy}
[data-status=moved-to] ins.edited,[data-status=moved-to] ins.edited .label{color:var(--new);background:var(--new-ground);text-decoration-style:double}
[data-status=moved-from] del,[data-status=moved-from] del .label{color:var(--moved);background:var(--moved-ground)}
.relabel,.relabel .label{background:none;color:var(--quiet);text-decoration-style:dotted}
#renumbering:checked~article del.relabel,#renumbering:checked~article .renumbers>.note{display:none}
#renumbering:checked~article ins.relabel,#renumbering:checked~article ins.relabel .label{color:inherit;background:none;text-decoration:none}
#renumbering:checked~article [data-status=relabelled]::before{display:none}
#renumbering:checked~article tr[data-status=relabelled]>:first-child{box-shadow:none}
#only:checked~#renumbering:checked~article>:is(.renumbers,[data-status=relabelled]){display:none}
s{text-decoration:line-through dotted}
.sign,.address{font:.8125em var(--sans);color:var(--quiet);text-decoration:none}
.break{margin-left:.3em}
.break ins,.break del{padding:.04em .15em;font-weight:600}
.unseen{font:600 .7em var(--mono);border:1px solid currentColor;border-radius:3px;padding:0 .25em}
.image{border:1px solid var(--quiet);border-radius:3px;padding:0 .35em;font-family:var(--sans);font-size:.9em}
.image::before{content:"Image: " / "";color:var(--quiet)}
code.raw{color:#5b3d8a}
pre{margin:0;position:relative;padding:.8rem 1rem;background:var(--tint);border-left:3px solid var(--line);overflow-x:auto;font-size:.78rem;line-height:1.5;tab-size:2}
pre code{font-size:inherit}
.source,.front-matter{margin:0 0 .85rem}
.source{position:relative;margin-left:calc(-1*var(--gutter))}
li .source,blockquote .source{margin-left:0}
.source.marked::before{content:"";position:absolute;top:0;bottom:0;left:-.95rem;width:3px;background:var(--bar)}
.front-matter{font:.875rem var(--sans);margin-top:1rem}
.definition{font:.8125rem/1.5 var(--mono);color:var(--quiet)}
.footnote{position:relative;font-size:.9375rem;border-top:1px solid var(--line);padding-top:.5rem;margin:0 0 .85rem}
.footnote .name{position:absolute;left:calc(-1*var(--gutter));font:600 .8125rem/1.7 var(--sans);color:var(--quiet)}
sup{line-height:0;font-family:var(--sans);font-size:.72em}
sup a{padding:0 .1em;text-decoration:none}
article .frame{margin:0 0 1.1rem calc(-1*var(--gutter))}
article li .frame,article blockquote .frame{margin-left:0}
article table{font-size:.8125rem;line-height:1.45}
article th,article td{padding:.4rem .8rem .45rem 0;min-width:4.5rem}
article tbody th{font-variant-numeric:tabular-nums}
.right{text-align:right}.center{text-align:center}
tr[data-status=inserted]>*,tr[data-status=moved-to]>*,[data-block=cell][data-status=inserted]{background:var(--new-ground)}
tr[data-status=deleted]>*,tr[data-status=moved-from]>*,[data-block=cell][data-status=deleted]{background:var(--old-ground)}
table:has(tr[data-status]) tr>:first-child{padding-left:.7rem}
tr[data-status]>:first-child{box-shadow:inset 3px 0 0 var(--bar)}
.tag{display:block;font:600 .75rem/1.5 var(--sans);color:var(--ink);white-space:nowrap}
.signs{margin-left:.35em}
.number{display:inline-block;min-width:1.55em;text-align:center;font:600 .75rem/1.55 var(--sans);border-radius:1em;padding:0 .4em;background:var(--bar);color:#fff;text-decoration:none}
.tag .number,.signs .number{margin-left:.3em}
a.number:hover{background:var(--link)}
.change{position:relative}
.change:target{scroll-margin-top:3rem}
.change:target>.note{background:#fff5d6;border-left-color:#b98900}
article [data-status]:not(tr,td,th,ul,ol,li,table,blockquote,.footnote){position:relative}
article :is(p,h1,h2,h3,h4,h5,h6)[data-status]::before{content:"";position:absolute;top:.2em;bottom:.2em;left:calc(-1*var(--gutter) - var(--in,0rem) - .95rem);width:3px;background:var(--bar)}
.note{font:.8125rem/1.45 var(--sans);color:var(--ink);border-left:2px solid var(--bar);padding:.1rem 0 .2rem .8rem}
article .note p{margin:0}
.note .deed{font-weight:600;display:flex;justify-content:space-between;align-items:baseline;gap:.5rem}
article .note .why{margin-top:.25rem;display:grid;grid-template-columns:auto 1fr;gap:.45rem;align-items:baseline}
.steps{display:flex;gap:.15rem;flex:none}
.steps a{min-width:1.5rem;line-height:1.5rem;text-align:center;text-decoration:none;border-radius:3px}
.steps a:hover{background:var(--tint)}
#only:checked~article .same,#only:checked~article tr:not([data-status]):not(thead tr){display:none}
#only:checked~article .same+:not(.same){margin-top:2.2rem}
.options{clear:both;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(16.5rem,100%),1fr));gap:1rem;margin:0 0 1.25rem calc(-1*var(--gutter));border:2px solid var(--bar);padding:.9rem 1.1rem;background:var(--tint)}
.option{--gutter:3.4rem;background:var(--ground);border:1px solid var(--line);padding:.6rem 1rem .3rem calc(var(--gutter) + 1.6rem);min-width:0}
.option-name{margin:0 0 .6rem calc(-1*var(--gutter) - .6rem);font:600 1rem/1.4 var(--sans);border-bottom:2px solid var(--bar);padding-bottom:.2rem}
.options.stacked{grid-template-columns:minmax(0,1fr)}
.stays{margin-left:calc(-1*var(--gutter));font:.875rem/1.5 var(--sans);color:var(--quiet)}
.option .change{display:flex;flex-direction:column}
.change .note{break-inside:avoid}
@media (min-width:64rem){
.options{margin-right:calc(-1*(var(--gap) + var(--notes)))}
.note{float:right;clear:right;width:var(--notes);margin:.15rem calc(-1*(var(--gap) + var(--notes))) .9rem var(--gap)}
.option .note{order:1;float:none;width:auto;margin:-.3rem 0 1rem}
}
@media (max-width:63.99rem){
main{--measure:40rem}
.change{display:flex;flex-direction:column}
.change>.note{order:1;margin:-.3rem 0 1rem}
li .change>.note{margin-top:0}
}
@media (max-width:40rem){
article,.option{--gutter:0rem;padding-left:.2rem}
.option{padding:.5rem 1rem}
.option-name{margin-left:0}
.label{margin-left:0;min-width:0}
.renumbered{float:none;width:auto}
.renumbered>*{display:inline}
.renumbered>*+*{margin-left:.3em}
.footnote .name{position:static;margin-right:.4em}
.footnote .name+p{display:inline}
article ul,article ol{padding-left:2rem}
.labelled .label{margin-left:-2rem;min-width:2rem}
article :is(p,h1,h2,h3,h4,h5,h6)[data-status]::before{left:calc(-1*var(--in,0rem) - .8rem)}
article li{--in:2rem}article li li{--in:4rem}article li li li{--in:6rem}
}
`;
