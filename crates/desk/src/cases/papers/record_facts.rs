//! What was done in one signed visit, as its record says it, in the words of a letter.

use care::record::{Allergies, ChartedZone, Component, Endpoint, ItemKind, ItemUse, Treatment};
use care::zones::SidedZone;
use care::{LetterWords, PaperWord, PaperWords, TextMissing};
use chrono::{NaiveDate, NaiveDateTime};
use paper::{Drawing, SignatureBox, SignatureMark};

use crate::failure::Failure;
use crate::print::face_map;
use crate::print::kinds::{Layer, LetterError, TreatedZone, TreatmentRecord};
use crate::seat::Seat;
use crate::visit::OpenVisit;
use crate::words::millimetres as thousandths;

/// One visit, with every word on it.
pub(super) struct RecordFacts {
    number: String,
    pub(super) on: NaiveDate,
    times: (NaiveDateTime, NaiveDateTime),
    practitioner: (String, String),
    is_treated: bool,
    device: String,
    zones: Vec<ZoneFacts>,
    map: Option<(Drawing, String)>,
    layers: Vec<LayerFacts>,
    plasma: String,
    peel: String,
    reactions: String,
    note: String,
    aftercare_number: String,
    signatures: Vec<SignatureBox>,
}

struct ZoneFacts {
    name: String,
    depth_um: u32,
    passes: String,
    endpoint: String,
}

struct LayerFacts {
    product: String,
    lot: String,
    expires_on: Option<NaiveDate>,
    amount: String,
}

impl RecordFacts {
    /// Reads the facts of a visit that is over.
    ///
    /// # Errors
    /// [`Failure::NoText`] where a word is missing in the language.
    pub(super) fn of(seat: &Seat<'_>, open: &OpenVisit, language: &str) -> Result<Self, Failure> {
        let words = LetterWords::in_language(language).map_err(LetterError::from)?;
        let facts = Reading { seat, open, words, language };
        let map = face_map(open.zones(), |depth_um| words.depth(depth_um))?;
        Ok(facts.gather(map).map_err(LetterError::from)?)
    }

    /// Says that the visit stands in somebody else's file.
    pub(super) fn stands_elsewhere(&mut self, words: &str) {
        let lines = [words, self.note.as_str()].into_iter().filter(|line| !line.is_empty());
        self.note = lines.collect::<Vec<_>>().join("\n");
    }

    /// The zones as the paper takes them.
    pub(super) fn zones(&self) -> Vec<TreatedZone<'_>> {
        let zone = |zone: &'_ ZoneFacts| (zone.depth_um > 0).then_some(zone.depth_um);
        let rows = self.zones.iter().map(|row| TreatedZone {
            name: &row.name,
            depth_um: zone(row),
            passes: &row.passes,
            endpoint: &row.endpoint,
        });
        rows.collect()
    }

    /// What went on the skin, as the paper takes it.
    pub(super) fn layers(&self) -> Vec<Layer<'_>> {
        let rows = self.layers.iter().map(|row| Layer {
            product: &row.product,
            lot: &row.lot,
            expires_on: row.expires_on,
            amount: &row.amount,
        });
        rows.collect()
    }

    /// The whole record, over the zones and layers of the two functions above.
    pub(super) fn record<'a>(&'a self, zones: &'a [TreatedZone<'a>], layers: &'a [Layer<'a>]) -> TreatmentRecord<'a> {
        TreatmentRecord {
            visit_number: &self.number,
            on: self.on,
            session: None,
            times: self.times,
            practitioner: (&self.practitioner.0, &self.practitioner.1),
            is_treated: self.is_treated,
            device: &self.device,
            zones,
            map: self.map.as_ref().map(|(drawing, zones)| (drawing.clone(), zones.as_str())),
            layers,
            plasma: &self.plasma,
            peel: &self.peel,
            reactions: &self.reactions,
            note: &self.note,
            aftercare_number: &self.aftercare_number,
            signatures: self.signatures.clone(),
        }
    }
}

/// What the facts are read from.
struct Reading<'a> {
    seat: &'a Seat<'a>,
    open: &'a OpenVisit,
    words: LetterWords,
    language: &'a str,
}

