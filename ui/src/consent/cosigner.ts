// Somebody who signs beside the client and the practitioner, while it is being filled in.
import type { OtherSigner, Signature, UserId } from "../lib/backend/contract";

/** A witness or an interpreter who is being added. */
export interface Cosigner {
  /** Tells the lines apart. */
  key: number;
  role: "witness" | "interpreter";
  /** The user of the clinic; "" for anybody else. */
  user: UserId | "";
  /** That user's password. */
  secret: string;
  name: string;
  relation: string;
  /** The language an interpreter spoke. */
  spoken: string;
  mark: Signature | null;
}

/** A line with nothing on it yet. */
export function blankCosigner(key: number, role: Cosigner["role"]): Cosigner {
  return { key, role, user: "", secret: "", name: "", relation: "", spoken: "", mark: null };
}

/** Whether everything that is asked for is there. */
export function isComplete(cosigner: Cosigner): boolean {
  if (cosigner.user !== "") return cosigner.secret !== "";
  const named = cosigner.name.trim() !== "" && cosigner.relation.trim() !== "" && cosigner.mark !== null;
  return named && (cosigner.role === "witness" || cosigner.spoken.trim() !== "");
}

/** As the desk is told. */
export function signerOf(cosigner: Cosigner): OtherSigner | null {
  const { role, user, secret, name, relation, spoken, mark } = cosigner;
  if (user !== "") return { kind: "user", user, secret };
  return mark === null ? null : { kind: "person", role, name: name.trim(), relation: relation.trim(), spoken: spoken.trim(), mark };
}
