import { expect, it } from "vitest";
import { asIfAt } from "../clock";
import { getHouse, House, houseIdOf } from "../house/index";
import { Work } from "../table/work";
import { mintTenant } from "../testing/tenant";
import { addResident, endResidency } from "./index";

it("a tie begins on the firm's own day, and does not end before it", async () => {
  const firm = await mintTenant();
  const houseId = houseIdOf(firm.projectId, "3-1-502");
  const work = new Work(firm.tenantId);
  const place = { code: "3-1-502", building: "3", unit: "1", room: "502", areaHundredths: 9_000 };
  work.create(House, { houseId, projectId: firm.projectId, ...place, createdAt: work.now });
  await work.commit();
  // Half past six in the morning of the 22nd in Shanghai.
  await asIfAt("2026-11-21T22:30:00.000Z", () =>
    firm.as("front_desk", async () => {
      const { residentId } = await addResident({ houseId, as: "owner", name: "林晓" });
      expect((await getHouse({ houseId })).people).toMatchObject([{ residentId, from: "2026-11-22" }]);
      const end = (to: string) => endResidency({ houseId, residentId, as: "owner", to });
      await expect(end("2026-11-21")).rejects.toMatchObject({ code: "bad_request", field: "to" });
      expect(await end("2026-11-22")).toMatchObject({ to: "2026-11-22" });
      await expect(end("2026-11-23")).rejects.toMatchObject({ code: "conflict" });
    }),
  );
});
