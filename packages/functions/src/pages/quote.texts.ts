import type { State } from "@frontdesk/core/quote/states";
import type { Catalogue } from "./locale";

type Words = { title: string; text: string };

/** Everything on the page behind the link to a quote. */
export const quoteTexts: Catalogue<{
  title: string;
  lead: string;
  facts: Record<"number" | "house" | "said" | "note" | "until", string>;
  item: string;
  amount: string;
  free: string;
  total: string;
  parts: Record<"labour" | "material", string>;
  agree: (total: string) => string;
  agreeHint: string;
  decline: string;
  reason: string;
  optional: string;
  tooLong: string;
  faults: string;
  choose: string;
  call: (phone: string) => string;
  personal: string;
  /** What has become of it, for whoever opens the link afterwards. */
  ended: Record<Exclude<State, "drafted" | "sent">, Words>;
  over: Words;
}> = {
  "zh-CN": {
    title: "上门服务报价",
    lead: "请看一看每一项。您同意了我们才收费，做完以后记到您家的账单上。",
    facts: { number: "单号", house: "房屋", said: "您反映的", note: "说明", until: "有效期至" },
    item: "项目",
    amount: "金额",
    free: "免费",
    total: "合计",
    parts: { labour: "人工", material: "材料" },
    agree: (total) => `同意，${total}`,
    agreeHint: "价格以这里为准。有变动会重新报价，要您再次同意。",
    decline: "不同意",
    reason: "为什么不同意",
    optional: "选填",
    tooLong: "最多 300 字，请缩短一些",
    faults: "还差一点",
    choose: "请选择同意或不同意",
    call: (phone) => `有疑问请打前台电话：${phone}`,
    personal: "这个链接只属于您家，请不要转发给别人。",
    ended: {
      agreed: { title: "您已同意这份报价", text: "我们会按这个价格服务，做完以后账单会发给您。" },
      declined: {
        title: "您没有同意这份报价",
        text: "已经记下了，不会收费。需要重新报价，请联系上门的师傅或客服前台。",
      },
      withdrawn: { title: "这份报价已经撤回", text: "如果有新的报价，请看最近一次收到的消息。" },
      lapsed: { title: "这份报价已经失效", text: "没有收费。还需要服务的话，请联系客服前台重新报价。" },
    },
    over: { title: "这份报价不用再答复了", text: "报事已经处理完。有疑问请联系客服前台。" },
  },
  en: {
    title: "Our quote",
    lead: "Please look at every item. Nothing is charged before you agree; once the work is done it goes on your household's bill.",
    facts: { number: "Number", house: "House", said: "You told us", note: "Note", until: "Valid until" },
    item: "Item",
    amount: "Amount",
    free: "free",
    total: "Total",
    parts: { labour: "Work", material: "Materials" },
    agree: (total) => `Agree to ${total}`,
    agreeHint: "This is the price. Should it change, we will ask you again.",
    decline: "Do not agree",
    reason: "Why not",
    optional: "optional",
    tooLong: "At most 300 characters, please shorten it",
    faults: "Nearly there",
    choose: "Please agree, or say that you do not",
    call: (phone) => `Any questions? Front desk: ${phone}`,
    personal: "This link is for your household only; please do not pass it on.",
    ended: {
      agreed: {
        title: "You have agreed to this quote",
        text: "We will work at this price, and send you the bill when it is done.",
      },
      declined: {
        title: "You have not agreed to this quote",
        text: "We have noted it, and nothing is charged. For another quote, please ask the technician or the front desk.",
      },
      withdrawn: {
        title: "This quote was taken back",
        text: "If there is a new one, please see the latest message you received.",
      },
      lapsed: {
        title: "This quote is not valid any more",
        text: "Nothing was charged. If you still need the work, please ask the front desk for a new quote.",
      },
    },
    over: {
      title: "This quote needs no answer any more",
      text: "Your report has been seen to. If anything is unclear, please contact the front desk.",
    },
  },
};
