import type { APIRequestContext, Browser, BrowserContext, Page } from "playwright-core";
import { person } from "./browser";
import type { Service } from "./service";

const password = "一个足够长的密码 2026";
const address = (who: string) => `${who}@firm.example`;
const tokenOf = (link: string) => /[\w-]+$/.exec(link)?.[0] ?? "";

export type Said = Record<string, string>;

/** What the API said; throws with all of it where it said no. */
export async function answered<T>(answer: Awaited<ReturnType<APIRequestContext["post"]>>): Promise<T> {
  if (!answer.ok()) throw new Error(`${answer.url()}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** A firm at a service, which may be started anew meanwhile: its headquarters signed up by mail, and whoever was invited. */
export class Firm {
  private constructor(
    private readonly service: () => Service,
    private readonly browser: Browser,
    readonly hq: BrowserContext,
  ) {}

  static async signUp(service: () => Service, browser: Browser): Promise<Firm> {
    const firm = new Firm(service, browser, await browser.newContext());
    const named = { firmName: "安居物业", name: "王总", email: address("hq"), locale: "zh-CN" };
    await firm.made("/sign-up", { ...named, password });
    const token = tokenOf(await service().link(address("hq"), /确认/));
    const { tenantId = "" } = await firm.made("/sign-up/confirm", { token, password });
    await firm.signIn(firm.hq, "hq", tenantId);
    return firm;
  }

  /** Posts to the API as whoever is signed in there. */
  post = async (by: BrowserContext, path: string, data: object) =>
    answered<Said>(await by.request.post(`${this.service().url}/api${path}`, { data }));

  /** Posts to the API as headquarters. */
  made = (path: string, data: object) => this.post(this.hq, path, data);

  async signIn(by: BrowserContext, who: string, tenantId: string) {
    await this.post(by, "/auth/sign-in/email", { email: address(who), password });
    await this.post(by, "/session/tenant", { tenantId });
  }

  /** Somebody who joined, signed in in a browser of their own. */
  async joined(who: string, name: string, more: object): Promise<Page> {
    await this.made("/invitations", { email: address(who), projectIds: "all", locale: "zh-CN", ...more });
    const token = tokenOf(await this.service().link(address(who), /邀请/));
    const page = await person(this.browser, { phone: "trade" in more });
    const joining = { token, name, password };
    const { tenantId = "" } = await this.post(page.context(), "/invitations/accept", joining);
    await this.signIn(page.context(), who, tenantId);
    return page;
  }
}
