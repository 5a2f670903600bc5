import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";

/** Who did something, by name; work done by itself says so. */
export function By({ actor }: { actor: string }) {
  const text = useText();
  if (actor.startsWith("mem_")) return <MemberName memberId={actor} />;
  return <span>{actor === "system" ? text("fees:bySystem") : text("common:none")}</span>;
}

function MemberName({ memberId }: { memberId: string }) {
  const text = useText();
  const { data } = useQueryOf("GET /members/{memberId}", { memberId }, { staleMs: 600_000 });
  return <span>{data?.name ?? text("common:none")}</span>;
}
