import { describe, expect, it, vi } from "vitest";
import { Choices, ErrorSummary, Select, TextArea, TextField } from "./fields";
import { page } from "./layout";
import { acceptedLocale, pageLocale } from "./locale";
import { residentPages } from "./pages";

const app = residentPages((pages) => {
  pages.get("/form", (c) =>
    page(
      c,
      { locale: pageLocale(c), title: "<b>", firm: `A & "B"`, scripts: ["console.log(1 < 2 && 3 > 2)"] },
      <form method="post">
        <ErrorSummary heading="h" faults={{ q: "fault of q" }} />
        <Choices
          name="q"
          label="Q?"
          fault="fault of q"
          value="2"
          options={[
            { value: "1", label: "one" },
            { value: "2", label: "two" },
          ]}
        />
        <TextField name="t" label="T" value={`"><script>`} />
        <TextArea name="a" label="A" value={"</textarea>\n<i>"} hint="hint" />
        <Select name="s" label="S" empty="…" options={[{ value: "x", label: "X" }]} value="x" />
      </form>,
    ),
  );
  pages.get("/broken", () => {
    throw new Error("secret inside");
  });
});

describe("the frame of residents' pages", () => {
  it("sends the headers all of them need, allowing its own style and scripts alone", async () => {
    const answer = await app.request("/form");
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; script-src 'sha256-[\w+/]{43}='; /,
    );
    for (const part of ["form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"])
      expect(policy).toContain(part);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it("lets nothing that was filled in become markup, and leaves style and script as they were hashed", async () => {
    const text = await (await app.request("/form")).text();
    expect(text).toContain("<title>&lt;b&gt; · A &amp; &quot;B&quot;</title>");
    expect(text).toContain(`value="&quot;&gt;&lt;script&gt;"`);
    expect(text).toContain("&lt;/textarea&gt;\n&lt;i&gt;</textarea>");
    expect(text).toContain("<script>console.log(1 < 2 && 3 > 2)</script>");
  });

  it("ties faults to their fields and keeps what was chosen", async () => {
    const text = await (await app.request("/form")).text();
    expect(text).toMatch(/<a href="#q">fault of q<\/a>/);
    expect(text).toMatch(/aria-describedby="q-fault"/);
    expect(text).toMatch(/value="2" checked=""/);
    expect(text).toMatch(/<option value="x" selected="">/);
  });

  it("speaks the language chosen on the page, else the resident's, else the browser's", async () => {
    const lang = async (path: string, header?: string) =>
      (await app.request(path, { headers: header ? { "accept-language": header } : {} })).headers.get(
        "content-language",
      );
    expect(await lang("/form?lang=en", "zh-CN")).toBe("en");
    expect(await lang("/form?lang=xx", "en-GB,en;q=0.9")).toBe("en");
    expect(await lang("/form")).toBe("zh-CN");
    expect(acceptedLocale("fr;q=0.9, zh-HK;q=0.5, en;q=0.7")).toBe("en");
    expect(acceptedLocale("en;q=0, *")).toBe("zh-CN");
  });

  it("answers what it does not know, and what broke, with a page that says nothing of the inside", async () => {
    const unknown = await app.request("/nothing", { method: "POST" });
    expect(unknown.status).toBe(404);
    expect(unknown.headers.get("content-type")).toContain("text/html");
    const log = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const broken = await app.request("/broken?lang=en");
    expect(log.mock.lastCall?.[0]).toContain("secret inside");
    log.mockRestore();
    expect(broken.status).toBe(500);
    expect(await broken.text()).not.toMatch(/secret|Error:/);
  });
});
