import { Button, Checkbox, Flex, Form, Select } from "antd";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { DayInput } from "../../ui/DayInput";
import { kinds } from "../tickets/kinds";
import { useCategories } from "../tickets/useCategories";
import { trades, useActiveMembers } from "../tickets/workers";
import styles from "./Filters.module.css";
import { allChannels, narrowings, type TicketSearch, without } from "./search";

type Fields = Omit<TicketSearch, "show" | "overdue"> & { overdue?: boolean };

interface FilterFormProps {
  search: TicketSearch;
  onDone: (search: TicketSearch) => void;
}

/** Everything a list of tickets can be narrowed to. */
export function FilterForm({ search, onDone }: FilterFormProps) {
  const text = useText();
  const [form] = Form.useForm<Fields>();
  const kind = Form.useWatch("kind", form);
  const { projects } = useProjectScope();
  const { choices } = useCategories();
  const members = useActiveMembers(true);
  const { show, overdue, ...rest } = search;
  const named = <const T extends string>(all: readonly T[], nameOf: (one: T) => string) =>
    all.map((value) => ({ value, label: nameOf(value) }));
  const people = (members.data ?? []).map(({ memberId, name }) => ({ value: memberId, label: name }));

  const select = (name: keyof Fields, options: { value: string; label: string }[], loading = false) => (
    <Form.Item name={name} label={text(`filters:field.${name}`)}>
      <Select
        allowClear
        loading={loading}
        placeholder={text("filters:any")}
        showSearch={options.length > 8 ? { optionFilterProp: "label" } : false}
        options={options}
      />
    </Form.Item>
  );
  const submit = ({ overdue: late, ...said }: Fields) =>
    onDone({ show, ...said, overdue: late ? "yes" : undefined });

  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      initialValues={{ ...rest, overdue: overdue === "yes" }}
      onValuesChange={(changed: Partial<Fields>) => {
        if ("kind" in changed) form.setFieldValue("category", undefined);
      }}
      onFinish={submit}
    >
      <Form.Item name="overdue" valuePropName="checked">
        <Checkbox>{text("filters:overdueOnly")}</Checkbox>
      </Form.Item>
      <div className={styles.fields}>
        {select(
          "kind",
          named(kinds, (one) => text(`tickets:kind.${one}`)),
        )}
        {kind ? select("category", choices(kind)) : null}
        {select(
          "urgency",
          named(["ordinary", "urgent", "large"], (one) => text(`tickets:urgency.${one}`)),
        )}
        {projects.length > 1
          ? select(
              "project",
              projects.map(({ projectId, name }) => ({ value: projectId, label: name })),
            )
          : null}
        {select(
          "trade",
          named(trades, (one) => text(`tickets:trade.${one}`)),
        )}
        {select("assignee", people, members.isPending)}
        {select(
          "channel",
          named(allChannels, (one) => text(`tickets:channel.${one}`)),
        )}
        {select(
          "reopened",
          named(["yes", "no"], (one) => text(`filters:reopened.${one}`)),
        )}
        <Form.Item name="from" label={text("filters:field.from")}>
          <DayInput clearable />
        </Form.Item>
        <Form.Item name="to" label={text("filters:field.to")}>
          <DayInput clearable />
        </Form.Item>
      </div>
      <Flex gap={12}>
        <Button size="large" style={{ flex: 1 }} onClick={() => onDone(narrowings.reduce(without, search))}>
          {text("filters:clear")}
        </Button>
        <Button type="primary" htmlType="submit" size="large" style={{ flex: 1 }}>
          {text("filters:apply")}
        </Button>
      </Flex>
    </Form>
  );
}
