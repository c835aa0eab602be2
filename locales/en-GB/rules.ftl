# Sentences of the rules, for the practitioner: what it is, why it matters, what to do.
# A key is the rule's id with dots as hyphens and its class; "-open" is a DEFER whose end nobody can know.

## Depth

cap-device-modify = The planned depth is more than the device's label allows; the plan takes the label's limit.
cap-orbit-block = Never needle the eyelid or inside the orbital rim: the eye can be injured. Take this zone out of the plan.
cap-scope-block = Your scope of practice allows no needling; a colleague whose scope does has to treat.
cap-scope-modify = The planned depth is more than your scope of practice allows; the plan takes your limit.
cap-wrinkle-modify = Lines and wrinkles are needled at { $limit } mm at most; the plan takes that depth, and no sign-off lifts it.
zone-modify = The planned depth is more than this zone bears; the plan takes the zone's limit.
zone-signoff = This depth is above the zone's usual limit; a prescriber has to sign it off.
zone-block = This zone is not needled. Take it out of the plan.
ind-melasma-modify = Deeper needling can darken melasma; the plan takes { $limit } mm at most.
ind-hyperpig-modify = Deeper needling can darken marks; the plan takes { $limit } mm at most.
ind-acne_icepick-inform = Needling alone does little for icepick scars; offer another treatment or a referral, and say so before consent.
ind-telangiectasia-inform = No controlled study shows that needling helps visible capillaries; offer vascular laser, and say so before consent.

## Phototype and age

fst-4-inform = Phototype IV pigments easily; start in the lower half of the usual depth, and name dark marks and sun protection in the consent.
fst-5_6-modify = Phototype V or VI pigments easily and its channels stay open longer; needle less deep, leave more time between visits, and offer a test area.
fst-5_6-signoff = For a scar on phototype V or VI this depth is possible, but a prescriber has to sign it off.
fst-5_6-block = No peel in the same visit as needling on phototype V or VI, and no depth in a zone that bears none: dark marks are too likely. Plan them apart.
fst-unknown-modify = The phototype is not recorded, so the skin is treated like phototype V or VI; assess it to lift this.
fst-unknown-signoff = The phototype is not recorded; for a scar this depth needs a prescriber's sign-off. Assess the phototype first.
fst-unknown-block = The phototype is not recorded: no peel in the same visit as needling, and no depth in a zone that bears none. Assess it first.
mod-age65-modify = At this age skin is thinner; less depth and fewer passes.
mod-age65-block = At this age this zone bears no needling. Take it out of the plan.
ci-age_u18-block = The client is younger than { $years } on the day of the visit; the clinic does not treat at that age.
ci-age_18_21-signoff = US labels begin at 22 years, so this is off-label use; a prescriber has to sign it off and the consent says so.
ci-age_18_21-inform = Device labels begin at 22 years; tell the client that experience at this age is limited.
lg-fda_uses-signoff = The device's label does not name this phototype, so this is off-label use; a prescriber has to sign it off and the consent says so.
lg-fda_uses-inform = The device's label does not name this use; the consent says so.

## Skin in the field

