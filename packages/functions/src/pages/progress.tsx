import { isoNow } from "@frontdesk/core/clock";
import { type Context as Acting, useContext, withContext } from "@frontdesk/core/context";
import { notFound } from "@frontdesk/core/error";
import { openLink } from "@frontdesk/core/link/link";
import { tenantProfile } from "@frontdesk/core/tenant/profile";
import { getOwnPhoto, getProgress } from "@frontdesk/core/ticket/index";
import type { Context } from "hono";
import { pageLocale } from "./locale";
import { residentPages } from "./pages";
import { progressPage } from "./progress.page";
import { said } from "./progress.said";
import { type Enter, type Opened, takeForm } from "./progress.take";

/** /t/<token>: how a ticket goes, in plain words, and what its resident adds, rates, or says is not right. */
export const progressPages = residentPages((app) => {
  app.get("/:token", async (c) => {
    const open = await opened(c);
    return open.over ? said(c, open, "over") : progressPage(c, open);
  });
  app.post("/:token", async (c) => {
    const open = await opened(c);
    return open.over ? said(c, open, "over") : takeForm(c, open, () => opened(c));
  });
  app.get("/:token/photos/:photo", async (c) => {
    const { expired, enter } = await entered(c);
    if (expired) throw notFound();
    const { contentType, bytes } = await enter(() => getOwnPhoto({ attachmentId: c.req.param("photo") }));
    return c.body(Uint8Array.from(bytes).buffer, 200, {
      "content-type": contentType,
      "content-security-policy": "default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "private, max-age=300",
      "x-robots-tag": "noindex, nofollow",
    });
  });
});

async function entered(c: Context): Promise<{ expired: boolean; enter: Enter }> {
  const { kind, tenantId, subjectId, expired } = await openLink(c.req.param("token") ?? "");
  if (kind !== "ticket" && kind !== "rate") throw notFound();
  const actor = { type: "resident" as const, tenantId, subjectId };
  const enter = <T,>(body: () => T, idempotency?: Acting["idempotency"]) =>
    withContext({ ...useContext(), actor, idempotency }, body);
  return { expired, enter };
}

async function opened(c: Context): Promise<Opened> {
  const { expired, enter } = await entered(c);
  const [ticket, { name: firm, zone }] = await enter(() => Promise.all([getProgress({}), tenantProfile()]));
  const calendar = { locale: pageLocale(c, ticket.locale), zone, now: isoNow() };
  return { ticket, firm, calendar, over: expired || ticket.over, enter };
}
