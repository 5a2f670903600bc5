import { asIfAt } from "@frontdesk/core/clock";
import {
  changeFeeSettings,
  importOpeningArrears,
  recordPayment,
  refundPayment,
  startRun,
  waiveBill,
} from "@frontdesk/core/fee/index";
import { addStandard, at, billsOf, messagesAbout, mintFeeFirm } from "@frontdesk/core/fee/testing";
import { changeProject } from "@frontdesk/core/project/index";

export const statementDay = "2026-11-20T02:00:00.000Z";

/** A house with something of everything on its statement, and the link its resident got. */
export async function houseWithStatement() {
  const { firm, house } = await mintFeeFirm(["3-1-502"]);
  const { projectId } = firm;
  const { houseId } = house;
  await addStandard(firm, 33, "2026-09", "公摊能耗费");
  await at(firm, statementDay, () => changeProject({ projectId, phone: "021-5888 0000" }), "headquarters");
  const opening = { projectId, houseId, item: "物业费", period: "2025-12", dueFen: 30_000, paidFen: 10_000 };
  await at(firm, statementDay, () => importOpeningArrears([opening]), "headquarters");
  for (const period of ["2026-08", "2026-09", "2026-10", "2026-11"])
    await at(firm, statementDay, () => startRun({ projectId, period }));
  const bill = async (period: string) =>
    (await billsOf(firm)).find((one) => one.period === period)?.billId ?? "";
  const pay = async (period: string, amount: number) =>
    at(firm, statementDay, async () =>
      recordPayment({
        ...{ houseId, method: "wechat" as const, amount: amount + 500, payer: "王小明" },
        allocations: [{ billId: await bill(period), amount }],
      }),
    );
  const { paymentId } = await pay("2026-08", 25_000);
  await at(firm, statementDay, () => refundPayment({ paymentId, amount: 500, reason: "多交" }));
  await pay("2026-10", 8_300);
  const waived = { billId: await bill("2026-10"), amount: 5_000, reason: "漏水补偿" };
  await at(firm, statementDay, () => waiveBill(waived));
  const [message] = await messagesAbout(firm, await bill("2026-11"));
  const token = /\/b\/(\w{12})/.exec(message?.text ?? "")?.[1] ?? "";
  const note = (payNote: string) => at(firm, statementDay, () => changeFeeSettings({ projectId, payNote }));
  return { firm, house, token, note, bill };
}

/** Runs as if on the statement's day. */
export const onTheDay = <T>(body: () => T): T => asIfAt(statementDay, body);
