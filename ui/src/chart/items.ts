// Items and their lots as the chart shows them.
import type { ItemKind } from "../lib/backend/contract";
import { say } from "../lib/words";

/** What an item is, in words. */
export function itemWords(kind: ItemKind): string {
  switch (kind) {
    case "cartridge":
      return say("chart-item-cartridge");
    case "plasma_kit":
      return say("chart-item-plasma-kit");
    case "peel":
      return say("chart-item-peel");
    case "serum":
      return say("chart-item-serum");
    case "anaesthetic":
      return say("chart-item-anaesthetic");
  }
}