impl Reading<'_> {
    fn gather(&self, map: Option<Drawing>) -> Result<RecordFacts, TextMissing> {
        let (open, seat) = (self.open, self.seat);
        let places: Vec<SidedZone> =
            open.zones().iter().map(|zone| SidedZone { zone: zone.zone, side: zone.side }).collect();
        let finished_at = open.finished_at().unwrap_or(open.visit.started_at);
        Ok(RecordFacts {
            number: open.visit.number.clone(),
            on: open.visit.visit_on,
            times: (seat.local(open.visit.started_at), seat.local(finished_at)),
            practitioner: self.practitioner()?,
            is_treated: self.is_treated(),
            device: self.device()?,
            zones: open.zones().iter().map(|zone| self.zone(zone)).collect::<Result<_, _>>()?,
            map: map.map(|drawing| Ok::<_, TextMissing>((drawing, self.words.zones(&places)?))).transpose()?,
            layers: self.layers()?,
            plasma: self.of_parts(|part| self.plasma(part))?,
            peel: self.of_parts(|part| self.peel(part))?,
            reactions: self.reactions()?,
            note: self.note()?,
            aftercare_number: self.aftercare_number(),
            signatures: self.signatures()?,
        })
    }

    /// A visit that was closed without treatment keeps its plan: what was only planned is not told as done.
    fn is_treated(&self) -> bool {
        self.open.visit.not_today.is_none()
    }

    /// Who signed it; before that who began it.
    fn practitioner(&self) -> Result<(String, String), TextMissing> {
        let id = self.open.sign_off.as_ref().map_or(self.open.visit.practitioner, |signed| signed.by);
        let user = self.seat.read(|read| read.user(id)).ok().map(|stored| stored.record);
        let registration = user.as_ref().map(|user| user.registration.clone()).unwrap_or_default();
        let name = self.open.sign_off.as_ref().map(|signed| signed.name.clone());
        let name = name.or_else(|| user.map(|user| user.name)).unwrap_or_default();
        Ok((name, role_of(self.language, &registration)?))
    }

    fn device(&self) -> Result<String, TextMissing> {
        let used = self.open.components().iter().filter(|_| self.is_treated());
        let devices = used.filter_map(|part| match &part.treatment {
            Treatment::Mn(needling) | Treatment::Rf(needling) => Some(needling.device.name.clone()),
            Treatment::Prp(_) | Treatment::Peel(_) | Treatment::Serum(_) | Treatment::Ta(_) | Treatment::Led(_) => None,
        });
        let cartridges = self.items(ItemKind::Cartridge).map(|item| self.with_lot(item));
        let parts: Vec<String> = devices.map(Ok).chain(cartridges).collect::<Result<_, _>>()?;
        Ok(parts.join(", "))
    }

    fn items(&self, kind: ItemKind) -> impl Iterator<Item = &ItemUse> {
        self.open.used_items().iter().filter(move |item| item.kind == kind)
    }

    fn with_lot(&self, item: &ItemUse) -> Result<String, TextMissing> {
        self.words.fill("with_lot", &[("product", &item.item.product), ("lot", &item.item.lot)])
    }

    fn zone(&self, zone: &ChartedZone) -> Result<ZoneFacts, TextMissing> {
        let name = self.words.zones(&[SidedZone { zone: zone.zone, side: zone.side }])?;
        let endpoint = zone.endpoint.map(|endpoint| self.words.say(endpoint_id(endpoint))).transpose()?;
        Ok(ZoneFacts {
            name: first_capital(&name),
            depth_um: u32::from(zone.depth_um),
            passes: zone.n_passes.to_string(),
            endpoint: endpoint.unwrap_or_default().to_owned(),
        })
    }

    /// Every product but the cartridge, in the order of work; and light, which has no lot.
    fn layers(&self) -> Result<Vec<LayerFacts>, TextMissing> {
        let mut layers = Vec::new();
        for part in self.open.components() {
            let of_part = self.open.used_items().iter().filter(|item| item.component == part.id);
            let products: Vec<&ItemUse> = of_part.filter(|item| item.kind != ItemKind::Cartridge).collect();
            let amount = self.amount(part)?;
            for item in &products {
                let kind = self.words.say(item_id(item.kind))?;
                layers.push(LayerFacts {
                    product: format!("{kind}: {}", item.item.product),
                    lot: item.item.lot.clone(),
                    expires_on: item.item.expires_on,
                    amount: amount.clone(),
                });
            }
            if self.is_treated() && matches!(part.treatment, Treatment::Led(_)) {
                let product = self.words.part(&part.treatment)?;
                layers.push(LayerFacts { product, lot: String::new(), expires_on: None, amount });
            }
        }
        Ok(layers)
    }

    fn amount(&self, part: &Component) -> Result<String, TextMissing> {
        match &part.treatment {
            Treatment::Ta(cream) => self.words.fill("grams", &[("n", &thousandths(cream.amount_mg))]),
            Treatment::Led(light) => self.words.fill("minutes", &[("n", &light.minutes.to_string())]),
            Treatment::Mn(_) | Treatment::Rf(_) | Treatment::Prp(_) | Treatment::Peel(_) | Treatment::Serum(_) => {
                Ok(String::new())
            }
        }
    }

    /// What `say` says of each part, one line a part.
    fn of_parts(&self, say: impl Fn(&Component) -> Result<Option<String>, TextMissing>) -> Result<String, TextMissing> {
        let done = self.open.components().iter().filter(|_| self.is_treated());
        let lines: Vec<Option<String>> = done.map(say).collect::<Result<_, _>>()?;
        Ok(lines.into_iter().flatten().collect::<Vec<_>>().join("\n"))
    }

    fn plasma(&self, part: &Component) -> Result<Option<String>, TextMissing> {
        let Treatment::Prp(plasma) = &part.treatment else { return Ok(None) };
        let mut says = vec![super::naming::part_line(self.words, part)?];
        if let Some(draw_ul) = plasma.draw_ul {
            let amount = self.words.fill("millilitres", &[("n", &thousandths(draw_ul))])?;
            says.push(self.words.fill("tr_drawn", &[("amount", &amount)])?);
        }
        Ok(Some(says.join(". ")))
    }

    fn peel(&self, part: &Component) -> Result<Option<String>, TextMissing> {
        let Treatment::Peel(peel) = &part.treatment else { return Ok(None) };
        let mut says = vec![format!("{}.", super::naming::part_line(self.words, part)?)];
        if let Some(n_layers) = peel.n_layers {
            says.push(self.words.fill("tr_layers_n", &[("n", &n_layers.to_string())])?);
        }
        if let Some(contact_s) = peel.contact_s {
            says.push(self.words.fill("tr_contact", &[("n", &contact_s.to_string())])?);
        }
        Ok(Some(says.join(" ")))
    }

    fn reactions(&self) -> Result<String, TextMissing> {
        let score = self.open.chart.as_ref().and_then(|chart| chart.pain_score);
        let said = score.map(|score| self.words.fill("tr_pain", &[("score", &score.to_string())])).transpose()?;
        Ok(said.unwrap_or_default())
    }

    /// Why it was deeper than the limit, how long the cream was on, and what the practitioner wrote.
    fn note(&self) -> Result<String, TextMissing> {
        let mut lines = Vec::new();
        for zone in self.open.zones() {
            if let Some(reason) = &zone.deviation_reason {
                let name = self.words.zones(&[SidedZone { zone: zone.zone, side: zone.side }])?;
                lines.push(self.words.fill("tr_deviation", &[("zone", &name), ("reason", reason)])?);
            }
        }
        if let Some(chart) = &self.open.chart {
            let clock = |at| self.seat.local(at).format("%H:%M").to_string();
            match (chart.cream_on_at.map(clock), chart.cream_off_at.map(clock)) {
                (Some(on), Some(off)) => lines.push(self.words.fill("tr_numbing", &[("on", &on), ("off", &off)])?),
                (Some(on), None) => lines.push(self.words.fill("tr_numbing_on", &[("on", &on)])?),
                (None, _) => {}
            }
            lines.push(chart.note.clone());
        }
        if let Some(reason) = &self.open.visit.not_today {
            lines.push(self.words.fill("tr_not_treated", &[("reason", reason)])?);
        }
        lines.retain(|line| !line.trim().is_empty());
        Ok(lines.join("\n"))
    }

    fn aftercare_number(&self) -> String {
        let sheets = self.open.documents.iter().filter(|paper| paper.kind == care::record::DocumentKind::Aftercare);
        sheets.max_by_key(|paper| paper.filed_at).map(|paper| paper.number.clone()).unwrap_or_default()
    }

    fn signatures(&self) -> Result<Vec<SignatureBox>, TextMissing> {
        let Some(signed) = &self.open.sign_off else { return Ok(Vec::new()) };
        Ok(vec![SignatureBox {
            name: signed.name.clone(),
            role: self.practitioner()?.1,
            meaning: self.words.say("tr_means")?.to_owned(),
            time: self.words.time(self.seat.local(signed.signed_at))?,
            mark: SignatureMark::Typed(self.words.say("tr_code")?.to_owned()),
        }])
    }
}

