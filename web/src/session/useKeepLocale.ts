import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { call } from "../api/client";
import type { Locale } from "../api/contract";
import { sessionQuery } from "./session";

/** Keeps the chosen language with the person too, so that letters to them are written in it. */
export function useKeepLocale(): (locale: Locale) => Promise<void> {
  const queryClient = useQueryClient();
  return useCallback(
    async (locale) => {
      const session = queryClient.getQueryData(sessionQuery.queryKey);
      if (!session || session.locale === locale) return;
      await call("PATCH /session", { locale });
      await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
    [queryClient],
  );
}
