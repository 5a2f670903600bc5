import type { Role } from "../../member/role";
import type { Templates } from "./template";

export type AccountValues = {
  verifyEmail: { firmName: string; url: string };
  alreadyRegistered: { url: string };
  resetPassword: { url: string };
  invitation: { firmName: string; inviter: string; role: Role; url: string };
};

/** Kept as long as anybody asks whether it came: its link is good for two days, of an invitation seven. */
const necessary = { urgent: true, refusable: false, keptDays: 9 };
const notYou = {
  "zh-CN": "如果这不是您本人的操作，不用理会这封邮件，什么都不会改变。",
  en: "If this was not you, please ignore this mail; nothing will change.",
};

export const account: Templates<AccountValues> = {
  verifyEmail: {
    ...necessary,
    "zh-CN": {
      mail: ({ firmName, url }) => ({
        subject: "请确认您的邮箱",
        title: "欢迎，请确认您的邮箱",
        paragraphs: [
          `您好！感谢您为${firmName}开通客服前台。`,
          "请打开下面的链接，让我们知道这个邮箱是您本人的。确认之后就可以开始使用了。",
        ],
        action: { label: "确认邮箱", url },
        closing: [notYou["zh-CN"]],
      }),
    },
    en: {
      mail: ({ firmName, url }) => ({
        subject: "Please confirm your email address",
        title: "Welcome! Please confirm your email address",
        paragraphs: [
          `Thank you for setting up the front desk of ${firmName}.`,
          "Please follow the link below to tell us that this address is yours. After that you can start.",
        ],
        action: { label: "Confirm address", url },
        closing: [notYou.en],
      }),
    },
  },
  alreadyRegistered: {
    ...necessary,
    "zh-CN": {
      mail: ({ url }) => ({
        subject: "您已经有账号了",
        title: "您已经有账号了",
        paragraphs: [
          "您好！刚才有人用这个邮箱注册。您以前注册过，不用再注册一次，直接登录就好。",
          "忘了密码也没关系，登录页上可以重新设置。",
        ],
        action: { label: "去登录", url },
        closing: [notYou["zh-CN"]],
      }),
    },
    en: {
      mail: ({ url }) => ({
        subject: "You already have an account",
        title: "You already have an account",
        paragraphs: [
          "Somebody has just signed up with this address. You have signed up before, so there is no need to do it again: just sign in.",
          "If you have forgotten your password, you can set a new one on the sign-in page.",
        ],
        action: { label: "Sign in", url },
        closing: [notYou.en],
      }),
    },
  },
  resetPassword: {
    ...necessary,
    "zh-CN": {
      mail: ({ url }) => ({
        subject: "重新设置密码",
        title: "重新设置密码",
        paragraphs: ["您好！我们收到了重新设置密码的请求。请打开下面的链接，设一个新密码。"],
        action: { label: "设置新密码", url },
        closing: ["如果这不是您本人的操作，不用理会这封邮件，原来的密码照常使用。"],
      }),
    },
    en: {
      mail: ({ url }) => ({
        subject: "Set a new password",
        title: "Set a new password",
        paragraphs: ["We were asked to let you set a new password. Please follow the link below."],
        action: { label: "Set a new password", url },
        closing: ["If this was not you, please ignore this mail; your password stays as it is."],
      }),
    },
  },
  invitation: {
    ...necessary,
    "zh-CN": {
      mail: ({ firmName, inviter, role, url }) => ({
        subject: `${inviter}邀请您加入${firmName}`,
        title: `${inviter}邀请您加入${firmName}`,
        paragraphs: [
          `您好！${inviter}请您一起用客服前台为业户服务，您的角色是“${role}”。`,
          "打开下面的链接接受邀请，很快就好。",
        ],
        action: { label: "接受邀请", url },
        closing: ["如果您不认识对方，不用理会这封邮件。"],
      }),
    },
    en: {
      mail: ({ firmName, inviter, role, url }) => ({
        subject: `${inviter} invites you to join ${firmName}`,
        title: `${inviter} invites you to join ${firmName}`,
        paragraphs: [
          `${inviter} would like you to serve residents together at the front desk. Your role: ${role}.`,
          "Please follow the link below to accept; it takes a moment.",
        ],
        action: { label: "Accept the invitation", url },
        closing: ["If you do not know the sender, please ignore this mail."],
      }),
    },
  },
};
