import { App } from "antd";
import { useCommand } from "../../api/useCommand";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import type { Category } from "../tickets/useCategories";

export const changedCategories = ["GET /categories"] as const;

/** Tells that something was saved. */
export function useTellSaved() {
  const text = useText();
  const { message } = App.useApp();
  return () => void message.success(text("categories:saved"));
}

/** All categories, and how to set their order. */
export function useCategorySettings() {
  const query = useQueryOf("GET /categories", {});
  const order = useCommand("PUT /categories/{kind}/order", { changes: changedCategories });
  return {
    query,
    /** Puts a category before or after its neighbour. */
    order: order.isPending
      ? undefined
      : (all: readonly Category[], at: number, step: -1 | 1) => {
          const [moved, other] = [all[at], all[at + step]];
          if (!moved || !other) return;
          const codes = all.map(({ code }) => code);
          codes[at] = other.code;
          codes[at + step] = moved.code;
          order.mutate({ kind: moved.kind, codes });
        },
  };
}
