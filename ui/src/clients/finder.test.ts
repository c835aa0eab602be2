import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Backend } from "../lib/backend/backend";
import { ClientFinder } from "./finder.svelte";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function finding(answer: () => Promise<unknown> = () => Promise.resolve([])) {
  const asked: string[] = [];
  const backend = {
    call: (_: string, { words, is_settled }: { words: string; is_settled: boolean }) => {
      asked.push(is_settled ? `${words} stays` : words);
      return answer();
    },
  } as unknown as Backend;
  return { asked, finder: new ClientFinder(backend) };
}

describe("a search", () => {
  it("is told to the journal once nobody has typed for a second", async () => {
    const { asked, finder } = finding();
    finder.type("hal");
    await vi.advanceTimersByTimeAsync(900);
    finder.type("halv");
    await vi.advanceTimersByTimeAsync(999);
    expect(asked, "letters on the way").toEqual(["hal", "halv"]);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked, "and once that it is stayed at").toEqual(["hal", "halv", "halv stays"]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked, "only once").toHaveLength(3);
  });

  it("is told at once when somebody is opened from it, and not twice", async () => {
    const { asked, finder } = finding();
    finder.type("halv");
    await vi.advanceTimersByTimeAsync(100);
    finder.pick();
    finder.clear();
    await vi.advanceTimersByTimeAsync(5000);
    expect(asked).toEqual(["halv", "halv stays"]);
    finder.type("oko");
    await vi.advanceTimersByTimeAsync(2000);
    finder.pick();
    expect(asked.filter((words) => words === "oko stays"), "it was told already").toHaveLength(1);
  });

  it("that is given up before is told to nobody", async () => {
    const { asked, finder } = finding();
    finder.type("halv");
    await vi.advanceTimersByTimeAsync(100);
    finder.clear();
    await vi.advanceTimersByTimeAsync(5000);
    expect(asked).toEqual(["halv"]);
  });

  it("shows nobody any longer when the journal cannot be told", async () => {
    let works = true;
    const { finder } = finding(() => (works ? Promise.resolve([{ id: "1" }]) : Promise.reject(new Error("disk full"))));
    finder.type("halv");
    await vi.advanceTimersByTimeAsync(100);
    expect(finder.rows, "found").toHaveLength(1);
    works = false;
    await vi.advanceTimersByTimeAsync(1000);
    expect(finder.rows, "taken away").toEqual([]);
    expect(finder.problem, "and why").toEqual(new Error("disk full"));
  });
});
