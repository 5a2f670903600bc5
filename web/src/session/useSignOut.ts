import { type UseMutationResult, useMutation } from "@tanstack/react-query";
import { signOut } from "../api/auth";
import { ApiError } from "../api/error";
import { keepSession } from "../offline/answers";
import { useTellFailure } from "../ui/useTellFailure";
import { announceSessionChange } from "./otherTabs";

/** Ends the session and loads the sign-in page anew, so that nothing read before stays in memory. */
export function useSignOut(): UseMutationResult<unknown, Error, void> {
  const tellFailure = useTellFailure();
  const leave = async () => {
    await keepSession(null);
    announceSessionChange();
    window.location.assign("/sign-in");
  };
  return useMutation({
    mutationFn: signOut,
    onSuccess: leave,
    onError: (error) => {
      if (error instanceof ApiError && error.kind === "unauthenticated") void leave();
      else tellFailure(error);
    },
  });
}
