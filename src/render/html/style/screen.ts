/** The page around the text: colours, type, particulars, lists of changes. */
export const screenStyle = `
:root{--ink:#1a1d21;--quiet:#555d68;--line:#d5d9df;--ground:#fff;--tint:#f5f6f8;--link:#1b4d89;
--new:#00568a;--new-ground:#e2f0fa;--old:#9f1f12;--old-ground:#fdebe7;--moved:#2f5a1f;--moved-ground:#edf5e8;--bar:#2f3a48;
--gutter:4.25rem;--measure:35rem;--gap:2.25rem;--notes:16rem;
--serif:Charter,"Bitstream Charter","Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua",Georgia,Cambria,"Liberation Serif",serif;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Liberation Sans",sans-serif;
--mono:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
*{box-sizing:border-box}
[hidden]{display:none!important}
html{scroll-padding-top:1.5rem;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.58 var(--serif);font-kerning:normal;overflow-wrap:break-word}
a{color:var(--link);text-underline-offset:.15em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid #1b4d89;outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-100vw;top:0;background:var(--ground);padding:.6rem 1rem;z-index:2;font-family:var(--sans)}
.skip:focus{left:0}
.told{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;user-select:none}
main,footer,header.site nav{width:calc(var(--gutter) + var(--measure) + var(--gap) + var(--notes));max-width:calc(100% - 3rem);margin-inline:auto}
main{padding:2.5rem 0 4rem}
header.site{border-bottom:1px solid var(--line);background:var(--tint);font:.875rem/1.5 var(--sans)}
header.site nav{display:flex;flex-wrap:wrap;gap:.25rem 1.75rem;align-items:baseline;padding:.6rem 0}
header.site ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:0;padding:0}
header.site a{display:inline-block;padding:.2rem 0}
header.site a.home{font-weight:600}
header.site [aria-current]{color:var(--ink);font-weight:600;text-decoration:none;box-shadow:0 2px 0 var(--ink)}
.kicker{margin:0 0 .4rem;font:600 .875rem/1.4 var(--sans);color:var(--quiet)}
h1{font-size:2.125rem;line-height:1.18;font-weight:600;letter-spacing:-.008em;margin:0 0 1.1rem;max-width:46rem;text-wrap:balance}
h2,h3,h4,h5,h6{line-height:1.3;font-weight:600;text-wrap:balance}
main>section>h2,.legend h2{font-size:1.3125rem;margin:2.75rem 0 .75rem}
.notice{border:1px solid #b98900;border-left-width:5px;background:#fff9e8;padding:.55rem .9rem;font:.9375rem/1.5 var(--sans);max-width:46rem;margin:0 0 1.25rem}
.summary{font-size:1.25rem;line-height:1.5;max-width:44rem;margin:1.4rem 0 0}
.facts{display:flex;flex-wrap:wrap;gap:.75rem 2.5rem;margin:0;font:.9375rem/1.45 var(--sans)}
.facts dt{color:var(--quiet);font-size:.8125rem}
.facts dd{margin:0}
code,pre,.hash{font-family:var(--mono);font-size:.86em}
.hashes{margin:1rem 0 0;font:.8125rem/1.5 var(--sans)}
.hashes p{margin:.25rem 0;overflow-wrap:anywhere}
summary{cursor:pointer;color:var(--link);padding:.15rem 0}
.frame{overflow-x:auto;position:relative}
table{border-collapse:collapse;width:100%;font:.875rem/1.48 var(--sans);font-variant-numeric:lining-nums}
th,td{text-align:left;vertical-align:top;padding:.5rem 1rem .5rem 0;border-bottom:1px solid var(--line)}
th:last-child,td:last-child{padding-right:0}
thead th{border-bottom:2px solid var(--ink);font-weight:600;vertical-align:bottom}
tbody th{font-weight:400}
.list tbody tr>:first-child{min-width:2.5rem;font-variant-numeric:tabular-nums}
.list thead th{white-space:nowrap}
.list td:nth-child(2){min-width:9rem}
.list td:nth-child(3),.list td:nth-child(4){min-width:14rem}
.documents tbody tr>:first-child{min-width:min(18rem,45vw)}
.documents td:nth-child(n){min-width:0;white-space:nowrap;font-variant-numeric:tabular-nums}
.contents{margin:1.1rem 0 0;font:.9375rem/1.5 var(--sans)}
.contents ul{display:flex;flex-wrap:wrap;gap:.2rem 1.5rem;list-style:none;margin:0;padding:0}
.contents a{display:inline-block;padding:.15rem 0}
.list tr:target{background:#fff5d6}
.list th.group{font-weight:600;padding-top:1.5rem;border-bottom-color:var(--ink)}
.kind{font-size:.8125rem;border:1px solid var(--quiet);border-radius:3px;padding:0 .35em;color:var(--quiet);white-space:nowrap}
.prose{max-width:41rem}
.prose h2+p{margin-top:0}
.expectations p{margin:0}
.expectations h2+p{margin-bottom:1rem}
.expectations li{margin-bottom:.7rem}
.choices td{min-width:14rem}
.choices td p{margin:0 0 .35rem}
.choices .content{white-space:pre-line;border-left:2px solid var(--line);padding-left:.6rem}
.beside{font:.9375rem/1.5 var(--sans);margin:0 0 1rem}
main>section>h3{font-size:1.0625rem;margin:1.4rem 0 .5rem}
.finding{font:.875rem/1.5 var(--sans)}
.coverage{max-width:41rem;font-size:.9375rem}
.coverage p,.consequences p{margin:.25rem 0}
.consequences caption{padding:.9rem 0 .3rem;text-align:left;font-weight:600}
dl.coverage>div{display:grid;grid-template-columns:7.5rem 1fr;gap:0 1rem;margin:.35rem 0}
dl.coverage dt{font-weight:600}
dl.coverage dd{margin:0}
.legend dl{margin:0;display:grid;gap:.45rem;max-width:46rem;font-size:1rem}
.legend dl>div{display:grid;grid-template-columns:14.5rem 1fr;gap:0 1rem}
.legend dd{margin:0}
.legend .bar{border-left:3px solid var(--bar);padding-left:.6rem}
input.only{width:1.15rem;height:1.15rem;margin:2.75rem .5rem 0 0;vertical-align:-.2rem;accent-color:var(--bar)}
label.only{font:.9375rem/1.5 var(--sans);padding:.4rem 0;margin-right:1.75rem}
footer{border-top:1px solid var(--line);padding:1rem 0 3rem;font:.8125rem/1.5 var(--sans);color:var(--quiet)}
@media (max-width:40rem){
main,footer,header.site nav{max-width:calc(100% - 2.25rem)}
main{padding-top:1.5rem}
h1{font-size:1.625rem}
.summary{font-size:1.125rem}
.legend dl>div,dl.coverage>div{grid-template-columns:1fr}
.legend dl{gap:.8rem}
}
`;
