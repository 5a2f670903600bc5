import { clip, fit } from "./sms";
import type { Templates } from "./template";

export type TicketValues = {
  /** `number` is the people-facing one, such as BX20261121-0007. */
  ticketRegistered: { number: string; title: string; url?: string };
  ticketOutcome: { number: string; outcome: string; url: string };
  /** Of a ticket that was merged into another one, which is done. */
  mergedOutcome: { number: string; outcome: string; url: string };
  ticketReopened: { number: string; url: string };
  /** Of a ticket that takes long: how it stands and what comes next, in the resident's language. */
  ticketProgress: { number: string; status: string; url: string };
  /** `amount` in fen; `due` the last local day to answer. */
  quoteSent: { number: string; amount: number; due: string; url: string };
  phoneCode: { code: string; minutes: number };
};

const necessary = { urgent: false, refusable: false };

/** Without the stop at its end, where our sentence puts one. */
const unended = (sentence: string) => sentence.replace(/[\s。.！!]+$/, "");

export const ticket: Templates<TicketValues> = {
  ticketRegistered: {
    ...necessary,
    "zh-CN": {
      sms: ({ number, title, url }, room) =>
        fit(
          title,
          room,
          (short) => `您报的“${short}”已收到，单号${number}${url ? `，进度 ${url}` : "，我们会尽快处理。"}`,
        ),
      mail: ({ number, title, url }) => ({
        subject: `已登记：${clip(title, 60)}（${number}）`,
        title: "您反映的事，我们已经登记",
        paragraphs: ["您好！谢谢您告诉我们。我们会尽快安排，办好之后再把结果告诉您。"],
        facts: [
          ["单号", number],
          ["内容", title],
        ],
        ...(url && { action: { label: "查看进度", url } }),
        closing: ["有要补充的，或者情况变急了，请随时联系客服前台，报上单号就行。"],
      }),
    },
    en: {
      sms: ({ number, title, url }, room) =>
        fit(
          title,
          room,
          (short) =>
            `Received: "${short}", No. ${number}. ${url ? `Progress: ${url}` : "We will see to it soon."}`,
        ),
      mail: ({ number, title, url }) => ({
        subject: `Registered: ${clip(title, 80)} (${number})`,
        title: "We have registered your report",
        paragraphs: ["Thank you for telling us. We will see to it soon, and let you know the outcome."],
        facts: [
          ["Number", number],
          ["Report", title],
        ],
        ...(url && { action: { label: "See the progress", url } }),
        closing: [
          "If there is more to say, or it becomes urgent, please call the front desk and give the number.",
        ],
      }),
    },
  },
  ticketOutcome: {
    ...necessary,
    "zh-CN": {
      sms: ({ number, outcome, url }, room) =>
        fit(unended(outcome), room, (short) => `报事${number}处理好了：${short}。请您评价 ${url}`),
      mail: ({ number, outcome, url }) => ({
        subject: `处理好了：${number}`,
        title: "您反映的事，处理好了",
        paragraphs: ["您好！让您久等了，结果如下。"],
        facts: [
          ["单号", number],
          ["结果", clip(outcome, 2_000)],
        ],
        action: { label: "评一评这次服务", url },
        closing: ["点一下就能打分，也可以写几句话。哪里不满意请直说，我们接着改。"],
      }),
    },
    en: {
      sms: ({ number, outcome, url }, room) =>
        fit(unended(outcome), room, (short) => `No. ${number} is done: ${short}. How did we do? ${url}`),
      mail: ({ number, outcome, url }) => ({
        subject: `Done: ${number}`,
        title: "What you reported has been seen to",
        paragraphs: ["Thank you for your patience. This is the outcome:"],
        facts: [
          ["Number", number],
          ["Outcome", clip(outcome, 2_000)],
        ],
        action: { label: "Rate this service", url },
        closing: [
          "One tap is enough, a few words are welcome. If anything is not right, say so and we will go on.",
        ],
      }),
    },
  },
  mergedOutcome: {
    ...necessary,
    "zh-CN": {
      sms: ({ number, outcome, url }, room) =>
        fit(unended(outcome), room, (short) => `报事${number}合并处理好了：${short}。详情 ${url}`),
      mail: ({ number, outcome, url }) => ({
        subject: `处理好了：${number}`,
        title: "您反映的事，处理好了",
        paragraphs: ["您好！几位邻居反映了同一件事，我们合并处理，结果如下。"],
        facts: [
          ["单号", number],
          ["结果", clip(outcome, 2_000)],
        ],
        action: { label: "查看详情", url },
        closing: ["要是还有不对的地方，请联系客服前台，报上单号就行。"],
      }),
    },
    en: {
      sms: ({ number, outcome, url }, room) =>
        fit(
          unended(outcome),
          room,
          (short) => `No. ${number}, merged with another report, is done: ${short}. ${url}`,
        ),
      mail: ({ number, outcome, url }) => ({
        subject: `Done: ${number}`,
        title: "What you reported has been seen to",
        paragraphs: ["It was reported more than once and dealt with together. This is the outcome:"],
        facts: [
          ["Number", number],
          ["Outcome", clip(outcome, 2_000)],
        ],
        action: { label: "See the details", url },
        closing: ["If anything is still not right, please call the front desk and give the number."],
      }),
    },
  },
  ticketReopened: {
    ...necessary,
    "zh-CN": {
      sms: ({ number, url }) => `很抱歉没办好，报事${number}已重新安排，进度 ${url}`,
      mail: ({ number, url }) => ({
        subject: `我们接着处理：${number}`,
        title: "很抱歉，这次没让您满意",
        paragraphs: [`您好！谢谢您直说。报事${number}已经重新安排，我们会一直跟到办好为止，办好了再告诉您。`],
        action: { label: "查看进度", url },
        closing: ["有什么要求，请随时联系客服前台，报上单号就行。"],
      }),
    },
    en: {
      sms: ({ number, url }) =>
        `We are sorry it was not right. No. ${number} is seen to again until it is: ${url}`,
      mail: ({ number, url }) => ({
        subject: `We are seeing to it again: ${number}`,
        title: "We are sorry it was not right",
        paragraphs: [
          `Thank you for saying so. Number ${number} has been taken up again; we will follow it until it is right, and let you know.`,
        ],
        action: { label: "See the progress", url },
        closing: ["If there is anything we should know, please call the front desk and give the number."],
      }),
    },
  },
  ticketProgress: {
    ...necessary,
    "zh-CN": {
      sms: ({ number, status, url }) => `报事${number}${status} ${url}`,
      mail: ({ number, status, url }) => ({
        subject: `处理进度：${number}`,
        title: "向您说一声处理进度",
        paragraphs: ["您好！您反映的事还没有办完，让您久等了。"],
        facts: [
          ["单号", number],
          ["现在", status],
        ],
        action: { label: "查看进度", url },
        closing: ["有要补充的，或者着急的话，请随时联系客服前台，报上单号就行。"],
      }),
    },
    en: {
      sms: ({ number, status, url }) => `No. ${number}: ${status}. ${url}`,
      mail: ({ number, status, url }) => ({
        subject: `How it stands: ${number}`,
        title: "How what you reported stands",
        paragraphs: ["It is not done yet; thank you for your patience."],
        facts: [
          ["Number", number],
          ["Now", status],
        ],
        action: { label: "See the progress", url },
        closing: [
          "If there is more to say, or it becomes urgent, please call the front desk and give the number.",
        ],
      }),
    },
  },
  quoteSent: {
    ...necessary,
    "zh-CN": {
      sms: ({ number, amount, due, url }) => `报事${number}报价${amount}，${due}前请答复：${url}`,
      mail: ({ number, amount, due, url }) => ({
        subject: `请您过目：报事${number}的报价`,
        title: "这次维修的报价，请您过目",
        paragraphs: ["您好！下面是这次上门服务的报价，每一项都写在里面。您同意了我们才收费。"],
        facts: [
          ["单号", number],
          ["合计", amount],
          ["有效期至", due],
        ],
        action: { label: "查看明细并答复", url },
        closing: ["有不清楚的地方，请直接问上门的师傅，或者联系客服前台。"],
      }),
    },
    en: {
      sms: ({ number, amount, due, url }) =>
        `No. ${number}: our quote is ${amount}, valid until ${due}. See it and answer: ${url}`,
      mail: ({ number, amount, due, url }) => ({
        subject: `Our quote for ${number}`,
        title: "Our quote for this work",
        paragraphs: [
          "Here is what the work comes to, item by item. Nothing is charged before you have agreed.",
        ],
        facts: [
          ["Number", number],
          ["Total", amount],
          ["Valid until", due],
        ],
        action: { label: "See it and answer", url },
        closing: ["If anything is unclear, please ask the technician or the front desk."],
      }),
    },
  },
  phoneCode: {
    urgent: true,
    keptDays: 2,
    refusable: false,
    "zh-CN": {
      sms: ({ code, minutes }) => `验证码${code}，${minutes}分钟内有效。请不要告诉别人，我们也不会向您要。`,
    },
    en: {
      sms: ({ code, minutes }) => `Your code is ${code}, valid for ${minutes} minutes. Never share it.`,
    },
  },
};
