import { Button, Form, Input } from "antd";
import type { ReactNode } from "react";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";
import { Sheet } from "../../ui/Sheet";
import styles from "./Fees.module.css";
import { type Method, methods } from "./methods";
import { useYuanRule } from "./useYuanRule";
import { YuanInput } from "./YuanInput";
import { parseYuan, yuanText } from "./yuan";

interface Answer {
  reason: string;
  /** Fen; 0 when none was asked for. */
  amount: number;
  method: Method | undefined;
}

interface ReasonSheetProps {
  open: boolean;
  title: string;
  /** What follows from it. */
  intro: ReactNode;
  action: string;
  danger?: boolean;
  pending: boolean;
  /** Asks for an amount up to this many fen, which is proposed. */
  most?: number;
  /** Asks how the money goes. */
  method?: Method;
  onClose: () => void;
  onSubmit: (answer: Answer) => void;
}

interface Fields {
  amount?: string;
  method?: Method;
  reason: string;
}

/** Asks why something is done that changes what is owed; the reason stays on record. */
export function ReasonSheet(props: ReasonSheetProps) {
  const { open, title, onClose } = props;
  return (
    <Sheet open={open} title={title} onClose={onClose}>
      <ReasonForm {...props} />
    </Sheet>
  );
}

function ReasonForm({ intro, action, danger, pending, most, method, onSubmit }: ReasonSheetProps) {
  const text = useText();
  const yuanRule = useYuanRule(most);
  return (
    <Form<Fields>
      layout="vertical"
      initialValues={{ amount: most === undefined ? undefined : yuanText(most), method }}
      onFinish={(given) =>
        onSubmit({
          reason: given.reason.trim(),
          amount: parseYuan(given.amount ?? "") ?? 0,
          method: given.method,
        })
      }
    >
      <p className={`${styles.soft} ${styles.gap}`}>{intro}</p>
      {most === undefined ? null : (
        <Form.Item
          name="amount"
          label={text("fees:field.amount")}
          rules={[yuanRule]}
          validateTrigger="onBlur"
        >
          <YuanInput />
        </Form.Item>
      )}
      {method === undefined ? null : (
        <Form.Item name="method" label={text("fees:field.refundMethod")}>
          <Chips
            label={text("fees:field.refundMethod")}
            options={methods.map((value) => ({ value, label: text(`fees:method.${value}`) }))}
          />
        </Form.Item>
      )}
      <Form.Item
        name="reason"
        label={text("fees:field.reason")}
        rules={[{ required: true, whitespace: true, min: 2, message: text("fees:rule.reason") }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={300} />
      </Form.Item>
      <Button type="primary" htmlType="submit" danger={danger} block size="large" loading={pending}>
        {action}
      </Button>
    </Form>
  );
}
