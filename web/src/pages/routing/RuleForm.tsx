import type { TicketKind } from "@frontdesk/core/ticket/kind";
import { Button, Form, Input, Select } from "antd";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { Chips } from "../../ui/Chips";
import { weekdays } from "../clocks/schedule";
import { kinds } from "../tickets/kinds";
import { useCategories } from "../tickets/useCategories";
import { HandsFields } from "./HandsFields";
import { HoursFields } from "./HoursFields";
import { RosterField } from "./RosterField";
import styles from "./Routing.module.css";
import type { Row, Rule } from "./useRouting";

interface Fields {
  name: string;
  kind?: TicketKind;
  category?: string;
  projectIds: string[];
  when: Rule["when"]["at"];
  days: (typeof weekdays)[number][];
  from: string;
  to: string;
  trade?: Rule["to"]["trade"];
  memberId?: string;
  by: "hands" | "roster";
  rosterId?: string;
}

interface RuleFormProps {
  /** The rule that is changed; a new one without it. */
  row: Row | undefined;
  /** Names of other rules. */
  taken: readonly string[];
  saving: boolean;
  onSave: (rule: Rule) => void;
  onNew: (rule: Rule) => void;
  onDrop: () => void;
}

const places = ["always", "business", "off", "hours"] as const;

/** Which new tickets, where and when, go to whom. */
export function RuleForm({ row, taken, saving, onSave, onNew, onDrop }: RuleFormProps) {
  const text = useText();
  const [form] = Form.useForm<Fields>();
  const { projects } = useProjectScope();
  const { choices } = useCategories();
  const given = Form.useWatch([], form) ?? (row && fieldsOf(row));
  const { kind, when } = given ?? {};
  const any = text("routing:any");
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      initialValues={row ? fieldsOf(row) : newRule}
      onFinish={(fields) => (row ? onSave(ruleOf(fields)) : onNew(ruleOf(fields)))}
    >
      <Form.Item
        name="name"
        label={text("routing:field.name")}
        extra={text("routing:nameHint")}
        rules={[
          { required: true, whitespace: true, message: text("routing:rule.name") },
          {
            validator: (_, name = "") =>
              taken.includes(name.trim())
                ? Promise.reject(new Error(text("routing:rule.taken")))
                : Promise.resolve(),
          },
        ]}
      >
        <Input maxLength={40} autoComplete="off" autoFocus />
      </Form.Item>
      <Form.Item name="kind" label={text("tickets:field.kind")}>
        <Select
          allowClear
          placeholder={any}
          options={kinds.map((value) => ({ value, label: text(`tickets:kind.${value}`) }))}
          onChange={() => form.setFieldValue("category", undefined)}
        />
      </Form.Item>
      <Form.Item name="category" label={text("tickets:field.category")}>
        <Select allowClear placeholder={any} disabled={!kind} options={kind ? choices(kind) : []} />
      </Form.Item>
      <Form.Item name="projectIds" label={text("routing:field.where")}>
        <Select
          mode="multiple"
          allowClear
          placeholder={text("routing:allProjects")}
          optionFilterProp="label"
          options={projects.map(({ projectId, name }) => ({ value: projectId, label: name }))}
        />
      </Form.Item>
      <Form.Item name="when" label={text("routing:field.when")}>
        <Chips
          label={text("routing:field.when")}
          options={places.map((value) => ({ value, label: text(`routing:when.${value}`) }))}
        />
      </Form.Item>
      {when === "hours" ? <HoursFields /> : null}
      <Form.Item name="by" label={text("routing:field.by")}>
        <Chips
          label={text("routing:field.by")}
          options={[
            { value: "hands", label: text("routing:toHands") },
            { value: "roster", label: text("routing:toRoster") },
          ]}
        />
      </Form.Item>
      {given?.by === "roster" ? (
        <RosterField />
      ) : (
        <HandsFields name={row?.memberName} memberId={row?.to.memberId} />
      )}
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" size="large" loading={saving}>
          {text("routing:save")}
        </Button>
        {row ? (
          <Button size="large" disabled={saving} onClick={onDrop}>
            {text("routing:remove")}
          </Button>
        ) : null}
      </div>
    </Form>
  );
}

const newRule: Partial<Fields> = {
  projectIds: [],
  by: "hands",
  when: "always",
  days: [...weekdays],
  from: "18:00",
  to: "08:00",
};

function fieldsOf({ name, kind, category, projectIds, when, to }: Row): Partial<Fields> {
  const hours = when.at === "hours" ? { days: when.days, from: when.from, to: when.to } : {};
  const where = projectIds === "all" ? [] : projectIds;
  const by = to.rosterId ? "roster" : "hands";
  return { ...newRule, ...hours, name, kind, category, projectIds: where, when: when.at, by, ...to };
}

function ruleOf({ name, kind, category, projectIds, when, days, from, to, by, ...hands }: Fields): Rule {
  const { trade, memberId, rosterId } = hands;
  return {
    ...{ name: name.trim(), kind: kind ?? undefined, category: category ?? undefined },
    projectIds: projectIds.length > 0 ? projectIds : "all",
    when: when === "hours" ? { at: when, days, from, to } : { at: when },
    to: by === "roster" ? { rosterId } : { trade: trade ?? undefined, memberId: memberId ?? undefined },
  };
}
