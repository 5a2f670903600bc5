import { createIdentity } from "@frontdesk/core/identity/index";
import { createApp } from "./app";

export const secret = "a secret of tests, long enough for sessions";

/** The app as it is served, with sign-in, for tests that go through HTTP. */
export const testApp = (settings: Partial<Parameters<typeof createIdentity>[0]> = {}) =>
  createApp({
    ...createIdentity({ secret, baseUrl: "http://localhost", ...settings }),
    version: "test",
  });

type Answer = {
  status: number;
  body: Record<string, unknown> & { error?: { code: string; message: string } };
  headers: Headers;
};

let addresses = 0;

/** A browser of a test's own: keeps cookies, calls from its own address unless told otherwise. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly app: ReturnType<typeof testApp>,
    public address = `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses++ & 255}`,
  ) {}

  async send(
    method: string,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const json = body && { "content-type": "application/json" };
    return this.request(method, path, body && JSON.stringify(body), { ...json, ...headers });
  }

  /** Sends a file as it is. */
  upload = (path: string, file: Uint8Array, headers: Record<string, string> = {}) =>
    this.request("POST", path, Buffer.from(file), { "content-type": "application/octet-stream", ...headers });

  private async request(
    method: string,
    path: string,
    body: string | Buffer<ArrayBuffer> | undefined,
    headers: Record<string, string>,
  ): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await this.app.request(
      path,
      {
        method,
        headers: { ...(cookie && { cookie }), ...headers },
        body,
      },
      { incoming: { socket: { remoteAddress: this.address } } },
    );
    this.keep(response.headers);
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json");
    return { status: response.status, body: isJson ? JSON.parse(text) : { text }, headers: response.headers };
  }

  get = (path: string) => this.send("GET", path);
  post = (path: string, body: object = {}, headers?: Record<string, string>) =>
    this.send("POST", path, body, headers);
  signIn = (email: string, password: string) => this.post("/api/auth/sign-in/email", { email, password });

  private keep(headers: Headers) {
    for (const cookie of headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === "" || /max-age=0\b/i.test(cookie)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}
