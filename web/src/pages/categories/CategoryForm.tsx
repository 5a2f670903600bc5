import type { TicketKind } from "@frontdesk/core/ticket/kind";
import { Button, Checkbox, Form, Input } from "antd";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";
import { kinds } from "../tickets/kinds";
import type { Category } from "../tickets/useCategories";
import { trades } from "../tickets/workers";
import styles from "./Categories.module.css";
import { changedCategories, useTellSaved } from "./useCategorySettings";
import { projectKinds } from "./words";

type Fields = Pick<Category, "names" | "trade" | "projectKinds"> & {
  kinds: TicketKind[];
  urgency: "ordinary" | "urgent";
};

interface CategoryFormProps {
  kind: TicketKind;
  /** The category that is changed; a new one without it. */
  category: Category | undefined;
  onDone: () => void;
}

/** What a category is called, who sees to it, how urgent it is, and where it is offered. */
export function CategoryForm({ kind, category, onDone }: CategoryFormProps) {
  const text = useText();
  const [form] = Form.useForm<Fields>();
  const tellSaved = useTellSaved();
  const options = {
    form,
    changes: changedCategories,
    onSuccess: () => {
      tellSaved();
      onDone();
    },
  };
  const add = useCommand("POST /categories", options);
  const change = useCommand("PATCH /categories/{kind}/{code}", options);

  function submit({ kinds: chosen, names, urgency, ...rest }: Fields) {
    const zh = names["zh-CN"].trim();
    const said = {
      ...rest,
      names: { "zh-CN": zh, en: names.en?.trim() || zh },
      urgent: urgency === "urgent",
    };
    if (category) change.mutate({ kind, code: category.code, ...said });
    else add.mutate({ kinds: chosen, ...said });
  }

  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      initialValues={{
        kinds: [kind],
        names: category?.names,
        trade: category?.trade ?? "engineering",
        urgency: (category?.urgent ?? kind === "emergency") ? "urgent" : "ordinary",
        projectKinds: category?.projectKinds ?? projectKinds,
      }}
      onFinish={submit}
    >
      <Form.Item
        name={["names", "zh-CN"]}
        label={text("categories:field.chinese")}
        rules={[{ required: true, whitespace: true, message: text("categories:rule.name") }]}
      >
        <Input maxLength={30} autoComplete="off" autoFocus />
      </Form.Item>
      <Form.Item
        name={["names", "en"]}
        label={text("categories:field.english")}
        extra={text("categories:englishHint")}
      >
        <Input maxLength={30} autoComplete="off" />
      </Form.Item>
      {category ? null : (
        <Form.Item
          name="kinds"
          label={text("categories:field.kinds")}
          rules={[needsOne(text("categories:rule.kinds"))]}
        >
          <Checkbox.Group options={kinds.map((value) => ({ value, label: text(`tickets:kind.${value}`) }))} />
        </Form.Item>
      )}
      <Form.Item name="trade" label={text("categories:field.trade")} extra={text("categories:tradeHint")}>
        <Chips
          label={text("categories:field.trade")}
          options={trades.map((value) => ({ value, label: text(`tickets:trade.${value}`) }))}
        />
      </Form.Item>
      {kind === "emergency" ? null : (
        <Form.Item
          name="urgency"
          label={text("tickets:field.urgency")}
          extra={text("categories:urgencyHint")}
        >
          <Chips
            label={text("tickets:field.urgency")}
            options={(["ordinary", "urgent"] as const).map((value) => ({
              value,
              label: text(`tickets:urgency.${value}`),
            }))}
          />
        </Form.Item>
      )}
      <Form.Item
        name="projectKinds"
        label={text("categories:field.projectKinds")}
        rules={[needsOne(text("categories:rule.projectKinds"))]}
      >
        <Checkbox.Group
          options={projectKinds.map((value) => ({ value, label: text(`projects:kind.${value}`) }))}
        />
      </Form.Item>
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" size="large" loading={add.isPending || change.isPending}>
          {text("categories:save")}
        </Button>
        {category ? (
          <Button
            size="large"
            disabled={change.isPending}
            onClick={() => change.mutate({ kind, code: category.code, retired: !category.retired })}
          >
            {text(category.retired ? "categories:offerAgain" : "categories:retire")}
          </Button>
        ) : null}
      </div>
      {category && !category.retired ? <p className={styles.soft}>{text("categories:retireHint")}</p> : null}
    </Form>
  );
}

const needsOne = (message: string) => ({ required: true, type: "array" as const, min: 1, message });
