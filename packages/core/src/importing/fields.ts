/** What kinds of file come in. */
export type ImportKind = "houses" | "arrears" | "receipts";

interface Field {
  zh: string;
  en: string;
  required?: true;
  /** Headings that mean it, the likeliest first, as `plainHeading` makes them. */
  names: readonly string[];
  /** Headings that only look like it. */
  not?: RegExp;
}

const words = (text: string): readonly string[] => text.split(" ");
const occupantWords = /租|住户|使用人|occupant|lessee|renter/;

/** The fields of each kind: labels, which are required, and the headings that suggest them. */
export const importFields = {
  houses: {
    project: {
      zh: "项目",
      en: "Project",
      names: words("项目 项目名称 小区 小区名称 楼盘 project estate community"),
    },
    building: {
      zh: "楼栋",
      en: "Building",
      names: words("楼栋 栋 楼号 栋号 幢 幢号 楼座 楼宇 building block tower"),
    },
    unit: {
      zh: "单元",
      en: "Unit",
      names: words("单元 单元号 门 unit entrance"),
      not: /单价|价格|price/,
    },
    room: {
      zh: "房号",
      en: "Room",
      required: true,
      names: words(
        "房号 房间号 房间 室号 室 房屋编号 房屋编码 房屋 门牌号 户号 单位号 room roomno house housecode flat",
      ),
      not: /状态|类型|status|type/,
    },
    area: {
      zh: "建筑面积",
      en: "Area (m²)",
      required: true,
      names: words("建筑面积 建面 计费面积 收费面积 产权面积 面积 area floorarea grossarea billablearea"),
      not: /套内|公摊|net|carpet/,
    },
    usage: {
      zh: "业态",
      en: "Usage",
      names: words("业态 房屋类型 物业类型 房屋用途 用途 房屋性质 usage propertytype type"),
    },
    handoverDate: {
      zh: "交房日期",
      en: "Handover date",
      names: words(
        "交房日期 交房时间 交付日期 交付时间 接房日期 收房日期 入伙日期 handoverdate handover deliverydate",
      ),
    },
    status: {
      zh: "房屋状态",
      en: "Status",
      names: words("房屋状态 状态 入住状态 入住情况 使用状态 status occupancy"),
    },
    ownerName: {
      zh: "业主姓名",
      en: "Owner",
      names: words("业主姓名 业主 业主名称 产权人 房主 户主 客户名称 姓名 ownername owner name"),
      not: occupantWords,
    },
    ownerPhone: {
      zh: "业主电话",
      en: "Owner's phone",
      names: words(
        "业主电话 业主手机 业主手机号 业主联系电话 业主联系方式 联系电话 联系方式 手机号码 手机号 手机 电话 ownerphone ownermobile phone mobile",
      ),
      not: occupantWords,
    },
    occupantName: {
      zh: "租户姓名",
      en: "Occupant",
      names: words(
        "租户姓名 租户 租户名称 承租人 租客 租客姓名 住户姓名 使用人 occupantname occupant lessee renter",
      ),
      not: /电话|手机|phone/,
    },
    occupantPhone: {
      zh: "租户电话",
      en: "Occupant's phone",
      names: words(
        "租户电话 租户手机 租户联系电话 租户联系方式 承租人电话 租客电话 住户电话 使用人电话 occupantphone lesseephone renterphone",
      ),
    },
    email: { zh: "电子邮箱", en: "E-mail", names: words("电子邮箱 邮箱 电子邮件 邮件 email mail") },
    keyCare: {
      zh: "重点关注",
      en: "Key care",
      names: words("重点关注 重点关怀 关怀类型 特殊关注 特殊群体 keycare specialcare"),
    },
    price: {
      zh: "物业费单价",
      en: "Price (yuan/m²·month)",
      names: words("物业费单价 物业费标准 收费标准 单价 费用标准 price unitprice feerate"),
    },
  },
  arrears: {
    project: {
      zh: "项目",
      en: "Project",
      names: words("项目 项目名称 小区 小区名称 楼盘 project estate community"),
      not: /费用|收费/,
    },
    house: {
      zh: "房号",
      en: "House",
      required: true,
      names: words("房号 房屋编号 房屋编码 房屋 房间号 门牌号 户号 house housecode room"),
    },
    item: {
      zh: "费用项目",
      en: "Charge item",
      names: words("费用项目 收费项目 费项 费用名称 费用类型 科目 item chargeitem fee"),
    },
    period: {
      zh: "账期",
      en: "Month",
      required: true,
      names: words("账期 帐期 费用月份 所属月份 所属期 计费月份 月份 账单月 period month billingmonth"),
    },
    due: {
      zh: "应收",
      en: "Due",
      names: words("应收 应收金额 应缴 应缴金额 应交金额 due amountdue billed"),
    },
    paid: {
      zh: "已收",
      en: "Paid",
      names: words("已收 已收金额 实收 实收金额 已缴 已缴金额 已交金额 paid amountpaid received"),
    },
    outstanding: {
      zh: "欠费",
      en: "Arrears",
      required: true,
      names: words("欠费 欠费金额 欠缴 欠缴金额 未收 未收金额 未缴 欠款 outstanding arrears balance unpaid"),
    },
  },
  receipts: {
    date: {
      zh: "交易日期",
      en: "Date",
      required: true,
      names: words(
        "交易日期 交易时间 记账日期 入账日期 到账日期 收款日期 日期 date transactiondate valuedate postingdate",
      ),
    },
    payer: {
      zh: "对方户名",
      en: "Payer",
      names: words(
        "对方户名 对方名称 付款人 付款方 付款人名称 付款方户名 户名 payer payername counterparty remitter",
      ),
      not: /账号|帐号|account/,
    },
    amount: {
      zh: "收入金额",
      en: "Amount",
      required: true,
      names: words(
        "收入金额 收入 贷方发生额 贷方金额 转入金额 收款金额 交易金额 发生额 金额 amount credit creditamount",
      ),
      not: /支出|借方|余额|debit|balance/,
    },
    remark: {
      zh: "摘要",
      en: "Remark",
      required: true,
      names: words("摘要 附言 用途 备注 交易附言 交易说明 remark description memo reference narrative"),
    },
    flow: {
      zh: "流水号",
      en: "Flow number",
      required: true,
      names: words(
        "流水号 交易流水号 银行流水号 流水 交易编号 凭证号 flowno flownumber flow transactionid transactionno serialno",
      ),
    },
  },
} as const satisfies Record<ImportKind, Record<string, Field>>;

/** The names of the fields of a kind. */
export type FieldOf<K extends ImportKind> = Extract<keyof (typeof importFields)[K], string>;

/** All fields of a kind in their order. */
export const fieldsOf = <K extends ImportKind>(kind: K): [FieldOf<K>, Field][] =>
  Object.entries(importFields[kind] as Record<FieldOf<K>, Field>) as [FieldOf<K>, Field][];
