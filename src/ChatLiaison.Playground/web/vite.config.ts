import { defineConfig } from "vite";

// In development `npm run dev` serves the page and hands the API calls on to a playground that runs at its usual address.
export default defineConfig({
  base: "/playground/",
  build: { outDir: "dist", emptyOutDir: true, target: "es2022", chunkSizeWarningLimit: 900 },
  server: { proxy: { "/playground/api": "http://127.0.0.1:3978" } },
});
