import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTellFailure } from "../ui/useTellFailure";
import { call } from "./client";
import type { ApiName, InputOf, JsonName, OutputOf } from "./contract";
import { type FormErrors, showOnForm } from "./formErrors";
import { Intention } from "./intention";

interface CommandOptions<N extends JsonName> {
  /** Errors that name a field are laid onto this form's items. */
  form?: FormErrors;
  /** Lists and details that are read anew after success. */
  changes?: readonly ApiName[];
  onSuccess?: (output: OutputOf<N>, input: InputOf<N>) => unknown;
  /** Says that the page tells this failure itself; return true to keep the general message away. */
  onFailure?: (error: Error) => boolean;
}

/**
 * Runs a changing call. One idempotency key per intention, kept over retries; failures are told on the form
 * item at fault, else as a message. Use `mutate`, or `mutateAsync` where a following step needs the answer.
 */
export function useCommand<N extends JsonName>(
  name: N,
  options: CommandOptions<N> = {},
): UseMutationResult<OutputOf<N>, Error, InputOf<N>> {
  const queryClient = useQueryClient();
  const tellFailure = useTellFailure();
  const [intention] = useState(() => new Intention());
  return useMutation<OutputOf<N>, Error, InputOf<N>>({
    mutationFn: (input) => call(name, input, { idempotencyKey: intention.keyFor(input) }),
    onSuccess: async (output, input) => {
      intention.settle();
      await Promise.all(
        (options.changes ?? []).map((key) => queryClient.invalidateQueries({ queryKey: [key] })),
      );
      await options.onSuccess?.(output, input);
    },
    onError: (error) => {
      intention.settle(error);
      if (options.onFailure?.(error)) return;
      if (options.form && showOnForm(options.form, error)) return;
      tellFailure(error);
    },
  });
}
