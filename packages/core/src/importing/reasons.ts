/** Why one row is refused, in the words shown beside it. The keys are stable codes. */
export const rowReasons = {
  headings_missing: {
    zh: "这张表没有可识别的表头，未读取",
    en: "No headings were recognised; the sheet was not read",
  },
  columns_missing: {
    zh: "缺少必需的列，整张表未读取",
    en: "Required columns are missing; the sheet was not read",
  },
  project_missing: { zh: "缺少项目名称", en: "The project is missing" },
  text_too_long: { zh: "内容过长", en: "The text is too long" },
  building_missing: { zh: "缺少楼栋", en: "The building is missing" },
  unit_invalid: { zh: "单元无法识别", en: "The unit is not readable" },
  room_missing: { zh: "缺少房号", en: "The room is missing" },
  area_missing: { zh: "缺少面积", en: "The area is missing" },
  area_unreadable: { zh: "面积不是数字", en: "The area is not a number" },
  area_not_positive: { zh: "面积必须大于零", en: "The area must be more than zero" },
  handover_date_not_real: {
    zh: "交房日期不存在或无法识别",
    en: "The handover date does not exist or is not readable",
  },
  price_invalid: { zh: "单价无法识别", en: "The price is not readable" },
  owner_phone_invalid: { zh: "业主电话不是有效号码", en: "The owner's phone is not a phone number" },
  occupant_phone_invalid: { zh: "租户电话不是有效号码", en: "The occupant's phone is not a phone number" },
  owner_name_missing: { zh: "有业主联系方式但没有姓名", en: "The owner's name is missing" },
  occupant_name_missing: { zh: "有租户电话但没有姓名", en: "The occupant's name is missing" },
  phones_not_matching: {
    zh: "电话多于姓名，无法对应",
    en: "More phones than names; it is unclear whose they are",
  },
  email_invalid: { zh: "电子邮箱格式不正确", en: "The e-mail address is not valid" },
  house_repeated: { zh: "房屋重复，以第一次出现的为准", en: "The house repeats; its first row stands" },
  house_code_invalid: { zh: "房号无法识别", en: "The house is not readable" },
  period_invalid: { zh: "账期无法识别", en: "The month is not readable" },
  money_invalid: { zh: "金额无法识别", en: "The amount is not readable" },
  money_negative: { zh: "金额不能为负", en: "The amount must not be negative" },
  arrears_sum_wrong: { zh: "应收减已收不等于欠费", en: "Due minus paid is not the arrears stated" },
  arrears_repeated: { zh: "同一房屋、项目和账期重复", en: "The same house, item and month repeat" },
  house_unknown: { zh: "项目中没有这个房屋", en: "The project has no such house" },
  arrears_differ: {
    zh: "该账期的这笔费用已存在且金额不同",
    en: "This item and month are there already with other amounts",
  },
  arrears_billed: { zh: "该账期已正式出账", en: "This month has been billed already" },
  arrears_cancelled: { zh: "该账期的账单已作废", en: "This month's bill has been cancelled" },
  receipt_date_not_real: { zh: "交易日期不存在或无法识别", en: "The date does not exist or is not readable" },
  amount_not_positive: { zh: "收入金额必须大于零", en: "The amount must be more than zero" },
  flow_missing: { zh: "缺少流水号", en: "The flow number is missing" },
  flow_conflict: { zh: "流水号相同但内容不同", en: "The same flow number stands on a different receipt" },
} as const satisfies Record<string, { zh: string; en: string }>;

/** A stable code for a refused row. */
export type RowReason = keyof typeof rowReasons;
