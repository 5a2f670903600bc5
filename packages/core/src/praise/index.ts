export { copyPraise } from "./copy";
export { getPraise, namePraised } from "./name";
export { postPraise, takePraiseDown } from "./post";
export { listPraise } from "./wall";
