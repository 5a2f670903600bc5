import { type OpenedLetter, openReplyLetter } from "@frontdesk/core/reply/open";
import type { Context } from "hono";
import { page } from "./layout";
import { letterTexts } from "./letter.texts";
import { pageLocale } from "./locale";
import { messagePage } from "./messages";
import { residentPages } from "./pages";

/** /l/<token>: the letter a firm sent, to be read and taken along as a PDF. */
export const letterPages = residentPages((app) => {
  app.get("/:token", async (c) => {
    const letter = await openReplyLetter(c.req.param("token"));
    return letter.expired ? ended(c, letter) : show(c, letter);
  });
  app.get("/:token/pdf", async (c) => {
    const letter = await openReplyLetter(c.req.param("token"));
    if (letter.expired) return ended(c, letter);
    const paper = await letter.paper();
    return c.body(Uint8Array.from(paper).buffer, 200, {
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="${letter.number}.pdf"`,
      "cache-control": "no-store",
      "x-robots-tag": "noindex, nofollow",
    });
  });
});

function ended(c: Context, { firm, locale: own }: OpenedLetter) {
  const locale = pageLocale(c, own);
  return messagePage(c, { ...letterTexts[locale].ended, locale, firm, mood: "info", status: 410 });
}

function show(c: Context, { firm, number, subject, paragraphs, locale: own }: OpenedLetter) {
  const locale = pageLocale(c, own);
  const words = letterTexts[locale];
  return page(
    c,
    { locale, firm, title: subject },
    <>
      <h1>{subject}</h1>
      <p class="soft">{words.number(number)}</p>
      <div class="card" lang={own}>
        {paragraphs.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
        <p>{firm}</p>
      </div>
      <p>
        <a href={`${c.req.path}/pdf`}>{words.download}</a>
      </p>
      <p class="hint">{words.questions}</p>
    </>,
  );
}
