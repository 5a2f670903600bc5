import { withActor } from "@frontdesk/core/context";
import { badRequest, notFound } from "@frontdesk/core/error";
import { openLink } from "@frontdesk/core/link/link";
import { getRefusal, type Refusal, refuseMessages } from "@frontdesk/core/resident/refuse";
import type { Context } from "hono";
import { pageLocale } from "./locale";
import { messagePage } from "./messages";
import { formWithFiles } from "./multipart";
import { formLimit, residentPages } from "./pages";
import { refuseTexts } from "./refuse.texts";

/** Acts as the resident a link lets in. */
type Enter = <T>(body: () => T) => T;

/** /u/<token>: refusing surveys and reminders, by a person's tap or a mailbox provider's one click (RFC 8058). */
export const refusePages = residentPages((app) => {
  app.get("/:token", async (c) => {
    const { refusal } = await opened(c);
    return show(c, refusal, c.req.query("taken") === "1");
  });
  app.post("/:token", async (c) => {
    const { enter } = await opened(c);
    // Providers send the one click as either kind of form.
    const { fields } = await formWithFiles(c, formLimit);
    const oneClick = fields["List-Unsubscribe"] === "One-Click";
    if (!oneClick && fields.wish !== "refuse" && fields.wish !== "take")
      throw badRequest("This form asks for nothing", "wish");
    const refuse = oneClick || fields.wish === "refuse";
    await enter(() => refuseMessages({ refuse }));
    // RFC 8058, 3.1: no redirect in answer to a mailbox provider.
    if (oneClick) return show(c, await enter(() => getRefusal({})));
    const lang = pageLocale(c);
    return c.redirect(`${c.req.path}?${new URLSearchParams({ ...(!refuse && { taken: "1" }), lang })}`, 303);
  });
});

async function opened(c: Context): Promise<{ refusal: Refusal; enter: Enter }> {
  const { kind, tenantId, subjectId, expired } = await openLink(c.req.param("token") ?? "");
  if (kind !== "refuse" || expired) throw notFound();
  const enter: Enter = (body) => withActor({ type: "resident", tenantId, subjectId }, body);
  return { refusal: await enter(() => getRefusal({})), enter };
}

function show(c: Context, { refused, firm, locale: own }: Refusal, taken = false) {
  const locale = pageLocale(c, own);
  const { ask, ...texts } = refuseTexts[locale];
  const kind = refused ? "refused" : taken ? "taken" : "ask";
  const words = kind === "ask" ? ask : texts[kind];
  return messagePage(
    c,
    { title: words.title, text: words.text, locale, firm, mood: kind === "ask" ? "info" : "done" },
    "button" in words && (
      <form method="post" action={`?lang=${locale}`} class="spaced">
        <input type="hidden" name="wish" value={refused ? "take" : "refuse"} />
        <p>
          <button type="submit" class={refused ? "quiet" : undefined}>
            {words.button}
          </button>
        </p>
      </form>
    ),
  );
}
