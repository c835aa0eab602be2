import { describe, expect, it } from "vitest";
import { AGREED, FINISHED, PLANNING, SIGNED_VISIT, TREATING, VISIT } from "../gallery/visit-sample";
import { lightsOf, nextPage } from "./steps";

describe("the next open step of a visit", () => {
  it("is the questions first", () => expect(nextPage(VISIT), "nothing is answered for yet").toBe("screening"));
  it("is the plan while something stops it", () => expect(nextPage(PLANNING), "too soon").toBe("plan"));
  it("is the consent once the plan may go on", () => expect(nextPage(AGREED), "not signed").toBe("consent"));
  it("is the treatment once the consent is signed", () => expect(nextPage(TREATING), "not finished").toBe("chart"));
  it("is the signature once the treatment ended", () => expect(nextPage(FINISHED), "not signed").toBe("sign"));
  it("is the sheet once the visit is signed", () => expect(nextPage(SIGNED_VISIT), "no sheet yet").toBe("aftercare"));
  it("is nothing more once the sheet is filed", () => expect(nextPage({ ...SIGNED_VISIT, sheet: "x" }), "to look at").toBe("sign"));
});

describe("the rail", () => {
  it("shows the plan as stopped while the rules stop it", () => {
    expect(lightsOf(PLANNING).find(({ id }) => id === "plan")?.state, "a stop").toBe("stopped");
    expect(lightsOf(AGREED).find(({ id }) => id === "plan")?.state, "it may go on").toBe("done");
  });

  it("leaves out what is no part of the visit", () => {
    const rail = VISIT.rail.map((light) => (light.step === "numb" ? { ...light, light: "off" as const } : light));
    expect(lightsOf({ ...VISIT, rail }).map(({ id }) => id), "no numbing").not.toContain("numb");
  });
});
