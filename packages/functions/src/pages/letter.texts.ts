import type { Catalogue } from "./locale";

type Texts = {
  number: (number: string) => string;
  download: string;
  questions: string;
  ended: { title: string; text: string };
};

export const letterTexts: Catalogue<Texts> = {
  "zh-CN": {
    number: (number) => `编号：${number}`,
    download: "下载 PDF 文件",
    questions: "过几天我们会打电话确认您已收到。有疑问请随时联系客服前台。",
    ended: {
      title: "这个链接已经过期",
      text: "需要再看这封信，请联系客服前台，报上编号就行。",
    },
  },
  en: {
    number: (number) => `No. ${number}`,
    download: "Download as a PDF",
    questions:
      "In a few days we will call to make sure that it reached you. For any question, please call the front desk.",
    ended: {
      title: "This link is too old",
      text: "To see the letter again, please call the front desk and give its number.",
    },
  },
};
