import { Select } from "antd";
import { useText } from "../../i18n/useText";
import { useSession } from "../../session/SessionContext";
import { useActiveMembers } from "../tickets/workers";

interface MembersSelectProps {
  /** Works as a form item, which gives these. */
  id?: string;
  value?: string[];
  onChange?: (value: string[]) => void;
}

/** The colleagues a complaint is about; never oneself. */
export function MembersSelect(props: MembersSelectProps) {
  const text = useText();
  const { member } = useSession();
  const members = useActiveMembers(true);
  return (
    <Select<string[]>
      {...props}
      mode="multiple"
      maxCount={10}
      loading={members.isPending}
      placeholder={text("complaints:rule.about")}
      showSearch={{ optionFilterProp: "label" }}
      options={(members.data ?? [])
        .filter(({ memberId }) => memberId !== member.id)
        .map(({ memberId, name, role }) => ({
          value: memberId,
          label: `${name} · ${text(`common:role.${role}`)}`,
        }))}
    />
  );
}
