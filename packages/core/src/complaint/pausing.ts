import * as z from "zod";
import { needHouse } from "../house/reach";
import { idOf } from "../id";
import { verb } from "../verb";
import { Case, type CaseItem } from "./case.entity";
import { openStates } from "./states";

/** Whether a complaint is about service, and so spares its house from being dunned while it is open. */
const isAboutService = ({ category }: CaseItem) => category === "service";
/** More open ones of a house or a project are not looked through. */
const most = 200;

/** The open complaints about service for which a house is not dunned now. */
export async function pausingComplaints(houseId: string): Promise<CaseItem[]> {
  const { items } = await Case.query("gsi3", [houseId, "complaint"], { begins: "open#", limit: most });
  return items.filter(isAboutService);
}

/** The houses of a project that are not dunned now. */
export async function pausedHouses(projectId: string): Promise<ReadonlySet<string>> {
  const pages = await Promise.all(
    openStates.map((state) =>
      Case.query("gsi1", [projectId, "complaint"], { begins: `${state}#`, limit: most }),
    ),
  );
  const pausing = pages.flatMap(({ items }) => items.filter(isAboutService));
  return new Set(pausing.flatMap(({ houseId }) => houseId ?? []));
}

/** Whether a house is dunned now, and if not, for which complaints. */
export const getDunning = verb({
  name: "complaint.dunning",
  may: "fee.read",
  input: z.strictObject({ houseId: idOf("house") }),
  output: z.object({ pausedBy: z.array(z.object({ ticketId: z.string(), number: z.string() })) }),
  run: async ({ houseId }) => {
    await needHouse(houseId);
    return { pausedBy: await pausingComplaints(houseId) };
  },
});
