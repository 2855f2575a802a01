/** The one style of every document: kept inside it, so that a saved copy stays as it was. */
export const STYLE = `
body{font-family:"Titillium Web",Arial,sans-serif;color:#17324d;margin:2rem auto;max-width:75rem;padding:0 1rem;line-height:1.5;overflow-wrap:break-word}
a{color:#0059b3}
.entity{text-transform:uppercase;letter-spacing:.05em;margin:0}
h1{line-height:1.2;margin:.25rem 0 .5rem}
h2{border-bottom:2px solid #06c;padding-bottom:.25rem;margin-top:2.5rem}
h3{margin-top:2rem}
.simulated{border:2px solid #995c00;background:#fff7e6;padding:.5rem 1rem;font-weight:600;color:#5c3700}
.draft{border:2px solid #06c;background:#f2f7fc;padding:.5rem 1rem}
nav.index ul{columns:2 20rem;list-style:none;padding:0}
nav.index li{break-inside:avoid;padding:.125rem 0}
code{overflow-wrap:anywhere}
td code{white-space:nowrap}
.scroll{overflow-x:auto;margin:1rem 0 2rem}
.scroll:focus-visible{outline:3px solid #06c;outline-offset:2px}
table{border-collapse:collapse;width:100%}
caption{text-align:left;font-weight:700;padding:.5rem 0}
th,td{border:1px solid #5d7083;padding:.35rem .5rem;text-align:left;vertical-align:top}
tbody th{font-weight:400;min-width:12rem}
thead th{background:#06c;color:#fff}
td.n,th.n{text-align:right}
td.n{white-space:nowrap}
tbody th.n{min-width:0}
tr.group th,tr.group td{background:#cfdded;font-weight:700}
tr.subgroup th,tr.subgroup td{background:#eaf0f6;font-weight:600}
tr.total th,tr.total td{background:#eaf0f6;font-weight:700}
.level{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
p.list{font-weight:600;margin:1rem 0 0}
p.list+ul{margin-top:.25rem}
dl{display:grid;gap:.25rem;margin:1rem 0}
dl div{display:grid;grid-template-columns:minmax(8rem,16rem) 1fr;gap:1rem}
dt{font-weight:600}
dd{margin:0;min-width:0}
figure{margin:1.5rem 0}
figure img{max-width:100%;height:auto;display:block}
.scroll svg{display:block;width:100%;min-width:62rem;height:auto}
.chart svg{width:100%;max-width:45rem;height:auto;display:block}
figure .erased{border:1px solid #5d7083;padding:.5rem 1rem}
figcaption{font-weight:600;margin-top:.5rem}
.signature{margin-top:3rem}
.signature p{margin:2rem 0}
footer{margin-top:3rem;border-top:1px solid #5d7083;padding-top:.5rem;font-size:.875rem}
@media (max-width:40rem){dl div{grid-template-columns:1fr;gap:0}table{font-size:.875rem}tbody th{min-width:9rem}}
@media print{@page{margin:1.5cm}thead th{background:none;color:#17324d;border-bottom-width:2px}body{margin:0;max-width:none;padding:0}.scroll{overflow:visible}table{font-size:.75rem}thead{display:table-header-group}tr{break-inside:avoid}h2,h3,h4,caption{break-after:avoid}figure img,.chart{break-inside:avoid}nav.index{break-after:page}}
`;
