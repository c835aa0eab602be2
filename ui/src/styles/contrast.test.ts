// The contrast of every pair of colours that the kit puts on each other, in both themes, from the tokens themselves.
import { describe, expect, it } from "vitest";
import tokens from "./tokens.css?raw";

type Palette = Map<string, string>;

/** The colours of one theme; dark takes what it does not name from light. */
function palette(theme: "light" | "dark"): Palette {
  const [light = "", dark = ""] = tokens.split('[data-theme="dark"]');
  const named = (css: string): [string, string][] => [...css.matchAll(/--([a-z0-9-]+):\s*(#[0-9A-F]{6})\b/gi)].map(([, name = "", hex = ""]) => [name, hex]);
  return new Map([...named(light), ...(theme === "dark" ? named(dark) : [])]);
}

/** Relative luminance of `#RRGGBB` as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ["bg", "surface", "surface-2", "sunken"];
const TONES = ["danger", "warn", "ok", "info"];

/** Ink, ground, and the ratio that is needed: 7 for text and states, 4.5 for hints, 3 for edges. */
const PAIRS: [ink: string, ground: string, needed: number][] = [
  ...GROUNDS.flatMap((ground): [string, string, number][] => [
    ["text", ground, 7],
    ["text-2", ground, 7],
    ["text-3", ground, 4.5],
    ["accent-text", ground, 4.5],
    ["border-strong", ground, 3],
    ["focus", ground, 3],
  ]),
  ...TONES.flatMap((tone): [string, string, number][] => [
    [tone, "surface", 7],
    [tone, `${tone}-soft`, 7],
    ["text", `${tone}-soft`, 7],
    [`${tone}-line`, "surface", 3],
  ]),
  ["on-accent", "accent", 7],
  ["accent-text", "accent-soft", 4.5],
  ["text", "accent-soft", 7],
  ["on-banner", "banner", 7],
  ["on-banner-2", "banner", 7],
  ["on-pill-stop", "pill-stop", 7],
  ["on-pill-caution", "pill-caution", 7],
  ["skin-line", "skin", 3],
  ...[1, 2, 3, 4, 5, 6, 7].map((step): [string, string, number] => [`depth-ink-${step}`, `depth-${step}`, 4.5]),
];

describe.each(["light", "dark"] as const)("the %s theme", (theme) => {
  const colours = palette(theme);

  it.each(PAIRS)("lets %s be read on %s at %d to 1", (ink, ground, needed) => {
    const [top, under] = [colours.get(ink), colours.get(ground)];
    expect(top !== undefined && under !== undefined, `${ink} and ${ground} are tokens`).toBe(true);
    expect(contrast(top ?? "", under ?? ""), `${ink} on ${ground}`).toBeGreaterThanOrEqual(needed);
  });
});
