import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Refused } from "./backend";
import { tauriBackend } from "./tauri";

interface Commands {
  client_export: { request: null; response: string };
  thing_get: { request: { id: string }; response: string };
}

const invoke = vi.hoisted(() => vi.fn<(command: string, request: unknown) => Promise<unknown>>());
vi.mock("@tauri-apps/api/core", () => ({ invoke }));

const ask = () => tauriBackend<Commands>().call("thing_get", { id: "7" });
const refusalOf = (call: Promise<unknown>) => call.then(() => null, (reason: unknown) => reason as Refused);

describe("the window's host", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("hands every call to the one command of the window", async () => {
    invoke.mockResolvedValue("found");
    expect(await ask(), "the answer comes back as it is").toBe("found");
    expect(invoke, "command and request by name").toHaveBeenCalledWith("rpc", { command: "thing_get", request: { id: "7" } });
  });

  it("passes the desk's refusal on with its code, words and fields", async () => {
    invoke.mockRejectedValue({ code: "locked", words: "Unlock first", fields: [{ path: "id", words: "Unknown" }], wait_s: 4 });
    const refusal = await refusalOf(ask());
    expect(refusal, "an error the screen can branch on").toBeInstanceOf(Refused);
    expect(refusal, "nothing is lost").toMatchObject({ code: "locked", words: "Unlock first", fields: [{ path: "id" }], wait_s: 4 });
  });

  it("takes the marks for mixed directions out of what is shown", async () => {
    invoke.mockResolvedValue({ findings: [{ words: "Needs \u206860\u2069 minutes.", n: 60, on: null }] });
    expect(await ask(), "words alone").toEqual({ findings: [{ words: "Needs 60 minutes.", n: 60, on: null }] });
    invoke.mockRejectedValue({ code: "refused", words: "Wait \u20684\u2069 s", fields: [], wait_s: 4 });
    expect(await refusalOf(ask()), "of a refusal too").toMatchObject({ words: "Wait 4 s" });
  });

  it("says in words that the records could not be reached", async () => {
    invoke.mockRejectedValue("rpc not allowed");
    expect(await refusalOf(ask()), "not the host's own jargon").toMatchObject({ code: "host", fields: [] });
  });

  it("gives up on a call that is never answered", async () => {
    invoke.mockReturnValue(new Promise(() => undefined));
    const refusal = refusalOf(ask());
    await vi.advanceTimersByTimeAsync(29_999);
    expect(await Promise.race([refusal, "waiting"]), "still patient").toBe("waiting");
    await vi.advanceTimersByTimeAsync(1);
    expect(await refusal, "a button must not stay busy for ever").toMatchObject({ code: "timeout" });
  });

  it("waits as long as a person needs to choose a folder", async () => {
    invoke.mockReturnValue(new Promise(() => undefined));
    const call = tauriBackend<Commands>().call("client_export", null);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(await Promise.race([call, "waiting"]), "ten minutes in front of the file chooser").toBe("waiting");
  });
});
