// What is wrong with a typed date and how to put it right, in words.
import type { DayFault } from "../lib/dates";
import { say } from "../lib/words";

/** Words for a fault; nothing typed is no fault of the field's own. */
export function dayFaultWords(fault: DayFault): string {
  switch (fault) {
    case "empty":
      return "";
    case "day":
      return say("kit-date-wrong-day");
    case "month":
      return say("kit-date-wrong-month");
    case "year":
      return say("kit-date-wrong-year");
    case "no such day":
      return say("kit-date-no-such-day");
  }
}
