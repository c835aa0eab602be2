// A host for tests: answers each command from a function, and remembers what was asked. Never part of what ships.
import type { Backend, CommandList } from "./backend";
import type { Commands } from "./contract";

/** What the fake answers, by command. Throw a `Refused` to refuse. */
export type Answers<C extends CommandList<C>> = {
  [K in keyof C]?: (request: C[K]["request"]) => C[K]["response"] | Promise<C[K]["response"]>;
};

/** One call as it was made. */
export interface Call {
  command: string;
  request: unknown;
}

/** A backend that answers from `answers`; a command without an answer fails the test that called it. */
export function fakeBackend<C extends CommandList<C> = Commands>(
  answers: Answers<C>,
): Backend<C> & { readonly calls: readonly Call[] } {
  const calls: Call[] = [];
  return {
    calls,
    async call(command, request) {
      // A copy, as the real way would make one: what the page changes later must not change the record.
      calls.push({ command, request: structuredClone(request) });
      const answer = answers[command];
      if (answer === undefined) throw new Error(`the test gave no answer for "${command}"`);
      return answer(request);
    },
  };
}
