import type { Catalogue } from "./locale";

type Words = { title: string; text: string };

/** What a residents' page says when there is nothing to fill in; no page of its own says these things otherwise. */
export const messageTexts: Catalogue<
  Record<"unknown" | "tooLarge" | "tooMany" | "failed" | "unavailable", Words> & { again: string }
> = {
  "zh-CN": {
    unknown: {
      title: "没有找到这个链接",
      text: "请检查地址是否完整，或直接点开短信、邮件里的链接。仍打不开时，请联系物业前台。",
    },
    tooLarge: { title: "内容太长了", text: "请返回上一页，缩短后再提交。" },
    tooMany: { title: "操作太频繁了", text: "请稍等几分钟再试。" },
    failed: { title: "出了点问题", text: "这次没有提交成功，请稍后再试。如果一直这样，请联系物业前台。" },
    unavailable: { title: "暂时无法打开", text: "系统正忙，请过一会儿再试。" },
    again: "返回重试",
  },
  en: {
    unknown: {
      title: "We cannot find this link",
      text: "Please check that the address is complete, or tap the link in your message again. If it still does not open, please contact the front desk.",
    },
    tooLarge: { title: "That is too long", text: "Please go back, shorten it and send it again." },
    tooMany: { title: "Too many tries", text: "Please wait a few minutes and try again." },
    failed: {
      title: "Something went wrong",
      text: "This was not sent. Please try again in a moment, or contact the front desk if it keeps happening.",
    },
    unavailable: {
      title: "Not available just now",
      text: "We are busy at the moment. Please try again shortly.",
    },
    again: "Back",
  },
};