ci-infection_active-block = There is an infection in the field; needles and acids would spread it. Have it treated first; once it has cleared, a wait follows.
ci-infection_active-defer = The infection has only just cleared and needles could wake it; wait until { $until }.
ci-hsv_active-block = There is a cold sore now; treatment would spread it. Wait until it has healed, and then some days more.
ci-hsv_active-defer = The cold sore has only just healed and could break out again; wait until { $until }.
ci-hsv_history-modify = Cold sores in the past can come back after treatment of the face; ask the prescriber about an antiviral, from the day before or the day itself.
ci-warts_molluscum-block = There are warts or molluscum in the field; needles would sow them. Have them treated first.
ci-open_wound-block = The skin is open, sore or irritated, so germs and products would go in; nothing is treated until it has healed.
ci-skin_cancer_field-block = There is skin cancer in the field, which treatment could hide or spread; do not treat, and refer.
ci-lesion_suspicious-block = There is a changing or undiagnosed lesion in the field, and treatment could hide what it is; do not treat, and refer until it is diagnosed.
ci-actinic_keratosis-block = There is solar keratosis in the field, which can become cancer; have it treated first.
ci-mole_raised-modify = There is a mole or raised lesion in the field, and injury changes how it looks; leave it out, with a margin of skin around it.
ci-acne_active-defer-open = There is inflamed acne in the field; needles would spread it. Wait until it is controlled.
ci-acne_active-defer = The acne has only just settled and needles could spread it again; wait until { $until }.
ci-rosacea_pp-defer-open = There is active rosacea with papules or pustules, which treatment would inflame; wait until it is quiet.
ci-rosacea_pp-defer = The rosacea has only just become quiet and could flare; wait until { $until }.
ci-rosacea_etr-signoff = Rosacea with flushing can flare after treatment; a prescriber has to sign off, and keep the depth low.
ci-dermatitis_field-defer-open = There is eczema, psoriasis or dermatitis in the field, which treatment would inflame; wait until it is clear.
ci-dermatitis_field-defer = The skin condition has only just cleared and could flare; wait until { $until }.
ci-dermatitis_remote-inform = Eczema or psoriasis elsewhere can appear where the skin is injured; name it in the consent.
ci-koebner-signoff = Vitiligo and lichen planus can appear where the skin is injured; a prescriber has to sign off.
ci-keloid_target-block = What is to be treated is a keloid; injury makes keloids grow. Do not treat, and refer.
ci-keloid_history-block = The client forms keloids and this zone is prone to them; do not treat it.
ci-keloid_history-signoff = The client forms keloids or raised scars; a prescriber has to sign off, and a test area is wise.
ci-keloid_family-inform = Keloids run in the family; look for raised scars and name the risk in the consent.
ci-tattoo_pmu-modify = There is a tattoo or permanent make-up in the field, and needles move its pigment; leave it out.
ci-piercing-modify = There is jewellery in the field, which catches needles and germs; take it off before treatment.

## Health

ci-scleroderma-block = Skin with scleroderma or morphoea heals badly and hardens; do not treat.
ci-ctd-block = A connective tissue disease is active, and injury can make it flare; do not treat.
ci-ctd-signoff = There is a connective tissue disease, which injury can wake; a prescriber has to sign off.
ci-ehlers_wound-signoff = Wounds heal badly, so scars are more likely; a prescriber has to sign off.
ci-sarcoid-signoff = Sarcoidosis raises the risk of granulomas; a prescriber has to sign off.
ci-cardiac-signoff = There is a significant heart condition, which pain and numbing cream put under strain; a prescriber has to sign off.
ci-bleeding-block = There is a bleeding disorder, so needles would bleed and bruise too much; do not treat.
ci-immunosup-signoff = Immunity is weakened, so infection is more likely; a prescriber has to sign off.
ci-hiv_hbv_hcv-inform = A blood-borne virus is known; universal precautions as for everybody, and no refusal on that ground.
ci-hiv_hbv_hcv-signoff = A blood-borne virus is known and blood is drawn and spun, where a mix-up is grave; a prescriber has to sign off.
ci-cancer_chemo-block = Cancer treatment is going on and weakens healing and defence; do not treat.
ci-cancer_chemo-defer = Cancer treatment ended too recently for skin to heal well; wait until { $until }.
ci-cancer_chemo-signoff = Cancer treatment ended recently; the oncologist has to agree and a prescriber has to sign off.
ci-radiotherapy_field-signoff = The field was irradiated and heals differently; a prescriber has to sign off.
ci-cancer_haem-block = There is active cancer of blood or bone, and plasma would carry its cells; no plasma.
ci-cancer_haem-signoff = There was cancer of blood or bone, which plasma is made from; a prescriber has to sign off plasma.
ci-diabetes_ctrl-modify = Diabetes slows healing; fewer passes, and watch for infection.
ci-diabetes_unctrl-defer-open = The diabetes is not controlled, so healing and infection are a risk; wait until it is.
ci-pregnant-block = The client is pregnant, and nobody has tested this in pregnancy; do not treat.
ci-pregnant-inform = The client is pregnant; there are no data for light in pregnancy, so decide together.
ci-breastfeeding-block = The client is breastfeeding, which the device label excludes; do not treat.
ci-breastfeeding-signoff = The client is breastfeeding, and what is put on may reach the milk; a prescriber has to sign off.
ci-pacemaker-block = There is a pacemaker or another electronic implant; no radiofrequency.
ci-pacemaker-inform = There is a pacemaker or another electronic implant; needling without radiofrequency is possible.
ci-metal_implant_field-block = There is metal under the field; radiofrequency would heat it. Do not treat it.
ci-epilepsy-inform = There is controlled epilepsy, and pain or light can bring on a fit; know what to do in one.
ci-epilepsy-signoff = Fits are possible with this treatment; a prescriber has to sign off.
ci-needle_syncope-modify = The client faints at needles; treat lying down, with somebody present and something sweet at hand.
ci-bdd-signoff = Expectations or the way the client sees themself are a concern; a prescriber has to sign off, and time to think is due.
ci-capacity-block = The client cannot decide today, so no consent would count; nothing is treated today.
ci-smoking-inform = Smoking slows healing and weakens the result; say so.
ci-fever-defer-open = The client is unwell, so healing and blood are not at their best; wait until recovery, and some days more.
ci-fever-defer = The client was unwell recently and the body is still recovering; wait until { $until }.
ci-vaccine-inform = A vaccination is recent; swelling and fever may come from either. Consider another day.

