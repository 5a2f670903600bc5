import type { CapturedPage } from "@frontdesk/core/message/channel/capture";

const style = `body{font:15px/1.6 system-ui,"PingFang SC","Noto Sans CJK SC",sans-serif;margin:0 auto;max-width:52rem;padding:1rem;color:#1f2a2e;background:#f6f8f7}
article{background:#fff;border:1px solid #dbe3e1;border-radius:10px;padding:.8rem 1rem;margin:.8rem 0;overflow-wrap:anywhere}
header{display:flex;gap:.6rem;flex-wrap:wrap;color:#56656a;font-size:13px}
b{color:#0b6b5d}p{white-space:pre-wrap;margin:.4rem 0 0}iframe{width:100%;height:26rem;border:1px solid #dbe3e1;border-radius:8px;margin-top:.5rem}`;

/** Words with their links made to click; everything else is text. */
function Linked({ text }: { text: string }) {
  return (
    <p>
      {text
        .split(/(https?:\/\/[^\s，。；）)]+)/)
        .map((part, i) => (i % 2 === 1 ? <a href={part}>{part}</a> : part))}
    </p>
  );
}

/** On the clocks of this machine: "2026-11-22 08:05:31". */
const clock = (at: string) => new Date(at).toLocaleString("sv-SE");

/** What was "sent" on this machine, newest first. */
export const messagesPage = ({ messages, cursor }: CapturedPage) => (
  <html lang="zh-CN">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <link rel="icon" href="data:," />
      {messages.length === 0 && <meta http-equiv="refresh" content="3" />}
      <title>Frontdesk – messages sent</title>
      <style>{style}</style>
    </head>
    <body>
      <h1>已发出的消息 · Messages sent</h1>
      <p>
        本机运行不会真正发出短信和邮件，它们都在这里。Nothing leaves this machine: SMS and mail end up here.
      </p>
      {messages.length === 0 && <p>还没有消息。Nothing yet.</p>}
      {messages.map((message) => (
        <article>
          <header>
            <b>{message.kind === "sms" ? "SMS" : "E-mail"}</b>
            <span>
              {message.from.name} → {message.to}
            </span>
            <time dateTime={message.at}>{clock(message.at)}</time>
          </header>
          {message.kind === "mail" && <strong>{message.subject}</strong>}
          <Linked text={message.text} />
          {message.kind === "mail" && (
            <details>
              <summary>HTML</summary>
              <iframe sandbox="" title={message.subject} srcdoc={message.html} />
            </details>
          )}
        </article>
      ))}
      {cursor && <a href={`/dev/messages?cursor=${cursor}`}>更早的 · Older</a>}
    </body>
  </html>
);
