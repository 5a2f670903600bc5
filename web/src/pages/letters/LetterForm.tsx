import { Button, Form, Input, Select } from "antd";
import type { InputOf, OutputOf } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { useZone } from "../../session/zone";
import { Chips } from "../../ui/Chips";
import { DayInput } from "../../ui/DayInput";
import { Panel } from "../../ui/Panel";
import { PhotoInput } from "../../ui/PhotoInput";
import { wallTimeOf } from "../../ui/wallTime";
import { ticketLists } from "../tickets/ticketLists";
import { usePhotoSender } from "../tickets/usePhotoSender";
import { type Matter, MatterFields, matterOf } from "./MatterFields";
import { WriterFields, type WriterValues, writerOf } from "./WriterFields";

export const letterWays = ["post", "courier", "hand", "box", "fax", "email"] as const;

type House = OutputOf<"GET /houses/{houseId}">;
type Fields = Pick<InputOf<"POST /letters">, "way" | "receivedOn" | "words" | "pages"> &
  WriterValues &
  Matter & { projectId?: string };

interface LetterFormProps {
  house?: House;
  people: House["people"];
  residentId?: string;
  onDone: (letter: OutputOf<"POST /letters">) => void;
}

/** The letter: from whom, when and how it came, what it says, its pages, and what it becomes. */
export function LetterForm({ house, people, residentId, onDone }: LetterFormProps) {
  const text = useText();
  const zone = useZone();
  const { projectId: here, projects } = useProjectScope();
  const [form] = Form.useForm<Fields>();
  const only = projects.length === 1 ? projects[0]?.projectId : undefined;
  const chosen = Form.useWatch("projectId", form);
  const projectId = house?.projectId ?? chosen ?? here ?? only ?? "";
  const { send, sending } = usePhotoSender(projectId);
  const today = wallTimeOf(new Date().toISOString(), zone).slice(0, 10);
  const register = useCommand("POST /letters", {
    form,
    changes: ["GET /letters", ...ticketLists],
    onSuccess: onDone,
  });
  function submit({ way, receivedOn, words, pages, ...fields }: Fields) {
    register.mutate({
      ...{ projectId, houseId: house?.houseId, way, receivedOn, words, pages },
      from: writerOf(fields),
      ...matterOf(fields),
    });
  }
  const alone = people.length === 1 ? people[0]?.residentId : undefined;
  return (
    <Panel
      width="form"
      title={house ? `${text("letters:new.letter")} · ${house.code}` : text("letters:new.letter")}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{
          projectId: here ?? only,
          residentId: residentId ?? alone,
          way: "post",
          receivedOn: today,
          pages: [],
          matter: "becomes",
          kind: "complaint",
        }}
        onFinish={submit}
      >
        {house ? null : (
          <Form.Item
            name="projectId"
            label={text("letters:field.project")}
            rules={[{ required: true, message: text("common:shell.searchProject") }]}
          >
            <Select
              placeholder={text("common:shell.searchProject")}
              showSearch={projects.length > 8 ? { optionFilterProp: "label" } : false}
              options={projects.map((one) => ({ value: one.projectId, label: one.name }))}
            />
          </Form.Item>
        )}
        <WriterFields people={people} />
        <Form.Item
          name="way"
          label={text("letters:field.way")}
          rules={[{ required: true, message: text("letters:rule.way") }]}
        >
          <Chips
            label={text("letters:field.way")}
            options={letterWays.map((value) => ({ value, label: text(`letters:way.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="receivedOn"
          label={text("letters:field.receivedOn")}
          rules={[{ required: true, message: text("letters:rule.receivedOn") }]}
        >
          <DayInput max={today} />
        </Form.Item>
        <Form.Item
          name="words"
          label={text("letters:field.words")}
          rules={[{ required: true, whitespace: true, message: text("letters:rule.words") }]}
        >
          <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={2000} />
        </Form.Item>
        {projectId ? (
          <Form.Item name="pages" label={text("letters:field.pages")}>
            <PhotoInput key={projectId} send={send} />
          </Form.Item>
        ) : null}
        <MatterFields projectId={projectId} houseId={house?.houseId} mayWait />
        <Button
          type="primary"
          htmlType="submit"
          size="large"
          block
          disabled={sending}
          loading={register.isPending}
        >
          {text(sending ? "letters:new.waitForPages" : "letters:new.submit")}
        </Button>
      </Form>
    </Panel>
  );
}
