// The walls of this folder, checked: who may import what, and what the content policy would refuse anyway.
import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

/** Folders under `src` that put concepts together or stand outside the product's layers. */
const COMPOSING = ["app", "screens", "gallery"];

const wall = (patterns) => ["error", { patterns }];
const hostOnly = {
  group: ["@tauri-apps/*"],
  message: "Only lib/backend/tauri.ts talks to the window; everything else goes through lib/backend/backend.ts.",
};
const noComposing = {
  regex: "(^|/)(screens|app|gallery)/",
  message: "Nothing but app/ and screens/ may import from app/ or screens/.",
};

/** A concept's folder may reach its own files, `kit/` and `lib/`: any other folder beside it is refused. */
const otherConcepts = {
  regex: "^(\\.\\./)+(?!kit/|lib/|map/)[a-z-]+/",
  message: "A concept imports only from kit/, lib/ and itself; put concepts together in screens/.",
};

export default ts.config(
  { ignores: ["dist/", "node_modules/", "src/lib/backend/contract.ts"] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: globals.browser },
    rules: {
      "no-restricted-imports": wall([hostOnly]),
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      eqeqeq: "error",
      "no-console": "error",
      // TypeScript itself knows which names exist.
      "no-undef": "off",
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig, extraFileExtensions: [".svelte"] } },
    rules: {
      "svelte/no-at-html-tags": "error",
      "no-restricted-syntax": [
        "error",
        {
          selector: "SvelteAttribute[key.name='style']",
          message: "The content policy refuses style attributes: use a class, or a style: directive for a value that changes.",
        },
      ],
    },
  },
  {
    files: ["src/kit/**"],
    ignores: ["src/kit/**/*.test.ts"],
    rules: {
      "no-restricted-imports": wall([
        hostOnly,
        {
          regex: "^\\.\\./(?!lib/(words|dates)(\\.svelte)?$)",
          message: "kit/ knows no clinic and no backend: it imports only kit/, lib/words and lib/dates.",
        },
      ]),
    },
  },
  {
    files: ["src/lib/**"],
    ignores: ["src/lib/backend/tauri.ts"],
    rules: {
      "no-restricted-imports": wall([
        hostOnly,
        { regex: "^(\\.\\./)+(?!\\.\\.|backend/|lib/|words|dates)[a-z-]+/", message: "lib/ stands under everything else." },
      ]),
    },
  },
  { files: ["src/lib/backend/tauri.ts"], rules: { "no-restricted-imports": "off" } },
  {
    files: ["src/*/**"],
    ignores: ["src/kit/**", "src/lib/**", "src/styles/**", "src/**/*.test.ts", ...COMPOSING.map((folder) => `src/${folder}/**`)],
    rules: { "no-restricted-imports": wall([hostOnly, noComposing, otherConcepts]) },
  },
  { files: ["*.config.js", "*.config.ts", "tools/**"], languageOptions: { globals: globals.node } },
  { files: ["tools/**"], rules: { "no-console": "off" } },
  { files: ["public/**"], languageOptions: { sourceType: "script" } },
);
