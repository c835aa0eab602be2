// One act on a key: the secret is handed over once, and what the desk refuses is shown by field or in one sentence.
import { faultsOf, NO_FAULTS, wordsOf, type Faults } from "../lib/failures";

export class Attempt {
  /** The PIN or password being typed. */
  secret = $state("");
  faults = $state.raw<Faults>(NO_FAULTS);
  /** What was refused and belongs to no field. */
  words = $state("");

  /** Hands the secret over and forgets it. Answers whether the desk did it. */
  async run(given: string, act: (secret: string) => Promise<void>): Promise<boolean> {
    this.secret = "";
    this.faults = NO_FAULTS;
    this.words = "";
    try {
      await act(given);
      return true;
    } catch (problem) {
      this.faults = faultsOf(problem);
      this.words = Object.keys(this.faults).length === 0 ? wordsOf(problem) : "";
      return false;
    }
  }
}
