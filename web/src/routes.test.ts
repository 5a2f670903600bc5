import { describe, expect, test } from "vitest";
import { createQueryClient } from "./queryClient";
import { createAppRouter } from "./router";

describe("every registered page", () => {
  const router = createAppRouter(createQueryClient(() => {}));
  const pages = Object.values(router.routesByPath);

  test.each(pages.map((route) => [route.fullPath, route] as const))(
    "%s has a title and its file",
    async (_, route) => {
      expect(route.options.staticData?.title).toBeTruthy();
      const component: unknown = route.options.component;
      if (
        typeof component !== "function" ||
        !("preload" in component) ||
        typeof component.preload !== "function"
      ) {
        throw new Error("not a lazily loaded page");
      }
      await component.preload();
    },
  );
});
