// A language's own name, from its tag; the tag itself where the computer knows no name.

/** "British English" for `en-GB`. */
export function languageWords(tag: string): string {
  return new Intl.DisplayNames([tag], { type: "language", fallback: "code" }).of(tag) ?? tag;
}
