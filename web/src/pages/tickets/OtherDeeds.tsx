import { EllipsisOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useText } from "../../i18n/useText";
import { useNarrow } from "../../theme/useNarrow";
import type { Deed } from "./actions";

interface OtherDeedsProps {
  deeds: readonly Deed[];
  label: (deed: Deed) => string;
  disabled: boolean;
  /** In a line of a list. */
  small?: boolean;
  onPress: (deed: Deed) => void;
}

/** What else may be done: buttons in a row at a desk, one menu beside the next step on a phone. */
export function OtherDeeds({ deeds, label, disabled, small = false, onPress }: OtherDeedsProps) {
  const text = useText();
  const narrow = useNarrow();
  const size = small ? "middle" : "large";
  if (deeds.length === 0) return null;
  if (narrow) {
    const items = deeds.map((deed) => ({ key: deed, label: label(deed), onClick: () => onPress(deed) }));
    return (
      <Dropdown menu={{ items }} trigger={["click"]} placement="topRight">
        <Button size={size} icon={<EllipsisOutlined />} disabled={disabled}>
          {text("tickets:do.more")}
        </Button>
      </Dropdown>
    );
  }
  return deeds.map((deed) => (
    <Button key={deed} size={size} disabled={disabled} onClick={() => onPress(deed)}>
      {label(deed)}
    </Button>
  ));
}
