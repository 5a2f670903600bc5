import type { Catalogue } from "./locale";

type Words = { title: string; text: string };

/** Everything on the page behind the link to refuse messages. */
export const refuseTexts: Catalogue<{
  ask: Words & { button: string };
  refused: Words & { button: string };
  taken: Words;
}> = {
  "zh-CN": {
    ask: {
      title: "不想再收到这些消息？",
      text: "退订后，您不会再收到满意度调查和温馨提醒的短信、邮件。您报的事的进展、账单通知等必要的消息照常发送。",
      button: "退订",
    },
    refused: {
      title: "已经退订",
      text: "满意度调查和温馨提醒不会再发给您。必要的消息照常发送。",
      button: "改主意了，恢复接收",
    },
    taken: { title: "已经恢复", text: "谢谢您！满意度调查和温馨提醒会照常发给您。" },
  },
  en: {
    ask: {
      title: "No more of these messages?",
      text: "You will get no more surveys and reminders, by text message or mail. Necessary messages still come: what becomes of your reports, and notices of bills.",
      button: "Unsubscribe",
    },
    refused: {
      title: "You are unsubscribed",
      text: "You will get no more surveys and reminders. Necessary messages still come.",
      button: "Take them again after all",
    },
    taken: { title: "Welcome back", text: "Thank you! You will get surveys and reminders again." },
  },
};
