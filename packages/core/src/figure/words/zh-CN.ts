import type { FigureWords } from "./words";

/** What every figure of the comparison is called and what it is, as figures.md defines it. */
export const figureWords = {
  satisfied: {
    name: "满意率",
    definition: "总体评价为 4 分或 5 分的答卷 ÷ 有效答卷，按调查开始的月份计；满 5 份才显示。",
    numerator: "4 分和 5 分",
    denominator: "有效答卷",
  },
  score: {
    name: "满意度得分",
    definition: "总体评价（1 至 5 分）的平均分 × 20，与满意率是两个指标。",
    numerator: "总分 × 20",
    denominator: "有效答卷",
  },
  rank: {
    name: "满意率排名",
    definition: "满意率向公司平均水平收缩后的名次，满 30 份答卷的项目才排；括号内是 95% 把握的名次范围。",
  },
  response: {
    name: "答卷率",
    definition: "答卷的户数 ÷ 已邀请且可送达的户数。",
    numerator: "答卷户数",
    denominator: "可送达户数",
  },
  current: {
    name: "当期收费率",
    definition: "本期账单截至期末的实收 ÷ 本期应收。应收已扣除作废与减免。",
    numerator: "期末实收",
    denominator: "本期应收",
  },
  asOfNow: {
    name: "当期至今",
    definition: "本期账单截至现在的实收 ÷ 本期应收。",
    numerator: "至今实收",
    denominator: "本期应收",
  },
  yearToDate: {
    name: "累计收费率",
    definition: "本年各期账单的实收之和 ÷ 本年至今各期的应收之和。",
    numerator: "本年实收",
    denominator: "本年应收",
  },
  arrearsRecovery: {
    name: "清欠率",
    definition: "本年收到的往年欠费 ÷ 1 月 1 日的往年欠费，扣除此后的作废与减免。",
    numerator: "已清欠",
    denominator: "往年欠费",
  },
  overall: {
    name: "综合收费率",
    definition: "（本年清欠 ＋ 本年实收）÷（往年欠费 ＋ 本年应收）。",
    numerator: "清欠与实收",
    denominator: "欠费与应收",
  },
  households: {
    name: "户收费率",
    definition: "当月账单已无欠款的户数 ÷ 当月出账的户数。只按月统计。",
    numerator: "缴清户数",
    denominator: "出账户数",
  },
  waived: {
    name: "减免占比",
    definition: "本期账单已批准的减免 ÷ 减免前的应收。减免不算实收。",
    numerator: "已减免",
    denominator: "减免前应收",
  },
  developer: {
    name: "开发商应缴收费率",
    definition: "未售房屋由开发商承担的账单，单独列示，不计入其他收费率。",
    numerator: "开发商已缴",
    denominator: "开发商应缴",
  },
  created: { name: "报事", definition: "本期登记的报事件数，作废与重复的不计。" },
  completion: {
    name: "完成率",
    definition: "本期登记的报事中已关闭的 ÷ 本期登记的报事。",
    numerator: "已关闭",
    denominator: "已登记",
  },
  responseOnTime: {
    name: "响应及时率",
    definition: "在时限内首次响应的 ÷ 响应时限在本期到期的报事。",
    numerator: "及时响应",
    denominator: "到期应响应",
  },
  completionOnTime: {
    name: "完成及时率",
    definition: "在时限内完成的 ÷ 完成时限在本期到期的报事。",
    numerator: "及时完成",
    denominator: "到期应完成",
  },
  callbackIn24h: {
    name: "24小时回访率",
    definition: "完成后 24 小时内回访到业户的 ÷ 应回访的完成件数。未联系上不算回访。",
    numerator: "24 小时内回访",
    denominator: "应回访",
  },
  callbackSatisfied: {
    name: "回访满意率",
    definition: "回访中表示满意的 ÷ 已回访到的。",
    numerator: "表示满意",
    denominator: "已回访到",
  },
  repeatRepair: {
    name: "返修率",
    definition: "完成后 30 天内同一房屋、同一类别又报修的 ÷ 完成的报修。",
    numerator: "30 天内再报修",
    denominator: "完成的报修",
  },
  reopened: {
    name: "重开率",
    definition: "关闭后又重开过的 ÷ 本期关闭的报事。",
    numerator: "重开过",
    denominator: "已关闭",
  },
  complaints: { name: "投诉", definition: "本期登记的投诉件数，作废与重复的不计。" },
  complaintsHandled: {
    name: "投诉处理率",
    definition: "已关闭的投诉 ÷ 本期受理的投诉。",
    numerator: "已关闭",
    denominator: "已受理",
  },
} as const satisfies FigureWords;

/** The further words of the comparison as a spreadsheet. */
export const comparisonWords = {
  comparison: "项目对比",
  definitions: "指标说明",
  project: "项目",
  total: "合计",
  hidden: "少于 5 份",
  low: "95% 区间下限",
  high: "95% 区间上限",
  bestRank: "名次范围（最好）",
  worstRank: "名次范围（最差）",
  yuan: "（元）",
  figure: "指标",
  definition: "定义",
  numerator: "分子",
  denominator: "分母",
  period: "期间",
  asOf: "数据时间",
  version: "定义版本",
} as const;
