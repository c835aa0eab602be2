//! The treatment of a made-up visit: cream, items with their lots, zones with their depths, the signature, and what is
//! heard afterwards.

use care::record::{
    Addendum, AddendumId, ChartId, ChartedZone, Component, Endpoint, ItemUse, ItemUseId, SignOffId, Treatment, Visit,
};
use chrono::Duration;

use super::deed::{Deed, Step};
use super::plans::shelf_lot;
use super::visit::{Life, Occasion, step};
use crate::cases::signing::{chart_of, sign_off_of, signed_visit};
use crate::failure::Failure;
use crate::seat::Seat;
use crate::visit::{EarlierVisit, Judged, OpenVisit, item_kind, may_begin, open_points, planned_lot};
use crate::wire::VisitStep;

impl Life {
    /// Does what was agreed: cream, zones, items, end.
    pub(super) fn treat(&mut self, seat: &mut Seat<'_>, open: &mut OpenVisit) -> Result<(), Failure> {
        may_begin(open, &Judged::of(seat, open))?;
        self.pass(seat, 2, 4);
        for part in open.components().to_vec() {
            if let Treatment::Ta(cream) = &part.treatment {
                open.draft.cream_on_at = Some(seat.now());
                seat.move_to(seat.now() + Duration::minutes(i64::from(cream.minutes)));
                open.draft.cream_off_at = Some(seat.now());
            }
            self.use_up(seat, open, &part);
        }
        self.chart(open);
        self.pass(seat, 18, 28);
        open.draft.chart_note.pain_score = u8::try_from(self.dice.between(0, 6)).ok();
        open.draft.finished_at = Some(seat.now());
        Ok(())
    }

    fn use_up(&mut self, seat: &Seat<'_>, open: &mut OpenVisit, part: &Component) {
        let Some(kind) = item_kind(&part.treatment) else { return };
        let item = planned_lot(part).cloned().unwrap_or_else(|| shelf_lot(kind, seat.today()));
        // Ten millilitres a tube.
        let n_used = match &part.treatment {
            Treatment::Prp(plasma) => plasma.draw_ul.unwrap_or(10_000).div_ceil(10_000),
            Treatment::Mn(_)
            | Treatment::Rf(_)
            | Treatment::Peel(_)
            | Treatment::Serum(_)
            | Treatment::Ta(_)
            | Treatment::Led(_) => 1,
        };
        for _ in 0..n_used {
            open.draft.items.push(ItemUse {
                id: ItemUseId(self.dice.id(seat.now())),
                visit: open.visit.id,
                client: self.client.id,
                component: part.id.clone(),
                kind,
                item: item.clone(),
            });
        }
    }

    fn chart(&mut self, open: &mut OpenVisit) {
        let needled = open.visit.components.iter().flat_map(|part| &part.zones);
        let planned: Vec<_> = needled.filter_map(|zone| Some((zone.zone, zone.side, zone.depth_um?))).collect();
        let deviates = self.dice.in_thousand(15);
        for (place, (zone, side, depth_um)) in planned.into_iter().enumerate() {
            let is_deeper = deviates && place == 0;
            let reason = "The depth ring had slipped; seen after the first pass and corrected.";
            let endpoints = [Endpoint::Pink, Endpoint::EvenRedness, Endpoint::EvenRedness, Endpoint::PinpointBleeding];
            open.draft.zones.push(ChartedZone {
                zone,
                side,
                depth_um: if is_deeper { depth_um + 1_000 } else { depth_um },
                n_passes: u8::try_from(self.dice.between(2, 5)).unwrap_or(3),
                endpoint: self.dice.pick(&endpoints).copied(),
                deviation_reason: is_deeper.then(|| reason.to_owned()),
            });
        }
    }

    /// Signs; nothing may be open but the signature itself.
    pub(super) fn sign(
        &mut self,
        seat: &mut Seat<'_>,
        open: OpenVisit,
        occasion: &Occasion,
        steps: &mut Vec<Step>,
    ) -> Result<(), Failure> {
        if open_points(seat, &open).iter().any(|point| point.step != VisitStep::Sign) {
            return Err(Failure::Panicked);
        }
        self.pass(seat, 3, 8);
        let mut chart = chart_of(seat, &open);
        chart.id = ChartId(self.dice.id(seat.now()));
        let visit = signed_visit(seat, &open);
        let items = open.draft.items;
        let mut sign_off = sign_off_of(seat, &visit, &chart, &items)?;
        sign_off.id = SignOffId(self.dice.id(seat.now()));
        self.earlier.insert(0, EarlierVisit { visit: visit.clone(), zones: chart.zones.clone() });
        let mut deeds = vec![Deed::Chart(chart)];
        deeds.extend(items.into_iter().map(Deed::Item));
        deeds.extend([Deed::SignOff(sign_off), Deed::Visit(Box::new(visit.clone()), store::Act::Sign)]);
        steps.push(step(seat, deeds));
        self.hear_afterwards(seat, &visit, occasion, steps);
        Ok(())
    }

    /// Some call within three days: that all is well, or that it is not.
    fn hear_afterwards(&mut self, seat: &mut Seat<'_>, visit: &Visit, occasion: &Occasion, steps: &mut Vec<Step>) {
        let well = ["Client called: all well, redness gone.", "Photo sent by the client: healed as expected."];
        let unwell = [
            "Adverse reaction: itching and small bumps on both cheeks since the evening; cool packs, seen again in two days.",
            "Adverse reaction: herpes on the upper lip on the third day; sent to the prescriber the same day.",
            "Adverse reaction: brown marks on the forehead; sun protection explained, series paused for review.",
        ];
        let said = match (self.dice.in_thousand(15), self.dice.in_thousand(45)) {
            (true, _) => self.dice.pick(&unwell),
            (false, true) => self.dice.pick(&well),
            (false, false) => None,
        };
        let Some(text) = said else { return };
        seat.move_to(seat.now() + Duration::days(self.dice.between(1, 3)));
        if seat.today() >= occasion.today {
            return;
        }
        let addendum = Addendum {
            id: AddendumId(self.dice.id(seat.now())),
            visit: visit.id,
            client: visit.client,
            text: (*text).to_owned(),
            by: seat.user().id,
            written_at: seat.now(),
        };
        steps.push(step(seat, vec![Deed::Addendum(addendum)]));
    }
}
