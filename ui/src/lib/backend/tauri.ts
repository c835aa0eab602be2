// The window's host: hands every call to its one command, `rpc`. The only file that may import @tauri-apps.
import { invoke } from "@tauri-apps/api/core";
import { say } from "../words";
import { Refused, type Backend, type CommandList } from "./backend";
import type { Commands, FailureView } from "./contract";

/** How long a call may take before the page says so, in milliseconds. Long work is a job and answers at once. */
const PATIENCE_MS = 30_000;

/**
 * Commands that wait for a person in front of the system's own file chooser, or that read everything there is: no clock
 * may end them.
 */
const UNHURRIED = new Set([
  "client_export", "files_choose", "signed_pages_choose", "copy_give", "consent_sign", "photos_export", "scan_save", "backup_folder_choose", "backup_make", "backup_find",
  "backup_check", "backup_restore", "vault_verify", "journal_verify", "client_journal_save", "client_erase",
]);

/** The desk behind this window. */
export function tauriBackend<C extends CommandList<C> = Commands>(): Backend<C> {
  return {
    call: (command, request) => answered(command, invoke("rpc", { command, request })),
  };
}

/** A call that never answers must not leave a button busy for ever. */
function answered<T>(command: string, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new Refused("timeout", say("failure-timeout")));
    const late = UNHURRIED.has(command) ? undefined : setTimeout(giveUp, PATIENCE_MS);
    answer
      .then((found) => resolve(withoutIsolates(found)), (reason: unknown) => reject(refusal(reason)))
      .finally(() => clearTimeout(late));
  });
}

/** What the host rejected with: a failure of the desk, or something that never reached it. */
function refusal(reason: unknown): Refused {
  if (isFailure(reason)) {
    const { code, words, fields, wait_s } = withoutIsolates(reason);
    return new Refused(code, words, fields, wait_s);
  }
  return new Refused("host", say("failure-host"));
}

/**
 * The marks around a value that guard mixed directions are for paper. The screen's language has one direction, and there
 * they would only end up in copied text and keep a search from finding "60 minutes".
 */
function withoutIsolates<T>(found: T): T;
function withoutIsolates(found: unknown): unknown {
  if (typeof found === "string") return found.replace(/[\u2068\u2069]/g, "");
  if (Array.isArray(found)) return found.map((one: unknown) => withoutIsolates(one));
  if (typeof found !== "object" || found === null) return found;
  return Object.fromEntries(Object.entries(found).map(([key, one]) => [key, withoutIsolates(one)]));
}

function isFailure(reason: unknown): reason is FailureView {
  if (typeof reason !== "object" || reason === null) return false;
  const { code, words, fields } = reason as Record<string, unknown>;
  return typeof code === "string" && typeof words === "string" && Array.isArray(fields);
}
