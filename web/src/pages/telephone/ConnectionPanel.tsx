import { Alert, Button, Typography } from "antd";
import { useState } from "react";
import type { OutputOf } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { Panel } from "../../ui/Panel";
import { StatusTag } from "../../ui/StatusTag";
import { useConfirm } from "../../ui/useConfirm";
import { When } from "../../ui/When";
import { exampleOf } from "./example";
import styles from "./Telephone.module.css";

const changes = ["GET /telephone", "GET /telephone/calls"] as const;

/** The address and the secret by which a telephone system reports calls; the secret is shown while one is here alone. */
export function ConnectionPanel({ telephone }: { telephone: OutputOf<"GET /telephone"> }) {
  const text = useText();
  const confirm = useConfirm();
  const [secret, setSecret] = useState<string | null>(null);
  const connect = useCommand("POST /telephone/connection", {
    changes,
    onSuccess: (made) => setSecret(made.secret),
  });
  const disconnect = useCommand("DELETE /telephone/connection", {
    changes,
    onSuccess: () => setSecret(null),
  });
  const { connected, address } = telephone;
  const sure = (what: "renew" | "remove") =>
    confirm({
      title: text(`telephone:${what}.title`),
      body: text(`telephone:${what}.body`),
      action: text(`telephone:${what}.action`),
      danger: true,
    });
  return (
    <Panel
      width="form"
      title={text("telephone:connection")}
      aside={
        connected ? (
          <StatusTag tone="good">{text("telephone:on")}</StatusTag>
        ) : (
          <StatusTag tone="neutral">{text("telephone:off")}</StatusTag>
        )
      }
    >
      {connected && address ? (
        <div className={styles.facts}>
          <p className={styles.soft}>
            {text("telephone:since", { name: connected.byName })} <When at={connected.at} />
          </p>
          <Copied label={text("telephone:address")} value={address} />
          {secret ? (
            <>
              <Alert type="warning" showIcon title={text("telephone:once")} />
              <Copied label={text("telephone:secret")} value={secret} />
            </>
          ) : null}
          <details>
            <summary>{text("telephone:how")}</summary>
            <p>{text("telephone:howBody")}</p>
            <pre className={styles.example}>{exampleOf(address)}</pre>
          </details>
        </div>
      ) : (
        <p className={styles.soft}>{text("telephone:none")}</p>
      )}
      <div className={styles.buttons}>
        <Button
          type={connected ? "default" : "primary"}
          loading={connect.isPending}
          onClick={async () => {
            if (!connected || (await sure("renew"))) connect.mutate({});
          }}
        >
          {text(connected ? "telephone:renew.action" : "telephone:connect")}
        </Button>
        {connected ? (
          <Button
            danger
            loading={disconnect.isPending}
            onClick={async () => {
              if (await sure("remove")) disconnect.mutate({});
            }}
          >
            {text("telephone:remove.action")}
          </Button>
        ) : null}
      </div>
    </Panel>
  );
}

function Copied({ label, value }: { label: string; value: string }) {
  const text = useText();
  return (
    <div>
      <div className={styles.soft}>{label}</div>
      <Typography.Text
        code
        className={styles.value}
        copyable={{ text: value, tooltips: [text("settings:copy"), text("settings:copied")] }}
      >
        {value}
      </Typography.Text>
    </div>
  );
}
