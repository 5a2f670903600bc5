import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useEffect, useRef } from "react";
import type { OutputOf } from "../../api/contract";
import { useText } from "../../i18n/useText";
import { formatFen } from "../../ui/format";
import styles from "./Fees.module.css";

/** The receipt's number, to be written down or read out, and how the house stands now. */
export function Receipt({ payment, onNext }: { payment: OutputOf<"POST /payments">; onNext: () => void }) {
  const text = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { outstanding, credit } = payment.house;
  return (
    <section className={styles.done} role="status">
      <h1 ref={heading} tabIndex={-1}>
        {text("fees:receipt.title", { sum: formatFen(payment.amount), house: payment.houseCode })}
      </h1>
      <p>{text("fees:receipt.number")}</p>
      <p className={styles.number}>{payment.number}</p>
      <ul className={styles.soft}>
        {payment.covers.map((cover) => (
          <li key={cover.billId}>
            {text("fees:receipt.covers", { period: cover.period, sum: formatFen(cover.amount) })}
          </li>
        ))}
        {payment.unallocated > 0 ? (
          <li>{text("fees:pay.credit", { sum: formatFen(payment.unallocated) })}</li>
        ) : null}
      </ul>
      <p>
        {outstanding > 0
          ? text("fees:receipt.stillOpen", { sum: formatFen(outstanding) })
          : text("fees:receipt.clear")}
        {credit > 0 ? ` ${text("fees:receipt.credit", { sum: formatFen(credit) })}` : null}
      </p>
      <div className={styles.actions}>
        <Button type="primary" onClick={onNext}>
          {text("fees:receipt.next")}
        </Button>
        <Link
          to="/fees/payments/$paymentId"
          params={{ paymentId: payment.paymentId }}
          className="fd-button-link"
        >
          {text("fees:receipt.open")}
        </Link>
      </div>
    </section>
  );
}
