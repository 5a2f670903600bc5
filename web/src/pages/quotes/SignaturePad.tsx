import { type PointerEvent, type Ref, useEffect, useImperativeHandle, useRef } from "react";
import styles from "./Quotes.module.css";

/** What was drawn, as a picture; undefined while nothing was. */
export interface Pad {
  picture: () => Promise<Blob | undefined>;
  clear: () => void;
}

interface SignaturePadProps {
  ref: Ref<Pad>;
  label: string;
  /** Called with whether something is drawn. */
  onDrawn: (isDrawn: boolean) => void;
}

/** A sheet to sign on with a finger, a pen or a mouse. */
export function SignaturePad({ ref, label, onDrawn }: SignaturePadProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const last = useRef<{ x: number; y: number } | undefined>(undefined);
  const drawn = useRef(false);

  useEffect(blank, []);
  useImperativeHandle(ref, () => ({
    picture: () =>
      new Promise((resolve) => {
        if (!drawn.current || !canvas.current) return resolve(undefined);
        canvas.current.toBlob((blob) => resolve(blob ?? undefined), "image/png");
      }),
    clear: () => {
      blank();
      drawn.current = false;
      onDrawn(false);
    },
  }));

  /** White paper, as fine as the screen: a picture without a ground would be black in places. */
  function blank() {
    const sheet = canvas.current;
    const pen = sheet?.getContext("2d");
    if (!sheet || !pen) return;
    const scale = window.devicePixelRatio || 1;
    sheet.width = Math.round(sheet.clientWidth * scale);
    sheet.height = Math.round(sheet.clientHeight * scale);
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, sheet.width, sheet.height);
    pen.strokeStyle = "#1f2733";
    pen.lineWidth = 2.5;
    pen.lineCap = "round";
    pen.lineJoin = "round";
  }

  const pointOf = ({ nativeEvent: { offsetX: x, offsetY: y } }: PointerEvent) => ({ x, y });

  function begin(event: PointerEvent<HTMLCanvasElement>) {
    event.currentTarget.setPointerCapture(event.pointerId);
    last.current = pointOf(event);
  }
  function go(event: PointerEvent<HTMLCanvasElement>) {
    const from = last.current;
    const sheet = event.currentTarget;
    const pen = sheet.getContext("2d");
    if (!from || !pen) return;
    const to = pointOf(event);
    // A phone that is turned shows the same sheet in another size.
    pen.setTransform(sheet.width / sheet.clientWidth, 0, 0, sheet.height / sheet.clientHeight, 0, 0);
    pen.beginPath();
    pen.moveTo(from.x, from.y);
    pen.lineTo(to.x, to.y);
    pen.stroke();
    last.current = to;
    if (drawn.current) return;
    drawn.current = true;
    onDrawn(true);
  }
  const end = () => {
    last.current = undefined;
  };

  return (
    <canvas
      ref={canvas}
      className={styles.pad}
      role="img"
      aria-label={label}
      onPointerDown={begin}
      onPointerMove={go}
      onPointerUp={end}
      onPointerCancel={end}
    />
  );
}
