import { Image } from "antd";
import { useEffect, useState } from "react";
import { useText } from "../i18n/useText";
import styles from "./Offline.module.css";
import { useQueue } from "./QueueProvider";
import type { StepFile } from "./step";

/** The files of a step that are still on this device, each opening large, to be kept elsewhere if need be. */
export function KeptFiles({ files }: { files: readonly StepFile[] }) {
  const ids = files.flatMap(({ kept }) => kept ?? []);
  if (ids.length === 0) return null;
  return (
    <Image.PreviewGroup>
      <ul className={styles.files}>
        {ids.map((id, index) => (
          <KeptOne key={id} id={id} index={index + 1} />
        ))}
      </ul>
    </Image.PreviewGroup>
  );
}

function KeptOne({ id, index }: { id: string; index: number }) {
  const text = useText();
  const { shelf } = useQueue();
  const [shown, setShown] = useState<{ url: string; type: string }>();
  useEffect(() => {
    let url: string | undefined;
    let gone = false;
    shelf.file(id).then(
      (file) => {
        if (!file || gone) return;
        url = URL.createObjectURL(file.blob);
        setShown({ url, type: file.blob.type });
      },
      () => undefined,
    );
    return () => {
      gone = true;
      if (url) URL.revokeObjectURL(url);
    };
  }, [id, shelf]);
  if (!shown) return null;
  const { url, type } = shown;
  if (type.startsWith("image/"))
    return (
      <li>
        <Image
          src={url}
          width={72}
          height={72}
          alt={text("common:photo.alt", { index })}
          className={styles.photo}
        />
      </li>
    );
  const kind = type.startsWith("video/") ? "video" : "recording";
  return (
    <li>
      <a href={url} download>
        {text(`common:attachment.${kind}`, { index })}
      </a>
    </li>
  );
}
