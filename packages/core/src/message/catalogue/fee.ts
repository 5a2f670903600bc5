import type { Shown, Templates } from "./template";

/** `amount` in fen, what is still to be paid; `period` a month "2026-11" or the firm's words; `due` a local date. */
type Bill = { house: string; period: string; amount: number; due: string; url: string };
export type FeeValues = { billNotice: Bill; billReminder: Bill & { refuseUrl: string } };

const factsZh = ({ house, period, amount, due }: Shown<Bill>): [string, string][] => [
  ["房屋", house],
  ["账期", period],
  ["金额", amount],
  ["应交日期", due],
];
const factsEn = ({ house, period, amount, due }: Shown<Bill>): [string, string][] => [
  ["House", house],
  ["Period", period],
  ["Amount", amount],
  ["Due", due],
];

export const fee: Templates<FeeValues> = {
  billNotice: {
    urgent: false,
    refusable: false,
    "zh-CN": {
      sms: ({ house, period, amount, due, url }) =>
        `${house}，${period}账单${amount}，${due}前交即可：${url}`,
      mail: (bill) => ({
        subject: `${bill.house} ${bill.period}账单：${bill.amount}`,
        title: `${bill.period}的账单出来了`,
        paragraphs: ["您好！这一期的账单请您过目，每一项怎么算的、可以怎么交，都写在里面。"],
        facts: factsZh(bill),
        action: { label: "查看账单明细", url: bill.url },
        closing: ["对账单有疑问，请随时联系客服前台，我们给您逐项说明。"],
      }),
    },
    en: {
      sms: ({ house, period, amount, due, url }) =>
        `${house}, ${period}: ${amount}, due by ${due}. Details: ${url}`,
      mail: (bill) => ({
        subject: `${bill.house}, ${bill.period}: ${bill.amount}`,
        title: `Your bill for ${bill.period}`,
        paragraphs: [
          "Here is the bill of this period. It shows how each item comes about, and the ways to pay.",
        ],
        facts: factsEn(bill),
        action: { label: "See the items", url: bill.url },
        closing: ["If anything is unclear, please ask the front desk; we gladly go through it with you."],
      }),
    },
  },
  billReminder: {
    urgent: false,
    refusable: true,
    "zh-CN": {
      sms: ({ house, period, amount, url, refuseUrl }) =>
        `温馨提醒：${house}，${period}账单${amount}还没有收到，方便时请看一看：${url} 已交请忽略，谢谢您。退订${refuseUrl}`,
      mail: (bill) => ({
        subject: `温馨提醒：${bill.house} ${bill.period}账单`,
        title: "一个小小的提醒",
        paragraphs: [
          "您好！下面这笔款项我们还没有收到，可能是您一时忙忘了，方便的时候请看一看。",
          "要是已经交了，谢谢您，请不用理会这封邮件。",
        ],
        facts: factsZh(bill),
        action: { label: "查看账单明细", url: bill.url },
        closing: ["对账单有疑问，或者眼下有难处，请告诉客服前台，我们一起想办法。"],
      }),
    },
    en: {
      sms: ({ house, period, amount, url, refuseUrl }) =>
        `Friendly reminder: ${house}, ${period}, ${amount} still open: ${url} Opt out: ${refuseUrl}`,
      mail: (bill) => ({
        subject: `A friendly reminder: ${bill.house}, ${bill.period}`,
        title: "A friendly reminder",
        paragraphs: [
          "We have not received the payment for this bill yet. It may have slipped your mind; please have a look when it suits you.",
          "If you have paid in the meantime, thank you; please ignore this mail.",
        ],
        facts: factsEn(bill),
        action: { label: "See the items", url: bill.url },
        closing: [
          "If anything is unclear, or times are hard, please tell the front desk; we will find a way together.",
        ],
      }),
    },
  },
};
