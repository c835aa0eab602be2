// The commands of the search box: what is reached from anywhere, with the keys that are quicker still.
import type { IconName } from "../kit/icons";
import { say } from "../lib/words";
import { beside } from "./beside.svelte";
import type { Desk } from "./desk.svelte";
import { place } from "./place.svelte";

/** One command as the search box lists it. */
export interface PaletteCommand {
  name: string;
  label: string;
  icon: IconName;
  /** The keys that do the same without the box; none for what has no keys. */
  keys?: string;
  run: () => void;
}

/** The commands for the person at `desk`. */
export function commandsFor(desk: Desk): readonly PaletteCommand[] {
  return [
    { name: "new-client", label: say("people-new-client"), icon: "add", keys: "Ctrl+N", run: () => place.go({ at: "client_new" }) },
    { name: "today", label: say("place-today"), icon: "calendar", keys: "F1", run: () => place.go({ at: "today" }) },
    { name: "clients", label: say("place-clients"), icon: "people", run: () => place.go({ at: "clients" }) },
    ...(desk.holds("practitioner") || desk.holds("prescriber")
      ? [{ name: "signed-pages", label: say("signed-title"), icon: "document" as const, run: () => place.go({ at: "signed_pages" }) }]
      : []),
    { name: "settings", label: say("place-settings"), icon: "settings", run: () => place.go({ at: "settings" }) },
    { name: "beside", label: say("people-beside"), icon: "hide", keys: "F9", run: () => beside.switch() },
    { name: "lock", label: say("shell-lock"), icon: "lock", keys: "Ctrl+L", run: () => void desk.lock() },
  ];
}
