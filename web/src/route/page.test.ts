import { createMemoryHistory, createRouter } from "@tanstack/react-router";
import { describe, expect, test } from "vitest";
import type { Session } from "../api/contract";
import { createQueryClient } from "../queryClient";
import { sessionQuery } from "../session/session";
import { aSession } from "../testing/render";
import { doorPage, doorRoute, page, shellRoute } from "./page";
import { rootRoute } from "./root";
import { parseSearch, stringifySearch } from "./search";

const load = async () => ({ default: () => null });
const tree = rootRoute.addChildren([
  shellRoute.addChildren([
    page("/tickets", { title: "nav:tickets", permission: "ticket.read", section: "tickets", load }),
  ]),
  doorRoute.addChildren([
    doorPage("/sign-in", { title: "auth:signIn.title", search: (raw) => ({ next: raw.next }), load }),
    doorPage("/choose-firm", { title: "auth:firm.title", search: (raw) => ({ next: raw.next }), load }),
  ]),
]);

async function open(href: string, session: Session | null) {
  const queryClient = createQueryClient(() => {});
  queryClient.setQueryData(sessionQuery.queryKey, session);
  const router = createRouter({
    routeTree: tree,
    context: { queryClient },
    history: createMemoryHistory({ initialEntries: [href] }),
    parseSearch,
    stringifySearch,
  });
  await router.load();
  const outcome = router._serverResult;
  const ledTo = outcome?.type === "redirect" ? outcome.redirect.headers.get("location") : null;
  return { ledTo, matches: router.state.matches };
}

describe("pages behind the sign-in", () => {
  test("lead strangers to it, remembering the way back", async () => {
    const { ledTo } = await open("/tickets?kind=repair", null);
    expect(ledTo).toBe(`/sign-in?next=${encodeURIComponent("/tickets?kind=repair")}`);
  });

  test("lead members without a firm to its choice", async () => {
    const { ledTo } = await open("/tickets", { ...aSession(), tenant: null, member: null });
    expect(ledTo).toMatch(/^\/choose-firm\?/);
  });

  test("refuse members without the permission", async () => {
    const { matches } = await open("/tickets", aSession({ permissions: ["fee.read"] }));
    expect(matches.at(-1)).toMatchObject({ status: "error", error: { kind: "forbidden" } });
  });

  test("open for those who have it", async () => {
    const { ledTo, matches } = await open("/tickets", aSession({ permissions: ["ticket.read"] }));
    expect(ledTo).toBeNull();
    expect(matches.at(-1)).toMatchObject({ status: "success", staticData: { section: "tickets" } });
  });
});
