import { describe, expect, it } from "vitest";
import { Refused } from "./backend";
import { fakeBackend } from "./fake";

interface Commands {
  thing_rename: { request: { name: string }; response: { id: string } };
  thing_remove: { request: { id: string }; response: null };
}

describe("the fake backend", () => {
  it("answers a command and remembers what was asked at that moment", async () => {
    const desk = fakeBackend<Commands>({ thing_rename: ({ name }) => ({ id: `${name}-1` }) });
    const request = { name: "a" };
    expect(await desk.call("thing_rename", request), "the answer of the handler").toEqual({ id: "a-1" });
    request.name = "b";
    expect(desk.calls, "what was asked, not what became of it").toEqual([{ command: "thing_rename", request: { name: "a" } }]);
  });

  it("fails the test that calls a command without an answer", async () => {
    const desk = fakeBackend<Commands>({});
    await expect(desk.call("thing_remove", { id: "1" }), "silence would hide a call").rejects.toThrow("thing_remove");
  });

  it("passes a refusal on with the words of each field", async () => {
    const desk = fakeBackend<Commands>({
      thing_rename: () => {
        throw new Refused("bad_input", "Two things to put right", [{ path: "name", words: "Give a name" }]);
      },
    });
    const refusal = await desk.call("thing_rename", { name: "" }).catch((reason: unknown) => reason);
    expect(refusal, "a refusal is a value with a code").toBeInstanceOf(Refused);
    expect((refusal as Refused).field("name"), "the field's own words").toBe("Give a name");
    expect((refusal as Refused).field("other"), "nothing for a field that is fine").toBe("");
    expect((refusal as Refused).message, "what a log may see").toBe("bad_input");
  });
});
