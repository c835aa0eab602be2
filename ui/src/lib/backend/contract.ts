// Generated from the command table of the desk; written again whenever a command changes. Do not edit.

/** Why a command was refused. The screen branches on `code` and shows `words`. */
export interface Failure {
  code: string;
  words: string;
  fields: { path: string; words: string }[];
}

/** Every command of the desk with what it takes and what it answers. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Commands {}
