import type { TicketKind } from "@frontdesk/core/ticket/kind";
import { Alert, Form, Input, Select } from "antd";
import type { OutputOf } from "../../api/contract";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { useZone } from "../../session/zone";
import { ErrorState } from "../../ui/ErrorState";
import { Panel } from "../../ui/Panel";
import { instantOf, wallTimeOf } from "../../ui/wallTime";
import { kinds } from "../tickets/kinds";
import { useCategories } from "../tickets/useCategories";
import styles from "./Routing.module.css";

interface Asked {
  projectId?: string;
  kind: TicketKind;
  category?: string;
  at: string;
}

/** What would become of a ticket: nothing is registered. */
export function TryPanel() {
  const text = useText();
  const zone = useZone();
  const { projects, projectId: scoped } = useProjectScope();
  const { choicesIn } = useCategories();
  const [form] = Form.useForm<Asked>();
  const asked = Form.useWatch([], form);
  const projectId = asked?.projectId ?? scoped ?? projects[0]?.projectId ?? "";
  const kind = asked?.kind ?? "repair";
  const choices = choicesIn(projectId, kind);
  const category = choices.some(({ value }) => value === asked?.category) ? asked?.category : undefined;
  const input = {
    projectId,
    kind,
    category: category ?? "",
    at: asked ? instantOf(asked.at, zone) : undefined,
  };
  const ready = projectId !== "" && category !== undefined && input.at !== undefined;
  const answer = useQueryOf("GET /routing/try", input, { enabled: ready });
  return (
    <Panel title={text("routing:try.title")} intro={text("routing:try.intro")}>
      <Form<Asked>
        form={form}
        layout="vertical"
        className={styles.try}
        initialValues={{ kind: "repair", at: wallTimeOf(new Date().toISOString(), zone) }}
      >
        <Form.Item name="projectId" label={text("routing:try.project")}>
          <Select
            placeholder={projects.find((one) => one.projectId === projectId)?.name}
            options={projects.map(({ projectId: value, name }) => ({ value, label: name }))}
          />
        </Form.Item>
        <Form.Item name="kind" label={text("tickets:field.kind")}>
          <Select
            options={kinds.map((value) => ({ value, label: text(`tickets:kind.${value}`) }))}
            onChange={() => form.resetFields(["category"])}
          />
        </Form.Item>
        <Form.Item name="category" label={text("tickets:field.category")}>
          <Select placeholder={text("routing:try.choose")} options={choices} />
        </Form.Item>
        <Form.Item name="at" label={text("routing:try.at")}>
          <Input type="datetime-local" />
        </Form.Item>
      </Form>
      {answer.error ? <ErrorState error={answer.error} onRetry={() => void answer.refetch()} /> : null}
      {ready && answer.data ? (
        <Answer {...answer.data} />
      ) : (
        <p className={styles.soft}>{text("routing:try.hint")}</p>
      )}
    </Panel>
  );
}

function Answer({ rule, trade, assigneeName, orElse = [], fault }: OutputOf<"GET /routing/try">) {
  const text = useText();
  if (!rule) return <Alert type="info" showIcon title={text("routing:try.nothing")} />;
  if (fault) {
    const why = text(`routing:fault.${fault}`);
    return <Alert type="warning" showIcon title={text("routing:try.desk", { rule, why })} />;
  }
  const names = [assigneeName, ...orElse].filter(Boolean).join(text("routing:or"));
  const to = [trade && text(`tickets:trade.${trade}`), names].filter(Boolean).join(" · ");
  return <Alert type="success" showIcon title={text("routing:try.to", { rule, to })} />;
}
