import { useState } from "react";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";
import styles from "./Houses.module.css";
import { NewResident } from "./NewResident";
import type { House } from "./people";
import { TieResident } from "./TieResident";

/** Brings somebody into a house: somebody new, or somebody on record already. */
export function AddResident({ house, onDone }: { house: House; onDone: () => void }) {
  const text = useText();
  const [who, setWho] = useState<"new" | "known">("new");
  return (
    <>
      <div className={styles.intro}>
        <Chips
          label={text("houses:people.add")}
          value={who}
          onChange={setWho}
          options={(["new", "known"] as const).map((value) => ({
            value,
            label: text(`houses:tie.${value}`),
          }))}
        />
      </div>
      {who === "new" ? (
        <NewResident houseId={house.houseId} onDone={onDone} />
      ) : (
        <TieResident house={house} onDone={onDone} />
      )}
    </>
  );
}
