import { asIfAt, plus } from "@frontdesk/core/clock";
import { withActor } from "@frontdesk/core/context";
import { dashboard } from "@frontdesk/core/figure/dashboard";
import { listPraise, namePraised, postPraise } from "@frontdesk/core/praise/index";
import { changePrice, listPrices } from "@frontdesk/core/price-list/index";
import { asHolder, quoteTap, underWay } from "@frontdesk/core/quote/cast.testing";
import { answerQuote, listQuotes } from "@frontdesk/core/quote/index";
import { connectTelephone, getTelephone, setLines } from "@frontdesk/core/telephone/index";
import { type Cast, report } from "@frontdesk/core/ticket/cast.testing";
import { completeTicket, getTicket } from "@frontdesk/core/ticket/index";
import { listFilters, saveFilter } from "@frontdesk/core/ticket-filter/index";

/** Work that a resident agreed to pay for and was charged, praise on the wall, a telephone, a saved filter. */
export async function sell(cast: Cast, now: string) {
  const { desk, technician, headquarters, projectId } = cast;
  await withActor(cast.cashier, () => changePrice({ projectId, code: "tap", unitFen: 3_500 }));
  const ticketId = await asIfAt(plus(now, { hours: -2 }), () => underWay(cast));
  await asIfAt(plus(now, { hours: -1 }), async () => {
    const quote = await quoteTap(cast, ticketId);
    await asHolder(cast, quote, () => answerQuote({ agree: true }));
  });
  await asIfAt(now, () =>
    withActor(technician, () => completeTicket({ ticketId, note: "换了水龙头", paid: true })),
  );
  const praise = await report(cast, { kind: "praise", category: "service", words: "师傅上门快" });
  const praised = { ticketId: praise.ticketId, memberIds: [technician.memberId] };
  await withActor(desk, () => namePraised({ ...praised, trade: "engineering" }));
  await withActor(desk, () => postPraise({ ticketId: praise.ticketId, words: "上门快" }));
  await withActor(headquarters, async () => {
    await connectTelephone({});
    await setLines({ lines: [{ extension: "801", projectId, memberIds: [desk.memberId] }] });
  });
  await withActor(desk, () => saveFilter({ name: "漏水", shared: true, filter: { category: "leak" } }));
  return { ticketId };
}

/** All of that as headquarters sees it. */
export const sold = ({ headquarters, projectId }: Cast, { ticketId }: Awaited<ReturnType<typeof sell>>) =>
  withActor(headquarters, async () => ({
    prices: await listPrices({ projectId }),
    quotes: await listQuotes({ ticketId }),
    ticket: await getTicket({ ticketId }),
    wall: await listPraise({}),
    telephone: await getTelephone({}),
    filters: await listFilters({}),
    dashboard: await dashboard({ month: "2026-11" }),
  }));
