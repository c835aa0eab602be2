// The words and the code agree: nothing said is missing, nothing written is unused.
import { describe, expect, it } from "vitest";
import { say } from "./words";

const sources = Object.entries(
  import.meta.glob<string>(["../**/*.svelte", "../**/*.ts", "!../**/*.test.ts", "!./words.ts"], { query: "?raw", import: "default", eager: true }),
);
const screenWords = Object.values(
  import.meta.glob<string>("../../../locales/en-GB/screen*.ftl", { query: "?raw", import: "default", eager: true }),
).join("\n");

const declared = [...screenWords.matchAll(/^([a-z][a-z0-9-]*) =/gm)].map((match) => match[1] ?? "");
const said = sources.flatMap(([path, text]) =>
  [...text.matchAll(/\bsay\(\s*("([^"]*)"|[^\s])/g)].map((match) => ({ path, key: match[2] })),
);

describe("the words on screen", () => {
  it("have a message for everything that is said", () => {
    const missing = said.filter(({ key }) => key !== undefined && !declared.includes(key));
    expect(missing, "every say(\"…\") names a message of a screen*.ftl").toEqual([]);
  });

  it("are always named by a literal key, so that this test sees them all", () => {
    const hidden = said.filter(({ key }) => key === undefined);
    expect(hidden, "say(variable) cannot be checked").toEqual([]);
  });

  it("are all used", () => {
    const used = new Set(said.map(({ key }) => key));
    expect(declared.filter((key) => !used.has(key)), "a message nobody says is removed").toEqual([]);
  });

  it("are found by this test at all", () => {
    expect(said.length, "the pattern matches real calls").toBeGreaterThan(20);
  });

  it("throw where we test when a message is missing or a gap is open", () => {
    expect(() => say(["no", "such"].join("-")), "an unknown key is a mistake").toThrow("no-such");
    expect(() => say("kit-saved"), "an open gap is a mistake").toThrow("kit-saved");
  });
});
