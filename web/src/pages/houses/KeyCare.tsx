import { HeartFilled } from "@ant-design/icons";
import { Alert } from "antd";
import { useText } from "../../i18n/useText";
import { caredFor, type Tie } from "./people";

/** Who of a house needs more attention, and why. */
export function KeyCare({ people }: { people: readonly Tie[] }) {
  const text = useText();
  return caredFor(people).map((person) => (
    <Alert
      key={person.residentId}
      type="warning"
      showIcon
      icon={<HeartFilled />}
      title={text("houses:keyCare", { name: person.name })}
      description={person.keyCare}
    />
  ));
}
