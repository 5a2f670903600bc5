import { expect, test } from "vitest";
import { type Worker, workersFor } from "./workers";

const worker = (name: string, change: Partial<Worker>): Worker => ({
  memberId: `mem_${name}`,
  name,
  email: `${name}@example.cn`,
  role: "technician",
  projectIds: "all",
  state: "active",
  locale: "zh-CN",
  joinedAt: "2026-01-01T00:00:00.000Z",
  ...change,
});

test("offers who works in the project, those of the trade first", () => {
  const members = [
    worker("desk", { role: "front_desk" }),
    worker("guard", { trade: "security" }),
    worker("smith", { trade: "engineering" }),
    worker("elsewhere", { trade: "engineering", projectIds: ["prj_2"] }),
    worker("here", { trade: "engineering", projectIds: ["prj_1"] }),
    worker("gone", { trade: "engineering", state: "disabled" }),
    worker("cashier", { role: "finance" }),
  ];
  const names = (trade?: Worker["trade"]) => workersFor(members, "prj_1", trade).map(({ name }) => name);
  expect(names("engineering")).toEqual(["here", "smith", "guard", "desk"]);
  expect(names()).toEqual(["guard", "here", "smith", "desk"]);
});
