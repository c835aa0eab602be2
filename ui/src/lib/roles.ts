// What a role is called on screen.
import type { Role } from "./backend/contract";
import { say } from "./words";

/** "Practitioner". */
export function roleWords(role: Role): string {
  switch (role) {
    case "assistant":
      return say("role-assistant");
    case "practitioner":
      return say("role-practitioner");
    case "prescriber":
      return say("role-prescriber");
    case "admin":
      return say("role-admin");
    case "automation":
      return say("role-automation");
  }
}
