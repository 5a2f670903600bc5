/**
 * Keeps what is being filled in on the phone itself, by the page's address, and puts it back when the page is opened
 * again; sends a form once however often its button is tapped. The form carries `data-keep`, "sent" when the server
 * has put the values in already; an element `data-kept` is shown once something is kept. Old phones' JavaScript.
 */
export const keepScript = `(function(){
var f=document.querySelector("form[data-keep]"),k="keep:"+location.pathname,n=document.querySelector("[data-kept]"),s;
if(!f)return;
f.addEventListener("submit",function(e){if(f.sent)e.preventDefault();f.sent=true});
addEventListener("pageshow",function(){f.sent=false});
try{s=localStorage;
var o=JSON.parse(s.getItem(k)||"{}");
if(f.dataset.keep!=="sent"&&o.at>Date.now()-2592e6)for(var i in o.values){var e=f.elements[i];if(e)e.type==="checkbox"?e.checked=true:e.value=o.values[i]}
}catch(e){}
if(s)f.addEventListener("input",function(){
var v={};new FormData(f).forEach(function(x,i){if(typeof x==="string")v[i]=x});
try{s.setItem(k,JSON.stringify({at:Date.now(),values:v}));if(n)n.hidden=false}catch(e){}
})
})()`.replaceAll("\n", "");

/** Forgets what was kept: for the pages a form leads to once it is settled. */
export const dropScript = `try{localStorage.removeItem("keep:"+location.pathname)}catch(e){}`;
