import { createHash } from "node:crypto";
import type { Locale } from "@frontdesk/core/tenant/tenant.entity";
import type { Context } from "hono";
import { html, raw } from "hono/html";
import type { Child } from "hono/jsx";
import { style } from "./style";

/** What every residents' page says of itself. */
export type Frame = {
  locale: Locale;
  title: string;
  /** The firm's name stands above; left out where the firm is unknown (a wrong link). */
  firm?: string;
  /** Little scripts, inlined and allowed by their hash; the page must work without them. */
  scripts?: readonly string[];
  /** No switch where following it would lose something, such as after a form was taken in. */
  fixedLanguage?: boolean;
  /** Further sources of pictures, such as `blob:` for a preview. */
  images?: readonly string[];
  /** Holds nothing of anybody, and says the same to all who ask: a CDN may keep it for a minute. */
  shared?: boolean;
  status?: 200 | 400 | 404 | 409 | 410 | 413 | 429 | 500 | 503;
};

const hashed = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const styleHash = hashed(style);
const otherName: Record<Locale, string> = { "zh-CN": "English", en: "中文" };
const other: Record<Locale, Locale> = { "zh-CN": "en", en: "zh-CN" };
/** A picture of our own in the page itself saves a phone the request for one. */
const icon = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="4" fill="#0b655a"/><path d="M4 8l3 3 5-6" stroke="#fff" stroke-width="2" fill="none"/></svg>')}`;

/** The Content-Security-Policy of a page: nothing but its own style, its own scripts by hash, forms to ourselves. */
export function contentSecurityPolicy({ scripts = [], images = [] }: Pick<Frame, "scripts" | "images">) {
  return [
    "default-src 'none'",
    `style-src ${styleHash}`,
    ...(scripts.length > 0 ? [`script-src ${scripts.map(hashed).join(" ")}`] : []),
    `img-src ${["'self'", "data:", ...images].join(" ")}`,
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");
}

/** Answers with a residents' page: the shared frame around `children`, and the headers all of them need. */
export function page(c: Context, frame: Frame, children: Child): Response | Promise<Response> {
  c.header("content-security-policy", contentSecurityPolicy(frame));
  c.header("referrer-policy", "no-referrer");
  c.header("cache-control", frame.shared ? "public, max-age=60" : "no-store");
  if (frame.shared) c.header("vary", "accept-language", { append: true });
  c.header("x-content-type-options", "nosniff");
  c.header("x-robots-tag", "noindex, nofollow");
  c.header("content-language", frame.locale);
  const switched = new URLSearchParams({ ...c.req.query(), lang: other[frame.locale] });
  const layout = (
    <Layout frame={frame} other={`?${switched}`}>
      {children}
    </Layout>
  );
  return c.html(html`<!doctype html>${layout}`, frame.status ?? 200);
}

const Layout = ({ frame, other: address, children }: { frame: Frame; other: string; children?: Child }) => (
  <html lang={frame.locale}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{frame.firm ? `${frame.title} · ${frame.firm}` : frame.title}</title>
      <link rel="icon" href={icon} />
      <style>{raw(style)}</style>
    </head>
    <body>
      <header class="top">
        <div>
          <span class="firm">{frame.firm}</span>
          {!frame.fixedLanguage && <LanguageSwitch locale={frame.locale} address={address} />}
        </div>
      </header>
      <main>{children}</main>
      {frame.scripts?.map((script) => (
        <script>{raw(script)}</script>
      ))}
    </body>
  </html>
);

const LanguageSwitch = ({ locale, address }: { locale: Locale; address: string }) => (
  <a href={address} hreflang={other[locale]} lang={other[locale]}>
    {otherName[locale]}
  </a>
);
