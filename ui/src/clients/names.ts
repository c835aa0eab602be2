// How a client's name is written on a clinician's screen.
import { say } from "../lib/words";

export interface NamedClient {
  family: string;
  given: string;
  /** May be empty or, in lists, left out. */
  title?: string;
  /** In lists: the record is restricted, so no name came with it. */
  is_hidden?: boolean;
}

/** `HALVORSEN, Ines (Ms)`: the family name in capitals, so that it cannot be taken for the given one. */
export function nameLine({ family, given, title = "", is_hidden = false }: NamedClient): string {
  if (is_hidden) return say("restricted-title");
  const name = `${family.toLocaleUpperCase("en-GB")}, ${given}`;
  return title === "" ? name : `${name} (${title})`;
}
