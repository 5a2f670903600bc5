import { Button } from "antd";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { useConfirm } from "../../ui/useConfirm";
import { type MemberRow, memberLists } from "./rows";

/** Takes a member out of the firm, or lets them in again; asks before. */
export function Ability({ member }: { member: MemberRow }) {
  const text = useText();
  const confirm = useConfirm();
  const disable = useCommand("POST /members/{memberId}/disable", { changes: memberLists });
  const enable = useCommand("POST /members/{memberId}/enable", { changes: memberLists });
  const { memberId, name } = member;
  const deed = member.state === "active" ? "disable" : "enable";
  const ask = async () => {
    const sure = await confirm({
      title: text(`members:${deed}.title`, { name }),
      body: text(`members:${deed}.body`),
      action: text(`members:${deed}.action`),
      danger: deed === "disable",
    });
    if (sure) (deed === "disable" ? disable : enable).mutate({ memberId });
  };
  return (
    <Button
      size="small"
      danger={deed === "disable"}
      loading={disable.isPending || enable.isPending}
      onClick={() => void ask()}
    >
      {text(`members:${deed}.action`)}
    </Button>
  );
}
