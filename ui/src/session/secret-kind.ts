// What a person confirms an act with: the PIN of this run, or the password where none is set.
export type SecretKind = "pin" | "password";
