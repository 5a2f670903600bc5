import type { Letter, Locale } from "./template";

export type Frame = { locale: Locale; firm?: string; refuseUrl?: string };

const frameWords: Record<Locale, Record<"copy" | "from" | "refuse", string>> = {
  "zh-CN": {
    copy: "按钮打不开的话，请把这个地址复制到浏览器：",
    from: "这是系统发出的邮件，请不要直接回复。",
    refuse: "不想再收到这类邮件，点这里退订",
  },
  en: {
    copy: "If the button does not open, copy this address into your browser:",
    from: "This mail was sent automatically, please do not reply to it.",
    refuse: "Unsubscribe from mails like this",
  },
};

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
/** Text made safe for HTML content and quoted attributes. */
export const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => escapes[character] ?? "");

const lines = (text: string) => escaped(text).replaceAll("\n", "<br>");

const style = {
  body:
    "margin:0;padding:24px 12px;background:#f2f4f7;color:#1f2733;font:16px/1.7 -apple-system,BlinkMacSystemFont," +
    "'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;-webkit-text-size-adjust:100%",
  sheet: "max-width:536px;margin:0 auto;padding:32px 32px 18px;background:#ffffff;border-radius:12px",
  firm: "margin:0 0 20px;font-size:15px;font-weight:600;color:#17624f",
  title: "margin:0 0 16px;font-size:22px;line-height:1.4;font-weight:600",
  paragraph: "margin:0 0 14px",
  facts: "margin:20px 0;padding:14px 18px;background:#f2f6f5;border-radius:8px",
  fact: "margin:4px 0;padding-left:6em;text-indent:-6em;overflow-wrap:anywhere",
  label: "display:inline-block;width:6em;text-indent:0;color:#5a6675",
  action: "margin:24px 0 12px",
  button:
    "display:inline-block;padding:12px 28px;background:#17624f;color:#ffffff;font-weight:600;" +
    "text-decoration:none;border-radius:8px",
  quiet: "margin:0 0 14px;font-size:13px;line-height:1.6;color:#5a6675;overflow-wrap:anywhere",
  link: "color:#17624f",
  foot: "max-width:536px;margin:16px auto 0;padding:0 32px",
} as const;

// Mail programs that turn colours by themselves read this; the others keep the inline, light ones.
const darkStyle = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){.body{background:#14181d!important;color:#e6eaf0!important}
.sheet{background:#1f252d!important}.facts{background:#29323b!important}
.quiet,.label{color:#a3afbd!important}.accent{color:#7fd1b9!important}
.button{background:#23795f!important;color:#ffffff!important}}
@media (max-width:480px){.sheet{padding:24px 20px 10px!important}.foot{padding:0 20px!important}}`;

const paragraph = (text: string, kind: "paragraph" | "quiet" = "paragraph") =>
  `<p${kind === "quiet" ? ' class="quiet"' : ""} style="${style[kind]}">${lines(text)}</p>`;

function facts(letter: Letter): string {
  if (!letter.facts?.length) return "";
  const rows = letter.facts.map(
    ([label, value]) =>
      `<p style="${style.fact}"><span class="label" style="${style.label}">${escaped(label)}</span>${lines(value)}</p>`,
  );
  return `<div class="facts" style="${style.facts}">\n${rows.join("\n")}\n</div>`;
}

function action(letter: Letter, words: { copy: string }): string {
  if (!letter.action) return "";
  const url = escaped(letter.action.url);
  return `<p style="${style.action}"><a class="button" href="${url}" style="${style.button}">${escaped(letter.action.label)}</a></p>
<p class="quiet" style="${style.quiet}">${words.copy}<br><a class="accent" href="${url}" style="${style.link}">${url}</a></p>`;
}

function foot(frame: Frame, words: Record<"from" | "refuse", string>): string {
  const refuse = frame.refuseUrl
    ? `<br><a class="quiet" href="${escaped(frame.refuseUrl)}" style="color:#5a6675">${words.refuse}</a>`
    : "";
  return `<div class="foot" style="${style.foot}"><p class="quiet" style="${style.quiet}">${words.from}${refuse}</p></div>`;
}

/** A letter as HTML of one column, at most 600 px wide, without tables, scripts or anything remote. */
export function html(letter: Letter, frame: Frame): string {
  const words = frameWords[frame.locale];
  const parts = [
    frame.firm ? `<p class="accent" style="${style.firm}">${escaped(frame.firm)}</p>` : "",
    `<h1 style="${style.title}">${escaped(letter.title)}</h1>`,
    ...letter.paragraphs.map((text) => paragraph(text)),
    facts(letter),
    action(letter, words),
    ...(letter.closing ?? []).map((text) => paragraph(text, "quiet")),
  ];
  return `<!doctype html>
<html lang="${frame.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(letter.subject)}</title>
<style>${darkStyle}</style>
</head>
<body class="body" style="${style.body}">
<div class="sheet" style="${style.sheet}">
${parts.filter(Boolean).join("\n")}
</div>
${foot(frame, words)}
</body>
</html>
`;
}

/** The plain twin of a letter: the same words in the same order. */
export function text(letter: Letter, frame: Frame): string {
  const words = frameWords[frame.locale];
  const colon = frame.locale === "zh-CN" ? "：" : ": ";
  const parts = [
    letter.title,
    ...letter.paragraphs,
    letter.facts?.map(([label, value]) => `${label}${colon}${value}`).join("\n"),
    letter.action && `${letter.action.label}${colon.trim()}\n${letter.action.url}`,
    ...(letter.closing ?? []),
    `-- \n${[frame.firm, words.from].filter(Boolean).join("\n")}`,
    frame.refuseUrl && `${words.refuse}${colon.trim()}\n${frame.refuseUrl}`,
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}