## Medicines

ci-anticoagulant-signoff = The client takes an anticoagulant and will bleed and bruise more; the depth is limited, and a prescriber has to sign off. The medicine goes on as prescribed.
ci-anticoagulant-modify = With an anticoagulant the needles go to { $limit } mm at most; the plan takes that depth. The medicine goes on as prescribed.
ci-anticoagulant-defer-open = The INR of { $value } is above { $limit }, so bleeding is too likely; wait until it is lower. The medicine goes on as prescribed.
ci-prp_anticoag-signoff = Plasma under an anticoagulant is disputed; a prescriber has to sign off. The medicine goes on as prescribed.
ci-antiplatelet-modify = The client takes medicine against clotting of platelets and will bruise more; fewer passes. The medicine goes on as prescribed.
ci-antiplatelet-signoff = The client takes medicine against clotting of platelets, which plasma relies on; a prescriber has to sign off. The medicine goes on as prescribed.
ci-nsaid-defer = A painkiller that weakens platelets was taken recently; plasma waits until { $until }.
ci-nsaid-inform = A painkiller of the NSAID kind was taken recently; expect more bruising.
ci-steroid_sys-defer-open = The client takes steroids, which weaken plasma; wait until they have been ended by the prescriber.
ci-steroid_sys-defer = Steroids were ended recently and still weaken plasma; plasma waits until { $until }.
ci-steroid_sys-signoff = Steroids slow healing; a prescriber has to sign off.
ci-steroid_local-defer = A steroid was injected here recently and still weakens plasma; plasma waits until { $until }.
ci-isotretinoin_now-block = The client takes isotretinoin, so wounds heal badly; do not treat.
ci-isotretinoin_past-defer = Isotretinoin ended too recently for the device label; wait until { $until }.
ci-isotretinoin_past-signoff = Isotretinoin ended recently; the clinic follows the newer consensus, and a prescriber has to sign off.
ci-peel_isotretinoin-signoff = Isotretinoin is taken or ended recently, so the skin is thin and heals slowly; a prescriber has to sign off the peel.
ci-peel_isotretinoin-block = Isotretinoin ended too recently, so a deeper peel would scar; no medium or deep peel.
ci-retinoid_topical-defer = A retinoid was used recently and the skin is thinner; wait until { $until }, or a prescriber signs it off.
ci-peel_retinoid-defer = A retinoid was used recently, so the peel would go deeper; wait until { $until }.
ci-aha_bha-defer = An exfoliating product was used recently and the skin is thinner; wait until { $until }, or a prescriber signs it off.
ci-methb_drugs-signoff = A medicine makes methaemoglobin more likely with prilocaine; a prescriber has to sign off, or use a cream without prilocaine.
ci-antiarrhythmic-signoff = A medicine for the heart rhythm adds to the effect of local anaesthetics; a prescriber has to sign off.
ci-peel_photosens_drug-signoff = A medicine makes the skin sensitive to light, so a peel may leave marks; a prescriber has to sign off the peel.
ci-peel_photosens_drug-block = A medicine makes the skin sensitive to light, so a deeper peel would leave marks; no medium or deep peel.

## Allergies

