import { describe, expect, it } from "vitest";
import { Place } from "./place.svelte";

describe("the place", () => {
  it("leads back the way one came", () => {
    const place = new Place();
    place.go({ at: "clients" });
    place.go({ at: "client", client: "c1" });
    place.back();
    expect(place.now, "one step back").toEqual({ at: "clients" });
    place.back();
    place.back();
    expect(place.now, "never before the day").toEqual({ at: "today" });
  });

  it("does not count going where one is", () => {
    const place = new Place();
    place.go({ at: "clients" });
    place.go({ at: "clients" });
    place.back();
    expect(place.now, "one step, not two").toEqual({ at: "today" });
  });

  it("leaves a form that is done with out of the way back", () => {
    const place = new Place();
    place.go({ at: "client_new" });
    place.replace({ at: "client", client: "c1" });
    place.back();
    expect(place.now, "not the empty form").toEqual({ at: "today" });
  });
});
