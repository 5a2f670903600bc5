import {
  AudioOutlined,
  CameraOutlined,
  CloseOutlined,
  LoadingOutlined,
  ReloadOutlined,
} from "@ant-design/icons";
import { App } from "antd";
import { useId } from "react";
import type { UploadProgress } from "../api/upload";
import { useText } from "../i18n/useText";
import styles from "./PhotoInput.module.css";
import { type Photo, usePhotos } from "./usePhotos";
import { useTellFailure } from "./useTellFailure";

interface PhotoInputProps {
  /** The ids of the photos that have arrived; works as a form item. */
  value?: string[];
  onChange?: (ids: string[]) => void;
  /** Sends one shrunk photo and resolves with its id. */
  send: (photo: Blob, progress: UploadProgress) => Promise<string>;
  max?: number;
  /** Takes videos and recordings too. */
  media?: boolean;
}

/** Takes photos with the camera or from the album, shrinks them and sends them while the form is filled in. */
export function PhotoInput({ value = [], onChange, send, max = 9, media = false }: PhotoInputProps) {
  const text = useText();
  const id = useId();
  const { message } = App.useApp();
  const unreadable = (name: string) => void message.error(text("common:photo.unreadable", { name }));
  const refused = useTellFailure();
  const { photos, add, retry, remove } = usePhotos({ value, onChange, send, max, unreadable, refused });
  return (
    <ul className={styles.photos}>
      {photos.map((photo, position) => (
        <li key={photo.key} className={styles.photo}>
          <Preview photo={photo} index={position + 1} />
          <PhotoState photo={photo} index={position + 1} onRetry={() => retry(photo.key)} />
          <button
            type="button"
            className={styles.remove}
            aria-label={text("common:photo.remove", { index: position + 1 })}
            onClick={() => remove(photo.key)}
          >
            <CloseOutlined aria-hidden />
          </button>
        </li>
      ))}
      {photos.length < max ? (
        <li>
          <label htmlFor={id} className={styles.add}>
            <input
              id={id}
              type="file"
              accept={media ? "image/*,video/*,audio/*" : "image/*"}
              multiple
              className="fd-visually-hidden"
              onChange={(event) => {
                add([...(event.target.files ?? [])]);
                event.target.value = "";
              }}
            />
            <CameraOutlined aria-hidden className={styles.camera} />
            <span>{text(media ? "common:attachment.add" : "common:photo.add")}</span>
            <small>{text("common:photo.count", { count: photos.length, max })}</small>
          </label>
        </li>
      ) : null}
    </ul>
  );
}

function Preview({ photo: { kind, preview }, index }: { photo: Photo; index: number }) {
  const text = useText();
  if (kind === "photo") return <img src={preview} alt={text("common:photo.alt", { index })} />;
  const name = text(`common:attachment.${kind}`, { index });
  if (kind === "video")
    return <video src={`${preview}#t=0.1`} preload="metadata" muted playsInline aria-label={name} />;
  return <AudioOutlined role="img" aria-label={name} className={styles.sound} />;
}

function PhotoState({ photo, index, onRetry }: { photo: Photo; index: number; onRetry: () => void }) {
  const text = useText();
  if (photo.state === "sent") return null;
  if (photo.state === "failed") {
    return (
      <button
        type="button"
        className={styles.veil}
        aria-label={text("common:photo.retry", { index })}
        onClick={onRetry}
      >
        <ReloadOutlined aria-hidden />
      </button>
    );
  }
  return (
    <span className={styles.veil} role="status">
      <LoadingOutlined aria-hidden />
      <span className="fd-visually-hidden">{text("common:photo.sending", { index })}</span>
      <span aria-hidden>{Math.floor(photo.part * 100)}%</span>
    </span>
  );
}
