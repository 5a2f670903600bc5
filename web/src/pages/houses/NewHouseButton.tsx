import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useText } from "../../i18n/useText";
import { useCan } from "../../session/SessionContext";
import { Sheet } from "../../ui/Sheet";
import { NewHouse } from "./NewHouse";

/** Opens the form for one more house of a project; nothing for those who do not manage houses. */
export function NewHouseButton({ projectId }: { projectId: string }) {
  const text = useText();
  const navigate = useNavigate();
  const manages = useCan("house.manage");
  const [open, setOpen] = useState(false);
  if (!manages) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text("houses:new.title")}</Button>
      <Sheet open={open} title={text("houses:new.title")} onClose={() => setOpen(false)}>
        <NewHouse
          projectId={projectId}
          onDone={({ houseId }) => void navigate({ to: "/houses/$houseId", params: { houseId } })}
        />
      </Sheet>
    </>
  );
}
