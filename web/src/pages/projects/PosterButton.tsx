import { QrcodeOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { downloadOf } from "../../api/client";
import { useText } from "../../i18n/useText";
import { useTellFailure } from "../../ui/useTellFailure";

/** Gives the poster with the QR code by which residents of a project report for themselves. */
export function PosterButton({ projectId }: { projectId: string }) {
  const text = useText();
  const download = useMutation({
    mutationFn: () => downloadOf("GET /projects/{projectId}/qr", { projectId }),
    onError: useTellFailure(),
  });
  return (
    <Button icon={<QrcodeOutlined />} loading={download.isPending} onClick={() => download.mutate()}>
      {text("projects:poster")}
    </Button>
  );
}
