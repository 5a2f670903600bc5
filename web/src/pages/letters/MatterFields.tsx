import type { TicketKind } from "@frontdesk/core/ticket/kind";
import { Form, Select } from "antd";
import type { InputOf } from "../../api/contract";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";
import { kinds } from "../tickets/kinds";
import { useCategories } from "../tickets/useCategories";

type Laid = Pick<InputOf<"POST /letters">, "becomes" | "ticketId">;

export interface Matter {
  matter?: "later" | "becomes" | "belongs";
  kind?: TicketKind;
  category?: string;
  ticketId?: string;
}

/** What was chosen, as the server takes it. */
export function matterOf({ matter, kind, category, ticketId }: Matter): Laid {
  if (matter === "belongs") return { ticketId };
  if (matter === "becomes" && kind && category) return { becomes: { kind, category } };
  return {};
}

interface MatterFieldsProps {
  projectId: string;
  houseId?: string;
  /** The letter may be registered before it is known which ticket it goes to. */
  mayWait?: boolean;
}

/** What a letter becomes: a new ticket, or a part of one that is open. */
export function MatterFields({ projectId, houseId, mayWait }: MatterFieldsProps) {
  const text = useText();
  const { choicesIn } = useCategories();
  const matter = Form.useWatch<Matter["matter"]>("matter");
  const kind = Form.useWatch<TicketKind | undefined>("kind") ?? "complaint";
  const form = Form.useFormInstance();
  const offered = mayWait ? (["becomes", "belongs", "later"] as const) : (["becomes", "belongs"] as const);
  return (
    <>
      <Form.Item name="matter" label={text("letters:matter.label")}>
        <Chips
          label={text("letters:matter.label")}
          options={offered.map((value) => ({ value, label: text(`letters:matter.${value}`) }))}
        />
      </Form.Item>
      {matter === "becomes" ? (
        <>
          <Form.Item name="kind" label={text("tickets:field.kind")}>
            <Chips
              label={text("tickets:field.kind")}
              options={kinds.map((value) => ({ value, label: text(`tickets:kind.${value}`) }))}
              onChange={() => form.resetFields(["category"])}
            />
          </Form.Item>
          <Form.Item
            name="category"
            label={text("tickets:field.category")}
            rules={[{ required: true, message: text("tickets:rule.category") }]}
          >
            <Chips label={text("tickets:field.category")} options={choicesIn(projectId, kind)} />
          </Form.Item>
        </>
      ) : null}
      {matter === "belongs" ? <TicketChoice projectId={projectId} houseId={houseId} /> : null}
    </>
  );
}

/** The tickets a letter may belong to: the house's, else what is open in the project. */
function TicketChoice({ projectId, houseId }: MatterFieldsProps) {
  const text = useText();
  const ofHouse = useQueryOf(
    "GET /houses/{houseId}/tickets",
    { houseId: houseId ?? "", limit: 30 },
    { enabled: houseId !== undefined },
  );
  const open = useQueryOf(
    "GET /tickets",
    { projectId, state: "open", limit: 100 },
    { enabled: houseId === undefined && projectId !== "" },
  );
  const tickets = (houseId ? ofHouse : open).data?.items ?? [];
  return (
    <Form.Item
      name="ticketId"
      label={text("letters:matter.choose")}
      rules={[{ required: true, message: text("letters:rule.ticket") }]}
    >
      <Select
        showSearch={{ optionFilterProp: "label" }}
        loading={ofHouse.isFetching || open.isFetching}
        notFoundContent={text("letters:matter.none")}
        options={tickets.map((one) => ({ value: one.ticketId, label: `${one.number} ${one.words}` }))}
      />
    </Form.Item>
  );
}
