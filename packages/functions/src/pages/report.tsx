import { withActor } from "@frontdesk/core/context";
import { DomainError } from "@frontdesk/core/error";
import { linkToken, newToken, openLink } from "@frontdesk/core/link/link";
import {
  addReportPhotos,
  confirmReport,
  getReport,
  getReportDesk,
  resendCode,
  startReport,
} from "@frontdesk/core/report/index";
import type { Context } from "hono";
import { pageLocale } from "./locale";
import { messagePage } from "./messages";
import { formWithFiles } from "./multipart";
import { formFields, residentPages } from "./pages";
import { type CodeFault, codePage, thanksPage } from "./report.code";
import { filledFrom, filledOf, printOf, readReport, reportLimit } from "./report.form";
import { type Desk, formPage } from "./report.page";
import { reportTexts } from "./report.texts";

/** Acts as somebody let in by the project's QR code. */
type Enter = <T>(body: () => T) => T;
type Opened = { desk: Desk; enter: Enter };

/** /r/<token>: reporting to a project by oneself; below it each report on its way, by its own token. */
export const reportPages = residentPages((app) => {
  app.get("/:token", showForm);
  app.post("/:token", takeForm);
  app.get("/:token/:draft", showDraft);
  app.post("/:token/:draft", takeCode);
});

async function opened(c: Context): Promise<Opened> {
  const { kind, tenantId, subjectId, expired } = await openLink(c.req.param("token") ?? "");
  if (kind !== "report" || expired) throw new DomainError("not_found", "Not found");
  const enter: Enter = (body) => withActor({ type: "resident", tenantId, subjectId }, body);
  return { desk: await enter(() => getReportDesk({})), enter };
}

async function showForm(c: Context) {
  const { desk, enter } = await opened(c);
  const draftId = c.req.query("draft");
  const known =
    draftId && linkToken.safeParse(draftId).success ? await unfinished(enter, draftId) : undefined;
  if (!draftId || !known) return formPage(c, desk, { filled: { draft: newToken() } });
  return formPage(c, desk, { filled: filledFrom(draftId, known.report), photos: known.photos, kept: true });
}

/** The report somebody goes back to; undefined when there is none to correct any more. */
async function unfinished(enter: Enter, draftId: string) {
  try {
    const found = await enter(() => getReport({ draftId }));
    return found.state === "done" ? undefined : found;
  } catch (error) {
    if (error instanceof DomainError && ["not_found", "gone"].includes(error.code)) return undefined;
    throw error;
  }
}

async function takeForm(c: Context) {
  const { desk, enter } = await opened(c);
  const locale = pageLocale(c);
  const upload = await formWithFiles(c, reportLimit).catch((error) => error);
  if (upload instanceof DomainError && upload.code === "too_large") return tooLarge(c, desk);
  if (upload instanceof Error) throw upload;
  const photos: Uint8Array[] = upload.files.photos ?? [];
  const filled = filledOf(upload);
  const { report, faults } = await readReport(desk.topics, filled, photos, locale);
  const back = { filled, faults, again: photos.length > 0 };
  if (!report) return formPage(c, desk, { ...back, status: 400 });
  try {
    const prints = photos.map(printOf);
    const given = { ...report, locale, draftId: filled.draft, prints };
    const { draftId, attach } = await enter(() => startReport(given));
    if (attach) await enter(() => addReportPhotos({ draftId, files: photos }));
    return c.redirect(`${c.req.path}/${draftId}?${new URLSearchParams({ lang: locale })}`, 303);
  } catch (error) {
    if (!(error instanceof DomainError && error.code === "too_many")) throw error;
    const { fault } = reportTexts[locale];
    const often = error.field
      ? error.field === "phone"
        ? fault.phoneOften
        : fault.addressOften
      : fault.changedOften;
    return formPage(c, desk, { ...back, faults: { phone: often }, status: 429 });
  }
}

function tooLarge(c: Context, { firm }: Desk) {
  const locale = pageLocale(c);
  const words = reportTexts[locale].tooLarge;
  return messagePage(c, { ...words, locale, firm, mood: "sorry", status: 413, fixedLanguage: true });
}

/** Runs `body`; a report whose time is over gets a page that leads back to the form. */
async function inTime(c: Context, { desk }: Opened, body: () => Promise<Response>): Promise<Response> {
  try {
    return await body();
  } catch (error) {
    if (!(error instanceof DomainError && error.code === "gone")) throw error;
    const locale = pageLocale(c);
    const { again, ...words } = reportTexts[locale].over;
    return messagePage(
      c,
      { ...words, locale, firm: desk.firm, mood: "info", status: 410 },
      <a class="button" href={`/r/${c.req.param("token")}?lang=${locale}`}>
        {again}
      </a>,
    );
  }
}

async function showDraft(c: Context) {
  const open = await opened(c);
  return inTime(c, open, async () => {
    const found = await open.enter(() => getReport({ draftId: draftOf(c) }));
    if (found.done) return thanksPage(c, open.desk, found);
    return codePage(c, open.desk, found, { renewed: c.req.query("again") === "1" });
  });
}

async function takeCode(c: Context) {
  const open = await opened(c);
  const fields = await formFields(c);
  return inTime(c, open, () => (fields.again ? another(c, open) : confirm(c, open, fields.code ?? "")));
}

async function confirm(c: Context, { desk, enter }: Opened, typed: string) {
  const draftId = draftOf(c);
  const code = typed.normalize("NFKC").replace(/\s/g, "");
  if (!/^\d{6}$/.test(code)) {
    const found = await enter(() => getReport({ draftId }));
    return found.done ? onward(c) : refused(c, desk, found, "format", 400);
  }
  const found = await enter(() => confirmReport({ draftId, code }));
  if (found.state === "done" || found.state === "waiting") return onward(c);
  const statuses = { wrong: 400, expired: 410, locked: 429 } as const;
  return refused(c, desk, found, found.state, statuses[found.state]);
}

async function another(c: Context, { desk, enter }: Opened) {
  const draftId = draftOf(c);
  try {
    await enter(() => resendCode({ draftId }));
    return onward(c, { again: "1" });
  } catch (error) {
    if (!(error instanceof DomainError && error.code === "too_many")) throw error;
    return refused(c, desk, await enter(() => getReport({ draftId })), "often", 429);
  }
}

const draftOf = (c: Context) => {
  const draft = linkToken.safeParse(c.req.param("draft"));
  if (!draft.success) throw new DomainError("not_found", "Not found");
  return draft.data;
};

const onward = (c: Context, query: Record<string, string> = {}) =>
  c.redirect(`${c.req.path}?${new URLSearchParams({ ...query, lang: pageLocale(c) })}`, 303);

const refused = (
  c: Context,
  desk: Desk,
  found: Awaited<ReturnType<typeof getReport>>,
  fault: CodeFault,
  status: 400 | 410 | 429,
) => codePage(c, desk, found, { fault, status });
