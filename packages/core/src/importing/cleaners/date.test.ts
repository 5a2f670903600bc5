import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fullWidth } from "../test-files";
import { cleanDate, cleanPeriod } from "./date";

describe("dates and months", () => {
  const days = fc.date({ min: new Date("1930-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });

  it("give one form for every way to write a day", () => {
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = "", month = "", day = ""] = iso.split("-");
        const [m, d] = [Number(month), Number(day)];
        const midnight = new Date(`${iso}T00:00:00Z`);
        const serial = (midnight.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000;
        const ways = [
          `${year}.${m}.${d}`,
          `${year}年${m}月${d}日`,
          `${year}/${month}/${day}`,
          `${iso} 08:30:00`,
          `${year}${month}${day}`,
          fullWidth(iso),
          `${year} 年 ${m} 月 ${d} 日`,
          midnight.toISOString(),
        ];
        for (const way of ways) expect(cleanDate(way), way).toBe(iso);
        for (const cell of [
          midnight,
          serial,
          serial + 0.5,
          String(serial),
          Number(`${year}${month}${day}`),
        ]) {
          expect(cleanDate(cell)).toBe(iso);
        }
      }),
    );
  });

  it("refuse days that do not exist and what is no day", () => {
    const none = [
      "2023年13月40日",
      "2023-02-29",
      "2023-04-31",
      "2023-00-10",
      "1899-12-31",
      "2101-01-01",
      "2019.3",
      "19.3.1",
      "3/1/2019",
      "待定",
    ];
    for (const text of none) expect(cleanDate(text), text).toBeUndefined();
    for (const cell of [2019, 0, -5, 99_999, true, null]) expect(cleanDate(cell)).toBeUndefined();
    expect(cleanDate("2024-02-29")).toBe("2024-02-29");
  });

  it("give one form for every way to write a month", () => {
    const ways = [
      "2026-07",
      "2026年7月",
      "2026年07月份",
      "2026/7",
      "2026.07",
      "202607",
      "２０２６年７月",
      "2026-07-15",
      202607,
    ];
    for (const way of ways) expect(cleanPeriod(way), String(way)).toBe("2026-07");
    expect(cleanPeriod(new Date("2026-07-01T00:00:00Z"))).toBe("2026-07");
    for (const none of ["2026-13", "26年7月", "7月", "2026-07至2026-09", "", 2026.1, null]) {
      expect(cleanPeriod(none), String(none)).toBeUndefined();
    }
  });
});
