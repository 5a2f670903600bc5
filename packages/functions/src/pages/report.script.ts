/**
 * Makes photos smaller before they are sent: 1600 pixels are plenty for a leak, take seconds instead of minutes on a
 * phone, and do not tell where they were taken. A photo that cannot be read goes as it is. Old phones' JavaScript.
 */
export const photoScript = `(function(){
var i=document.querySelector("input[type=file]"),b=document.querySelector("button[type=submit]");
if(!i||!window.createImageBitmap||!window.DataTransfer||!HTMLCanvasElement.prototype.toBlob)return;
function small(f){return createImageBitmap(f,{imageOrientation:"from-image"}).then(function(m){
var r=Math.min(1,1600/Math.max(m.width,m.height)),c=document.createElement("canvas"),g;
c.width=Math.round(m.width*r);c.height=Math.round(m.height*r);g=c.getContext("2d");
g.fillStyle="#fff";g.fillRect(0,0,c.width,c.height);g.drawImage(m,0,0,c.width,c.height);
return new Promise(function(y){c.toBlob(function(o){
y(o?new File([o],"photo.jpg",{type:"image/jpeg"}):f)},"image/jpeg",.82)})
}).catch(function(){return f})}
i.addEventListener("change",function(){
var a=[].slice.call(i.files,0,9);b.disabled=true;
Promise.all(a.map(small)).then(function(l){
var t=new DataTransfer;l.forEach(function(f){t.items.add(f)});i.files=t.files
}).catch(function(){}).then(function(){b.disabled=false})
})
})()`.replaceAll("\n", "");

/** Forgets what the form kept, on the pages below it. */
export const dropFormScript = `try{localStorage.removeItem("keep:"+location.pathname.replace(/\\/[^/]*$/,""))}catch(e){}`;
