// What a role lets somebody do, in one line under its box.
import type { Role } from "../lib/backend/contract";
import { say } from "../lib/words";

export function roleHint(role: Role): string {
  switch (role) {
    case "assistant":
      return say("keys-role-assistant");
    case "practitioner":
      return say("keys-role-practitioner");
    case "prescriber":
      return say("keys-role-prescriber");
    case "admin":
      return say("keys-role-admin");
    case "automation":
      return say("keys-role-automation");
  }
}
