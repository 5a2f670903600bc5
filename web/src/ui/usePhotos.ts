import { useEffect, useRef, useState } from "react";
import { ApiError } from "../api/error";
import type { UploadProgress } from "../api/upload";
import { shrinkPhoto } from "./shrinkPhoto";

export interface Photo {
  key: number;
  kind: "photo" | "video" | "recording";
  /** A blob: address of the shrunk picture, or of what was recorded. */
  preview: string;
  state: "sending" | "sent" | "failed";
  part: number;
}

interface Held extends Photo {
  blob: Blob;
  id?: string;
  stop: AbortController;
}

interface PhotosOptions {
  value: readonly string[];
  onChange?: (ids: string[]) => void;
  send: (photo: Blob, progress: UploadProgress) => Promise<string>;
  max: number;
  /** Called with the name of a file that is no picture the browser can read. */
  unreadable: (name: string) => void;
  /** Called with what the service says to a file that it will never take. */
  refused: (error: ApiError) => void;
}

const kindOf = ({ type }: File): Photo["kind"] =>
  type.startsWith("video/") ? "video" : type.startsWith("audio/") ? "recording" : "photo";

/** Whether sending the same file again cannot help. */
const isFinal = (error: unknown): error is ApiError =>
  error instanceof ApiError && (error.kind === "badRequest" || error.kind === "tooLarge");

/** The photos, videos and recordings of one input: shrinking, sending, retrying, removing. Emptying `value` from outside empties it. */
export function usePhotos({ value, onChange, send, max, unreadable, refused }: PhotosOptions) {
  const [photos, setPhotos] = useState<readonly Held[]>([]);
  const held = useRef<readonly Held[]>(photos);
  const nextKey = useRef(1);

  function commit(next: readonly Held[]): void {
    held.current = next;
    setPhotos(next);
  }
  function patch(key: number, change: Partial<Held>): void {
    commit(held.current.map((photo) => (photo.key === key ? { ...photo, ...change } : photo)));
  }
  const report = () => onChange?.(held.current.flatMap((photo) => (photo.id ? [photo.id] : [])));

  async function transmit(photo: Held): Promise<void> {
    try {
      const onProgress = (part: number) => patch(photo.key, { part });
      const id = await send(photo.blob, { signal: photo.stop.signal, onProgress });
      if (photo.stop.signal.aborted) return;
      patch(photo.key, { id, state: "sent", part: 1 });
      report();
    } catch (error) {
      if (photo.stop.signal.aborted) return;
      if (!isFinal(error)) return patch(photo.key, { state: "failed" });
      remove(photo.key);
      refused(error);
    }
  }

  async function addOne(file: File): Promise<void> {
    try {
      const kind = kindOf(file);
      const blob = kind === "photo" ? await shrinkPhoto(file) : file;
      if (held.current.length >= max) return;
      const preview = URL.createObjectURL(blob);
      const key = nextKey.current++;
      const photo: Held = {
        key,
        kind,
        preview,
        blob,
        state: "sending",
        part: 0,
        stop: new AbortController(),
      };
      commit([...held.current, photo]);
      await transmit(photo);
    } catch {
      unreadable(file.name);
    }
  }

  function remove(key: number): void {
    held.current.filter((photo) => photo.key === key).forEach(release);
    commit(held.current.filter((photo) => photo.key !== key));
    report();
  }

  function retry(key: number): void {
    const photo = held.current.find((one) => one.key === key);
    if (photo?.state !== "failed") return;
    patch(key, { state: "sending", part: 0 });
    void transmit(photo);
  }

  const hadValue = useRef(false);
  useEffect(() => {
    // A form that is reset or sent hands back an empty list.
    if (hadValue.current && value.length === 0) {
      held.current.filter((photo) => photo.state === "sent").forEach(release);
      held.current = held.current.filter((photo) => photo.state !== "sent");
      setPhotos(held.current);
    }
    hadValue.current = value.length > 0;
  }, [value]);
  useEffect(() => () => held.current.forEach(release), []);

  return { photos, add: (files: readonly File[]) => void Promise.all(files.map(addOne)), retry, remove };
}

function release(photo: Held): void {
  photo.stop.abort();
  URL.revokeObjectURL(photo.preview);
}
