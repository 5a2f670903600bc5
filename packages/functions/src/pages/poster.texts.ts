/** What stands on the poster: each line in both languages, since it hangs where everybody passes. */
export const posterTexts = {
  headline: { "zh-CN": "扫一扫，有事告诉我们", en: "Scan to tell the front desk" },
  hint: {
    "zh-CN": "报修、投诉、建议，不用注册，一分钟填好",
    en: "Repairs, complaints, ideas: no account, one minute",
  },
  emergency: { "zh-CN": "紧急情况请打电话", en: "In an emergency call" },
} as const;
