// A client as typed: every field of the record in the shape its control needs, and back into the shape of the desk.
import type { Allergies, ClientFields, ContactPerson, Sex } from "../lib/backend/contract";
import { readIso, type TypedDay } from "../lib/dates";
import { LANGUAGES, type ReadLanguage } from "./languages";

const ADULT_YEARS = 18;
const NOBODY: ContactPerson = { name: "", relation: "", phone: "" };

export class ClientForm {
  /** Version of the record the typing began from; `null` for a new client. */
  based_on: number | null = null;
  family = $state("");
  given = $state("");
  preferred = $state("");
  title = $state("");
  born_on = $state<string | null>(null);
  /** The boxes of the birth date as typed: half a date survives a lock. */
  typed_born = $state<TypedDay>({ day: "", month: "", year: "" });
  sex = $state<Sex>("unknown");
  phone = $state("");
  email = $state("");
  address = $state("");
  emergency = $state<ContactPerson>({ ...NOBODY });
  guardian = $state<ContactPerson>({ ...NOBODY });
  fitzpatrick = $state<number | null>(null);
  allergy_state = $state<Allergies["state"]>("not_recorded");
  /** One to a line. */
  allergies_to = $state("");
  /** One to a line. */
  alerts = $state("");
  /** `null`: the clinic's. */
  document_language = $state<ReadLanguage | null>(null);

  /** Takes the record's fields, as they stand in `version`, in place of what was typed. */
  take(fields: ClientFields, version: number): void {
    this.based_on = version;
    const born = readIso(fields.born_on);
    this.family = fields.family;
    this.given = fields.given;
    this.preferred = fields.preferred;
    this.title = fields.title;
    this.born_on = fields.born_on;
    this.typed_born = { day: String(born?.day ?? ""), month: String(born?.month ?? ""), year: String(born?.year ?? "") };
    this.sex = fields.sex;
    this.phone = fields.phone;
    this.email = fields.email;
    this.address = fields.address;
    this.emergency = { ...(fields.emergency_contact ?? NOBODY) };
    this.guardian = { ...(fields.guardian ?? NOBODY) };
    this.fitzpatrick = fields.fitzpatrick;
    this.allergy_state = fields.allergies.state;
    this.allergies_to = fields.allergies.state === "known" ? fields.allergies.to.join("\n") : "";
    this.alerts = fields.alerts.join("\n");
    this.document_language = LANGUAGES.find((tag) => tag === fields.document_language) ?? null;
  }

  /** The fields for the desk; what is empty stays empty, and the desk says whether it may. */
  fields(): ClientFields {
    return {
      family: this.family.trim(),
      given: this.given.trim(),
      preferred: this.preferred.trim(),
      title: this.title.trim(),
      born_on: this.born_on ?? "",
      sex: this.sex,
      phone: this.phone.trim(),
      email: this.email.trim(),
      address: this.address.trim(),
      emergency_contact: person(this.emergency),
      guardian: person(this.guardian),
      fitzpatrick: this.fitzpatrick,
      allergies: this.allergy_state === "known" ? { state: "known", to: lines(this.allergies_to) } : { state: this.allergy_state },
      alerts: lines(this.alerts),
      document_language: this.document_language,
    };
  }

  /** Whether the guardian's fields are shown: for a child on `today`, and where a guardian is already recorded. */
  asksGuardian(today: string): boolean {
    return isUnder(ADULT_YEARS, this.born_on, today) || person(this.guardian) !== null;
  }
}

/** Whether somebody born on `born_on` is younger than `years` on `today`. */
export function isUnder(years: number, born_on: string | null, today: string): boolean {
  const born = born_on === null ? null : readIso(born_on);
  const now = readIso(today);
  if (born === null || now === null) return false;
  const hadBirthday = now.month > born.month || (now.month === born.month && now.day >= born.day);
  return now.year - born.year - (hadBirthday ? 0 : 1) < years;
}

function lines(text: string): string[] {
  return text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
}

/** `null` when nothing at all was typed about them. */
function person({ name, relation, phone }: ContactPerson): ContactPerson | null {
  const typed = { name: name.trim(), relation: relation.trim(), phone: phone.trim() };
  return typed.name === "" && typed.relation === "" && typed.phone === "" ? null : typed;
}
