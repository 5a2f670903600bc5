import { Drawer, Modal } from "antd";
import type { ReactNode } from "react";
import { useNarrow } from "../theme/useNarrow";

interface SheetProps {
  open: boolean;
  title: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** A small form over the page: in its middle at a desk, at the thumb on a phone. What was typed is kept while it is open. */
export function Sheet({ open, title, onClose, children }: SheetProps) {
  const narrow = useNarrow();
  if (narrow) {
    return (
      <Drawer
        open={open}
        title={title}
        onClose={onClose}
        placement="bottom"
        size="auto"
        destroyOnHidden
        mask={{ closable: false }}
        styles={{
          section: { maxHeight: "92dvh" },
          body: { padding: "16px 16px calc(16px + env(safe-area-inset-bottom))" },
        }}
      >
        {children}
      </Drawer>
    );
  }
  return (
    <Modal
      open={open}
      title={title}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
      mask={{ closable: false }}
      centered
    >
      {children}
    </Modal>
  );
}
