import { clip, fit } from "./sms";
import type { Templates } from "./template";

export type PraiseValues = {
  /** To those whom a resident praised, their trade and who answers for them; `from` is the resident's name, shortened. */
  praiseCopy: { number: string; words: string; from: string; url: string };
};

export const praise: Templates<PraiseValues> = {
  praiseCopy: {
    urgent: false,
    refusable: false,
    "zh-CN": {
      sms: ({ words, from, url }, room) => fit(words, room, (short) => `${from}业户的表扬：${short} ${url}`),
      mail: ({ number, words, from, url }) => ({
        subject: `业户表扬（${number}）`,
        title: "有业户表扬了您和您的同事",
        paragraphs: ["您好！下面是业户的原话，辛苦了，谢谢！"],
        facts: [
          ["单号", number],
          ["业户", from],
          ["表扬", clip(words, 400)],
        ],
        action: { label: "查看表扬", url },
      }),
    },
    en: {
      sms: ({ words, from, url }, room) =>
        fit(words, room, (short) => `Praise from ${from}: ${short} ${url}`),
      mail: ({ number, words, from, url }) => ({
        subject: `Praise from a resident (${number})`,
        title: "A resident praised you and your colleagues",
        paragraphs: ["These are the resident's own words. Thank you for your work!"],
        facts: [
          ["Number", number],
          ["Resident", from],
          ["Praise", clip(words, 400)],
        ],
        action: { label: "See the praise", url },
      }),
    },
  },
};
