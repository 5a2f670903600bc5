import { DeleteOutlined, PlayCircleFilled } from "@ant-design/icons";
import { Button, Image, Skeleton } from "antd";
import { useState } from "react";
import type { OutputOf } from "../api/contract";
import { useQueryOf } from "../api/useQueryOf";
import { useText } from "../i18n/useText";
import { useCan } from "../session/SessionContext";
import styles from "./Attachments.module.css";
import { brokenPicture } from "./brokenPicture";
import { RemoveAttachment } from "./RemoveAttachment";
import { Sheet } from "./Sheet";
import { When } from "./When";

type Shown = OutputOf<"GET /attachments/{attachmentId}">;

/** The address in an answer holds for five minutes. */
const staleMs = 4 * 60_000;

/** One attachment; who gives out work may take it away. */
export function Attachment({ id, index }: { id: string; index: number }) {
  const text = useText();
  const removes = useCan("ticket.dispatch");
  const [removing, setRemoving] = useState(false);
  const query = useQueryOf("GET /attachments/{attachmentId}", { attachmentId: id }, { staleMs });
  if (query.isPending)
    return (
      <li className={styles.tile}>
        <Skeleton.Node active style={{ width: 88, height: 88 }} />
      </li>
    );
  if (query.error) return <li className={styles.gone}>{text("common:attachment.missing")}</li>;
  const shown = query.data;
  if (shown.removed) return <Removed removed={shown.removed} />;
  return (
    <li className={shown.kind === "recording" ? styles.wide : styles.tile}>
      <Content shown={shown} index={index} />
      {removes ? (
        <Button
          type="text"
          className={styles.remove}
          icon={<DeleteOutlined aria-hidden />}
          aria-label={text("common:attachment.remove", { index })}
          onClick={() => setRemoving(true)}
        />
      ) : null}
      <Sheet open={removing} title={text("common:attachment.removeTitle")} onClose={() => setRemoving(false)}>
        <RemoveAttachment id={id} onDone={() => setRemoving(false)} />
      </Sheet>
    </li>
  );
}

function Content({ shown, index }: { shown: Shown; index: number }) {
  const text = useText();
  const [playing, setPlaying] = useState(false);
  const { kind, url, smallUrl } = shown;
  if (kind === "photo")
    return (
      <Image
        src={smallUrl ?? url}
        preview={{ src: url }}
        fallback={brokenPicture}
        alt={text("common:photo.alt", { index })}
        width={88}
        height={88}
        loading="lazy"
        className={styles.picture}
      />
    );
  const name = text(`common:attachment.${kind}`, { index });
  // biome-ignore lint/a11y/useMediaCaption: what residents and members record has no captions.
  if (kind === "recording") return <audio src={url} controls preload="metadata" aria-label={name} />;
  return (
    <>
      <button type="button" className={styles.poster} aria-label={name} onClick={() => setPlaying(true)}>
        <video src={`${url}#t=0.1`} preload="metadata" muted playsInline tabIndex={-1} />
        <PlayCircleFilled aria-hidden className={styles.play} />
      </button>
      <Sheet open={playing} title={name} onClose={() => setPlaying(false)}>
        {/* biome-ignore lint/a11y/useMediaCaption: what residents and members record has no captions. */}
        <video src={url} className={styles.film} controls autoPlay playsInline />
      </Sheet>
    </>
  );
}

/** What stands where an attachment was: who took it away, when and why. */
function Removed({ removed }: { removed: NonNullable<Shown["removed"]> }) {
  const text = useText();
  return (
    <li className={styles.gone}>
      {text("common:attachment.removed", { name: removed.byName })} <When at={removed.at} />
      <br />
      {removed.reason}
    </li>
  );
}
