// The made-up people of the practice, for the screen of people and keys.
import type { PersonRow } from "../lib/backend/contract";
import { DESK } from "./people-sample";

const person = (n: number, name: string, initials: string, more: Partial<PersonRow>): PersonRow => ({
  id: `0199a000-0000-7000-8001-${String(n).padStart(12, "0")}`, name, initials, registration: "", roles: ["assistant"], max_depth_um: 0,
  may_give_prp: false, may_use_prescription_items: false, standing: "signs_in", has_second_factor: false, version: n, ...more,
});

export const PEOPLE: readonly PersonRow[] = [
  person(1, "Mara Okafor", "MO", {
    id: DESK.users[0]?.id ?? "", registration: "NMC 12A3456E", roles: ["practitioner", "prescriber", "admin"], max_depth_um: 2500,
    may_give_prp: true, may_use_prescription_items: true, has_second_factor: true,
  }),
  person(2, "Ana Ruiz", "AR", { roles: ["practitioner"], max_depth_um: 1000, standing: "must_choose_password" }),
  person(3, "Nightly backup", "NB", { roles: ["automation"] }),
  person(4, "Jo Hale", "JH", { standing: "removed" }),
];
