import type { TicketKind } from "@frontdesk/core/ticket/kind";
import { Alert, Button, Form, Input } from "antd";
import type { InputOf, OutputOf } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { internationalPhone } from "../../find/phone";
import { useText } from "../../i18n/useText";
import { useSession } from "../../session/SessionContext";
import { useNarrow } from "../../theme/useNarrow";
import { Chips } from "../../ui/Chips";
import { Panel } from "../../ui/Panel";
import { PhotoInput } from "../../ui/PhotoInput";
import { ComplaintFields } from "../complaints/ComplaintFields";
import { AlikeAtIntake } from "./AlikeAtIntake";
import styles from "./Intake.module.css";
import { channels, kinds, urgenciesOf } from "./kinds";
import { type Person, ReporterField } from "./ReporterField";
import { ticketLists } from "./ticketLists";
import { useCategories } from "./useCategories";
import { usePhotoSender } from "./usePhotoSender";

type Fields = Pick<
  InputOf<"POST /tickets">,
  "kind" | "category" | "urgency" | "channel" | "words" | "photos" | "complaint"
> & {
  residentId: string;
  /** Named as the server names them, so that its errors find their place. */
  reporter?: { name?: string; phone?: string };
};

/** The call it is reported by, and the number it comes from. */
export interface Caller {
  call?: string;
  phone?: string;
}

interface IntakeFormProps {
  projectId: string;
  houseId?: string;
  people: readonly Person[];
  /** Who was found by name or phone, taken for the one who reports. */
  residentId?: string;
  caller?: Caller;
  onDone: (ticket: OutputOf<"POST /tickets">) => void;
}

/** What is reported: kind, category, urgency, way in, words, photos, and by whom. */
export function IntakeForm(props: IntakeFormProps) {
  const { projectId, houseId, people, residentId, caller = {}, onDone } = props;
  const text = useText();
  const { member } = useSession();
  const narrow = useNarrow();
  const categories = useCategories();
  const [form] = Form.useForm<Fields>();
  const { send, sending } = usePhotoSender(projectId);
  const register = useCommand("POST /tickets", {
    form,
    changes: ["GET /houses/{houseId}/tickets", ...ticketLists],
  });
  const kind = Form.useWatch("kind", form) ?? "repair";
  const category = Form.useWatch("category", form);
  const attached = (Form.useWatch("photos", form) ?? []).length > 0;
  // Who calls from a number that nobody there has is somebody else.
  const stranger = caller.phone && !residentId;
  const alone = people.length === 1 && !stranger ? people[0]?.residentId : undefined;
  const known = people.some((person) => person.residentId === residentId) ? residentId : alone;

  function inputOf({ residentId: chosen, reporter: somebody, ...fields }: Fields) {
    const person = people.find((one) => one.residentId === chosen);
    const reporter = person
      ? { residentId: person.residentId }
      : { name: somebody?.name?.trim() || undefined, phone: internationalPhone(somebody?.phone ?? "") };
    const reference = fields.channel === "call" ? caller.call : undefined;
    return { ...fields, projectId, houseId, reporter, reference };
  }

  /** What was said, as a note on another ticket takes it. */
  async function wordsToAdd() {
    const said = await form.validateFields(["words"]).catch(() => undefined);
    if (!said || said.words.length <= longestNote) return said?.words;
    const errors = [text("tickets:alike.tooLong", { max: longestNote })];
    form.setFields([{ name: "words", errors }]);
    return undefined;
  }

  /** Undefined where something is missing, or the server refuses it; the form says so. */
  async function registered() {
    const fields = await form.validateFields().catch(() => undefined);
    return fields && register.mutateAsync(inputOf(fields)).catch(() => undefined);
  }

  return (
    <Panel title={text("tickets:new.what")}>
      <Form<Fields>
        form={form}
        layout="vertical"
        className={styles.form}
        initialValues={{
          kind: "repair",
          urgency: "ordinary",
          channel: caller.call || atDesk.has(member.role) ? "call" : "member",
          residentId: known ?? (people.length === 0 || stranger ? typed : undefined),
          reporter: { phone: stranger ? caller.phone : undefined },
          photos: [],
        }}
        onFinish={(fields) => register.mutate(inputOf(fields), { onSuccess: (ticket) => onDone(ticket) })}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !sending) form.submit();
        }}
      >
        <Form.Item name="kind" label={text("tickets:field.kind")}>
          <Chips<TicketKind>
            autoFocus={!narrow}
            label={text("tickets:field.kind")}
            options={kinds.map((value) => ({ value, label: text(`tickets:kind.${value}`) }))}
            onChange={(chosen) => {
              form.resetFields(["category"]);
              if (!urgenciesOf(chosen).includes(form.getFieldValue("urgency")))
                form.setFieldValue("urgency", "ordinary");
            }}
          />
        </Form.Item>
        <Form.Item
          name="category"
          label={text("tickets:field.category")}
          rules={[{ required: true, message: text("tickets:rule.category") }]}
        >
          <Chips
            label={text("tickets:field.category")}
            options={categories.choicesIn(projectId, kind)}
            onChange={(chosen) => {
              const before = categories.of(kind, category)?.urgent
                ? "ordinary"
                : form.getFieldValue("urgency");
              form.setFieldValue("urgency", categories.of(kind, chosen)?.urgent ? "urgent" : before);
            }}
          />
        </Form.Item>
        {category ? (
          <AlikeAtIntake
            matter={{ projectId, houseId, kind, category }}
            words={wordsToAdd}
            attached={attached}
            busy={sending || register.isPending}
            submit={form.submit}
            register={registered}
            onDone={onDone}
          />
        ) : null}
        {kind === "emergency" ? (
          <Alert type="error" showIcon title={text("tickets:new.emergency")} className={styles.gap} />
        ) : (
          <Form.Item name="urgency" label={text("tickets:field.urgency")}>
            <Chips
              label={text("tickets:field.urgency")}
              options={urgenciesOf(kind).map((value) => ({
                value,
                label: text(`tickets:urgency.${value}`),
              }))}
            />
          </Form.Item>
        )}
        {kind === "complaint" ? <ComplaintFields /> : null}
        <Form.Item
          name="words"
          label={text("tickets:field.words")}
          extra={narrow ? undefined : text("tickets:new.sendByKeys")}
          rules={[{ required: true, whitespace: true, message: text("tickets:rule.words") }]}
        >
          <Input.TextArea
            autoSize={{ minRows: 3, maxRows: 10 }}
            maxLength={2000}
            placeholder={text("tickets:new.wordsHint")}
          />
        </Form.Item>
        <Form.Item name="photos" label={text("tickets:field.photos")}>
          <PhotoInput send={send} media />
        </Form.Item>
        <ReporterField people={people} form={form} typed={typed} />
        <Form.Item name="channel" label={text("tickets:field.channel")}>
          <Chips
            label={text("tickets:field.channel")}
            options={channels.map((value) => ({ value, label: text(`tickets:channel.${value}`) }))}
          />
        </Form.Item>
        <div className={styles.submit}>
          <Button
            type="primary"
            htmlType="submit"
            size="large"
            block
            disabled={sending}
            loading={register.isPending}
          >
            {text(sending ? "tickets:new.waitForPhotos" : "tickets:new.submit")}
          </Button>
        </div>
      </Form>
    </Panel>
  );
}

/** Stands for somebody who is none of the people of the house. */
const typed = "typed";

/** Characters of a note on a ticket. */
const longestNote = 1000;

const atDesk: ReadonlySet<string> = new Set(["front_desk", "headquarters", "project_manager"]);
