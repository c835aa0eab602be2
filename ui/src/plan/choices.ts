// The words for what a part of a plan can be made of.
import type { Needle, NumbingProduct, Origin, PeelAgent, SerumTiming, Substance } from "../lib/backend/contract";
import { say } from "../lib/words";

type Options<Value extends string> = { value: Value; label: string }[];

export const needleOptions = (): Options<Needle> => [
  { value: "steel", label: say("plan-needle-steel") },
  { value: "titanium", label: say("plan-needle-titanium") },
  { value: "nickel_free", label: say("plan-needle-nickel-free") },
];

export const agentOptions = (): Options<PeelAgent> => [
  { value: "glycolic", label: say("plan-agent-glycolic") },
  { value: "lactic", label: say("plan-agent-lactic") },
  { value: "mandelic", label: say("plan-agent-mandelic") },
  { value: "salicylic", label: say("plan-agent-salicylic") },
  { value: "jessner", label: say("plan-agent-jessner") },
  { value: "tca", label: say("plan-agent-tca") },
  { value: "tca_prx", label: say("plan-agent-tca-prx") },
  { value: "pyruvic", label: say("plan-agent-pyruvic") },
  { value: "phenol", label: say("plan-agent-phenol") },
];

export const substanceOptions = (): Options<Substance> => [
  { value: "glide_gel", label: say("plan-substance-glide-gel") },
  { value: "hyaluronic_acid", label: say("plan-substance-hyaluronic-acid") },
  { value: "tranexamic_acid", label: say("plan-substance-tranexamic-acid") },
  { value: "growth_factor", label: say("plan-substance-growth-factor") },
  { value: "exosomes", label: say("plan-substance-exosomes") },
  { value: "vitamin_c", label: say("plan-substance-vitamin-c") },
  { value: "retinoid", label: say("plan-substance-retinoid") },
  { value: "aha_bha", label: say("plan-substance-aha-bha") },
  { value: "minoxidil", label: say("plan-substance-minoxidil") },
  { value: "other", label: say("plan-substance-other") },
];

export const originOptions = (): Options<Origin> => [
  { value: "synthetic", label: say("plan-origin-synthetic") },
  { value: "plant", label: say("plan-origin-plant") },
  { value: "animal", label: say("plan-origin-animal") },
  { value: "human", label: say("plan-origin-human") },
  { value: "unknown", label: say("plan-origin-unknown") },
];

export const timingOptions = (): Options<SerumTiming> => [
  { value: "during", label: say("plan-timing-during") },
  { value: "after", label: say("plan-timing-after") },
];

/** Creams the rules know. "Other" has agents of its own and is not offered here. */
export const numbingOptions = (): Options<NumbingProduct> => [
  { value: "lidoprilo", label: say("plan-numbing-lidoprilo") },
  { value: "pliaglis", label: say("plan-numbing-pliaglis") },
  { value: "lmx", label: say("plan-numbing-lmx") },
  { value: "tetra4", label: say("plan-numbing-tetra4") },
];
