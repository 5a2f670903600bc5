import { useEffect, useRef, useState } from "react";
import { failureText } from "../api/failure";
import type { UploadProgress } from "../api/upload";
import { useText } from "../i18n/useText";

interface UploadState {
  /** The part sent, 0–1; null when nothing is under way. */
  part: number | null;
  problem: string | null;
  start: (file: File) => void;
  cancel: () => void;
}

/** Runs one upload at a time; leaving the page stops it. */
export function useUpload<T>(
  send: (file: File, progress: UploadProgress) => Promise<T>,
  onDone: (answer: T, file: File) => void,
): UploadState {
  const text = useText();
  const [part, setPart] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function run(file: File): Promise<void> {
    const controller = new AbortController();
    running.current = controller;
    setProblem(null);
    setPart(0);
    try {
      const answer = await send(file, { onProgress: setPart, signal: controller.signal });
      if (!controller.signal.aborted) onDone(answer, file);
    } catch (error) {
      if (!controller.signal.aborted) setProblem(failureText(error, text));
    } finally {
      setPart(null);
    }
  }
  return { part, problem, start: (file) => void run(file), cancel: () => running.current?.abort() };
}
