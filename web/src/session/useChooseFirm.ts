import { useCommand } from "../api/useCommand";
import { announceSessionChange } from "./otherTabs";

/** Goes on working for another firm; loads the app anew, so that nothing of the one firm stays in memory. */
export const useChooseFirm = (next = "/") =>
  useCommand("POST /session/tenant", {
    onSuccess: () => {
      announceSessionChange();
      window.location.assign(next);
    },
  });
