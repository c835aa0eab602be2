// A part of the plan while it is being written: what was typed stays as typed, and what nobody said yet is empty or `null`.
// It becomes a component of the record once everything the record cannot do without is there.
import type {
  Component, NumbingProduct, Needle, Origin, PeelAgent, PlannedZone, SerumTiming, Substance,
} from "../lib/backend/contract";

interface Base {
  id: string;
  zones: PlannedZone[];
}

export interface NeedlingPart extends Base {
  kind: "mn" | "rf";
  device: string;
  /** Millimetres, as typed. */
  label_max: string;
  needle: Needle | null;
  indication: string | null;
  n_sessions: string;
}

export interface PlasmaPart extends Base {
  kind: "prp";
  /** Millilitres, as typed. */
  draw: string;
}

export interface PeelPart extends Base {
  kind: "peel";
  agent: PeelAgent | null;
  /** Percent, as typed. */
  strength: string;
  n_layers: string;
  minutes: string;
}

export interface SerumPart extends Base {
  kind: "serum";
  substance: Substance | null;
  is_sterile: boolean | null;
  is_single_use: boolean | null;
  is_in_device_ifu: boolean | null;
  is_prescriber_authorised: boolean;
  origin: Origin | null;
  timing: SerumTiming | null;
  product: string;
  lot: string;
  expires_on: string | null;
}

export interface NumbingPart extends Base {
  kind: "ta";
  product: NumbingProduct | null;
  /** Grams, as typed. */
  grams: string;
  area: string;
  minutes: string;
  is_occluded: boolean | null;
  is_prescription: boolean | null;
}

export interface LightPart extends Base {
  kind: "led";
  minutes: string;
  has_eye_shield: boolean | null;
}

export type Part = NeedlingPart | PlasmaPart | PeelPart | SerumPart | NumbingPart | LightPart;

/** The number a text names, times `scale` and rounded; `null` for what names none above 0. */
export function scaled(typed: string, scale: number): number | null {
  const text = typed.trim().replace(",", ".");
  if (!/^\d+(\.\d+)?$/.test(text)) return null;
  const whole = Math.round(Number(text) * scale);
  return whole > 0 ? whole : null;
}

/** A number as it is typed; nothing for none. */
export const typed = (value: number | null | undefined, scale: number) => (value === null || value === undefined || value === 0 ? "" : String(value / scale));

/** The component a part is; `null` while something is missing that the record cannot hold empty. */
export function toComponent(part: Part): Component | null {
  const { id, zones } = part;
  switch (part.kind) {
    case "mn":
    case "rf": {
      const label_max_um = scaled(part.label_max, 1000);
      if (part.device.trim() === "" || label_max_um === null || part.indication === null) return null;
      const device = { name: part.device.trim(), label_max_um, needle: part.needle };
      return { id, zones, kind: part.kind, device, indication: part.indication, n_sessions: scaled(part.n_sessions, 1) };
    }
    case "prp":
      return { id, zones, kind: "prp", draw_ul: scaled(part.draw, 1000) };
    case "peel":
      return peelOf(part);
    case "serum":
      return serumOf(part);
    case "ta":
      return numbingOf(part);
    case "led": {
      const minutes = scaled(part.minutes, 1);
      if (minutes === null || part.has_eye_shield === null) return null;
      return { id, zones, kind: "led", minutes, has_eye_shield: part.has_eye_shield };
    }
  }
}

/** Agents that have no strength of their own. */
export const WITHOUT_STRENGTH: readonly PeelAgent[] = ["jessner", "phenol"];

function peelOf({ id, zones, agent, strength, n_layers, minutes }: PeelPart): Component | null {
  if (agent === null) return null;
  const hasOwn = !WITHOUT_STRENGTH.includes(agent);
  const milli = hasOwn ? scaled(strength, 1000) : null;
  if (hasOwn && milli === null) return null;
  return { id, zones, kind: "peel", agent, strength_milli_percent: milli, n_layers: scaled(n_layers, 1), contact_s: scaled(minutes, 60) };
}

function serumOf(part: SerumPart): Component | null {
  const { id, zones, substance, is_sterile, is_single_use, is_in_device_ifu, is_prescriber_authorised, origin, timing } = part;
  if (substance === null || is_sterile === null || is_single_use === null || is_in_device_ifu === null) return null;
  if (origin === null || timing === null) return null;
  const { product, lot, expires_on } = part;
  const item = lot.trim() === "" ? null : { product: product.trim(), lot: lot.trim(), expires_on, gtin: null };
  return {
    id, zones, kind: "serum", substance, is_sterile, is_single_use, is_in_device_ifu, is_prescriber_authorised, origin, timing, lot: item,
  };
}

function numbingOf({ id, zones, product, grams, area, minutes, is_occluded, is_prescription }: NumbingPart): Component | null {
  const [amount_mg, area_cm2, whole] = [scaled(grams, 1000), scaled(area, 1), scaled(minutes, 1)];
  if (product === null || amount_mg === null || area_cm2 === null || whole === null) return null;
  if (is_occluded === null || is_prescription === null) return null;
  return { id, zones, kind: "ta", product, amount_mg, area_cm2, minutes: whole, is_occluded, is_prescription };
}

/** A kept component, to be changed. */
export function partOf(component: Component): Part {
  const { id, zones } = component;
  switch (component.kind) {
    case "mn":
    case "rf": {
      const { device, indication, n_sessions } = component;
      return {
        id, zones, kind: component.kind, device: device.name, label_max: typed(device.label_max_um, 1000), needle: device.needle ?? null,
        indication: indication === "" ? null : indication, n_sessions: typed(n_sessions, 1),
      };
    }
    case "prp":
      return { id, zones, kind: "prp", draw: typed(component.draw_ul, 1000) };
    case "peel": {
      const { agent, strength_milli_percent, n_layers, contact_s } = component;
      return { id, zones, kind: "peel", agent, strength: typed(strength_milli_percent, 1000), n_layers: typed(n_layers, 1), minutes: typed(contact_s, 60) };
    }
    case "serum": {
      const { substance, is_sterile, is_single_use, is_in_device_ifu, is_prescriber_authorised, origin, timing, lot } = component;
      return {
        id, zones, kind: "serum", substance, is_sterile, is_single_use, is_in_device_ifu, origin, timing,
        is_prescriber_authorised: is_prescriber_authorised ?? false, product: lot?.product ?? "", lot: lot?.lot ?? "", expires_on: lot?.expires_on ?? null,
      };
    }
    case "ta": {
      const { product, amount_mg, area_cm2, minutes, is_occluded, is_prescription } = component;
      return { id, zones, kind: "ta", product, grams: typed(amount_mg, 1000), area: typed(area_cm2, 1), minutes: typed(minutes, 1), is_occluded, is_prescription };
    }
    case "led":
      return { id, zones, kind: "led", minutes: typed(component.minutes, 1), has_eye_shield: component.has_eye_shield };
  }
}
