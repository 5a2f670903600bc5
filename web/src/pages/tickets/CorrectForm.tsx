import { Button, Form } from "antd";
import { useState } from "react";
import type { InputOf } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { useQueryOf } from "../../api/useQueryOf";
import { internationalPhone } from "../../find/phone";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";
import type { TicketDetail } from "./actions";
import type { DeedFormProps } from "./DeedForm";
import { HouseField } from "./HouseField";
import { peopleNow } from "./HouseIntake";
import { channels, kinds, urgenciesOf } from "./kinds";
import { type Person, ReporterField } from "./ReporterField";
import styles from "./Ticket.module.css";
import { changedByDeeds } from "./ticketLists";
import { useCategories } from "./useCategories";
import { WordsField } from "./WordsField";

type Input = InputOf<"PATCH /tickets/{ticketId}">;
type Plain = Pick<Input, "houseId" | "kind" | "category" | "urgency" | "channel" | "words">;
type Fields = Plain & { residentId?: string; reporter?: { name?: string; phone?: string } };

/** Stands for somebody who is none of the people of the house. */
const typed = "typed";

/** Corrects what was entered wrongly: house, reporter, words and channel; kind, category and urgency until it was done. */
export function CorrectForm({ ticket, blocked, onDone, onFailure }: DeedFormProps) {
  const text = useText();
  const categories = useCategories();
  const [form] = Form.useForm<Fields>();
  const correct = useCommand("PATCH /tickets/{ticketId}", {
    form,
    changes: changedByDeeds,
    onSuccess: onDone,
    onFailure,
  });
  // As it was when the form was opened: what is entered was made out of it.
  const [seen] = useState(ticket);
  const houseId = Form.useWatch("houseId", form);
  const kind = Form.useWatch("kind", form) ?? seen.kind;
  const house = useQueryOf(
    "GET /houses/{houseId}",
    { houseId: houseId ?? "" },
    { enabled: Boolean(houseId) },
  );
  const people = withReporter(houseId ? peopleNow(house.data?.people ?? []) : [], seen.reporter);

  function submit({ residentId, reporter, ...fields }: Fields) {
    const person = people.find((one) => one.residentId === residentId);
    const said = person
      ? { residentId: person.residentId }
      : { name: reporter?.name?.trim(), phone: internationalPhone(reporter?.phone ?? "") };
    const changed = { ...changedIn(fields, plainOf(seen)), ...(isOther(said, seen) && { reporter: said }) };
    const { ticketId, rev } = ticket;
    return Object.keys(changed).length > 0 ? correct.mutate({ ticketId, rev, ...changed }) : onDone();
  }

  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      initialValues={{
        ...plainOf(seen),
        residentId: seen.reporter.residentId ?? typed,
        reporter: { name: seen.reporter.name, phone: seen.reporter.phone },
      }}
      onFinish={submit}
    >
      <p className={`${styles.soft} ${styles.notice}`}>{text("tickets:correct.hint")}</p>
      <Form.Item name="houseId" label={text("tickets:field.where")}>
        <HouseField projectId={seen.projectId} none={text("tickets:publicArea")} />
      </Form.Item>
      <ReporterField people={people} form={form} typed={typed} named />
      {ticket.completions.length === 0 ? (
        <>
          <Form.Item name="kind" label={text("tickets:field.kind")}>
            <Chips
              label={text("tickets:field.kind")}
              options={kinds.map((value) => ({ value, label: text(`tickets:kind.${value}`) }))}
              onChange={(chosen) => {
                form.setFieldValue("category", chosen === seen.kind ? seen.category : undefined);
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
              options={categories.choicesIn(
                seen.projectId,
                kind,
                kind === seen.kind ? seen.category : undefined,
              )}
            />
          </Form.Item>
          {kind === "emergency" ? null : (
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
        </>
      ) : null}
      <Form.Item name="channel" label={text("tickets:field.channel")}>
        <Chips
          label={text("tickets:field.channel")}
          options={[...new Set([...channels, seen.channel])].map((value) => ({
            value,
            label: text(`tickets:channel.${value}`),
          }))}
        />
      </Form.Item>
      <WordsField form={form} seen={seen.words} now={ticket.words} />
      <Button
        type="primary"
        htmlType="submit"
        size="large"
        block
        disabled={blocked}
        loading={correct.isPending}
      >
        {text("tickets:do.save")}
      </Button>
    </Form>
  );
}

type Named = Pick<Person, "residentId" | "name">;

/** Whoever stands there is to choose, too, wherever they live. */
const withReporter = (
  people: readonly Named[],
  { residentId, name }: TicketDetail["reporter"],
): readonly Named[] =>
  residentId && !people.some((one) => one.residentId === residentId)
    ? [...people, { residentId, name }]
    : people;

const plainOf = ({ houseId, kind, category, urgency, channel, words }: TicketDetail): Plain => ({
  houseId: houseId ?? null,
  ...{ kind, category, urgency, channel, words },
});

/** What was really changed: what somebody else changed meanwhile stays as they left it. */
function changedIn(fields: Plain, seen: Plain): Partial<Plain> {
  const names = Object.keys(seen) as (keyof Plain)[];
  const changed = names.filter((name) => fields[name] !== undefined && fields[name] !== seen[name]);
  return Object.fromEntries(changed.map((name) => [name, fields[name]]));
}

/** Whether somebody else is named than who stands there, or reached otherwise. */
const isOther = (said: NonNullable<Input["reporter"]>, { reporter }: TicketDetail) =>
  said.residentId
    ? said.residentId !== reporter.residentId
    : said.name !== reporter.name || said.phone !== reporter.phone;
