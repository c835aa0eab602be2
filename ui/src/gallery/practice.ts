// The whole page over the made-up practice, for tests: mounted, with a keyboard, and with every call on record.
import { render } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import App from "../app/App.svelte";
import { beside } from "../app/beside.svelte";
import { place, type Destination } from "../app/place.svelte";
import type { Commands } from "../lib/backend/contract";
import { fakeBackend, type Answers } from "../lib/backend/fake";
import { practice } from "./people-sample";

// The test's document has no layout, so there is nowhere to scroll to.
Element.prototype.scrollIntoView = () => undefined;

/** Mounts the page at `at`, over the practice with `answers` in place of its own. */
export function openPage(at: Destination = { at: "today" }, answers: Answers<Commands> = {}) {
  place.reset();
  beside.off();
  place.replace(at);
  const host = fakeBackend(practice(answers));
  const { container } = render(App, { host });
  const requests = (command: keyof Commands) => host.calls.filter((call) => call.command === command).map((call) => call.request);
  return { host, container, requests, user: userEvent.setup() };
}

/** What axe says about the page, one line a finding. Colours are judged by a real browser instead. */
export async function findings(container: Element): Promise<string[]> {
  const { violations } = await axe.run(container, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
    iframes: false,
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}
