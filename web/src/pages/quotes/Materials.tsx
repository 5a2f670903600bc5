import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { formatFen } from "../../ui/format";
import { Sheet } from "../../ui/Sheet";
import type { TicketDetail, WorkOrder } from "../tickets/actions";
import { LineEditor } from "./LineEditor";
import styles from "./Quotes.module.css";
import { type Draft, draftOf, quantityText } from "./quote";

type Material = NonNullable<WorkOrder["materials"]>[number];

/** What a work order used up, and the way to note it. */
export function Materials({ ticket, order }: { ticket: TicketDetail; order: WorkOrder }) {
  const text = useText();
  const [noting, setNoting] = useState(false);
  const { materials = [], takesMaterials } = order;
  if (materials.length === 0 && !takesMaterials) return null;
  return (
    <div className={styles.said}>
      {materials.length > 0 ? (
        <span>
          {text("quotes:materials.used")}
          {materials.map(said(text)).join(text("quotes:and"))}
        </span>
      ) : null}{" "}
      {takesMaterials ? (
        <Button type="link" style={{ paddingInline: 0 }} onClick={() => setNoting(true)}>
          {text(materials.length > 0 ? "quotes:materials.change" : "quotes:materials.note")}
        </Button>
      ) : null}
      <Sheet open={noting} title={text("quotes:materials.note")} onClose={() => setNoting(false)}>
        <MaterialsForm ticket={ticket} order={order} onDone={() => setNoting(false)} />
      </Sheet>
    </div>
  );
}

const said =
  (text: ReturnType<typeof useText>) =>
  ({ name, unit, unitFen, hundredths }: Material) => {
    const counted = `${name} ${quantityText(hundredths)} ${text(`prices:unit.${unit}`)}`;
    return unitFen === 0 ? counted : `${counted} × ${formatFen(unitFen)}`;
  };

interface MaterialsFormProps {
  ticket: TicketDetail;
  order: WorkOrder;
  onDone: () => void;
}

function MaterialsForm({ ticket, order, onDone }: MaterialsFormProps) {
  const text = useText();
  const english = useTranslation().i18n.language === "en";
  const { message } = App.useApp();
  const { ticketId, projectId } = ticket;
  const [lines, setLines] = useState<readonly Draft[]>(
    (order.materials ?? []).map((one, at) => ({ ...one, key: `noted ${at}`, part: "material" })),
  );
  const quotes = useQueryOf("GET /tickets/{ticketId}/quotes", { ticketId });
  const agreed = quotes.data?.items.find(({ state }) => state === "agreed");
  const quoted = (agreed?.lines ?? []).filter(({ part }) => part === "material");
  const save = useCommand("PUT /tickets/{ticketId}/orders/{order}/materials", {
    changes: ["GET /tickets/{ticketId}"],
    onSuccess: () => {
      void message.success(text("quotes:materials.noted"));
      onDone();
    },
  });
  const takeQuoted = () => setLines(quoted.map((line, at) => draftOf(line, at, english ? "en" : "zh-CN")));
  return (
    <>
      <p className={`${styles.soft} ${styles.gap}`}>{text("quotes:materials.hint")}</p>
      {quoted.length > 0 && lines.length === 0 ? (
        <Button className={styles.gap} onClick={takeQuoted}>
          {text("quotes:materials.asQuoted")}
        </Button>
      ) : null}
      <LineEditor projectId={projectId} parts={["material"]} lines={lines} onChange={setLines} />
      <div className={styles.buttons}>
        <Button
          type="primary"
          size="large"
          block
          loading={save.isPending}
          onClick={() =>
            save.mutate({
              ...{ ticketId, order: order.order },
              materials: lines.map(({ name, unit, unitFen, hundredths }) => ({
                ...{ name, unit, unitFen, hundredths },
              })),
            })
          }
        >
          {text("quotes:materials.save")}
        </Button>
      </div>
    </>
  );
}
