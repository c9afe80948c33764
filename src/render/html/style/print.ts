/** The page on paper: A4, nothing clipped, notes under what they speak of. */
export const printStyle = `
@page{size:A4;margin:20mm 18mm 22mm 18mm;
@bottom-left{font:8pt sans-serif;color:#444}
@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#444}}
@media print{
:root{--gutter:13mm;--ground:#fff;--measure:120mm}
html,body{font-size:10pt;background:none}
body{line-height:1.42;-webkit-print-color-adjust:exact;print-color-adjust:exact}
main,footer{width:auto;max-width:none;padding:0 0 0 5mm}
header.site,.skip,input.only,label.only,.steps,.jump,.front-matter:not([open]){display:none}
h1{font-size:19pt}
a{color:inherit;text-decoration:none}
article{max-width:none;border:0;padding-bottom:0;break-before:page}
article h2:first-child,article>.change:first-child h2{margin-top:0}
p{orphans:3;widows:3}
h1,h2,h3,h4,h5,h6,summary{break-after:avoid;break-inside:avoid}
caption,article p:has(+ul,+ol,+.frame),article .change:has(+ul,+ol,+.frame)>p{break-after:avoid}
tr,.note,.notice,dl>div{break-inside:avoid}
thead{display:table-header-group}
.frame,pre{overflow:visible}
pre{white-space:pre-wrap;overflow-wrap:anywhere}
table,article table{font-size:8.5pt;table-layout:auto}
th,td,article th,article td{min-width:0!important;padding-right:2.5mm;overflow-wrap:break-word}
.wide th,.wide td{overflow-wrap:anywhere}
.hashes summary{list-style:none;color:inherit}
.hashes::details-content{content-visibility:visible;block-size:auto}
article :is(p,h1,h2,h3,h4,h5,h6)[data-status]::before{left:calc(-1*var(--gutter) - var(--in,0rem) - 3.5mm)}
.change{display:flex;flex-direction:column}
.change>.note{order:1;float:none;width:auto;margin:-.3rem 0 .9rem;font-size:8.5pt}
.options{display:block;margin-right:0;border-width:1px}
.option{margin-bottom:.6rem}
.number{background:none;color:inherit;border:1px solid currentColor}
}
`;
