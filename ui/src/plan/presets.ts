// What the library offers, in the order of its keys, and the empty part each one starts as.
import type { IconName } from "../kit/icons";
import type { Device, PlannedZone, Substance } from "../lib/backend/contract";
import { say } from "../lib/words";
import { typed, type Part } from "./parts";

/** One entry of the library. */
export interface Preset {
  id: "numbing" | "needling" | "plasma" | "peel" | "light" | "hyaluronic" | "growth" | "vitamin";
  group: "prepare" | "treat" | "serums";
  label: string;
  detail: string;
  icon: IconName;
}

/** The library: the place of an entry, from 1, is its key. */
export function presets(): Preset[] {
  return [
    { id: "numbing", group: "prepare", label: say("plan-numbing"), detail: say("plan-numbing-detail"), icon: "cream" },
    { id: "needling", group: "treat", label: say("plan-needling"), detail: say("plan-needling-detail"), icon: "needle" },
    { id: "plasma", group: "treat", label: say("plan-plasma"), detail: say("plan-plasma-detail"), icon: "tube" },
    { id: "peel", group: "treat", label: say("plan-peel"), detail: say("plan-peel-detail"), icon: "leaf" },
    { id: "light", group: "treat", label: say("plan-light"), detail: say("plan-light-detail"), icon: "lamp" },
    { id: "hyaluronic", group: "serums", label: say("plan-hyaluronic"), detail: say("plan-serum-detail"), icon: "drop" },
    { id: "growth", group: "serums", label: say("plan-growth"), detail: say("plan-serum-detail"), icon: "drop" },
    { id: "vitamin", group: "serums", label: say("plan-vitamin"), detail: say("plan-serum-detail"), icon: "drop" },
  ];
}

/** A new part. It takes the zones that are already treated, and the device this clinic used last; all else is asked. */
export function freshPart(preset: Preset["id"], id: string, treated: readonly PlannedZone[], lastDevice: Device | null): Part {
  const zones = treated.map(({ zone, side }) => ({ zone, side, depth_um: null, indication: null }));
  switch (preset) {
    case "numbing":
      return { id, zones, kind: "ta", product: null, grams: "", area: "", minutes: "", is_occluded: null, is_prescription: null };
    case "needling":
      return {
        id, zones, kind: "mn", device: lastDevice?.name ?? "", label_max: typed(lastDevice?.label_max_um, 1000), needle: lastDevice?.needle ?? null,
        indication: null, n_sessions: "",
      };
    case "plasma":
      return { id, zones, kind: "prp", draw: "" };
    case "peel":
      return { id, zones, kind: "peel", agent: null, strength: "", n_layers: "", minutes: "" };
    case "light":
      return { id, zones, kind: "led", minutes: "", has_eye_shield: null };
    case "hyaluronic":
      return serum(id, zones, "hyaluronic_acid");
    case "growth":
      return serum(id, zones, "growth_factor");
    case "vitamin":
      return serum(id, zones, "vitamin_c");
  }
}

function serum(id: string, zones: PlannedZone[], substance: Substance): Part {
  return {
    id, zones, kind: "serum", substance, is_sterile: null, is_single_use: null, is_in_device_ifu: null, is_prescriber_authorised: false,
    origin: null, timing: null, product: "", lot: "", expires_on: null,
  };
}
