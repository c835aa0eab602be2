// The languages a client may read, as far as papers are written in them.
import { say } from "../lib/words";

/** BCP 47 tags; `und` for a language no paper is written in. */
export const LANGUAGES = ["en-GB", "en-US", "es", "de", "ar", "und"] as const;

export type ReadLanguage = (typeof LANGUAGES)[number];

export function languageWords(tag: ReadLanguage): string {
  switch (tag) {
    case "en-GB":
      return say("reads-en-gb");
    case "en-US":
      return say("reads-en-us");
    case "es":
      return say("reads-es");
    case "de":
      return say("reads-de");
    case "ar":
      return say("reads-ar");
    case "und":
      return say("reads-other");
  }
}
