// The words on screen, from the files `screen*.ftl` in `locales/`. What the page itself says passes through `say`.
// Failures, findings and clinical texts arrive from the desk in words already.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

const files: Record<string, string> = import.meta.glob("../../../locales/en-GB/screen*.ftl", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Fills the gaps of a message: `say("age", { years: 38 })`. */
export type WordArgs = Record<string, FluentVariable>;

const bundle = read(files);

/**
 * The message `key` in the language of the screen, its gaps filled from `args`.
 * A key that is not in the files, or a gap left open, is a mistake of the programmer: it throws where we test,
 * and shows the key where a clinician is working, so that a missing word never takes a screen away.
 */
export function say(key: string, args?: WordArgs): string {
  const pattern = bundle.getMessage(key)?.value;
  if (pattern === undefined || pattern === null) return mistake(key, `no message "${key}"`);
  const errors: Error[] = [];
  const text = bundle.formatPattern(pattern, args, errors);
  return errors.length > 0 ? mistake(text, `message "${key}": ${String(errors[0])}`) : text;
}

function mistake(shown: string, report: string): string {
  if (import.meta.env.PROD) return shown;
  throw new Error(report);
}

function read(sources: Record<string, string>): FluentBundle {
  // Isolation marks guard mixed directions; English has one direction, and they would end up in copied text.
  const made = new FluentBundle("en-GB", { useIsolating: false });
  for (const [path, source] of Object.entries(sources)) {
    const errors = made.addResource(new FluentResource(source));
    if (errors.length > 0) mistake(path, `${path}: ${String(errors[0])}`);
  }
  return made;
}