ci-allergy_metal-block = The client reacts to metal and the needles are steel; use titanium or nickel-free needles after a sign-off, or do not treat.
ci-allergy_metal-signoff = The client reacts to metal; even with these needles a prescriber has to sign off.
ci-allergy_ta-block = The client is allergic to this kind of local anaesthetic; choose another kind or none.
ci-allergy_ingredient-block = The client is allergic to what this product is made with; leave it out.
ci-peel_salicylate-block = The client is allergic to salicylates or aspirin; not this peel.
ci-peel_resorcinol-block = The client is allergic to resorcinol; not this peel.

## Sun, hair removal, earlier treatments

ci-sunburn-block = The skin is sunburnt and injured already; nothing is treated until it has settled.
ci-sunburn-defer = The sunburn has only just settled and the skin pigments easily; wait until { $until }.
ci-tan-defer = The skin was in the sun recently and pigments easily; wait until { $until }.
ci-peel_sun-defer = The skin was in the sun recently, and a peel would leave marks; wait until { $until }.
ci-selftan-defer = Self-tan is still on the skin and hides what it does; wait until { $until }.
ci-waxing-defer = Hair was removed recently and the skin is irritated; wait until { $until }.
ci-peel_hair_removal-defer = Hair was removed recently, so the peel would go deeper; wait until { $until }.
ci-peel_recent-defer = A peel was done here recently and the skin has not rebuilt; wait until { $until }.
ci-peel_dermaplane-defer = The surface was taken off here recently, so the peel would go deeper; wait until { $until }.
ci-peel_surgery-defer = The face was operated on recently and a peel would heal badly; the peel waits until { $until }.
w-microderm-defer = The surface was taken off here recently and has not grown back; wait until { $until }.
ci-laser_recent-defer = Laser or light was used here recently and the skin is still healing; wait until { $until }.
ci-toxin_recent-defer = Botulinum toxin was injected here recently and could be moved; wait until { $until }, or a prescriber signs it off.
ci-filler_recent-defer = Filler was injected here recently and could be broken up; wait until { $until }.
ci-filler_recent-signoff = There is permanent filler here, which needles can inflame; a prescriber has to sign off needling over it.
ci-surgery_recent-defer = There was surgery here recently and the wound is still gaining strength; wait until { $until }.
ci-surgery_recent-signoff = The scar is young; early treatment is possible when the surgeon or a prescriber signs it off.
ci-mn_recent-defer = The skin was needled here recently and is still rebuilding; wait until { $until }.
w-prp_prp-defer = Plasma was used recently and its effect is still building; wait until { $until }.

## Blood and plasma

ci-prp_thrombocyt_crit-block = Platelets of { $value } x 10^9/L are critically low, so bleeding is likely and plasma useless; no plasma, and refer.
ci-prp_thrombocyt-signoff = Platelets of { $value } x 10^9/L are low, so plasma may not work; a prescriber has to sign off plasma.
ci-prp_platelet_low_norm-inform = Platelets of { $value } x 10^9/L are on the low side and the yield may be small; tell the client before blood is drawn.
ci-prp_hb-signoff = Haemoglobin of { $value } g/dL is low, and taking blood lowers it further; a prescriber has to sign off.
ci-prp_platelet_dysf-block = The platelets do not work as they should, so plasma would not either; no plasma.
ci-prp_unstable-block = The circulation is unstable, and taking blood would strain it; no plasma.
ci-prp_sepsis-block = There is an infection of the blood, which plasma would carry into the skin; no plasma, and refer.
ci-prp_fibrinogen-block = Fibrinogen is too low for blood to clot as plasma needs it; no plasma.
ci-prp_local_inf-block = There is an infection where plasma would go, and needles would drive it deeper; no plasma.
ci-prp_citrate-signoff = The client has reacted to citrate or calcium, which the tube holds; a prescriber has to sign off plasma.
ci-prp_alcohol-inform = Alcohol was drunk recently and can weaken the plasma; say so.
ci-prp_identity-block = The label on the tube does not match the client, and blood of another person can infect; do not use this plasma, and report it.
f-rcf-inform = The spin differs from the saved protocol, or the rotor's radius is missing, so the yield may differ; check the centrifuge.

## Numbing cream

