import { expect, it } from "vitest";
import { readTime } from "./clock-time";

it.each([["14:00", "14:00"], ["1400", "14:00"], ["14.30", "14:30"], ["9", "09:00"], [" 9:05 ", "09:05"], ["905", "09:05"]])(
  "a time typed as “%s” is read as it is meant",
  (typed, time) => {
    expect(readTime(typed), "hours and minutes").toBe(time);
  },
);

it("leaves what is no time to the desk, which says what is wrong", () => {
  expect(readTime("half five"), "as typed").toBe("half five");
});
