// How the page is built: plain files beside index.html, nothing inlined, so that the window's content policy
// (no inline script, no data: address) holds for all of it. `--mode gallery` builds the kit's own show page
// instead, into a folder that never ships.
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";

export default defineConfig(({ mode }) => {
  const gallery = mode === "gallery";
  return {
    base: "./",
    plugins: [svelte(), svelteTesting()],
    // The words stand beside this folder, where the Rust side reads them too.
    server: { fs: { allow: [".."] }, port: 5173, strictPort: true },
    build: {
      target: "safari16.4",
      outDir: gallery ? "../out/gallery" : "dist",
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: gallery ? "gallery.html" : "index.html" },
    },
    test: {
      environment: "jsdom",
      include: ["src/**/*.test.ts"],
      setupFiles: ["src/test-setup.ts"],
      // Styles are left out of tests, but for the tokens, whose contrast is computed.
      css: { include: /tokens\.css/ },
      // axe needs a second on a quiet machine; a busy one must not make it look broken.
      testTimeout: 30_000,
      restoreMocks: true,
      unstubGlobals: true,
    },
  };
});