/// "Practitioner, NMC 12A3456E".
pub(super) fn role_of(language: &str, registration: &str) -> Result<String, TextMissing> {
    let role = PaperWords::in_language(language)?.say(PaperWord::RolePractitioner);
    Ok(if registration.trim().is_empty() { role.to_owned() } else { format!("{role}, {}", registration.trim()) })
}

/// Allergies in words; empty where nobody asked or could know.
pub(super) fn allergies(language: &str, allergies: &Allergies) -> Result<String, TextMissing> {
    Ok(match allergies {
        Allergies::Known(to) => to.join(", "),
        Allergies::NoneKnown => LetterWords::in_language(language)?.say("none_known")?.to_owned(),
        Allergies::NotRecorded | Allergies::Unavailable => String::new(),
    })
}

const fn endpoint_id(endpoint: Endpoint) -> &'static str {
    match endpoint {
        Endpoint::Pink => "ep_pink",
        Endpoint::EvenRedness => "ep_even",
        Endpoint::PinpointBleeding => "ep_pinpoint",
    }
}

const fn item_id(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Cartridge => "item_cartridge",
        ItemKind::PlasmaKit => "item_plasma_kit",
        ItemKind::Peel => "item_peel",
        ItemKind::Serum => "item_serum",
        ItemKind::Anaesthetic => "item_anaesthetic",
    }
}

fn first_capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
