import { describe, expect, it } from "vitest";
import { render } from "../message/catalogue/index";
import { segments } from "../message/catalogue/sms";
import { pauseCauses } from "./order.states";
import { type Standing, standing } from "./progress.status";
import { progressWords } from "./progress.words";

const ended: Standing["is"][] = ["done", "closed", "merged", "void"];
const open = standing.shape.is.options.filter((is) => !ended.includes(is));
const at = "2026-12-11T09:30:00.000Z";
/** What lies ahead of a visit that was agreed. */
const before: Standing["is"][] = ["assigned", "accepted"];
/** Every way an open ticket may stand. */
const all: Standing[] = open.flatMap((is) =>
  standing.shape.next.options
    .filter((next) => next !== "visit" || before.includes(is))
    .flatMap((next) =>
      [undefined, at].flatMap((by) =>
        [true, false].flatMap((late) =>
          [undefined, ...(is === "paused" ? pauseCauses : [])].map((cause) => ({
            ...{ is, next, by, late, cause },
          })),
        ),
      ),
    ),
);

describe("how an open ticket stands, in one sentence", () => {
  it("fits one SMS beside its number, link and signature, whatever it is", () => {
    for (const one of all) {
      const status = progressWords(one, "zh-CN", "Asia/Shanghai");
      const values = { number: "BX20261121-0007", status, url: "https://fd.cn/s/Ab3dE5fG" };
      const { sms = "" } = render("ticketProgress", "zh-CN", values, "阳光物业");
      expect([sms, segments(sms)]).toEqual([sms, 1]);
    }
  });

  it("says nothing undefined, in no other language, and always what comes next", () => {
    for (const one of all) {
      const [zh, en] = (["zh-CN", "en"] as const).map((locale) =>
        progressWords(one, locale, "Asia/Shanghai"),
      );
      expect(zh).toMatch(/^[\p{Script=Han}\d: ]+，[\p{Script=Han}\d:， ]+$/u);
      expect(en).toMatch(/^[a-z ]+; [\w:, ]+$/);
      expect(`${zh}${en}`).not.toContain("undefined");
    }
  });

  it("tells times as the firm's clocks show them", () => {
    const visit: Standing = { is: "accepted", next: "visit", by: at, late: false };
    expect(progressWords(visit, "zh-CN", "Asia/Shanghai")).toBe("已派人处理，约好12月11日 17:30上门");
    expect(progressWords(visit, "en", "Europe/London")).toBe(
      "somebody has taken it on; visit agreed for 11 December 09:30",
    );
    const done: Standing = { is: "started", next: "finish", by: "2026-12-11T20:00:00.000Z", late: false };
    expect(progressWords(done, "zh-CN", "Asia/Shanghai")).toBe("正在处理，预计12月12日前完成");
    expect(progressWords({ ...done, by: undefined, late: true }, "zh-CN", "Asia/Shanghai")).toBe(
      "正在处理，比说好的晚了，很抱歉",
    );
  });
});