ci-sickle_g6pd-block = G6PD deficiency or methaemoglobinaemia: no prilocaine and no benzocaine. Choose another cream or none.
ci-sickle_g6pd-signoff = G6PD deficiency or methaemoglobinaemia calls for care with tetracaine; a prescriber has to sign off.
ci-hepatic_severe-signoff = The liver works badly, which slows the breakdown of anaesthetics and weakens clotting; a prescriber has to sign off.
ci-pseudocholinesterase-block = Without pseudocholinesterase tetracaine is not broken down; choose another cream.
ta-lidoprilo_max-block = More than { $grams } g, more than { $area } cm² or longer than { $longest } minutes of lidocaine with prilocaine can poison; use less.
ta-lidoprilo_max-modify = Lidocaine with prilocaine needs { $shortest } minutes to work; leave it on longer.
ta-pliaglis-block = More than { $grams } g, more than { $area } cm² or longer than { $longest } minutes of lidocaine with tetracaine can poison; use less.
ta-pliaglis-modify = Lidocaine with tetracaine needs { $shortest } minutes to work; leave it on longer.
ta-lmx-block = Liposomal lidocaine stays on for { $longest } minutes at most; take it off earlier.
ta-lmx-modify = Liposomal lidocaine needs { $shortest } minutes to work; leave it on longer.
ta-tetra4-block = Tetracaine gel stays on for { $longest } minutes at most; take it off earlier.
ta-tetra4-modify = Tetracaine gel needs { $shortest } minutes to work; leave it on longer.
ta-otc_cap-block = More than { $limit } % lidocaine without a prescription is not lawful in the US and has done harm; use a prescribed or a weaker cream.
ta-no_occl-block = Heat, or film over a large area, drives too much anaesthetic into the body; people have died of it. Leave it open and cool.

## Peels and serums

ci-peel_fst45-modify = Phototype IV or V marks easily after a peel; weaker or shorter, and sun protection before and after.
ci-peel_fst45-signoff = Phototype IV or V marks easily; a medium peel needs a prescriber's sign-off.
ci-peel_fst6-modify = Phototype VI, or one nobody assessed, marks easily after a peel; weaker, a test spot, and sun protection.
ci-peel_fst6-signoff = Phototype VI, or one nobody assessed, marks easily; a medium peel needs a prescriber's sign-off.
ci-peel_pregnant-block = The client is pregnant or breastfeeding, and this acid is taken up by the skin; not this peel.
ci-peel_pregnant-signoff = The client is pregnant or breastfeeding, and there are few data on this light peel; a prescriber has to sign off.
peel-d-block = A deep peel needs monitoring of the heart and is not done with this product; refer.
ser-gate-block = This product may not go on needled skin; it fails check { $checks } of five: sterile and traced, authorised, free of irritants, no allergy, lawful origin.
ser-gate-signoff = This product is not named in the device's instructions, so nobody has tested it on open channels; a prescriber has to authorise it.

## Parts of one visit

