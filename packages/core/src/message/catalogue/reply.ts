import { fit } from "./sms";
import type { Templates } from "./template";

export type ReplyValues = {
  /** To a member whose turn it is with a letter. */
  replyTurn: { number: string; subject: string; url: string };
  /** To a leader who gets a copy. */
  replyCopy: { number: string; subject: string; url: string };
  /** The letter itself, to whom it is written. */
  replyLetter: { number: string; subject: string; url: string };
  /** To the project manager; `days` is how long ago the letter was sent. */
  replyUnconfirmed: { number: string; name: string; days: number; url: string };
};

const necessary = { urgent: false, refusable: false };

export const reply: Templates<ReplyValues> = {
  replyTurn: {
    ...necessary,
    "zh-CN": {
      sms: ({ number, subject, url }, room) =>
        fit(subject, room, (short) => `回函待您处理：${short}，${number} ${url}`),
      mail: ({ number, subject, url }) => ({
        subject: `回函待您处理：${subject}`,
        title: "有一封回函在等您",
        paragraphs: ["您好！请看一看，同意、退回或批准都可以直接在页面上完成。"],
        facts: [
          ["编号", number],
          ["标题", subject],
        ],
        action: { label: "去处理", url },
      }),
    },
    en: {
      sms: ({ number, subject, url }, room) =>
        fit(subject, room, (short) => `A letter waits for you: ${short}, ${number} ${url}`),
      mail: ({ number, subject, url }) => ({
        subject: `A letter waits for you: ${subject}`,
        title: "A letter waits for you",
        paragraphs: ["Please have a look: you can agree, give it back or approve it right on the page."],
        facts: [
          ["Number", number],
          ["Subject", subject],
        ],
        action: { label: "Open it", url },
      }),
    },
  },
  replyCopy: {
    ...necessary,
    "zh-CN": {
      sms: ({ number, subject, url }, room) =>
        fit(subject, room, (short) => `抄送您的回函：${short}，${number} ${url}`),
      mail: ({ number, subject, url }) => ({
        subject: `抄送：${subject}（${number}）`,
        title: "一封回函抄送给您",
        paragraphs: ["您好！这封回函已经批准，即将寄出，请知悉。"],
        facts: [
          ["编号", number],
          ["标题", subject],
        ],
        action: { label: "查看回函", url },
      }),
    },
    en: {
      sms: ({ number, subject, url }, room) =>
        fit(subject, room, (short) => `Copy of a letter: ${short}, ${number} ${url}`),
      mail: ({ number, subject, url }) => ({
        subject: `Copy: ${subject} (${number})`,
        title: "A copy of a letter for you",
        paragraphs: ["This letter has been approved and is about to be sent. It is for your information."],
        facts: [
          ["Number", number],
          ["Subject", subject],
        ],
        action: { label: "See the letter", url },
      }),
    },
  },
  replyLetter: {
    ...necessary,
    "zh-CN": {
      mail: ({ number, subject, url }) => ({
        subject: `${subject}（${number}）`,
        title: subject,
        paragraphs: ["您好！我们给您的正式回函已经完成，请打开下面的链接阅读，也可以下载 PDF 文件。"],
        facts: [["编号", number]],
        action: { label: "阅读回函", url },
        closing: ["过几天我们会打电话确认您已收到。有疑问请随时联系客服前台。"],
      }),
    },
    en: {
      mail: ({ number, subject, url }) => ({
        subject: `${subject} (${number})`,
        title: subject,
        paragraphs: [
          "Our formal letter to you is ready. Please open it below; it can be downloaded as a PDF.",
        ],
        facts: [["Number", number]],
        action: { label: "Read the letter", url },
        closing: [
          "In a few days we will call to make sure that it reached you. For any question, please call the front desk.",
        ],
      }),
    },
  },
  replyUnconfirmed: {
    ...necessary,
    "zh-CN": {
      sms: ({ number, name, days, url }) => `回函${number}已寄出${days}天，还没有向${name}确认收到 ${url}`,
      mail: ({ number, name, days, url }) => ({
        subject: `回函待确认：${number}（${name}）`,
        title: "有一封回函还没有确认收到",
        paragraphs: ["您好！请安排同事给收信人打个电话，确认信已经收到。"],
        facts: [
          ["编号", number],
          ["收信人", name],
          ["已寄出", `${days}天`],
        ],
        action: { label: "去确认", url },
      }),
    },
    en: {
      sms: ({ number, name, days, url }) =>
        `Letter ${number} to ${name}, sent ${days} days ago, is not confirmed yet ${url}`,
      mail: ({ number, name, days, url }) => ({
        subject: `Letter to be confirmed: ${number} (${name})`,
        title: "Nobody has asked yet whether a letter arrived",
        paragraphs: ["Please ask a colleague to call and make sure that the letter has arrived."],
        facts: [
          ["Number", number],
          ["To", name],
          ["Sent", `${days} days ago`],
        ],
        action: { label: "See the letter", url },
      }),
    },
  },
};
