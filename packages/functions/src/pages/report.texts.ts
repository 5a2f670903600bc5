import type { Catalogue } from "./locale";

type Words = { title: string; text: string };
type Field = "topic" | "words" | "photos" | "house" | "name" | "phone" | "code";

/** Everything on the pages behind a project's QR code but the names of kinds and categories. */
export const reportTexts: Catalogue<{
  title: (project: string) => string;
  lead: string;
  emergency: string;
  call: string;
  labels: Record<Exclude<Field, "code">, string>;
  optional: string;
  choose: string;
  wordsHint: string;
  urgent: string;
  photosHint: string;
  photosKept: (count: number) => string;
  photosAgain: string;
  houseHint: string;
  phoneHint: string;
  purpose: string;
  kept: string;
  next: string;
  faults: string;
  fault: Record<Exclude<Field, "code">, string> & {
    wordsLong: string;
    houseLong: string;
    nameLong: string;
    photosMany: string;
    photosLarge: string;
    phoneOften: string;
    addressOften: string;
    changedOften: string;
  };
  tooLarge: Words;
  over: Words & { again: string };
  check: {
    title: string;
    sent: (phone: string) => string;
    label: string;
    hint: (minutes: number) => string;
    send: string;
    again: string;
    change: string;
    faults: string;
    format: string;
    wrong: (left: number) => string;
    expired: string;
    locked: string;
    often: string;
    renewed: string;
    summary: string;
  };
  thanks: Words & { number: string; next: Record<"usual" | "urgent" | "praise", string>; more: string };
}> = {
  "zh-CN": {
    title: (project) => `${project} · 我要反映`,
    lead: "不用注册，填好后用短信验证码确认手机号就行，大约一分钟。",
    emergency: "有人被困、起火、燃气味等紧急情况，请先打电话。",
    call: "拨打",
    labels: {
      topic: "什么事",
      words: "说说情况",
      photos: "照片",
      house: "房号",
      name: "怎么称呼您",
      phone: "手机号",
    },
    optional: "选填",
    choose: "请选择",
    wordsHint: "什么地方、什么时候开始、现在怎么样。请不要写身份证号等信息。",
    urgent: "比较急：影响安全，或者没法用水用电",
    photosHint: "最多 3 张，每张不超过 10 MB。",
    photosKept: (count) => `已收到 ${count} 张照片；再选会换成新的。`,
    photosAgain: "照片请重新选择一次。",
    houseHint: "比如 3-1-502，或 3栋1单元502。公共区域可以不填。",
    phoneHint: "用来接收验证码和处理结果。",
    purpose: "姓名和手机号只用来处理这件事、告诉您结果，不作他用。",
    kept: "已暂存在这台设备上，提交前随时可以接着填。",
    next: "下一步：验证手机号",
    faults: "还差一点",
    fault: {
      topic: "请选择是什么事",
      words: "请说说情况",
      wordsLong: "情况最多写 1500 字，请缩短一些",
      photos: "照片只能是 JPEG、PNG、WebP 或 GIF 图片",
      photosMany: "照片最多 3 张，请减少几张",
      photosLarge: "每张照片不能超过 10 MB，请换小一点的",
      house: "房号请写简单一些",
      houseLong: "房号最多 40 字，请缩短一些",
      name: "请写下怎么称呼您",
      nameLong: "称呼最多 60 字，请缩短一些",
      phone: "请填写能收短信的手机号",
      phoneOften: "这个号码一小时内已发过 3 次验证码，请过一会儿再试，或直接打电话给物业前台",
      addressOften: "从这个网络发出的验证码太多了，请过一会儿再试，或直接打电话给物业前台",
      changedOften: "修改次数太多了，请重新扫码填写，或直接打电话给物业前台",
    },
    tooLarge: {
      title: "照片太大了",
      text: "最多 3 张，每张不超过 10 MB。请返回上一页换几张小一点的，其他内容不用重填。",
    },
    over: {
      title: "这次填写已经过期",
      text: "超过一天没有验证手机号，内容已经删除。请重新填写。",
      again: "重新填写",
    },
    check: {
      title: "验证手机号",
      sent: (phone) => `验证码已发到 ${phone}。`,
      label: "6 位验证码",
      hint: (minutes) => `${minutes} 分钟内有效。收到短信可能要等一会儿。`,
      send: "提交",
      again: "重新发送验证码",
      change: "改内容或换号码",
      faults: "还没有成功",
      format: "请填写短信里的 6 位数字",
      wrong: (left) => `验证码不对，还可以再试 ${left} 次`,
      expired: "验证码已经过期，请重新发送一个",
      locked: "验证码错了 5 次，已经作废，请重新发送一个",
      often: "验证码发得太多了，请过一会儿再试，或直接打电话给物业前台",
      renewed: "新的验证码已经发出，之前的作废了。",
      summary: "您要反映的",
    },
    thanks: {
      title: "已经收到，谢谢您！",
      text: "单号和查看进度的链接会用短信发给您。",
      number: "单号",
      next: {
        usual: "接下来：前台马上安排人处理，办好了会用短信告诉您结果，并请您打分。",
        urgent: "接下来：前台会马上联系您、安排人处理。情况变化请直接打电话。",
        praise: "接下来：我们会把您的话转告本人和他的部门。",
      },
      more: "再反映一件事",
    },
  },
  en: {
    title: (project) => `Tell the front desk · ${project}`,
    lead: "No account needed: fill this in and confirm your phone by a code. About a minute.",
    emergency: "Somebody trapped, a fire, a smell of gas? Please call first.",
    call: "Call",
    labels: {
      topic: "What is it about?",
      words: "What happened?",
      photos: "Photos",
      house: "Your home",
      name: "Your name",
      phone: "Mobile phone",
    },
    optional: "optional",
    choose: "Please choose",
    wordsHint: "Where, since when, and how it is now. Please leave out ID numbers and the like.",
    urgent: "It is pressing: unsafe, or no water or power",
    photosHint: "Up to 3, each at most 10 MB.",
    photosKept: (count) =>
      count === 1
        ? "We have your photo; choosing another replaces it."
        : `We have your ${count} photos; choosing others replaces them.`,
    photosAgain: "Please choose your photos again.",
    houseHint: "Such as 3-1-502 (building, unit, room). Leave it empty for shared areas.",
    phoneHint: "For the code, and to tell you the outcome.",
    purpose: "We use your name and number to see to this and tell you the outcome, and for nothing else.",
    kept: "Kept on this device; you can go on later, until you send it.",
    next: "Next: confirm your phone",
    faults: "Nearly there",
    fault: {
      topic: "Please choose what it is about",
      words: "Please say what happened",
      wordsLong: "At most 1,500 characters, please shorten it",
      photos: "Photos must be JPEG, PNG, WebP or GIF pictures",
      photosMany: "At most 3 photos, please choose fewer",
      photosLarge: "A photo may have at most 10 MB, please choose a smaller one",
      house: "Please write your home more simply",
      houseLong: "Your home: at most 40 characters, please shorten it",
      name: "Please say what we may call you",
      nameLong: "Your name: at most 60 characters, please shorten it",
      phone: "Please give a mobile number that takes text messages",
      phoneOften:
        "This number was sent 3 codes within the hour. Please try again later, or call the front desk",
      addressOften:
        "Too many codes were asked for from this network. Please try again later, or call the front desk",
      changedOften:
        "This was changed too often. Please scan the code and start again, or call the front desk",
    },
    tooLarge: {
      title: "The photos are too large",
      text: "Up to 3, each at most 10 MB. Please go back and choose smaller ones; the rest is still filled in.",
    },
    over: {
      title: "This report has expired",
      text: "The phone was not confirmed within a day, so it was deleted. Please fill it in again.",
      again: "Start again",
    },
    check: {
      title: "Confirm your phone",
      sent: (phone) => `We sent a code to ${phone}.`,
      label: "6-digit code",
      hint: (minutes) => `Valid for ${minutes} minutes. It may take a moment to arrive.`,
      send: "Send the report",
      again: "Send another code",
      change: "Change the report or the number",
      faults: "Not yet",
      format: "Please enter the 6 digits from the message",
      wrong: (left) =>
        `That code is not right; ${left === 1 ? "one more try is" : `${left} more tries are`} left`,
      expired: "That code has expired, please ask for another",
      locked: "5 wrong codes: this one is void, please ask for another",
      often: "Too many codes were asked for. Please try again later, or call the front desk",
      renewed: "We sent another code; the one before is void.",
      summary: "Your report",
    },
    thanks: {
      title: "We have it, thank you!",
      text: "We will also send you the number by text message, with a link to see the progress.",
      number: "Number",
      next: {
        usual:
          "What happens next: the front desk sends somebody to see to it, tells you the outcome by text message, and asks how it went.",
        urgent:
          "What happens next: the front desk contacts you at once and sends somebody. Please call if anything changes.",
        praise: "What happens next: we pass your words on to the person and their department.",
      },
      more: "Report something else",
    },
  },
};