cb-mn_peel_vs-block = A very light peel goes before the needling, or under a written protocol; in this order it goes too deep. Change the order or plan them apart.
cb-mn_peel_vs-signoff = A very light peel and needling in one visit need a prescriber's sign-off; needle at { $limit } mm at most.
cb-mn_peel_vs-modify = With a very light peel in the same visit the needles go to { $limit } mm at most; the plan takes that depth.
cb-mn_peel_vs-defer = The skin was needled here recently and a peel would go deeper; the peel waits until { $until }.
cb-mn_peel_s-block = A superficial peel and needling in one visit make each other go deeper; plan them one after the other.
cb-mn_peel_s-signoff = A superficial peel and needling in one visit follow the written protocol; a prescriber has to sign off, at { $limit } mm at most.
cb-mn_peel_s-modify = With a superficial peel in the same visit the needles go to { $limit } mm at most; the plan takes that depth.
cb-mn_peel_s-defer = The skin was needled here recently and a peel would go deeper; the peel waits until { $until }.
cb-mn_peel_m-block = A medium or deep peel on needled skin goes too deep and scars; plan them one after the other.
cb-mn_peel_m-defer = The skin was needled here recently and a medium peel would go too deep; the peel waits until { $until }.
cb-mn_tca_prx-block = This acid and needling in one visit need the maker's written protocol; without it plan them apart.
cb-mn_tca_prx-signoff = This acid and needling in one visit follow the written protocol; a prescriber has to sign off, at { $limit } mm at most.
cb-mn_tca_prx-modify = With this acid in the same visit the needles go to { $limit } mm at most; the plan takes that depth.
cb-mn_tca_prx-defer = The skin was needled here recently and this acid would go deeper; it waits until { $until }.
cb-mn_vitc-block = Vitamin C on open channels has caused granulomas; leave it out and start it at home when the sheet allows.
cb-mn_retinoid-block = Retinoids and acids burn on open channels; leave them out and start them at home when the sheet allows.
cb-mn_minox-block = Minoxidil on open channels goes into the blood; leave at least a day between.
cb-mn_gf-signoff = Growth factors are not approved for use on needled skin; a prescriber has to sign off, and the consent says so.
cb-mn_gf-modify = With growth factors the needles go to { $limit } mm at most; the plan takes that depth.
cb-mn_txa-modify = With tranexamic acid the needles go to { $limit } mm at most, because deeper channels let more of it in; use a sterile solution.
cb-mn_txa-signoff = Thrombosis, oestrogen or weak kidneys make tranexamic acid a risk; a prescriber has to sign off.
cb-mn_exo-block = Exosomes of human origin are not lawful here; leave them out.
cb-mn_exo-signoff = Exosomes are not approved for use on needled skin; a prescriber has to sign off, and the consent says so.
cb-mn_exo-modify = With exosomes the needles go to { $limit } mm at most; the plan takes that depth.
cb-mn_toxin-block = Needling would move botulinum toxin in the same zone; plan them on different days.
cb-mn_toxin-signoff = Botulinum toxin in another zone on the same day needs a prescriber's sign-off; inject last.
cb-mn_toxin-defer = The skin was needled here recently and swelling would move botulinum toxin; it waits until { $until }.
cb-mn_filler-block = Needling would break up or move filler in the same zone; plan them on different days.
cb-mn_filler-signoff = Filler in another zone on the same day needs a prescriber's sign-off; inject last.
cb-mn_filler-modify = There is filler under this zone, so the needles go to { $limit } mm at most; the plan takes that depth.
cb-mn_filler-defer = The skin was needled here recently and germs could follow the filler in; filler waits until { $until }.
cb-mn_biostim-block = A biostimulator or threads in the needled zone inflame; plan them on different days.
cb-mn_biostim-signoff = A biostimulator or threads in another zone on the same day need a prescriber's sign-off.
cb-mn_laser_na-block = Laser or light and needling in one zone injure it twice; plan them apart.
cb-mn_laser_na-signoff = Laser or light in another zone on the same day needs a prescriber's sign-off.
cb-mn_laser_na-defer = The skin was needled here recently and is still healing; laser or light waits until { $until }.
cb-mn_laser_ab-block = Ablative laser and needling in one zone injure it twice; plan them apart.
cb-mn_laser_ab-signoff = Ablative laser in another zone on the same day needs a prescriber's sign-off.
cb-mn_laser_ab-defer = The skin was needled here recently and is still healing; ablative laser waits until { $until }.
cb-mn_led-signoff = The client is sensitive to light; a prescriber has to sign off light after needling.
cb-mn_rf-block = Needling with and without radiofrequency in one zone and visit injures it twice; choose one.
cb-mn_rf-defer = This zone was needled the other way recently and is still rebuilding; wait until { $until }.
cb-prp_peel_s-block = Plasma stays on and a peel is rinsed off, so they do not share a zone and a visit; plan them apart.
cb-prp_peel_s-defer = Plasma was used here recently and the skin is still rebuilding; the peel waits until { $until }.
cb-triple-block = Needling, plasma and a peel in one visit have never been shown to be safe; plan the peel apart.
cb-numb_all-signoff = Two anaesthetics add up; a prescriber has to sign off, and their doses count together.

## Warning signs that stop the series

