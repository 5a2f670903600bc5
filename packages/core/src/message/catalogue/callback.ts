import type { Templates } from "./template";

export type CallbackValues = {
  /** To the project manager; `hours` is how long the callback has been overdue. */
  callbackOverdue: { number: string; house: string; hours: number; url: string };
};

export const callback: Templates<CallbackValues> = {
  callbackOverdue: {
    urgent: false,
    refusable: false,
    "zh-CN": {
      sms: ({ number, house, hours, url }) => `回访超时${hours}小时：${house}，${number} ${url}`,
      mail: ({ number, house, hours, url }) => ({
        subject: `回访超时：${number}（${house}）`,
        title: "有一件报事还没有回访",
        paragraphs: ["您好！这件报事办完后还没有联系上业户，请安排一位没有参与处理的同事回访。"],
        facts: [
          ["单号", number],
          ["房屋", house],
          ["已超时", `${hours}小时`],
        ],
        action: { label: "去安排回访", url },
      }),
    },
    en: {
      sms: ({ number, house, hours, url }) => `Callback ${hours} h overdue: ${house}, ${number} ${url}`,
      mail: ({ number, house, hours, url }) => ({
        subject: `Callback overdue: ${number} (${house})`,
        title: "A callback is overdue",
        paragraphs: [
          "The resident has not been reached since this work was completed. Please ask a colleague who did not do the work to call back.",
        ],
        facts: [
          ["Number", number],
          ["House", house],
          ["Overdue by", `${hours} h`],
        ],
        action: { label: "Arrange the callback", url },
      }),
    },
  },
};
