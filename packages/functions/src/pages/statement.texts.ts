import type { Method } from "@frontdesk/core/fee/terms";
import type { Catalogue } from "./locale";

type Texts = {
  title: string;
  asOf: (date: string) => string;
  owed: string;
  overdue: (amount: string) => string;
  nothing: string;
  credit: (amount: string) => string;
  open: string;
  number: string;
  due: string;
  past: string;
  item: string;
  amount: string;
  perM2: (price: string, area: string) => string;
  service: (month: string) => string;
  billed: string;
  waived: string;
  paid: string;
  left: string;
  howToPay: string;
  ways: string;
  remark: (house: string) => string;
  call: (phone: string) => string;
  settled: string;
  month: string;
  payments: string;
  received: string;
  receipt: string;
  refunded: (amount: string) => string;
  questions: string;
  personal: string;
  methods: Record<Method, string>;
  /** Items many firms charge, in the reader's language; a firm's other items stand as the firm wrote them. */
  items: Record<string, string>;
  ended: { title: string; text: string };
};

export const statementTexts: Catalogue<Texts> = {
  "zh-CN": {
    title: "费用账单",
    asOf: (date) => `截至${date}`,
    owed: "待缴合计",
    overdue: (amount) => `其中已过应交日期：${amount}`,
    nothing: "目前没有待缴的费用，谢谢您。",
    credit: (amount) => `预存余额：${amount}，会自动抵扣下一期账单。`,
    open: "待缴账单",
    number: "账单号",
    due: "应交日期",
    past: "已过应交日期",
    item: "项目",
    amount: "金额",
    perM2: (price, area) => `${price}/㎡ × ${area}㎡`,
    service: (month) => `有偿服务（${month}）`,
    billed: "本期应收",
    waived: "已减免",
    paid: "已交",
    left: "还需交",
    howToPay: "怎么交",
    ways: "可以到物业客服前台交现金，也可以用微信、支付宝或银行转账。",
    remark: (house) => `转账时请备注房号：${house}，方便我们及时给您入账。`,
    call: (phone) => `前台电话：${phone}`,
    settled: "已结清的账单",
    month: "账期",
    payments: "缴费记录",
    received: "日期",
    receipt: "收据号",
    refunded: (amount) => `已退${amount}`,
    questions: "对账单有疑问，请联系客服前台，我们给您逐项说明；已经交过的，可能还没有入账，请不用理会。",
    personal: "这个链接只属于您家，请不要转发给别人。",
    methods: { cash: "现金", transfer: "银行转账", wechat: "微信", alipay: "支付宝" },
    items: {},
    ended: {
      title: "这个链接已经更换",
      text: "请打开最近一次收到的短信或邮件里的链接，或者联系物业客服前台。",
    },
  },
  en: {
    title: "Statement of fees",
    asOf: (date) => `As of ${date}`,
    owed: "To be paid",
    overdue: (amount) => `Of this past its due date: ${amount}`,
    nothing: "There is nothing to be paid at the moment. Thank you.",
    credit: (amount) => `Prepaid: ${amount}. It goes towards your next bill by itself.`,
    open: "Open bills",
    number: "Bill",
    due: "Due",
    past: "past its due date",
    item: "Item",
    amount: "Amount",
    perM2: (price, area) => `${price} per m² × ${area} m²`,
    service: (month) => `Paid service (${month})`,
    billed: "Billed",
    waived: "Waived",
    paid: "Paid",
    left: "Still to pay",
    howToPay: "How to pay",
    ways: "In cash at the front desk, or by WeChat, Alipay or bank transfer.",
    remark: (house) =>
      `Please put your house, ${house}, in the remark of a transfer, so that we can book it at once.`,
    call: (phone) => `Front desk: ${phone}`,
    settled: "Settled bills",
    month: "Period",
    payments: "Payments",
    received: "Date",
    receipt: "Receipt",
    refunded: (amount) => `${amount} refunded`,
    questions:
      "If anything is unclear, please ask the front desk; we gladly go through it with you. A payment made just now may not be booked yet.",
    personal: "This link is for your household only; please do not pass it on.",
    methods: { cash: "Cash", transfer: "Bank transfer", wechat: "WeChat", alipay: "Alipay" },
    items: {
      物业费: "Property fee",
      公摊能耗费: "Shared energy",
      停车费: "Parking",
      垃圾清运费: "Waste collection",
    },
    ended: {
      title: "This link has been replaced",
      text: "Please use the link in the latest message you received, or contact the front desk.",
    },
  },
};
