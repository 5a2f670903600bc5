import { App, Button, Checkbox, Form, Input, Select } from "antd";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { DayInput } from "../../ui/DayInput";
import { useYuanRule } from "../fees/useYuanRule";
import { YuanInput } from "../fees/YuanInput";
import { parseYuan, yuanText } from "../fees/yuan";
import styles from "./Prices.module.css";
import { changedPrices, type PartOf, type Price, type Unit, units } from "./price";

interface Fields {
  names: { "zh-CN": string; en?: string };
  unit: Unit;
  unitFen: string;
  materialExtra: boolean;
  from?: string;
  to?: string;
}

interface PriceFormProps {
  /** Of which project; of the firm without. */
  projectId: string | undefined;
  part: PartOf;
  /** The price that is changed; a new one without it. */
  price: Price | undefined;
  onDone: () => void;
}

const mostFen = 10_000_000;

/** What a service or material is called, what one unit of it costs, and when that holds. */
export function PriceForm({ projectId, part, price, onDone }: PriceFormProps) {
  const text = useText();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const priceRule = useYuanRule(mostFen, 0);
  const options = {
    form,
    changes: changedPrices,
    onSuccess: () => {
      void message.success(text("prices:saved"));
      onDone();
    },
  };
  const add = useCommand("POST /prices", options);
  const change = useCommand("PATCH /prices/{code}", options);
  const drop = useCommand("DELETE /projects/{projectId}/prices/{code}", options);
  const busy = add.isPending || change.isPending || drop.isPending;

  function submit({ names, unitFen, from, to, ...rest }: Fields) {
    const zh = names["zh-CN"].trim();
    const said = {
      ...rest,
      names: { "zh-CN": zh, en: names.en?.trim() || zh },
      unitFen: parseYuan(unitFen) ?? 0,
    };
    if (price) change.mutate({ projectId, code: price.code, ...said, from: from ?? null, to: to ?? null });
    else add.mutate({ projectId, part, ...said, from, to });
  }

  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      initialValues={{
        unit: "time",
        materialExtra: part === "labour",
        ...price,
        unitFen: price && yuanText(price.unitFen),
      }}
      onFinish={submit}
    >
      <Form.Item
        name={["names", "zh-CN"]}
        label={text("prices:field.chinese")}
        rules={[{ required: true, whitespace: true, message: text("prices:rule.name") }]}
      >
        <Input maxLength={40} autoComplete="off" autoFocus />
      </Form.Item>
      <Form.Item
        name={["names", "en"]}
        label={text("prices:field.english")}
        extra={text("prices:englishHint")}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <div className={styles.days}>
        <Form.Item
          name="unitFen"
          label={text("prices:field.price")}
          rules={[priceRule]}
          validateTrigger="onBlur"
        >
          <YuanInput />
        </Form.Item>
        <Form.Item name="unit" label={text("prices:field.unit")}>
          <Select options={units.map((value) => ({ value, label: text(`prices:unit.${value}`) }))} />
        </Form.Item>
      </div>
      {part === "labour" ? (
        <Form.Item name="materialExtra" valuePropName="checked" extra={text("prices:extraHint")}>
          <Checkbox>{text("prices:extra")}</Checkbox>
        </Form.Item>
      ) : null}
      <div className={styles.days}>
        <Form.Item name="from" label={text("prices:field.from")}>
          <DayInput clearable />
        </Form.Item>
        <Form.Item name="to" label={text("prices:field.to")}>
          <DayInput clearable />
        </Form.Item>
      </div>
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" size="large" loading={busy}>
          {text("prices:save")}
        </Button>
        {price ? (
          <Button
            size="large"
            disabled={busy}
            onClick={() => change.mutate({ projectId, code: price.code, disabled: !price.disabled })}
          >
            {text(price.disabled ? "prices:enable" : "prices:disable")}
          </Button>
        ) : null}
        {price?.own && projectId ? (
          <Button size="large" disabled={busy} onClick={() => drop.mutate({ projectId, code: price.code })}>
            {text("prices:drop")}
          </Button>
        ) : null}
      </div>
      {price ? <p className={styles.soft}>{text("prices:changeHint")}</p> : null}
    </Form>
  );
}