rf-anaphylaxis-defer-open = A severe allergic reaction was reported; no needling until it is reviewed.
rf-last-defer-open = Signs of poisoning by the anaesthetic were reported; no needling until it is reviewed.
rf-methb-defer-open = Signs of methaemoglobin were reported; no needling until it is reviewed.
rf-vision-defer-open = Trouble with sight was reported; no needling until it is reviewed.
rf-infection-defer-open = Signs of infection were reported; no needling until it is reviewed.
rf-hsv-defer-open = Signs of herpes were reported; no needling until it is reviewed.
rf-burn-defer-open = Signs of a burn were reported; no needling until it is reviewed.
rf-nodule-defer-open = Nodules or spots that do not heal were reported; no needling until it is reviewed.
rf-tramtrack-defer-open = Linear marks were reported; no needling until it is reviewed.
rf-nerve-defer-open = Numbness or weakness was reported; no needling until it is reviewed.
rf-bbv-defer-open = Contact with somebody else's blood was reported; no needling until it is reviewed.

## Scanned items

udi-check-block = The check digit of this barcode is wrong, so nothing is taken over; scan again or type it.
udi-quirks-block = This barcode cannot be read without guessing; scan again or type it.
udi-quirks-inform = This barcode could be read only after undoing what the scanner did:{ $byte_order_mark ->
    [1] {" "}a byte order mark;
   *[other] {""}
}{ $line_end ->
    [1] {" "}line ends;
   *[other] {""}
}{ $mapped_separator ->
    [1] {" "}mapped separators;
   *[other] {""}
}{ $leading_separator ->
    [1] {" "}a leading separator;
   *[other] {""}
}{ $doubled_separator ->
    [1] {" "}a doubled separator;
   *[other] {""}
} check the lot against the label.
udi-other-inform = This is a barcode of another system; it is kept as text and nothing is taken over.
udi-expired-block = This item has expired; do not use it.
udi-expired-signoff = This item shows no lot; without it nobody can be traced. A prescriber has to sign off.

## Questions, to be read aloud

