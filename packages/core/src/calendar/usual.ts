import type { Calendar, Shift } from "./calendar";

const day: Shift[] = [
  { from: "09:00", to: "12:00" },
  { from: "13:00", to: "18:00" },
];

const run = (month: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `${month}-${String(from + i).padStart(2, "0")}`);

/** Days off and make-up days of 2026 in China: General Office of the State Council, notice of 4 November 2025. */
const china = {
  holidays: [
    ...run("2026-01", 1, 3),
    ...run("2026-02", 15, 23),
    ...run("2026-04", 4, 6),
    ...run("2026-05", 1, 5),
    ...run("2026-06", 19, 21),
    ...run("2026-09", 25, 27),
    ...run("2026-10", 1, 7),
  ],
  makeUpDays: ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
};

/** Until a firm says otherwise: 9 to 12 and 13 to 18 o'clock, Monday to Friday, with China's arrangement where that holds. */
export const usualCalendar = (zone: string): Calendar => ({
  week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
  ...(zone === "Asia/Shanghai" ? china : { holidays: [], makeUpDays: [] }),
});
