/** The one style sheet of residents' pages, inlined: phone first, no font or picture to load. */
export const style = `
:root{--ink:#1d2b2a;--soft:#52625f;--line:#8a9a96;--pale:#d7e1de;--paper:#fff;--ground:#f1f5f4;--brand:#0b655a;--bad:#a5241c}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;background:var(--ground);color:var(--ink);color-scheme:light}
body{margin:0;font:16px/1.6 system-ui,-apple-system,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;overflow-wrap:anywhere}
a{color:var(--brand)}
:focus-visible{outline:3px solid #f0a62b;outline-offset:2px}
.top{background:var(--brand);color:#fff}
.top div,main,.foot{max-width:42rem;margin:auto;padding:.75rem}
.top div{display:flex;justify-content:space-between;align-items:center;gap:1rem;min-height:3.5rem}
.top a{color:#fff;flex:none;padding:.6rem 0 .6rem .6rem;font-size:.9rem}
.firm{font-weight:600}
main{padding-bottom:3rem}
h1{font-size:1.4rem;line-height:1.35;margin:.75rem 0 .5rem}
h2{font-size:1.1rem;line-height:1.4;margin:1.5rem 0 .5rem}
p{margin:.5rem 0}
.soft,.hint{color:var(--soft)}
.hint,.fault{font-size:.9rem;margin:.25rem 0}
.card{background:var(--paper);border:1px solid var(--pale);border-radius:12px;padding:.875rem .75rem;margin:.875rem 0;min-width:0}
.card>h2:first-child{margin-top:0}
fieldset.card{padding-top:.25rem}
legend{float:left;width:100%;padding:.5rem 0 .25rem;font-weight:600}
legend+*{clear:both}
.scale{display:grid;grid-template-columns:repeat(5,1fr);gap:.375rem}
.scale.tick{grid-template-columns:1fr}
.option{position:relative;display:flex;flex-direction:column;align-items:center;justify-content:center;min-height:4.25rem;padding:.25rem 1px;border:1px solid var(--line);border-radius:10px;text-align:center;font-size:clamp(.65rem,3vw,.75rem);line-height:1.25;overflow-wrap:normal;cursor:pointer}
.option b{font-size:1.15rem;line-height:1.4}
.option input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.option:hover{border-color:var(--brand);background:#f2f8f6}
.option:has(:checked){background:var(--brand);border-color:var(--brand);color:#fff}
.option:has(:focus-visible){outline:3px solid #f0a62b;outline-offset:2px}
.option.wide{grid-column:1/-1;min-height:2.75rem;font-size:.9rem}
.list .option{grid-column:1/-1;min-height:3rem;font-size:1rem;padding:.5rem}
label.name{display:block;font-weight:600;margin:1rem 0 .25rem}
.card>label.name:first-child{margin-top:0}
.name small{font-weight:400;color:var(--soft)}
input.text,textarea,select{display:block;width:100%;min-height:3rem;padding:.6rem .75rem;border:1px solid var(--line);border-radius:10px;background:#fff;color:inherit;font:inherit}
textarea{min-height:7rem;resize:vertical}
[aria-invalid=true],.faulty{border:2px solid var(--bad)!important}
.fault{color:var(--bad);font-weight:600}
.summary{border:2px solid var(--bad);background:#fdf3f2}
.summary h2{margin:0;color:var(--bad)}
.summary ul{margin:.5rem 0 0;padding-left:1.25rem}
.summary a{color:var(--bad)}
.summary li{padding:.25rem 0}
button,.button{display:block;width:100%;min-height:3.25rem;padding:.75rem 1rem;border:0;border-radius:10px;background:var(--brand);color:#fff;font:inherit;font-weight:600;text-align:center;text-decoration:none;cursor:pointer}
button:hover,.button:hover{background:#084d44}
button.quiet,.button.quiet{background:var(--paper);color:var(--brand);border:1px solid var(--brand)}
.lines{white-space:pre-line}
.spaced{margin-top:1rem}
.check{display:flex;align-items:center;gap:.75rem;min-height:3rem;margin-top:.5rem;cursor:pointer}
.check input{flex:none;width:1.4rem;height:1.4rem;margin:0;accent-color:var(--brand)}
.big{font-size:1.3rem;white-space:nowrap}
.card.message{text-align:center;padding:2.5rem 1.25rem;margin-top:1.5rem}
.message p{text-wrap:balance}
.message svg{width:3.5rem;height:3.5rem}
.message h1{margin-top:1rem}
.foot{color:var(--soft);font-size:.85rem;padding-bottom:2rem}
table{width:100%;border-collapse:collapse}
th,td{padding:.5rem .25rem;border-bottom:1px solid var(--pale);text-align:left;vertical-align:top}
th[scope=row]{word-break:keep-all;overflow-wrap:normal}
td.number,th.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.photos{display:grid;grid-template-columns:repeat(3,1fr);gap:.5rem;margin:.5rem 0}
.photos img{display:block;width:100%;aspect-ratio:1;object-fit:cover;border-radius:10px;background:var(--pale)}
.way{list-style:none;margin:0;padding:0}
.way li{padding:.5rem 0;border-top:1px solid var(--pale)}
.way li:first-child{border-top:0}
summary{font-weight:600;min-height:2rem;cursor:pointer}
.trap{position:absolute;left:-99rem}
@media (min-width:40rem){main{padding-top:1.5rem}h1{font-size:1.75rem}.card{padding:1.25rem 1.5rem}.option{font-size:.85rem}.scale{gap:.5rem}form>button{width:auto;min-width:14rem}}
@media (forced-colors:active){.option:has(:checked){outline:4px solid Highlight}}
@media print{@page{margin:14mm}html,.top{background:none}html,body{font-size:11px}.top{color:inherit;border-bottom:2px solid}.top a,button{display:none}.top div,main,.foot{max-width:none;padding-inline:0}main{padding-bottom:0}.card{padding:.5rem 0;border:0;border-radius:0;margin:.5rem 0}th,td{padding:.25rem}tr{break-inside:avoid}h2{break-after:avoid}}
`
  .trim()
  .replaceAll("\n", "");
