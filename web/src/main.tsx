import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import { startTexts } from "./i18n";
import { createQueryClient } from "./queryClient";
import { createAppRouter } from "./router";
import { sessionQuery } from "./session/session";
import "./theme/base.css";

const queryClient = createQueryClient(() => {
  // The frame of the signed-in pages watches this and leads to the sign-in page.
  if (queryClient.getQueryData(sessionQuery.queryKey)) queryClient.setQueryData(sessionQuery.queryKey, null);
});
const router = createAppRouter(queryClient);
const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

await startTexts();
createRoot(root).render(
  <StrictMode>
    <App queryClient={queryClient} router={router} />
  </StrictMode>,
);
