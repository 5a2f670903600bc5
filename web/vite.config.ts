import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { worker } from "./worker.plugin.ts";

const api = "http://localhost:3000";

const libraries = (names: string) => new RegExp(`node_modules[\\\\/](${names})[\\\\/]`);
const antd = libraries("antd|@ant-design|@rc-component|dayjs");
// What the first page needs in any case; the rest comes with the pages that use it.
const initial = ["$initial" as const];

// Split by how often things change: our own code with every release, libraries seldom.
const groups = [
  { name: "react", test: libraries("react|react-dom|scheduler"), priority: 4 },
  { name: "platform", test: libraries("@tanstack|i18next|react-i18next"), priority: 4 },
  { name: "components", test: antd, tags: initial, priority: 3 },
  { name: "parts", test: antd, priority: 2, entriesAware: true, entriesAwareMergeThreshold: 50_000 },
  { name: "app", test: /web[\\/]src[\\/]/, tags: initial, priority: 2 },
  { name: "door", test: /web[\\/]src[\\/]pages[\\/]auth[\\/]/, priority: 1 },
];

export default defineConfig({
  plugins: [react(), worker()],
  // What the server renders itself: the API, residents' links (one letter each) and the message viewer.
  server: { port: 5173, proxy: { "^/(api|dev|[rstbu])(/|$)": api } },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    // The content policy allows images as data:, fonts and scripts not.
    assetsInlineLimit: 0,
    reportCompressedSize: true,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: { groups },
        // The full name of a shared chunk lists every page that shares it.
        chunkFileNames: ({ name }) => `assets/${name.split("~")[0]}-[hash].js`,
      },
    },
  },
});
