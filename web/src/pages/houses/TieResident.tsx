import { Button, Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand";
import { FindBox } from "../../find/FindBox";
import { readablePhone } from "../../find/phone";
import type { Hit } from "../../find/useFind";
import { useText } from "../../i18n/useText";
import { useZone } from "../../session/zone";
import { DayInput } from "../../ui/DayInput";
import { formatTime } from "../../ui/time";
import styles from "./Houses.module.css";
import { peopleLists } from "./lists";
import type { House, Tie } from "./people";
import { TieChips } from "./TieChips";

type Values = { as: Tie["as"]; from: string };

/** Ties somebody of the project who is on record already to one more house. */
export function TieResident({ house, onDone }: { house: House; onDone: () => void }) {
  const text = useText();
  const [person, setPerson] = useState<Hit>();
  if (person)
    return <AsWhat house={house} person={person} onOther={() => setPerson(undefined)} onDone={onDone} />;
  return (
    <>
      <p className={styles.intro}>{text("houses:tie.intro")}</p>
      <FindBox
        autoFocus
        only={(hit) => hit.residentId !== undefined && hit.projectId === house.projectId}
        onPick={setPerson}
      />
    </>
  );
}

interface AsWhatProps {
  house: House;
  person: Hit;
  onOther: () => void;
  onDone: () => void;
}

function AsWhat({ house: { houseId, code }, person, onOther, onDone }: AsWhatProps) {
  const text = useText();
  const { i18n } = useTranslation();
  const today = formatTime(new Date().toISOString(), "date", i18n.language, useZone());
  const [form] = Form.useForm<Values>();
  const tie = useCommand("POST /houses/{houseId}/residents/{residentId}", {
    form,
    changes: peopleLists,
    onSuccess: onDone,
  });
  const { residentId = "", name = "", phone, houseCode } = person;
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      initialValues={{ as: "owner", from: today }}
      onFinish={({ as, from }) => tie.mutate({ houseId, residentId, as, from })}
    >
      <p className={styles.intro}>
        <strong>{name}</strong> {[phone ? readablePhone(phone) : null, houseCode].filter(Boolean).join(" · ")}{" "}
        <Button type="link" size="small" onClick={onOther}>
          {text("houses:tie.other")}
        </Button>
      </p>
      <TieChips />
      <Form.Item name="from" label={text("houses:field.from")}>
        <DayInput label={text("houses:field.from")} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block size="large" loading={tie.isPending}>
        {text("houses:tie.submit", { house: code })}
      </Button>
    </Form>
  );
}