q-ci-infection_active = Do you have an infection of the skin where we want to treat?
q-ci-hsv_active = Do you have a cold sore or any herpes blisters now?
q-ci-hsv_history = Have you ever had cold sores or herpes on the face?
q-ci-warts_molluscum = Are there warts or molluscum where we want to treat?
q-ci-open_wound = Is the skin open, sore or irritated anywhere we want to treat?
q-ci-skin_cancer_field = Do you have skin cancer where we want to treat?
q-ci-lesion_suspicious = Is there a spot or mole that has changed, or that nobody has examined?
q-ci-actinic_keratosis = Are there rough sun-damaged patches (solar keratosis) where we want to treat?
q-ci-mole_raised = Are there moles, birthmarks or raised spots where we want to treat?
q-ci-acne_active = Do you have inflamed acne or pustules where we want to treat?
q-ci-rosacea_pp = Do you have rosacea with bumps or pustules?
q-ci-rosacea_etr = Do you have rosacea with flushing and visible veins?
q-ci-dermatitis_field = Do you have eczema, psoriasis or a rash where we want to treat?
q-ci-dermatitis_remote = Do you have eczema or psoriasis anywhere else?
q-ci-koebner = Do you have vitiligo or lichen planus?
q-ci-keloid_target = Is what you want treated a keloid?
q-ci-keloid_history = Have you ever formed keloids or thick raised scars?
q-ci-keloid_family = Does anybody in your family form keloids?
q-ci-tattoo_pmu = Is there a tattoo or permanent make-up where we want to treat?
q-ci-piercing = Do you wear jewellery where we want to treat?
q-ci-scleroderma = Do you have scleroderma or morphoea?
q-ci-ctd = Do you have lupus or another connective tissue disease? Is it active?
q-ci-ehlers_wound = Do your wounds heal badly, or do you have Ehlers-Danlos syndrome?
q-ci-sarcoid = Do you have sarcoidosis or another granulomatous disease?
q-ci-cardiac = Do you have a serious heart condition?
q-ci-bleeding = Do you have a bleeding disorder such as haemophilia?
q-ci-immunosup = Is your immune system weakened, by an illness or by medicine?
q-ci-hiv_hbv_hcv = Do you carry HIV, hepatitis B or hepatitis C?
q-ci-cancer_chemo = Are you having chemotherapy or radiotherapy, or did you have it? When did it end?
q-ci-radiotherapy_field = Was the area we want to treat ever irradiated?
q-ci-cancer_haem = Have you ever had cancer of the blood or the bones? Is it active?
q-ci-diabetes_ctrl = Do you have diabetes that is well controlled?
q-ci-diabetes_unctrl = Do you have diabetes that is not well controlled?
q-ci-pregnant = Are you pregnant, or could you be?
q-ci-breastfeeding = Are you breastfeeding?
q-ci-pacemaker = Do you have a pacemaker, a defibrillator or another electronic implant?
q-ci-metal_implant_field = Is there a metal plate or implant under the area we want to treat?
q-ci-epilepsy = Do you have epilepsy? Is it controlled?
q-ci-needle_syncope = Do you faint at needles, or are you very afraid of them?
q-ci-bdd = Is there concern about unrealistic hopes, pressure by others, or how the client sees their own body? (Do not read aloud.)
q-ci-capacity = Is the client unable to decide today, for example intoxicated? (Do not read aloud.)
q-ci-smoking = Do you smoke?
q-ci-fever = Are you unwell or feverish, or were you in the last days?
q-ci-vaccine = Have you had a vaccination recently?
q-ci-anticoagulant = Do you take medicine that thins the blood, such as warfarin or apixaban?
q-ci-antiplatelet = Has a doctor prescribed aspirin or clopidogrel for you?
q-ci-nsaid = Have you taken ibuprofen, naproxen or aspirin you bought yourself? When last?
q-ci-steroid_sys = Do you take steroid tablets, or did you? When did you last take one?
q-ci-steroid_local = Was a steroid injected where we want to treat? When?
q-ci-isotretinoin_now = Do you take isotretinoin (Roaccutane) now?
q-ci-isotretinoin_past = Did you take isotretinoin (Roaccutane) in the past? When was the last dose?
q-ci-retinoid_topical = Do you use a retinoid cream, such as tretinoin or retinol? When last?
q-ci-aha_bha = Do you use exfoliating acids, scrubs or benzoyl peroxide? When last?
q-ci-methb_drugs = Do you take dapsone, nitrofurantoin, phenytoin, sulfonamides, nitrates or medicine against malaria?
q-ci-antiarrhythmic = Do you take medicine for your heart rhythm?
q-ci-peel_photosens_drug = Do you take medicine that makes the skin sensitive to light, such as doxycycline?
q-ci-allergy_metal = Do you react to nickel or stainless steel?
q-ci-allergy_ta = Are you allergic to local anaesthetics? To which kind?
q-ci-allergy_ingredient = Are you allergic to anything in skin care, serums or peels? To what?
q-ci-peel_salicylate = Are you allergic to aspirin or salicylates?
q-ci-peel_resorcinol = Are you allergic to resorcinol, or do you have thyroid disease?
q-ci-sunburn = Are you sunburnt where we want to treat, or were you? When did it settle?
q-ci-tan = Have you been in the sun or on a tanning bed? When last?
q-ci-selftan = Have you used self-tan? When last?
q-ci-waxing = Have you waxed, threaded or used hair removal cream where we want to treat? When last?
q-ci-prp_platelet_dysf = Have you been told that your platelets do not work as they should?
q-ci-prp_unstable = Is your blood pressure or circulation unstable at the moment?
q-ci-prp_sepsis = Do you have an infection of the blood?
q-ci-prp_fibrinogen = Have you been told that you have too little fibrinogen?
q-ci-prp_local_inf = Is there an infection where the plasma would go?
q-ci-prp_citrate = Have you ever reacted to citrate, for example when giving blood?
q-ci-prp_alcohol = Have you drunk alcohol in the last three days? When last?
q-ci-sickle_g6pd = Do you have G6PD deficiency, or have you ever had methaemoglobinaemia?
q-ci-hepatic_severe = Do you have severe liver disease?
q-ci-pseudocholinesterase = Do you or your family have pseudocholinesterase deficiency, or trouble with anaesthetics?
q-cb-mn_txa-thrombosis = Have you ever had a blood clot in a leg, a lung or the brain?
q-cb-mn_txa-oestrogen = Do you take the pill or other medicine with oestrogen?
q-cb-mn_txa-renal = Do your kidneys work badly?
q-cb-mn_gf-cancer_history = Have you ever had cancer? (Growth factors are planned.)
q-cb-mn_exo-cancer_history = Have you ever had cancer? (Exosomes are planned.)
q-cb-mn_led-photosensitiser = Are you sensitive to light, or do you take medicine that makes you so?
