// How a client's name is written on a clinician's screen.

export interface NamedClient {
  family: string;
  given: string;
  /** May be empty or, in lists, left out. */
  title?: string;
}

/** `HALVORSEN, Ines (Ms)`: the family name in capitals, so that it cannot be taken for the given one. */
export function nameLine({ family, given, title = "" }: NamedClient): string {
  const name = `${family.toLocaleUpperCase("en-GB")}, ${given}`;
  return title === "" ? name : `${name} (${title})`;
}
