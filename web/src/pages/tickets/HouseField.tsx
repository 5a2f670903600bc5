import { Button } from "antd";
import { useState } from "react";
import { useQueryOf } from "../../api/useQueryOf";
import { FindBox } from "../../find/FindBox";
import { useText } from "../../i18n/useText";
import styles from "./Ticket.module.css";

interface HouseFieldProps {
  projectId: string;
  /** What it is called to be of no house. */
  none: string;
  /** Works as a form item: a house, or null for none. */
  value?: string | null;
  onChange?: (houseId: string | null) => void;
}

/** Which house of a project, or none: found as at intake. */
export function HouseField({ projectId, none, value, onChange }: HouseFieldProps) {
  const text = useText();
  const [finding, setFinding] = useState(false);
  const house = useQueryOf("GET /houses/{houseId}", { houseId: value ?? "" }, { enabled: Boolean(value) });
  const choose = (houseId: string | null) => {
    setFinding(false);
    onChange?.(houseId);
  };
  if (finding)
    return (
      <>
        <FindBox
          autoFocus
          only={(hit) => hit.projectId === projectId}
          onPick={(hit) => choose(hit.houseId)}
        />
        <p className={styles.place}>
          <Button onClick={() => choose(null)}>{none}</Button>
          <Button type="text" onClick={() => setFinding(false)}>
            {text("common:cancel")}
          </Button>
        </p>
      </>
    );
  return (
    <p className={styles.place}>
      <strong>{value ? (house.data?.code ?? "…") : none}</strong>
      <Button size="small" onClick={() => setFinding(true)}>
        {text("tickets:correct.otherHouse")}
      </Button>
    </p>
  );
}
