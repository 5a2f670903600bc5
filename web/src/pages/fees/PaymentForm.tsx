import { Button, Form, Input } from "antd";
import { useState } from "react";
import type { OutputOf } from "../../api/contract";
import { ApiError } from "../../api/error";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { useZone } from "../../session/zone";
import { Chips } from "../../ui/Chips";
import { DayInput } from "../../ui/DayInput";
import { formatFen } from "../../ui/format";
import { Panel } from "../../ui/Panel";
import { DuplicateReference } from "./DuplicateReference";
import styles from "./Fees.module.css";
import { feeLists } from "./feeLists";
import { type Method, methods } from "./methods";
import { ShareEditor } from "./ShareEditor";
import { noonOf, useToday } from "./today";
import { useShares } from "./useShares";
import { useYuanRule } from "./useYuanRule";
import { YuanInput } from "./YuanInput";
import { parseYuan, yuanText } from "./yuan";

interface Fields {
  amount: string;
  method: Method;
  reference?: string;
  payer?: string;
  note?: string;
  receivedAt: string;
}

interface PaymentFormProps {
  houseId: string;
  debtor: "resident" | "developer";
  bills: OutputOf<"GET /houses/{houseId}/arrears">["bills"];
  onDone: (payment: OutputOf<"POST /payments">) => void;
}

/** What came in, how, and which bills it pays: proposed by the law's order, to be changed as the payer says. */
export function PaymentForm({ houseId, debtor, bills, onDone }: PaymentFormProps) {
  const text = useText();
  const zone = useZone();
  const today = useToday();
  const yuanRule = useYuanRule();
  const [form] = Form.useForm<Fields>();
  const [earlier, setEarlier] = useState<string | null>(null);
  const method = Form.useWatch("method", form);
  const amount = parseYuan(Form.useWatch("amount", form) ?? "") ?? 0;
  const shares = useShares(amount, bills);
  const record = useCommand("POST /payments", {
    form,
    changes: feeLists,
    onSuccess: onDone,
    onFailure: (error) => {
      const twice = error instanceof ApiError && error.kind === "conflict" && error.field === "reference";
      if (twice) setEarlier(/SK[\d-]+/.exec(error.message)?.[0] ?? "");
      return twice;
    },
  });

  function send(acceptDuplicate: boolean) {
    const { receivedAt: day, ...fields } = form.getFieldsValue();
    record.mutate({
      houseId,
      developer: debtor === "developer",
      method: fields.method,
      amount: parseYuan(fields.amount) ?? 0,
      reference: fields.reference?.trim() || undefined,
      payer: fields.payer?.trim() || undefined,
      note: fields.note?.trim() || undefined,
      receivedAt: day === today ? undefined : noonOf(day, zone),
      allocations: shares.asTyped,
      acceptDuplicate,
    });
  }
  const fill = (fen: number) => {
    form.setFieldValue("amount", yuanText(fen));
    void form.validateFields(["amount"]);
  };
  const due = bills.filter((bill) => bill.dueOn < today).reduce((sum, bill) => sum + bill.outstanding, 0);
  const all = bills.reduce((sum, bill) => sum + bill.outstanding, 0);

  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      initialValues={{ method: "wechat", receivedAt: today }}
      onFinish={() => {
        if (!shares.fault) send(false);
      }}
    >
      <div className={styles.desk}>
        <Panel title={text("fees:pay.what")}>
          <Form.Item label={text("fees:field.amount")} required htmlFor="amount">
            <Form.Item name="amount" noStyle rules={[yuanRule]} validateTrigger="onBlur">
              <YuanInput size="large" autoFocus />
            </Form.Item>
            <div className={styles.quick}>
              {due > 0 && due < all ? (
                <Button size="small" onClick={() => fill(due)}>
                  {text("fees:pay.allOverdue", { sum: formatFen(due) })}
                </Button>
              ) : null}
              {all > 0 ? (
                <Button size="small" onClick={() => fill(all)}>
                  {text("fees:pay.allOpen", { sum: formatFen(all) })}
                </Button>
              ) : null}
            </div>
          </Form.Item>
          <Form.Item name="method" label={text("fees:field.method")}>
            <Chips
              label={text("fees:field.method")}
              options={methods.map((value) => ({ value, label: text(`fees:method.${value}`) }))}
            />
          </Form.Item>
          <div className={styles.pair}>
            {method === "cash" ? null : (
              <Form.Item
                name="reference"
                label={text("fees:field.reference")}
                extra={text("fees:pay.referenceHint")}
              >
                <Input maxLength={80} autoComplete="off" onChange={() => setEarlier(null)} />
              </Form.Item>
            )}
            <Form.Item name="receivedAt" label={text("fees:field.receivedAt")}>
              <DayInput max={today} />
            </Form.Item>
            <Form.Item name="payer" label={text("fees:field.payer")}>
              <Input maxLength={60} autoComplete="off" />
            </Form.Item>
            <Form.Item name="note" label={text("fees:field.note")}>
              <Input maxLength={300} autoComplete="off" />
            </Form.Item>
          </div>
        </Panel>
        <Panel
          title={text("fees:pay.where")}
          intro={bills.length > 0 ? text("fees:pay.whereHint") : undefined}
        >
          <ShareEditor amount={amount} bills={bills} shares={shares} today={today} />
          {earlier === null ? null : (
            <DuplicateReference receipt={earlier} pending={record.isPending} onAccept={() => send(true)} />
          )}
          <Button
            type="primary"
            htmlType="submit"
            size="large"
            block
            disabled={shares.fault !== undefined || earlier !== null}
            loading={record.isPending}
          >
            {amount > 0 ? text("fees:pay.submit", { sum: formatFen(amount) }) : text("fees:pay.title")}
          </Button>
        </Panel>
      </div>
    </Form>
  );
}
