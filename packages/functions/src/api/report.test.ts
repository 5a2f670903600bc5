import { changeProject } from "@frontdesk/core/project/index";
import { mintDesk } from "@frontdesk/core/report/report.testing";
import { encode } from "uqr";
import { beforeAll, describe, expect, it } from "vitest";
import { poster } from "../pages/poster";
import { testApp } from "../pages/survey.testing";

let desk: Awaited<ReturnType<typeof mintDesk>>;
beforeAll(async () => {
  desk = await mintDesk("安居物业");
});
type Actor = Parameters<typeof testApp>[0];
const ask = (actor: Actor, projectId = desk.projectId) =>
  testApp(actor).request(`/api/projects/${projectId}/qr`);

/** The dark modules a path of runs draws, as the QR code's own rows. */
function modulesOf(svg: string) {
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, left, top, run] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g))
    for (let x = Number(left); x < Number(left) + Number(run); x++) rows[Number(top)]?.splice(x, 1, true);
  return rows;
}

describe("the QR code of a project", () => {
  it("is a poster with firm, project and the code that opens the report page", async () => {
    await desk.as("headquarters", () =>
      changeProject({ projectId: desk.projectId, phone: "0571-88886666", name: "翠湖 <花园> & Co" }),
    );
    const answer = await ask(desk.member("front_desk"));
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("image/svg+xml");
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename\*=UTF-8''%E7%BF%A0.*A5\.svg$/,
    );
    const svg = await answer.text();
    for (const words of [
      "安居物业",
      "翠湖 &lt;花园&gt; &amp; Co",
      "扫一扫",
      "Scan to tell the front desk",
      "0571-88886666",
    ])
      expect(svg).toContain(words);
    expect(svg).toContain('width="148mm" height="210mm"');
    const url = `http://localhost:3000/r/${desk.token}`;
    expect(svg).toContain(`localhost:3000/r/${desk.token}`);
    expect(modulesOf(svg)).toEqual(encode(url, { ecc: "Q", border: 4 }).data);
  });

  it("is for members who work in the project", async () => {
    const elsewhere = await mintDesk();
    const refusals: [Actor, number][] = [
      [{ type: "public" }, 401],
      [elsewhere.member("headquarters"), 404],
      [desk.member("technician", []), 404],
    ];
    for (const [actor, status] of refusals) expect((await ask(actor)).status).toBe(status);
    expect((await ask(desk.member(), "prj_x")).status).toBe(400);
  });

  it("keeps the longest names on the sheet", () => {
    const name = "很长的名字".repeat(12);
    const svg = poster({ firm: name, project: "W".repeat(60), url: "https://x.example/r/aaaaaaaaaaaa" });
    const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
    expect(sizes[0]).toBeCloseTo(124 / 60, 1);
    expect(sizes[1]).toBeLessThan(3);
    expect(svg).not.toContain("紧急情况");
  });
});
