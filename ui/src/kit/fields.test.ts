import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import Button from "./Button.svelte";
import DateField from "./DateField.svelte";
import ErrorSummary from "./ErrorSummary.svelte";
import PinField from "./PinField.svelte";
import TextField from "./TextField.svelte";
import YesNo from "./YesNo.svelte";

afterEach(cleanup);

const box = (name: string) => screen.getByLabelText<HTMLInputElement>(name);

describe("a date field", () => {
  async function typeDate(day: string, month: string, year: string) {
    const user = userEvent.setup();
    const onsettle = vi.fn();
    render(DateField, { label: "Born", value: null, onsettle });
    if (day) await user.type(box("Day"), day);
    if (month) await user.type(box("Month"), month);
    if (year) await user.type(box("Year"), year);
    await user.click(document.body);
    return onsettle;
  }

  it("hands over the day when the group is left, with the month in letters", async () => {
    const onsettle = await typeDate("15", "Mar", "1984");
    expect(onsettle, "once, as an ISO date").toHaveBeenCalledExactlyOnceWith("1984-03-15");
    expect(box("Month").value, "what was typed stays").toBe("Mar");
  });

  it("never jumps to the next box by itself", async () => {
    const user = userEvent.setup();
    render(DateField, { label: "Born", value: null });
    await user.type(box("Day"), "15");
    expect(document.activeElement, "focus stays where the person is typing").toBe(box("Day"));
  });

  it("says which box is wrong and keeps what was typed", async () => {
    const onsettle = await typeDate("15", "13", "1984");
    expect(screen.getByText(/The month is a number from 1 to 12/), "how to put it right").toBeTruthy();
    expect(box("Month").value, "nothing is wiped").toBe("13");
    expect(onsettle, "no day to hand over").not.toHaveBeenCalled();
  });

  it("says nothing while boxes are still being filled", async () => {
    const user = userEvent.setup();
    render(DateField, { label: "Born", value: null });
    await user.type(box("Day"), "15");
    await user.tab();
    expect(screen.queryByText(/The month is/), "the person is not done").toBeNull();
  });

  it("shows a day given from outside, and another one after it", async () => {
    const { rerender } = render(DateField, { label: "Born", value: "1988-03-14" });
    expect([box("Day").value, box("Month").value, box("Year").value], "the first").toEqual(["14", "3", "1988"]);
    await rerender({ value: "2001-12-01" });
    expect([box("Day").value, box("Month").value, box("Year").value], "the second").toEqual(["1", "12", "2001"]);
  });
});

describe("a yes or no question", () => {
  it("has no answer beforehand, and takes Y and N", async () => {
    const user = userEvent.setup();
    const onanswer = vi.fn();
    render(YesNo, { label: "Keloid?", value: null, onanswer });
    expect(screen.getAllByRole<HTMLInputElement>("radio").filter((radio) => radio.checked), "unanswered is not no").toEqual([]);
    await user.tab();
    await user.keyboard("y");
    await user.keyboard("n");
    expect(onanswer.mock.calls, "both keys").toEqual([[true], [false]]);
    expect(screen.getByLabelText<HTMLInputElement>("No").checked, "the last one counts").toBe(true);
  });

  it("is a group with its question as the name", () => {
    render(YesNo, { label: "Keloid?", value: null, error: "Answer this question" });
    const group = screen.getByRole("group", { name: "Keloid?" });
    const described = group.getAttribute("aria-describedby") ?? "";
    expect(document.getElementById(described)?.textContent, "the error is read with it").toContain("Error: Answer this question");
  });
});

describe("a PIN field", () => {
  it("hands the digits over on Enter and forgets them", async () => {
    const user = userEvent.setup();
    const onpin = vi.fn();
    render(PinField, { label: "Your PIN", onpin });
    await user.type(box("Your PIN"), "12a34{Enter}");
    expect(onpin, "digits alone").toHaveBeenCalledExactlyOnceWith("1234");
    expect(box("Your PIN").value, "nothing stays in the page").toBe("");
  });

  it("is not handed over while it is too short", async () => {
    const user = userEvent.setup();
    const onpin = vi.fn();
    render(PinField, { label: "Your PIN", onpin });
    await user.type(box("Your PIN"), "123{Enter}");
    expect(onpin, "a PIN has at least four digits").not.toHaveBeenCalled();
    expect(screen.getByText(/4 to 8 digits/), "and says so").toBeTruthy();
  });

  it("hides what is typed", () => {
    render(PinField, { label: "Your PIN", onpin: vi.fn() });
    expect(box("Your PIN").type, "nobody reads it over a shoulder").toBe("password");
  });
});

describe("a text field", () => {
  it("is read together with its hint and its error", () => {
    render(TextField, { label: "Lot", value: "NC-22", hint: "On the blister", error: "Scan again or type it." });
    const described = (box("Lot").getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent);
    expect(described, "both, the error marked as one").toEqual(["On the blister", "Error: Scan again or type it."]);
    expect(box("Lot").getAttribute("aria-invalid"), "marked for a screen reader").toBe("true");
    expect(box("Lot").value, "what was typed stays").toBe("NC-22");
  });
});

describe("an error summary", () => {
  it("takes focus and leads to each field", async () => {
    const user = userEvent.setup();
    Element.prototype.scrollIntoView = vi.fn();
    render(TextField, { label: "Lot", value: "", id: "lot" });
    render(ErrorSummary, { errors: [{ field: "lot", words: "Scan the lot" }] });
    expect(document.activeElement, "heard at once").toBe(screen.getByRole("alert"));
    await user.click(screen.getByRole("link", { name: "Scan the lot" }));
    expect(document.activeElement, "ready to type").toBe(box("Lot"));
  });
});

describe("a button", () => {
  it("is busy and cannot be pressed again until what it started is done", async () => {
    const user = userEvent.setup();
    let finish: () => void = vi.fn();
    const onpress = vi.fn(() => new Promise<void>((done) => (finish = done)));
    render(Button, { label: "File signed consent", onpress });
    const button = screen.getByRole("button", { name: "File signed consent" });
    await user.click(button);
    await user.click(button);
    expect(onpress, "a second press files nothing twice").toHaveBeenCalledOnce();
    expect(button.getAttribute("aria-busy"), "and says that it is at work").toBe("true");
    expect(document.activeElement, "focus is not lost").toBe(button);
    finish();
    await vi.waitFor(() => expect(button.getAttribute("aria-busy"), "done").toBeNull());
  });
});
